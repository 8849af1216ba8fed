import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../support/compile.ts";

const SOURCES = join(ROOT, "src");

/** Floors from the ground up; folders on one floor do not know each other. */
const FLOORS: readonly (readonly string[])[] = [
  ["base"],
  ["model"],
  ["load", "check", "confirm", "derive", "reconcile", "compose", "compare", "correct", "render", "print"],
  ["last-year", "author"],
  ["compile.ts"],
  ["commands"],
  ["cli.ts"],
  ["budgetgen.ts"],
];

const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));

function roomOf(path: string): string {
  return path.split("/")[0] ?? path;
}

function floorOf(path: string): number {
  return FLOORS.findIndex((rooms) => rooms.includes(roomOf(path)));
}

function importsOf(path: string): string[] {
  const text = readFileSync(join(SOURCES, path), "utf8");
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map((match) => match[1] ?? "");
  return specifiers.map((specifier) => relative(SOURCES, normalize(join(SOURCES, dirname(path), specifier))));
}

describe("the house", () => {
  it("has a floor for every file", () => {
    expect(files.filter((path) => floorOf(path) < 0)).toEqual([]);
  });

  it("lets upper floors import lower ones only, and no room its neighbour", () => {
    const wrong = files.flatMap((path) =>
      importsOf(path)
        .filter((target) => (roomOf(target) === roomOf(path) ? false : floorOf(target) >= floorOf(path)))
        .map((target) => `${path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it("has no circles", () => {
    const graph = new Map(files.map((path) => [path, importsOf(path)]));
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, above: readonly string[]): void => {
      if (above.includes(path)) circles.push([...above.slice(above.indexOf(path)), path].join(" → "));
      if (done.has(path) || above.includes(path)) return;
      for (const target of graph.get(path) ?? []) visit(target, [...above, path]);
      done.add(path);
    };
    for (const path of files) visit(path, []);
    expect(circles).toEqual([]);
  });

  it("keeps files short", () => {
    const long = files.filter((path) => readFileSync(join(SOURCES, path), "utf8").split("\n").length > 250);
    expect(long).toEqual([]);
  });

  it("knows no region, no standard's table and no amount", () => {
    const names = readdirSync(join(ROOT, "templates")).filter((name) => name !== "common");
    const titles = names.flatMap((name) =>
      readdirSync(join(ROOT, "templates", name), { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(".yaml"))
        .flatMap((path) => [...readFileSync(join(ROOT, "templates", name, path), "utf8").matchAll(/^(?:title|name): (.+)$/gm)].map((match) => match[1] ?? "")),
    );
    const words = [...names, ...titles.filter((title) => title !== "" && !title.includes("{{"))];
    const found = files.flatMap((path) => {
      const text = readFileSync(join(SOURCES, path), "utf8");
      return words.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`);
    });
    expect(words.length).toBeGreaterThan(12);
    expect(found).toEqual([]);
  });
});
