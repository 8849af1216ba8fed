import { formatNumber } from "../base/money.ts";
import { type FieldValue, type Item, type ItemsSpec, type StatedValue, writtenAmount } from "../model/stated.ts";
import { spellingOf } from "../model/text.ts";

/** Something stated under a name, in the words in which a person compares it. */
export type Entry = readonly [name: string, words: string];

function writtenField(value: FieldValue): string {
  if (value.kind === "amount") return writtenAmount(value);
  if (value.kind === "quantity") return formatNumber(value.value, { decimals: value.value.decimalPlaces(), trim: false, separator: true }) + value.measure;
  return value.paragraphs.map(spellingOf).join("\n");
}

/** What an input states, an entry for each thing that may be changed by itself: one of a value, one for each 功能科目 or item. */
export function entriesOf(name: string, value: StatedValue, items: ItemsSpec | undefined): Entry[] {
  if (value.kind === "texts") return [...value.byCode].map(([code, text]) => [`${name} / ${code}`, spellingOf(text)]);
  if (value.kind === "items") return value.items.map((item) => [`${name} / ${titleOf(item, items)}`, writtenItem(item)]);
  return [[name, writtenField(value)]];
}

/** What an item goes by: its levels, where it has some, else its first field. */
function titleOf({ fields }: Item, items: ItemsSpec | undefined): string {
  const names = items === undefined || items.levels.length === 0 ? [items?.fields[0]?.name ?? ""] : items.levels;
  const words = names.flatMap((name) => {
    const value = fields.get(name);
    return value === undefined ? [] : [writtenField(value)];
  });
  return words.join(" / ");
}

function writtenItem({ fields }: Item): string {
  return [...fields].map(([name, value]) => `${name}：${writtenField(value)}`).join("；");
}
