import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { templatesOf } from "../../src/check/standard/names.ts";
import { checkStandard } from "../../src/check/standard/standard.ts";
import { listStandards, loadStandard } from "../../src/load/standard.ts";
import { loadText } from "../../src/load/text.ts";
import { parseYaml } from "../../src/load/yaml/parse.ts";
import type { ContentSpec, Standard } from "../../src/model/standard.ts";
import { ROOT } from "../support/compile.ts";

const TEMPLATES = join(ROOT, "templates");
const parse = (path: string) => {
  const { value, diagnostics } = loadText(path);
  return value === undefined ? { diagnostics } : parseYaml(value, { flow: true });
};
const names = [...listStandards(TEMPLATES, parse).keys()];

function contentsOf(content: readonly ContentSpec[]): ContentSpec[] {
  return content.flatMap((each) => (each.kind === "section" ? [each, ...contentsOf(each.content)] : [each]));
}

/** Everything that stands in a template of a standard, as one text. */
function wordsOf(standard: Standard): string {
  return templatesOf(standard)
    .map(({ source }) => source)
    .join("\n");
}

it("there is a standard in every folder but the common one", () => {
  const folders = readdirSync(TEMPLATES).filter((name) => name !== "common");
  expect(names).toHaveLength(folders.length);
});

describe.each(names)("the standard %s", (name) => {
  const sources = loadStandard(TEMPLATES, name, undefined, new Map());
  const { value: standard, diagnostics } = checkStandard(
    sources.value ?? { packs: [], trees: new Map(), common: new Map(), texts: new Map(), wording: "", folders: [], files: [] },
    new Set(),
  );
  const content = contentsOf(standard?.document.parts ?? []);

  it("defines every name that it uses", () => {
    expect([...sources.diagnostics, ...diagnostics]).toEqual([]);
    expect(standard).toBeDefined();
  });

  it("uses every table and sentence that it has", () => {
    const tables = content.flatMap((each) => (each.kind === "table" ? [each.key] : []));
    const sentences = content.flatMap((each) => (each.kind === "sentence" ? [each.key] : each.kind === "input" && each.otherwise ? [each.otherwise] : []));
    expect([...(standard?.tables.keys() ?? [])].sort()).toEqual([...new Set(tables)].sort());
    expect([...(standard?.sentences.keys() ?? [])].sort()).toEqual([...new Set(sentences)].sort());
  });

  it("uses every word, constant, phrase and figure of its own", () => {
    if (standard === undefined) throw new Error("no standard");
    const words = wordsOf(standard);
    const own = sources.value?.trees.get("figures.yaml");
    const figures = own?.kind === "map" ? own.entries.map(({ key }) => key.text) : [];
    const unused = [...standard.words.keys(), ...standard.constants.keys(), ...standard.phrases.changes.keys(), ...figures].filter(
      (each) => !words.includes(each),
    );
    expect(unused).toEqual([]);
  });

  it("says of every table that claims to cover its facts when it is empty, or never can be", () => {
    const silent = [...(standard?.tables.values() ?? [])].filter(
      ({ title, partition, where, notes }) =>
        title && partition && Object.keys(where).some((key) => key !== "资金来源") && !notes.some(({ when }) => when === "empty"),
    );
    expect(silent.map(({ title }) => title)).toEqual([]);
  });
});
