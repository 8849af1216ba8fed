import type { Block, BudgetDocument, ContentsEntry, Heading, TableBlock } from "../src/model/document.ts";
import type { Cell, HeaderCell, Table, TableRow } from "../src/model/table.ts";

/** The looks of templates/common/print.css as far as Typst has them: the same faces, sizes, paper and margins. */
const PREAMBLE = `#let fang = ("BudgetGen FangSong", "BudgetGen Fallback", "BudgetGen Fallback Extension")
#let song = ("BudgetGen XiaoBiaoSong", "BudgetGen Fallback", "BudgetGen Fallback Extension")
#let hei = ("BudgetGen Hei", "BudgetGen Fallback", "BudgetGen Fallback Extension")
#let kai = ("BudgetGen Kai", "BudgetGen Fallback", "BudgetGen Fallback Extension")
#let folio = context {
  let page = counter(page).get().first()
  if page > 1 { align(if calc.odd(page) { right } else { left }, text(14pt)[— #page —]) }
}
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), footer: folio)
#set text(font: fang, size: 15.79pt, fallback: false)
#set par(justify: true, leading: 13.2pt, spacing: 13.2pt, first-line-indent: (amount: 2em, all: true))
#show heading: set text(weight: "regular")
#show heading: set block(above: 13.2pt, below: 13.2pt)
#show heading.where(level: 1): it => align(center, text(22pt, font: song, it.body))
#show heading.where(level: 2): it => block(inset: (left: 2em), text(15.79pt, font: hei, it.body))
#show heading.where(level: 3): it => block(inset: (left: 2em), text(15.79pt, font: kai, it.body))
#let wide(body) = page(flipped: true, margin: (top: 22mm, bottom: 26mm, x: 20mm), body)
#let entry(target, depth, words) = link(target, block(inset: (left: 2em * depth), spacing: 9pt, text(13pt, font: if depth == 0 { hei } else { fang },
  words + box(width: 1fr, inset: (x: 0.5em), repeat(".")) + context str(locate(target).page()))))
#let sheet(size, columns, over, head, rows) = {
  set text(size)
  set par(leading: 0.35em, justify: false, first-line-indent: 0em)
  show heading: it => align(center, text(18pt, font: song, it.body))
  table(columns: columns, stroke: 0.5pt, inset: (x: 2.5pt, y: 2pt), align: horizon, table.header(..over, ..head), ..rows)
}
#let over(width, body) = table.cell(colspan: width, stroke: none, text(font: fang, body))
#let head(rows, columns, words) = table.cell(rowspan: rows, colspan: columns, align: center + horizon, text(font: hei, words))
#let label-cell(depth, words) = table.cell(inset: (left: 2.5pt + depth * 1em, rest: 2pt), words)
#let amount(words) = table.cell(align: right + horizon, words)
#let total(words) = text(font: hei, words)
#let note(words) = { set text(10pt); set par(leading: 3pt); words; parbreak() }
`;

/** The document as Typst source: the same words, tables, page breaks, headings and 目录 as the print edition has. */
export function typstSource(document: BudgetDocument): string {
  const { title, author, language, cover, contents, contentsHeading, parts } = document;
  const [tongue = "zh", ...regions] = language.split("-");
  const region = regions.find((each) => /^[A-Z]{2}$/.test(each)) ?? "CN";
  return [
    PREAMBLE,
    `#set document(title: ${quoted(title)}, author: ${quoted(author)})`,
    `#set text(lang: ${quoted(tongue)}, region: ${quoted(region)})`,
    "#v(52mm)",
    ...cover.map(({ text }) => `#align(center, text(26pt, font: song, ${quoted(text)}))`),
    "#pagebreak()",
    `#align(center, text(22pt, font: song, ${quoted(contentsHeading)}))`,
    ...contents.map(contentsLine),
    ...parts.flatMap(({ heading, blocks }) => partLines(heading, blocks)),
    "",
  ].join("\n");
}

function contentsLine({ anchor, text, level }: ContentsEntry): string {
  return `#entry(${target(anchor)}, ${level - 1}, ${quoted(text)})`;
}

function partLines(heading: Heading, blocks: readonly Block[]): string[] {
  const title = headingLine(heading);
  const [first, ...rest] = blocks;
  if (first?.kind === "table" && first.caption !== undefined) return [tablePage(first, title), ...rest.map(blockLine)];
  return ["#pagebreak(weak: true)", title, ...blocks.map(blockLine)];
}

function headingLine({ anchor, text, level }: Heading): string {
  return `#heading(level: ${level}, ${quoted(text)}) ${target(anchor)}`;
}

function blockLine(block: Block): string {
  switch (block.kind) {
    case "heading":
      return headingLine(block.heading);
    case "paragraph":
      return `#par(${quoted(block.text)})`;
    case "term":
      return `#par(${quoted(block.ordinal)} + text(font: hei, ${quoted(block.term)}) + ${quoted(block.separator + block.definition)})`;
    case "table":
      return block.caption === undefined ? tableCall(block) : tablePage(block, "");
    // The measured document has no form.
    case "form":
      return "";
  }
}

/** Every titled table starts a page, lying where it is wide. */
function tablePage(block: TableBlock, before: string): string {
  const inner = [before, tableCall(block), ...block.notes.map((text) => `#note(${quoted(text)})`)].join("\n");
  return block.table.orientation === "landscape" ? `#wide[\n${inner}\n]` : `#pagebreak(weak: true)\n${inner}`;
}

function tableCall({ table, caption }: TableBlock): string {
  const size = table.orientation === "landscape" ? "9pt" : "10pt";
  const columns = table.columns.map(({ width }) => `${width}fr`).join(", ");
  const over = caption === undefined ? [] : captionCells(caption, table);
  const head = table.header.flat().map(headerCell);
  const rows = table.rows.flatMap(bodyRow);
  return `#sheet(${size}, (${columns},), (${over.map((each) => `${each}, `).join("")}), (${head.join(", ")},), (\n${rows.join(", ")},))`;
}

function captionCells({ anchor, label, title, unitName, amountUnit }: NonNullable<TableBlock["caption"]>, table: Table): string[] {
  const width = table.columns.length;
  const left = Math.ceil(width / 2);
  return [
    `over(${width}, ${quoted(label)})`,
    `over(${width}, [#heading(level: 2, ${quoted(title)}) ${target(anchor)}])`,
    `over(${left}, ${quoted(unitName ?? "")})`,
    `over(${width - left}, align(right, ${quoted(amountUnit ?? "")}))`,
  ];
}

function headerCell({ text, rowSpan, columnSpan }: HeaderCell): string {
  return `head(${rowSpan}, ${columnSpan}, ${quoted(text)})`;
}

function bodyRow({ kind, cells }: TableRow): string[] {
  return cells.map((cell) => bodyCell(cell, kind === "total" ? `total(${quoted(cell.text)})` : quoted(cell.text)));
}

function bodyCell(cell: Cell, words: string): string {
  if (cell.kind === "amount") return `amount(${words})`;
  return cell.indent > 0 ? `label-cell(${cell.indent}, ${words})` : words;
}

function target(anchor: string): string {
  return `<${anchor}>`;
}

/** A string of Typst, in which nothing is markup. */
function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}
