import type { Block, BudgetDocument, Heading, TableBlock } from "../src/model/document.ts";
import type { Cell, HeaderCell, Table, TableRow } from "../src/model/table.ts";

/** A node of pdfmake's document definition: plain JSON, so that it is made beforehand. */
type Content = string | number | boolean | readonly Content[] | { readonly [key: string]: Content | undefined };

const PORTRAIT = { pageOrientation: "portrait", pageBreak: "before" } as const;
const LANDSCAPE = { pageOrientation: "landscape", pageBreak: "before" } as const;

/** The document as pdfmake's definition. Its footer is a function, so the peer adds that. */
export function pdfmakeDefinition(document: BudgetDocument): Content {
  const { title, author, language, cover, contents, contentsHeading, parts } = document;
  const entries = new Map(contents.map(({ anchor, text, level }) => [anchor, { text, level }]));
  return {
    info: { title, author },
    language,
    pageSize: "A4",
    pageMargins: [74, 100, 74, 95],
    defaultStyle: { font: "FangSong", fontSize: 15.79, lineHeight: 1.5 },
    styles: {
      cover: { font: "XiaoBiaoSong", fontSize: 26, alignment: "center" },
      part: { font: "XiaoBiaoSong", fontSize: 22, alignment: "center" },
      heading: { font: "Hei" },
      subheading: { font: "Kai" },
      title: { font: "XiaoBiaoSong", fontSize: 18, alignment: "center" },
      head: { font: "Hei", alignment: "center" },
      note: { fontSize: 10, lineHeight: 1.2 },
    },
    content: [
      { text: " ", margin: [0, 0, 0, 120] },
      ...cover.map(({ text }) => ({ text, style: "cover" })),
      { toc: { title: { text: contentsHeading, style: "part" }, outlines: true }, pageBreak: "before" },
      ...parts.flatMap(({ heading, blocks }) => partContent(heading, blocks, entries)),
    ],
  };
}

type Entries = ReadonlyMap<string, { readonly text: string; readonly level: number }>;

function partContent(heading: Heading, blocks: readonly Block[], entries: Entries): Content[] {
  const [first] = blocks;
  const lying = first?.kind === "table" && first.table.orientation === "landscape";
  const title = { ...headingContent(heading, entries), ...(lying ? LANDSCAPE : PORTRAIT) };
  return [title, ...blocks.flatMap((block, index) => blockContent(block, index > 0, entries))];
}

function headingContent({ anchor, text, level }: Heading, entries: Entries): { readonly [key: string]: Content | undefined } {
  const styles = ["part", "heading", "subheading"];
  return { text, style: styles[level - 1] ?? "subheading", ...(level > 1 && { leadingIndent: 31.6 }), ...listed(anchor, entries) };
}

/** What puts a text into the 目录, in the words that it has there. */
function listed(anchor: string, entries: Entries): { readonly [key: string]: Content | undefined } {
  const entry = entries.get(anchor);
  if (entry === undefined) return {};
  return { tocItem: true, tocMargin: [26 * (entry.level - 1), 0, 0, 0], tocStyle: { fontSize: 13, lineHeight: 1.3 }, tocNumberStyle: { fontSize: 13 } };
}

function blockContent(block: Block, breaks: boolean, entries: Entries): Content[] {
  switch (block.kind) {
    case "heading":
      return [headingContent(block.heading, entries)];
    case "paragraph":
      return [{ text: block.text, leadingIndent: 31.6, alignment: "justify" }];
    case "term":
      return [{ text: [block.ordinal, { text: block.term, font: "Hei" }, block.separator + block.definition], leadingIndent: 31.6 }];
    case "table":
      return tableContent(block, breaks, entries);
    // The measured document has no form.
    case "form":
      return [];
  }
}

function tableContent({ table, caption, notes }: TableBlock, breaks: boolean, entries: Entries): Content[] {
  const over = caption === undefined ? [] : captionRows(caption, table, entries);
  const body = [...over, ...headerRows(table), ...table.rows.map(bodyRow)];
  const small = table.orientation === "landscape" ? 9 : 10;
  const total = table.columns.reduce((sum, { width }) => sum + width, 0);
  // A star column takes no share, so widths are given in percent, less what the paddings need.
  const widths = table.columns.map(({ width }) => `${((width / total) * 100 - 0.9).toFixed(2)}%`);
  const page = caption === undefined || !breaks ? {} : table.orientation === "landscape" ? LANDSCAPE : PORTRAIT;
  const printed = {
    fontSize: small,
    lineHeight: 1.2,
    ...page,
    table: { headerRows: over.length + table.header.length, dontBreakRows: true, widths, body },
  };
  return [printed, ...notes.map((text) => ({ text, style: "note" }))];
}

const NO_BORDER = [false, false, false, false];

function captionRows({ anchor, label, title, unitName, amountUnit }: NonNullable<TableBlock["caption"]>, table: Table, entries: Entries): Content[][] {
  const width = table.columns.length;
  const left = Math.ceil(width / 2);
  const whole = (cell: { readonly [key: string]: Content | undefined }): Content[] => filled({ ...cell, colSpan: width, border: NO_BORDER }, width);
  return [
    whole({ text: label }),
    whole({ text: title, style: "title", ...listed(anchor, entries) }),
    [
      ...filled({ text: unitName ?? "", colSpan: left, border: NO_BORDER }, left),
      ...filled({ text: amountUnit, alignment: "right", colSpan: width - left, border: NO_BORDER }, width - left),
    ],
  ];
}

/** pdfmake wants an empty cell for every place that a span covers. */
function filled(cell: Content, width: number): Content[] {
  return [cell, ...Array.from({ length: width - 1 }, () => ({}))];
}

function headerRows(table: Table): Content[][] {
  const rows = table.header.map(() => table.columns.map((): Content | undefined => undefined));
  table.header.forEach((cells, y) => {
    for (const cell of cells) placeHeader(cell, y, rows);
  });
  return rows.map((row) => row.map((cell) => cell ?? {}));
}

function placeHeader({ text, rowSpan, columnSpan }: HeaderCell, y: number, rows: (Content | undefined)[][]): void {
  const x = rows[y]?.indexOf(undefined) ?? 0;
  for (const row of rows.slice(y, y + rowSpan)) row.fill({}, x, x + columnSpan);
  rows[y]?.fill({ text, style: "head", rowSpan, colSpan: columnSpan }, x, x + 1);
}

function bodyRow({ cells, kind }: TableRow): Content[] {
  return cells.map((cell) => ({ ...bodyCell(cell), ...(kind === "total" && { font: "Hei" }) }));
}

function bodyCell(cell: Cell): { readonly [key: string]: Content | undefined } {
  return cell.kind === "amount" ? { text: cell.text, alignment: "right" } : { text: cell.text, margin: [cell.indent * 10, 0, 0, 0] };
}
