import { type Exact, formatNumber, inUnit, type Money } from "../base/money.ts";
import { type FieldValue, type Item, wordsOf } from "../model/stated.ts";
import type { Text } from "../model/text.ts";

/** Whether an item has in some fields the words that are wanted there. */
export function holds(item: Item, where: ReadonlyMap<string, string>): boolean {
  return [...where].every(([field, wanted]) => wordsOf(item.fields.get(field)) === wanted);
}

/** The amount (元) in a field of an item. */
export function amountIn(item: Item, field: string): Money | undefined {
  const value = item.fields.get(field);
  return value?.kind === "amount" ? value.amount : undefined;
}

/** The number in a field of an item: an amount in 元, or a count. */
export function numberIn(item: Item, field: string): Exact | undefined {
  const value = item.fields.get(field);
  if (value?.kind === "quantity") return value.value;
  return amountIn(item, field);
}

/** A stated value as a cell prints it: words with their figures, a count with its unit, an amount as it was written. */
export function fieldText(value: FieldValue, print: (text: Text) => string): string {
  if (value.kind === "text") return value.paragraphs.map(print).join("\n");
  if (value.kind === "quantity") return formatNumber(value.value, { decimals: 0, trim: true, separator: false }) + value.measure;
  return formatNumber(inUnit(value.amount, value.unit), { decimals: value.decimals, trim: false, separator: false }) + value.unit;
}
