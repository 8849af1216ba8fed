import {
  type CellChange,
  type Difference,
  type FactChange,
  type Head,
  isSame,
  type PassageChange,
  type StatedChange,
  type TableChange,
  type Words,
} from "../model/difference.ts";
import {
  CHANGE_NAMES,
  factDetails,
  factName,
  namesIn,
  PASSAGE_NAMES,
  signedYuan,
  tableName,
  totalWords,
  unlikeWords,
  yuan,
} from "../model/difference-words.ts";
import type { StandardStyles } from "../model/standard.ts";
import { html, type Markup, NOTHING } from "./markup.ts";
import { lines } from "./text.ts";
import { wholePage } from "./whole.ts";

/** Names of the two files, as the page shows them. */
export interface DifferenceFiles {
  readonly before: string;
  readonly after: string;
}

/** The page on which a reviewer reads how two budgets differ: one file, no scripts, nothing fetched. */
export function renderDifference(difference: Difference, files: DifferenceFiles, styles: StandardStyles): string {
  const title = `预算比较：${files.before} → ${files.after}`;
  const sections = sectionsOf(difference);
  const body = html`<a class="skip" href="#${sections[0]?.anchor ?? "top"}">跳到正文</a>
<header class="cover" id="top"><h1>预算比较</h1></header>
<main>
${headsOf(difference, files)}${contentsOf(difference, sections)}${sections.map(({ anchor, heading, content }) => html`<section class="changes" aria-labelledby="${anchor}">\n<h2 id="${anchor}">${heading}</h2>\n${content}</section>\n`)}</main>
`;
  return wholePage({ title, author: difference.after.unit, language: "zh-CN" }, styles.page + styles.difference, body);
}

interface PageSection {
  readonly anchor: string;
  readonly heading: string;
  readonly count: string;
  readonly content: Markup;
}

function sectionsOf(difference: Difference): PageSection[] {
  const { head, projects, facts, inputs, figures, tables, passages } = difference;
  const section = (anchor: string, heading: string, changes: readonly unknown[], measure: string, content: () => Markup): PageSection[] =>
    changes.length === 0 ? [] : [{ anchor, heading, count: `${changes.length} ${measure}`, content: content() }];
  return [
    ...section("head", "单位和标准", head, "处", () => statedTable(head)),
    ...section("projects", "项目", projects, "个", () => projectTable(difference)),
    ...section("facts", "支出", facts, "笔", () => factTable(difference)),
    ...section("inputs", "其他写明的内容", inputs, "处", () => statedTable(inputs)),
    ...section("figures", "数", figures, "个", () => figureTable(difference)),
    ...section("passages", "文字", passages, "处", () => passageList(passages)),
    ...section("tables", "表", tables, "张", () => html`${tables.map(tableSection)}`),
  ];
}

function headsOf(difference: Difference, files: DifferenceFiles): Markup {
  const row = (name: string, of: (head: Head) => string): Markup =>
    html`<tr><th scope="row" class="text">${name}</th><td class="text">${of(difference.before)}</td><td class="text">${of(difference.after)}</td></tr>\n`;
  const remarks = unlikeWords(difference).map((words) => html`<p class="remark">注意：${words}</p>\n`);
  return html`<div class="scroll" role="region" tabindex="0" aria-label="两份预算"><table>
<thead><tr><td class="head"></td><th class="head" scope="col">前一份：${files.before}</th><th class="head" scope="col">后一份：${files.after}</th></tr></thead>
<tbody>
${row("单位", ({ unit }) => unit)}${row("年度和文种", ({ year, kind }) => `${year} 年${kind}`)}${row("标准", ({ standard }) => standard)}${row("支出总计", ({ total }) => yuan(total))}</tbody></table></div>
${remarks}<p class="total">${totalWords(difference)}。</p>
`;
}

function contentsOf(difference: Difference, sections: readonly PageSection[]): Markup {
  if (isSame(difference)) return html`<p class="total">${difference.unlike.length === 0 ? "没有差别。" : "除此以外没有差别。"}</p>\n`;
  const items = sections.map(({ anchor, heading, count }) => html`<li><a href="#${anchor}">${heading}：${count}</a></li>\n`);
  return html`<nav class="counts" aria-label="差别"><ul>\n${items}</ul></nav>\n`;
}

type ColumnKind = "text" | "text short" | "amount";

/** A table of changes; the kind of each column says at which edge it stands. */
function changesTable(name: string, headings: readonly string[], kinds: readonly ColumnKind[], rows: readonly (readonly Markup[])[]): Markup {
  const head = headings.map((heading) => html`<th class="head" scope="col">${heading}</th>`);
  const body = rows.map((cells) => html`<tr>${cells.map((cell, index) => html`<td class="${kinds[index] ?? "text"}">${cell}</td>`)}</tr>\n`);
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${name}的变化"><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}</tbody></table></div>\n`;
}

