import { entriesOf, entryOf, itemsOf, type Node } from "../base/node.ts";
import { inputSections } from "../check/budget/inputs.ts";
import { MONEY_KEYS } from "../model/budget-grammar.ts";
import type { Categories, Classification } from "../model/classification.ts";
import type { Standard } from "../model/standard.ts";
import type { Edit } from "./edits.ts";

/** Sections whose keys may be 功能科目. */
const BY_FUNCTION = ["上年数", "前年数", "原因"];

/** A map whose keys are 科目, and of which classification. */
export interface CodedKeys {
  readonly node: Node;
  readonly axis: "functional" | "economic";
}

/** Every map of a file whose keys are, or may be, 科目. */
export function codedKeys(root: Node, standard: Standard): CodedKeys[] {
  const units = [root, ...itemsOf(entryOf(root, "下属单位")?.value)];
  const money = units.flatMap((unit) => MONEY_KEYS.flatMap(({ key }) => moneyIn(entryOf(unit, key)?.value)));
  const keyed = [...BY_FUNCTION.map((key) => entryOf(root, key)?.value), ...textsIn(root, standard)];
  return [
    ...[...money, ...keyed].flatMap((node) => (node === undefined ? [] : [{ node, axis: "functional" as const }])),
    ...money.flatMap((node) => entriesOf(node).map(({ value }) => ({ node: value, axis: "economic" as const }))),
  ];
}

/** Writes behind each bare code what it is called in the file's year. A name that is there is the checker's matter. */
export function namedCodes(root: Node, standard: Standard, classification: Classification): Edit[] {
  return codedKeys(root, standard).flatMap(({ node, axis }) => named(node, classification[axis]));
}

/** What has 功能科目 as keys: the section itself, or 支出 of each project. */
function moneyIn(node: Node | undefined): Node[] {
  if (node?.kind === "map") return [node];
  return itemsOf(node).flatMap((project) => entryOf(project, "支出")?.value ?? []);
}

function textsIn(root: Node, standard: Standard): (Node | undefined)[] {
  return [...inputSections(standard)].flatMap(([section, inputs]) => {
    const node = entryOf(root, section)?.value;
    return inputs.flatMap(({ kind, key }) => (kind === "texts" ? [key === section ? node : entryOf(node, key)?.value] : []));
  });
}

/** A code that stands twice among its neighbours is a mistake that a name would not mend. */
function named(node: Node | undefined, categories: Categories): Edit[] {
  const keys = entriesOf(node).map(({ key }) => key);
  return keys.flatMap(({ text, span }) => {
    const bare = /^(?:\d{3}|\d{5}|\d{7})$/.test(text) && span.file.text.slice(span.start, span.end) === text;
    const repeated = keys.filter((key) => /^\d+/.exec(key.text)?.[0] === text).length > 1;
    const name = bare && !repeated ? categories.get(text)?.name : undefined;
    return name === undefined ? [] : [{ start: span.end, end: span.end, text: ` ${name}` }];
  });
}
