import { edited } from "../../../src/author/edits.ts";
import { type RolledForward, rollForward } from "../../../src/author/roll-forward/roll-forward.ts";
import type { Amounts } from "../../../src/author/roll-forward/values.ts";
import { hasErrors } from "../../../src/base/diagnostic.ts";
import type { Node } from "../../../src/base/node.ts";
import { sourceFile } from "../../../src/base/span.ts";
import { readHead } from "../../../src/check/budget/head.ts";
import { Findings } from "../../../src/check/reader.ts";
import { checkedStandard } from "../../../src/commands/checked-standard.ts";
import { loadClassification } from "../../../src/load/classification.ts";
import { parseYaml } from "../../../src/load/yaml/parse.ts";
import { RESOURCES } from "../../support/compile.ts";

export interface Rolled extends RolledForward {
  readonly text: string;
}

/** Next year's file of a text; nothing where the text cannot be rolled forward. */
export function tryRolling(text: string, amounts: Amounts = "to fill", link = "上年.yaml"): Rolled | undefined {
  const file = sourceFile("今年.yaml", text);
  const { value: tree, diagnostics } = parseYaml(file, { flow: false });
  if (tree?.kind !== "map" || hasErrors(diagnostics)) return undefined;
  const { standard, year } = readHead(tree, new Findings());
  const found = standard && checkedStandard(standard.value, undefined, RESOURCES).value;
  if (found === undefined || year === undefined || year.value >= 2099) return undefined;
  const [now, next] = [0, 1].map((more) => loadClassification(RESOURCES.classification, year.value + more));
  if (now === undefined || next === undefined) return undefined;
  const outcome = rollForward({ tree, year: year.value, standard: found.standard, classifications: { now, next }, amounts, link });
  if (outcome.value === undefined) throw new Error(outcome.diagnostics.map(({ code, message }) => `${code} ${message}`).join("\n"));
  return { ...outcome.value, text: edited(text, outcome.value.edits) };
}

export function rolled(text: string, amounts: Amounts = "to fill", link?: string): Rolled {
  const value = tryRolling(text, amounts, link);
  if (value === undefined) throw new Error(`not rolled forward:\n${text}`);
  return value;
}

/** The keys of a tree in order, each with its depth. */
export function keysOf(node: Node, depth = 0): string[] {
  if (node.kind === "scalar") return [];
  if (node.kind === "list") return node.items.flatMap((item) => keysOf(item, depth));
  return node.entries.flatMap(({ key, value }) => [`${" ".repeat(depth)}${key.text}`, ...keysOf(value, depth + 1)]);
}

export function treeOf(text: string): Node {
  const { value } = parseYaml(sourceFile("file.yaml", text), { flow: false });
  if (value === undefined) throw new Error("the text cannot be read");
  return value;
}
