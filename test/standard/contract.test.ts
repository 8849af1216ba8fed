import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkContract } from "../../src/check/standard/contract.ts";
import { checkStandard } from "../../src/check/standard/standard.ts";
import { listStandards, loadStandard } from "../../src/load/standard.ts";
import { loadText } from "../../src/load/text.ts";
import { parseYaml } from "../../src/load/yaml/parse.ts";
import { ROOT } from "../support/compile.ts";

const TEMPLATES = join(ROOT, "templates");
const parse = (path: string) => {
  const { value, diagnostics } = loadText(path);
  return value === undefined ? { diagnostics } : parseYaml(value, { flow: true });
};
const names = [...listStandards(TEMPLATES, parse).keys()];

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

  it("defines every name that it uses", () => {
    expect([...sources.diagnostics, ...diagnostics]).toEqual([]);
    expect(standard).toBeDefined();
  });

  it("keeps the contract: nothing in it is idle, doubled or impossible", () => {
    if (standard === undefined || sources.value === undefined) throw new Error("no standard");
    expect(checkContract(standard, sources.value)).toEqual([]);
  });

  it("says of every table that claims to cover its facts when it is empty, or never can be", () => {
    const silent = [...(standard?.tables.values() ?? [])].filter(
      ({ title, partition, where, notes }) =>
        title && partition && Object.keys(where).some((key) => key !== "资金来源") && !notes.some(({ when }) => when === "empty"),
    );
    expect(silent.map(({ title }) => title)).toEqual([]);
  });
});