/** A wording whole, with what of it went or came marked. */
function wording(side: "before" | "after", whole: string | undefined, words: readonly Words[]): Markup {
  const mark = side === "before" ? gone : added;
  if (words.length === 0) return mark(whole);
  const kept = words.filter(({ kind }) => kind === "same" || (kind === "gone") === (side === "before"));
  return html`${kept.map((each) => (each.kind === "same" ? lines((side === "before" ? each.before : undefined) ?? each.text) : mark(each.text)))}`;
}

const text = (words: string | undefined): Markup => (words === undefined ? html`<span class="none">没有</span>` : lines(words));
const gone = (words: string | undefined): Markup => (words === undefined ? text(words) : html`<del>${lines(words)}</del>`);
const added = (words: string | undefined): Markup => (words === undefined ? text(words) : html`<ins>${lines(words)}</ins>`);

function statedTable(changes: readonly StatedChange[]): Markup {
  const rows = changes.map(({ change, section, name, project, before, after, words }) => [
    text(CHANGE_NAMES[change]),
    text([section, ...(project === undefined ? [] : [project]), name].join(" / ")),
    wording("before", before, words),
    wording("after", after, words),
  ]);
  return changesTable("写明的内容", ["变化", "项目", "前一份", "后一份"], ["text short", "text", "text", "text"], rows);
}

function projectTable({ projects }: Difference): Markup {
  const rows = projects.map(({ change, code, before, after, amounts }) => [
    text(CHANGE_NAMES[change]),
    text(code ?? ""),
    gone(before),
    added(after),
    text(yuan(amounts.before)),
    text(yuan(amounts.after)),
  ]);
  return changesTable(
    "项目",
    ["变化", "项目编码", "前一份的名称", "后一份的名称", "前一份的金额", "后一份的金额"],
    ["text short", "text short", "text", "text", "amount", "amount"],
    rows,
  );
}

function factTable({ facts, before, after }: Difference): Markup {
  const rows = facts.map((fact) => [
    text(CHANGE_NAMES[fact.change]),
    text(fact.nature),
    factCell(fact, after.unit),
    text(fact.before && yuan(fact.before)),
    text(fact.after && yuan(fact.after)),
    text(signedYuan(fact.difference)),
  ]);
  const sum = html`<p class="note">各笔差额合计：${signedYuan(after.total.minus(before.total))}，等于支出总计的变化。</p>\n`;
  return html`${changesTable("支出", ["变化", "支出性质", "科目", "前一份", "后一份", "差额"], ["text short", "text short", "text", "amount", "amount", "amount"], rows)}${sum}`;
}

function factCell(fact: FactChange, ownUnit: string): Markup {
  const details = factDetails(fact, ownUnit);
  return html`${factName(fact)}${details.length === 0 ? NOTHING : html`<br><span class="details">${details.join("，")}</span>`}`;
}

function figureTable({ figures }: Difference): Markup {
  const rows = figures.map(({ name, before, after, difference, shownDifference }) => [
    text(name),
    text(before?.shown),
    text(after?.shown),
    text(shownDifference),
    text(signedYuan(difference)),
  ]);
  return changesTable("数", ["名称", "前一份", "后一份", "印出来的差额", "准确的差额"], ["text", "amount", "amount", "amount", "amount"], rows);
}

function tableSection({ change, amountUnit, cells, ...table }: TableChange): Markup {
  const name = tableName(table);
  const count = change === "changed" ? `${cells.length} 格` : CHANGE_NAMES[change];
  const rows = cells.map((cell) => [text(cell.row), text(cell.column), gone(cell.before), added(cell.after)]);
  const kinds: ColumnKind[] = cells.every(isAmount) ? ["text", "text", "amount", "amount"] : ["text", "text", "text", "text"];
  const about = html`<p class="note">${[amountUnit, named("行", cells, "row"), named("栏", cells, "column")].filter((words) => words !== "").join("；")}</p>\n`;
  return html`<h3>${name}（${count}）</h3>\n${about}${changesTable(name, ["行", "栏", "前一份", "后一份"], kinds, rows)}`;
}

function named(what: string, cells: readonly CellChange[], of: "row" | "column"): string {
  const names = namesIn(cells, of);
  return names.length < 2 ? "" : `${names.length} ${what}`;
}

function isAmount({ before = "", after = "" }: CellChange): boolean {
  return [before, after].every((words) => /^[\d.,%-]*$/.test(words));
}

/** Paragraphs below the headings under which they stand, with what went and what came marked. */
function passageList(passages: readonly PassageChange[]): Markup {
  let open: string | undefined;
  return html`${passages.map((passage) => {
    const place = passage.section.join(" / ");
    const heading = place === open || place === "" ? NOTHING : html`<h3>${place}</h3>\n`;
    open = place;
    return html`${heading}<p class="passage"><span class="change">${CHANGE_NAMES[passage.change]}${PASSAGE_NAMES[passage.kind]}</span>${passage.words.map(marked)}</p>\n`;
  })}`;
}

function marked({ kind, text: words }: Words): Markup {
  if (kind === "same") return lines(words);
  return kind === "gone" ? gone(words) : added(words);
}
