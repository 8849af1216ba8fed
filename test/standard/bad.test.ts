import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli.ts";
import { EXIT } from "../../src/commands/exit.ts";
import { ROOT } from "../support/compile.ts";

/** The smallest broken standard for each mistake, a folder a mistake; most extend an installed one and have one broken file. */
const BAD = join(import.meta.dirname, "bad");

/** A budget that is right under the installed standard. */
const EXAMPLE = join(ROOT, "budgets", "lianzhou.yaml");

interface Expected {
  /** Code and place of each finding; places in the mistake's own folder are without it. */
  readonly findings: readonly string[];
  /** What a person must be told. */
  readonly says?: string;
  readonly warnings?: true;
  /** Whether the standard's own example is used. */
  readonly ownExample?: true;
}

const CASES: Readonly<Record<string, Expected>> = {
  "amount-in-template": { findings: ["amount-in-template sentences/procurement.hbs:1:8"] },
  "circle/one": { findings: ["standard-circle ../two/pack.yaml:3:10"], says: "one → two → one" },
  "circle-behind": { findings: ["standard-circle ../circle/two/pack.yaml:3:10"], says: "one → two → one" },
  "circle-of-one": { findings: ["standard-circle pack.yaml:3:10"], says: "circle-of-one → circle-of-one" },
  "column-selects-nothing": { findings: ["selects-nothing tables/06.yaml"], says: "列“其中：单位资金”" },
  "constant-not-text": { findings: ["wrong-shape pack.yaml:6:5"] },
  duplicate: { findings: ["duplicate-standard two/pack.yaml:1:7"], says: "有两个标准都叫“同名”" },
  encoding: { findings: ["other-encoding sentences/procurement.hbs:1:1"], says: "GBK", warnings: true },
  "extends-a-list": { findings: ["unknown-extends pack.yaml:3:10"] },
  "extends-a-name": { findings: ["unknown-extends pack.yaml:3:10"], says: "不写标准的名称：qingyuan" },
  "extends-nothing": { findings: ["unknown-extends pack.yaml:3:9"], says: "后面是空的" },
  "extends-unknown": { findings: ["unknown-extends pack.yaml:3:10"], says: "是不是想写“qingyuan”？" },
  "extends-without-pack": { findings: ["missing-file pack.yaml:3:10"], says: "里没有 pack.yaml" },
  "figure-circle": { findings: ["figure-circle figures.yaml:33:6", "figure-circle figures.yaml:34:6"] },
  "form-width": { findings: ["form-width forms/1.yaml:7:9"], says: "占 1 栏，应当占 2 栏" },
  "format-unknown": { findings: ["unknown-name tables/03.yaml:8:52"], says: "没有叫“简”的格式" },
  "inner-row-selects-nothing": { findings: ["selects-nothing tables/12.yaml:22:11"], says: "支出性质" },
  "levels-unknown": { findings: ["unknown-word tables/03.yaml:17:27"], says: "[类, 款, 项]" },
  "list-like-a-figure": { findings: ["duplicate-name lists.yaml:1:9"], says: "“项目支出”既是名单又是数" },
  "missing-example": { findings: ["missing-example pack.yaml:4:10"], ownExample: true },
  "no-place-for-money": {
    findings: ["fact-not-in-table budgets/lianzhou.yaml:56:20", "fact-not-in-table budgets/lianzhou.yaml:64:20"],
    says: "支出总体情况表",
  },
  "repeated-table": { findings: ["repeated-table document.yaml:21:16"] },
  "repeated-title": { findings: ["repeated-title tables/03.yaml:1:8"] },
  "required-unknown": {
    findings: ["unknown-name pack.yaml:4:18", "unknown-name pack.yaml:4:24"],
    says: "是不是想写“主要职责”？",
  },
  "row-selects-nothing": { findings: ["selects-nothing tables/08.yaml:19:7"], says: "行“事业收入安排的”" },
  "stray-files": {
    findings: ["stray-file figure.yaml:1:1", "stray-file sentences/procurement.txt:1:1", "stray-file tables/03.yml:1:1"],
    says: "是不是想写“figures.yaml”？",
    warnings: true,
  },
  "template-syntax": { findings: ["template-syntax sentences/procurement.hbs"] },
  "total-of-nothing": { findings: ["unknown-name tables/01.yaml:1:1"], says: "没有叫“本年收入”的一节" },
  "total-differs": { findings: ["total-differs tables/08.yaml"], says: "列“合计”" },
  "unknown-name-in-a-branch": { findings: ["unknown-name sentences/procurement.hbs:1:29"] },
  "unknown-sentence": { findings: ["unknown-name document.yaml:7:19"] },
  "unknown-table": { findings: ["unknown-name document.yaml:8:16"] },
  "unused-constant": { findings: ["unused-name pack.yaml:6:3"], says: "常数“公开日期”" },
  "unused-figure": { findings: ["unused-name figures.yaml:32:1", "unused-name figures.yaml:33:1"], says: "数“大楼”" },
  "unused-input": { findings: ["unused-name inputs.yaml:2:3", "unused-name inputs.yaml:3:3"], says: "要写明的事实“食堂面积”" },
  "unused-sentence": { findings: ["unused-file sentences/closing.hbs:1:1"] },
  "unused-table": { findings: ["unused-file tables/13.yaml:1:1"] },
  "unused-word": { findings: ["unused-name pack.yaml:7:3"], says: "词“全部门”" },
  "unused-wording": { findings: ["unused-name phrases.yaml:13:3"], says: "增减的写法“变化简”" },
  "without-document": { findings: ["missing-file pack.yaml:1:7"], says: "document.yaml" },
  "without-name": { findings: ["missing-key pack.yaml:1:1"] },
  "yaml-syntax": { findings: ["yaml-syntax tables/03.yaml:4:1"] },
};

