import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/base/diagnostic.ts";
import { position } from "../../src/base/span.ts";
import { compileBudget, type Resources } from "../../src/compile.ts";
import { loadStandard } from "../../src/load/standard.ts";
import { RESOURCES, ROOT } from "../support/compile.ts";
import { putLastYear } from "../support/lianzhou.ts";

const folder = mkdtempSync(join(tmpdir(), "budgetgen-to-fill-"));
putLastYear(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Standards that were read once, so that each of many files is not kept waiting for them. */
const standards = new Map<string, Resources>();

function resourcesFor(text: string): Resources {
  const name = /^标准: (.*)$/m.exec(text)?.[1] ?? "";
  const known = standards.get(name);
  const sources = known === undefined ? loadStandard(RESOURCES.standards, name, undefined, RESOURCES.trees).value : undefined;
  if (sources === undefined) return known ?? RESOURCES;
  const resources = { ...RESOURCES, sources, ready: () => ({ wording: sources.wording, templates: new Map() }) };
  standards.set(name, resources);
  return resources;
}

function found(text: string): readonly Diagnostic[] {
  const path = join(folder, "unit.yaml");
  writeFileSync(path, text);
  return compileBudget(path, resourcesFor(text)).diagnostics;
}

/** Every value of a file that stands in one line, with the file in which it is still to be filled in. */
function withoutOne(text: string): { readonly line: string; readonly text: string }[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const [, key] = /^(\s*(?:- )?[^#:]+: )[^|#\s].*$/.exec(line) ?? /^(\s{4,})[^\s#-][^:]*$/.exec(line) ?? [];
    return key === undefined ? [] : [{ line, text: [...lines.slice(0, index), `${key}待填`, ...lines.slice(index + 1)].join("\n") }];
  });
}

/** How many values lie between those that are tried; BUDGETGEN_EVERY=1 tries all, which takes minutes. */
const EVERY = Number(process.env.BUDGETGEN_EVERY ?? 25);
/** Values on which much else depends. */
const ALWAYS = /年度|文种|名称: |性质|编码|主要职责|截至/;

describe.each(["lianzhou", "siping", "suizhou"])("a value of %s that is still to be filled in", (name) => {
  const text = readFileSync(join(ROOT, "budgets", `${name}.yaml`), "utf8");
  const known = new Set(found(text).map(({ message }) => message));
  const cases = withoutOne(text).filter(({ line }, index) => index % EVERY === 0 || ALWAYS.test(line));
  it.each(cases)("gives one finding: $line", ({ text: changed }) => {
    const findings = found(changed).filter(({ message }) => !known.has(message));
    expect(findings.map(({ code }) => code)).toEqual(["to-fill"]);
  });
});

const SMALLEST = readFileSync(join(ROOT, "test", "museum", "nothing-wrong.yaml"), "utf8");

/** Places and messages of what is said of the smallest file with something in it changed. */
function said(from: string, to: string): string[] {
  expect(SMALLEST).toContain(from);
  return found(SMALLEST.replace(from, to)).map(({ code, message, span }) => {
    const place = span && position(span.file, span.start);
    return `${place?.line}:${place?.column} ${code === "to-fill" ? message : code}`;
  });
}

describe("待填", () => {
  it("is found inside a longer text, once for each", () => {
    expect(said("2023年12月31日", "截至待填")).toEqual(["28:9 “国有资产 / 截至”还没有填"]);
    expect(said("机构设置: 办公室。", "机构设置: | # 待填的不止一处\n    内设待填。\n    编制待填名。")).toEqual([
      "23:7 “概况 / 机构设置”还没有填",
      "24:7 “概况 / 机构设置”还没有填",
    ]);
  });

  it("stands for a name as well as for a value", () => {
    expect(said("    30211 差旅费: 0", "    待填: 待填")).toEqual([
      "19:5 “基本支出 / 2010350 事业运行 / 名称”还没有填",
      "19:9 “基本支出 / 2010350 事业运行 / 待填”还没有填",
    ]);
    expect(said("  收入总计: 1万元", "  待填: 1万元\n  收入总计: 1万元")).toEqual(["9:3 “上年数 / 名称”还没有填"]);
    expect(said("30211 差旅费: 0", "30211 差旅费:\n      待填: 100,000")).toHaveLength(1);
  });

  it("stands for a whole section", () => {
    expect(said("2010350 事业运行:\n    30201 办公费: 10,000\n    30211 差旅费: 0", "2010350 事业运行: 待填")).toEqual([
      "17:17 “基本支出 / 2010350 事业运行”还没有填",
    ]);
    expect(said("年度: 2024", "年度: 2024\n上年文件: 待填")).toEqual(["4:7 “上年文件”还没有填"]);
    expect(said("标准: 清远县区", "标准: 待填")).toEqual(["2:5 “标准”还没有填"]);
  });

  it("is a word like any other where it begins one", () => {
    expect(said("办公室。", "职数空缺有待填补，按时报送待填报的表。")).toEqual([]);
  });

  it("does not hide other mistakes of the same project", () => {
    const project = "项目支出:\n  - 项目名称: 待填\n    支出:\n      2010399:\n        30227: 1.2.3\n政府采购:";
    expect(said("政府采购:", project)).toEqual(["24:11 “项目支出 / 项目名称”还没有填", "27:16 bad-amount"]);
  });
});
