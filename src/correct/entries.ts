import type { CorrectionPhrase, CorrectionWord } from "../model/correction.ts";
import type { CellChange, Difference, PassageChange, PassageKind, TableChange } from "../model/difference.ts";

/** One line of the table of a 更正说明. */
export interface Entry {
  readonly place: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** A phrase of correction.yaml with its words filled in. */
export type Say = (phrase: CorrectionPhrase, words?: Readonly<Partial<Record<CorrectionWord, string>>>) => string;

/** What is printed otherwise, in the order in which the document has it: what stands before the tables, the tables, what follows. */
export function entriesOf({ passages, tables }: Difference, order: readonly string[], say: Say): Entry[] {
  const placeOf = (section: readonly string[]): number => {
    const index = order.indexOf(section[0] ?? "");
    return section.length === 0 ? -1 : index < 0 ? order.length : index;
  };
  const placed = [
    ...passages.map((passage) => ({ at: placeOf(passage.section), entries: passageEntries(passage, say) })),
    ...tables.map((table) => ({ at: placeOf(table.section), entries: tableEntries(table, say) })),
  ];
  return placed.sort((one, other) => one.at - other.at).flatMap(({ entries }) => entries);
}

const KINDS: Readonly<Record<PassageKind, CorrectionPhrase>> = { cover: "标题文字", heading: "标题文字", paragraph: "段落", note: "表注", term: "名词" };

function passageEntries({ section, kind, name, sentences }: PassageChange, say: Say): Entry[] {
  const place = section.length === 0 ? say("封面的位置") : section.join(say("标题之间"));
  const none = say("没有");
  return sentences.map(({ before, after }) => ({ place, what: say(KINDS[kind], { 名词: name }), before: before ?? none, after: after ?? none }));
}

function tableEntries(table: TableChange, say: Say): Entry[] {
  const { label, subject, amountUnit, change, cells } = table;
  const title = subject === "" ? table.title : say("重复的表名", { 表名: table.title, 表的对象: subject });
  const place = say(amountUnit === "" ? "表的位置" : "有单位的表的位置", { 表号: label, 表名: title, 表的单位: amountUnit }).trim();
  if (change !== "changed") {
    const [none, some] = [say("没有"), say("有")];
    return [{ place, what: say("整张表"), before: change === "added" ? none : some, after: change === "added" ? some : none }];
  }
  return rowsOf(cells).flatMap((row) => rowEntries(row, say).map((entry) => ({ place, ...entry })));
}

/** Cells that one line tells: of a row that came or went as a whole, or that print the same under several headings. */
function rowsOf(cells: readonly CellChange[]): CellChange[][] {
  const rows: CellChange[][] = [];
  for (const cell of cells) {
    const last = rows.at(-1)?.[0];
    if (last !== undefined && isOneLine(last, cell)) rows.at(-1)?.push(cell);
    else rows.push([cell]);
  }
  return rows;
}

function isOneLine(one: CellChange, other: CellChange): boolean {
  if (one.row === "" || one.row !== other.row || sideOf(one) !== sideOf(other)) return false;
  return sideOf(one) !== "both" || (one.before === other.before && one.after === other.after);
}

function sideOf({ before, after }: CellChange): "before" | "after" | "both" {
  return before === undefined ? "after" : after === undefined ? "before" : "both";
}

type RowEntry = Omit<Entry, "place">;

function rowEntries(cells: readonly CellChange[], say: Say): RowEntry[] {
  const [first] = cells;
  if (first === undefined) return [];
  const { row } = first;
  const none = say("没有");
  const shown = (text: string | undefined): string => (text === undefined || text === "" ? none : text);
  if (sideOf(first) === "both") {
    const columns = [...new Set(cells.map((cell) => cell.column))].filter((name) => name !== "").join(say("几栏之间"));
    const what = row === "" || columns === "" ? row + columns : say("行和栏", { 行: row, 栏: columns });
    return [{ what, before: shown(first.before), after: shown(first.after) }];
  }
  const whole = (side: "before" | "after"): string => {
    const texts = cells.filter((cell) => (cell[side] ?? "") !== "").map((cell) => cell.column + say("栏与数之间") + cell[side]);
    return texts.length === 0 ? none : texts.join(say("各栏之间"));
  };
  return [{ what: say("整行", { 行: row }), before: whole("before"), after: whole("after") }];
}
