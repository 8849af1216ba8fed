import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { joinedLines } from "../../src/author/format-lines.ts";
import type { Node } from "../../src/base/node.ts";
import { sourceFile } from "../../src/base/span.ts";
import { parseYaml } from "../../src/load/yaml/parse.ts";
import { ROOT } from "../support/compile.ts";

/** The texts of a budget file, each with its paragraphs; the items of a list are one text. */
function textsOf(node: Node): string[][] {
  if (node.kind === "map") return node.entries.flatMap(({ value }) => textsOf(value));
  if (node.kind === "scalar") return node.block ? [node.text.trim().split("\n")] : [];
  const items = node.items.flatMap((item) => (item.kind === "scalar" && item.block ? [item.text.trim()] : []));
  return [...(items.length > 0 ? [items] : []), ...node.items.flatMap((item) => (item.kind === "scalar" ? [] : textsOf(item)))];
}

function columnsOf(text: string): number {
  return text.length + (text.match(/[^\x20-\x7e]/g)?.length ?? 0);
}

/** A paragraph as a page of so many columns breaks it: no line begins with a mark. */
function wrapped(paragraph: string, columns: number): string[] {
  const lines: string[] = [];
  for (let rest = paragraph; rest !== ""; ) {
    let length = 1;
    while (length < rest.length && (columnsOf(rest.slice(0, length + 1)) <= columns || /[，。、；：？！）》”]/.test(rest[length] ?? ""))) length += 1;
    lines.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return lines;
}

/** Of the breaks between the lines of a text: how many are inside a paragraph, and which were joined, rightly or not. */
function judged(paragraphs: readonly string[], columns: number): { readonly breaks: number; readonly right: number; readonly wrong: readonly string[] } {
  const lines = paragraphs.flatMap((paragraph) => wrapped(paragraph, columns).map((words, index) => ({ words, goesOn: index > 0 })));
  const text = `概况: |\n${lines.map(({ words }) => `  ${words}\n`).join("")}`;
  const { value: tree } = parseYaml(sourceFile("unit.yaml", text), { flow: false });
  const joined = new Set((tree ? joinedLines(tree) : []).map(({ start }) => text.slice(0, start).split("\n").length - 1));
  return {
    breaks: lines.filter(({ goesOn }) => goesOn).length,
    right: lines.filter(({ goesOn }, index) => goesOn && joined.has(index)).length,
    wrong: lines.flatMap(({ words, goesOn }, index) => (!goesOn && joined.has(index) ? [words] : [])),
  };
}

it("joins most of what a page of any width has broken, and never two paragraphs", () => {
  const files = ["lianzhou-2023", "lianzhou", "siping", "suizhou"].map((name) => readFileSync(join(ROOT, "budgets", `${name}.yaml`), "utf8"));
  const texts = files.flatMap((file) => {
    const { value: tree } = parseYaml(sourceFile("unit.yaml", file), { flow: false });
    return tree === undefined ? [] : textsOf(tree);
  });
  const results = Array.from({ length: 25 }, (_, index) => 44 + 2 * index).flatMap((columns) => texts.map((text) => judged(text, columns)));
  const sum = (count: (result: (typeof results)[number]) => number): number => results.reduce((total, result) => total + count(result), 0);
  expect(results.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(sum(({ breaks }) => breaks)).toBeGreaterThan(1500);
  expect(sum(({ right }) => right) / sum(({ breaks }) => breaks)).toBeGreaterThan(0.7);
});
