import type { CorrectionGiven, CorrectionNote, CorrectionPhrase } from "../model/correction.ts";
import type { Compared, Difference } from "../model/difference.ts";
import type { BudgetDocument } from "../model/document.ts";
import { documentWords, fillLabel } from "../model/document-words.ts";
import { formatNamed } from "../model/standard.ts";
import type { Cell, Table } from "../model/table.ts";
import { type Entry, entriesOf, type Say } from "./entries.ts";

/** Whether anything that is printed has changed; without that there is nothing to correct. */
export function isPrintedOtherwise({ passages, tables }: Difference): boolean {
  return passages.length + tables.length > 0;
}

/** The corrected document, marked as such wherever its title stands. */
export function markedDocument({ document, standard }: Pick<Compared, "document" | "standard">): BudgetDocument {
  const mark = standard.correction.标记.source;
  const cover = document.cover.map((line) => (line.role === "title" ? { ...line, text: `${line.text}\u200b${mark}` } : line));
  return { ...document, title: document.title + mark, cover };
}

/** The 更正说明 on how the second budget corrects the first, in its standard's words. */
export function correctionNote(difference: Difference, after: Compared, given: CorrectionGiven): CorrectionNote {
  const { document, budget } = after;
  const order = document.parts.map(({ heading }) => heading.text.replaceAll("\u200b", ""));
  const entries = entriesOf(difference, order, sayOf(after, given, 0));
  const say = sayOf(after, given, entries.length);
  return {
    title: say("标题"),
    author: budget.unit.name,
    language: document.language,
    opening: say(given.published === undefined ? "不知公开日期的开头" : "开头"),
    table: tableOf(entries, say),
    closing: [say("原因"), say("结尾")],
    signature: { unit: say("落款单位"), date: say("落款日期") },
  };
}

function sayOf({ document, budget, standard }: Compared, { reason, date, published = "" }: CorrectionGiven, count: number): Say {
  const own = { 文档标题: document.title, 公开日期: published, 更正日期: date, 更正原因: reason, 更正处数: String(count) };
  const words = new Map([...documentWords(budget, standard, formatNamed(standard.formats).amount.unit), ...Object.entries(own)]);
  return (phrase: CorrectionPhrase, more = {}) => fillLabel(standard.correction[phrase].source, new Map([...words, ...Object.entries(more)]));
}

const COLUMNS: readonly { readonly phrase: CorrectionPhrase; readonly width: number }[] = [
  { phrase: "序号", width: 7 },
  { phrase: "位置", width: 24 },
  { phrase: "项目", width: 25 },
  { phrase: "更正前", width: 22 },
  { phrase: "更正后", width: 22 },
];

function tableOf(entries: readonly Entry[], say: Say): Table {
  const cell = (text: string): Cell => ({ kind: "text", text, indent: 0 });
  return {
    key: "correction",
    orientation: "portrait",
    header: [COLUMNS.map(({ phrase }) => ({ text: say(phrase), rowSpan: 1, columnSpan: 1 }))],
    columns: COLUMNS.map(({ width }) => ({ kind: "text", width })),
    rows: entries.map(({ place, what, before, after }, index) => ({ kind: "line", cells: [String(index + 1), place, what, before, after].map(cell) })),
    empty: entries.length === 0,
    printed: { 功能科目: new Set(), 经济科目: new Set() },
  };
}
