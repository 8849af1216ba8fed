import { join } from "node:path";
import { type Diagnostic, hasErrors } from "../base/diagnostic.ts";
import { entryOf, type Node } from "../base/node.ts";
import type { Outcome } from "../base/outcome.ts";
import { namesIn } from "../load/standard-files.ts";
import { type Parse, scalarIn } from "../load/standard-folders.ts";
import type { UnitNature } from "../model/expenditure.ts";

/** 科目 of a starter file: for each 功能科目 its 经济科目. */
export type PlannedCodes = ReadonlyMap<string, readonly string[]>;

/** What a starter file has beside what the standard asks for: starter.yaml, for one 性质. */
export interface StarterPlan {
  /** Lines of the remark at the beginning. */
  readonly opening: readonly string[];
  /** Sections in the order in which they stand; any other comes last. */
  readonly order: readonly string[];
  /** Remarks above a section, or above one of its keys as 段/项. */
  readonly remarks: ReadonlyMap<string, string>;
  /** Figures that may be stated under 批复. */
  readonly approvals: readonly string[];
  readonly basic: PlannedCodes;
  readonly project: PlannedCodes;
  /** Keys that every project should have, asked for or not. */
  readonly projectKeys: readonly string[];
  /** Keys whose text begins with `|`. */
  readonly longTexts: readonly string[];
  /** Keys whose text is written item by item. */
  readonly listed: readonly string[];
  /** Names of the first levels of 指标. */
  readonly indicators: readonly string[];
  /** Reasons that are usually another's. */
  readonly reasons: ReadonlyMap<string, string>;
}

const FILE = "starter.yaml";

/** Reads starter.yaml of a standard's folders, its own first: each section is taken from the nearest that has it. */
export function readPlan(folders: readonly string[], parse: Parse, nature: UnitNature): Outcome<StarterPlan> {
  const diagnostics: Diagnostic[] = [];
  const trees = folders
    .filter((folder) => namesIn(folder).includes(FILE))
    .flatMap((folder) => {
      const read = parse(join(folder, FILE));
      diagnostics.push(...read.diagnostics);
      return read.value ?? [];
    });
  if (hasErrors(diagnostics)) return { diagnostics };
  const section = (key: string): Node | undefined => trees.flatMap((tree) => entryOf(tree, key)?.value ?? [])[0];
  const value = {
    opening: (trees.flatMap((tree) => scalarIn(tree, "开头")?.text ?? [])[0] ?? "").split("\n").filter((line) => line !== ""),
    order: wordsOf(section("次序")),
    remarks: textsOf(section("说明")),
    approvals: wordsOf(section("批复")),
    basic: codesOf(section("基本支出"), nature),
    project: codesOf(section("项目支出"), nature),
    projectKeys: wordsOf(section("项目")),
    longTexts: wordsOf(section("长文字")),
    listed: wordsOf(section("分项")),
    indicators: wordsOf(section("指标")),
    reasons: textsOf(section("原因")),
  };
  return { value, diagnostics };
}

function wordsOf(node: Node | undefined): string[] {
  return node?.kind === "list" ? node.items.flatMap((item) => (item.kind === "scalar" ? [item.text.trim()] : [])) : [];
}

function textsOf(node: Node | undefined): ReadonlyMap<string, string> {
  const entries = node?.kind === "map" ? node.entries : [];
  return new Map(entries.flatMap(({ key, value }) => (value.kind === "scalar" ? [[key.text, value.text.trim()] as const] : [])));
}

function codesOf(node: Node | undefined, nature: UnitNature): PlannedCodes {
  const codes = entryOf(node, nature)?.value;
  return new Map(codes?.kind === "map" ? codes.entries.map(({ key, value }) => [key.text, wordsOf(value)] as const) : []);
}
