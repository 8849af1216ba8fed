import { type Diagnostic, note } from "../../base/diagnostic.ts";
import type { InputSpec, Item, StatedValue } from "../../model/stated.ts";
import { wordsOf } from "../../model/stated.ts";
import type { Reconciled } from "../reconciled.ts";

/** Rows of fewer letters may well be alike: 100% with 工作计划. */
const SHORTEST = 12;

/** Two 指标 of one table whose whole rows, two cells or more, are the same under different names. */
export function sameIndicator({ budget, standard }: Reconciled): Diagnostic[] {
  const ofProjects = budget.projects.flatMap(({ inputs }) => [...inputs].map(([key, value]) => rowsOf(value, standard.projectInputs.get(key))));
  const ofDocument = [...budget.inputs].map(([name, value]) => rowsOf(value, standard.inputs.get(name)));
  return [...ofProjects, ...ofDocument].flatMap(repeated);
}

interface Row {
  readonly item: Item;
  readonly name: string;
  readonly cells: string;
}

function rowsOf(value: StatedValue, spec: InputSpec | undefined): Row[] {
  const levels = spec?.items?.levels ?? [];
  const last = levels.at(-1);
  if (value.kind !== "items" || last === undefined) return [];
  return value.items.flatMap((item) => {
    const cells = [...item.fields].flatMap(([key, field]) => (levels.includes(key) ? [] : [`${key}${wordsOf(field)}`]));
    return cells.length < 2 ? [] : [{ item, name: wordsOf(item.fields.get(last)), cells: cells.join("\n") }];
  });
}

function repeated(rows: readonly Row[]): Diagnostic[] {
  const first = new Map<string, Row>();
  return rows.flatMap(({ item, name, cells }) => {
    const earlier = first.get(cells);
    if (cells.length < SHORTEST) return [];
    if (earlier === undefined) first.set(cells, { item, name, cells });
    if (earlier === undefined || earlier.name === name) return [];
    const related = [{ message: `“${earlier.name}”在这里`, span: earlier.item.span }];
    return [note("same-indicator", `指标“${name}”和“${earlier.name}”写得一字不差，是不是抄来没有改？`, item.span, { related, hint: "各写各的指标值和依据" })];
  });
}
