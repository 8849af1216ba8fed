import { describe, expect, test } from "vitest";
import { sourceFile } from "../../src/base/span.ts";
import { Findings } from "../../src/check/reader.ts";
import { readWording } from "../../src/check/standard/wording.ts";
import { parseYaml } from "../../src/load/yaml/parse.ts";
import type { Wording } from "../../src/model/wording.ts";

function read(...texts: string[]): { readonly wording: Wording; readonly findings: string[] } {
  const findings = new Findings();
  const nodes = texts.flatMap((text) => parseYaml(sourceFile("wording.yaml", text), { flow: true }).value ?? []);
  const wording = readWording(nodes, findings);
  return { wording, findings: findings.diagnostics.map(({ code, span }) => `${code} ${span?.file.text.slice(span.start, span.end)}`) };
}

describe("wording.yaml", () => {
  const found = (pattern: RegExp | undefined, text: string): string[] => (pattern === undefined ? [] : [...text.matchAll(pattern)].map(([word]) => word));

  test("a list that is not given finds nothing", () => {
    const { wording, findings } = read("{}");
    expect(findings).toEqual([]);
    expect(found(wording.words.空话, "无")).toEqual([]);
    expect([...wording.levels, ...wording.kinds, ...wording.residues, ...wording.slips]).toEqual([]);
  });

  test("a standard's own words add to the common ones, and the longest wins", () => {
    const { wording } = read("空话: [无]\n级别用语: { 市级: [市级财政] }", "空话: [无关]\n级别用语: { 市级: [市本级] }");
    expect(found(wording.words.空话, "无无关")).toEqual(["无", "无关"]);
    expect(found(wording.levels.get("市级"), "市本级和市级财政")).toEqual(["市本级", "市级财政"]);
  });

  test("a word is what it says, but for * and # and a sign that is repeated", () => {
    const { wording } = read("空话: [a.c, '（请*）', 第##条, XX, '____']");
    expect(found(wording.words.空话, "abc a.c")).toEqual(["a.c"]);
    expect(found(wording.words.空话, "（请填写）（请。）第1条第12条")).toEqual(["（请填写）", "第12条"]);
    expect(found(wording.words.空话, "XXX单位 XXL HBXX-1 ___ ______")).toEqual(["XXX", "______"]);
  });

  test("a slip within a word that holds it is none", () => {
    const { wording } = read("错字: [{ 错: 的的, 对: 的, 除外: [目的的, 的的确] }, { 错: 截止, 对: 截至, 写法: [截止20##年] }]");
    const [doubled, until] = wording.slips;
    expect(found(doubled?.pattern, "目的的确定，好的的书，的的确确，目的的")).toEqual(["的的"]);
    expect(found(until?.pattern, "截止日期，截止2023年底")).toEqual(["截止2023年"]);
  });

  test.each([
    ["空活: [无]", "unknown-key 空活"],
    ["空话: { 无: 无 }", "wrong-shape { 无: 无 }"],
    ["空话: ['*']", "unknown-word ['*']"],
    ["空话: ['']", "missing-value ''"],
    ["级别用语: { 市: [市级财政] }", "unknown-key 市"],
    ["级别用语: [市级财政]", "wrong-shape [市级财政]"],
    ["模板残留: { 级别: 错误 }", "wrong-shape { 级别: 错误 }"],
    ["模板残留: [{ 级别: 提示, 写法: [XX] }]", "unknown-word 提示"],
    ["模板残留: [{ 级别: 错误 }]", "missing-key 级别"],
    ["错字: [{ 错: 予算 }]", "missing-key 错"],
  ])("%s", (text, finding) => {
    expect(read(text).findings).toEqual([finding]);
  });
});