interface Json {
  readonly code: string;
  readonly severity: string;
  readonly hint?: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

async function check(name: string, ownExample: boolean): Promise<{ code: number; found: readonly Json[]; text: string }> {
  const lines: string[] = [];
  const terminal = { out: (line: string) => void lines.push(line), error: (line: string) => void lines.push(line), colour: false, env: {} };
  const argv = ["standards", "check", join(BAD, name), "--format", "json", ...(ownExample ? [] : ["--example", EXAMPLE])];
  const code = await main(argv, terminal);
  const text = lines.join("\n");
  const { standards, diagnostics } = JSON.parse(text) as { standards: { diagnostics: Json[] }[]; diagnostics: Json[] };
  return { code, found: [...diagnostics, ...standards.flatMap((standard) => standard.diagnostics)], text };
}

function placeOf({ file = "", line, column }: Json, name: string): string {
  const own = relative(join(BAD, name), file);
  return `${own.startsWith("../../") ? relative(ROOT, file) : own}:${line}:${column}`;
}

describe("a broken standard gives exactly its finding, with place and remedy", () => {
  it.each(Object.entries(CASES))("%s", async (name, { findings, says, warnings, ownExample }) => {
    const { code, found, text } = await check(name, ownExample === true);
    const places = found.map((each) => `${each.code} ${placeOf(each, name)}`);
    // Where only the file is sure, its lines may come to be known.
    const expected = findings.map((finding) => (/:\d+$/.test(finding) ? finding : expect.stringMatching(new RegExp(`^${finding}:\\d+:\\d+$`))));
    expect(places).toEqual(expected);
    expect(code).toBe(warnings ? EXIT.fine : EXIT.document);
    if (says !== undefined) expect(text.replaceAll('\\"', '"')).toContain(says);
    expect(found.filter(({ hint }) => hint === undefined)).toEqual([]);
  });

  it("there is a case for every folder", () => {
    const folders = readdirSync(BAD);
    expect(folders.filter((folder) => !Object.keys(CASES).some((name) => name.split("/")[0] === folder))).toEqual([]);
  });
});
