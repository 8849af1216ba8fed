import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { allPages, codesOfPages, LAYERS, levelsOf, pagesFolder } from "../../src/commands/pages.ts";
import { ROOT } from "../support/compile.ts";

/** The index of all codes, whose tables are made of the pages and of docs/errors/museum.yaml. */
const INDEX = join(ROOT, "docs", "errors.zh-CN.md");

const HOW = ["不可能发生", "查得出", "判断不了"] as const;

/** A kind of mistake that was seen in a published budget. */
interface Kind {
  readonly number: number;
  readonly kind: string;
  readonly source: string;
  readonly how: (typeof HOW)[number];
  readonly codes?: readonly string[];
  readonly why?: string;
}

const KINDS: readonly Kind[] = parse(readFileSync(join(pagesFolder(), "museum.yaml"), "utf8"));

function link(code: string): string {
  return `[\`${code}\`](errors/${code}.md)`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`).join("\n");
}

function tableOfCodes(): string {
  const pages = allPages();
  const layers = LAYERS.map((layer) => {
    const rows = pages.filter((page) => page.layer === layer).map((page) => [link(page.code), levelsOf(page), page.title]);
    return rows.length === 0 ? "" : `### ${layer}（${rows.length}）\n\n${table(["代号", "级别", "题目"], rows)}`;
  });
  return layers.filter((layer) => layer !== "").join("\n\n");
}

function tableOfKinds(): string {
  const rows = KINDS.map(({ number, kind, source, how, codes = [], why = "" }) => {
    const handled = [why, codes.map(link).join("、")].filter((text) => text !== "").join("；");
    return [String(number), kind, source, how, handled];
  });
  return table(["号", "错误", "哪里见过", "怎么对付", "说明、代号"], rows);
}

/** The index with its tables as they should be. */
function upToDate(text: string): string {
  return [
    ["代号", tableOfCodes()],
    ["真实的错误", tableOfKinds()],
  ].reduce((before, [name, made = ""]) => {
    const section = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
    expect(before).toMatch(section);
    return before.replace(section, (_, begin: string, end: string) => `${begin}\n${made}\n\n${end}`);
  }, text);
}

describe("docs/errors.zh-CN.md", () => {
  it("has the tables that the pages and docs/errors/museum.yaml give", () => {
    const written = readFileSync(INDEX, "utf8");
    const wanted = upToDate(written);
    if (process.env.UPDATE_DOCS) writeFileSync(INDEX, wanted);
    else expect(written, "to make it anew: UPDATE_DOCS=1 npx vitest run test/commands/errors-index.test.ts").toBe(wanted);
  });

  it("accounts for all 39 kinds of real mistakes", () => {
    expect(KINDS.map(({ number }) => number)).toEqual(Array.from({ length: 39 }, (_, index) => index + 1));
    for (const { number, kind, source, how, codes = [], why = "" } of KINDS) {
      expect(HOW, `${number}`).toContain(how);
      expect(
        [kind, source].every((text) => text !== ""),
        `${number}`,
      ).toBe(true);
      expect(how === "查得出" ? codes.length > 0 : why !== "", `${number} says by what it is found, or why it cannot happen or be told`).toBe(true);
    }
  });

  it("names only codes that have a page", () => {
    const known = new Set(codesOfPages());
    expect(KINDS.flatMap(({ codes = [] }) => codes).filter((code) => !known.has(code))).toEqual([]);
  });

  it("lists every option of check and its formats", () => {
    const text = readFileSync(INDEX, "utf8");
    for (const word of ["--max", "--strict", "`text`", "`short`", "`json`", "`sarif`", "`github`"]) expect(text).toContain(word);
  });
});
