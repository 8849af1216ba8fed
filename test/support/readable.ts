import type { Block, BudgetDocument, FormBlock, TableBlock } from "../../src/model/document.ts";

/** A composed document as text that a person can hold against the published one. */
export function readableText(document: BudgetDocument): string {
  const lines = [...document.cover.map(({ text }) => text.replaceAll("\u200b", "")), "", document.contentsHeading];
  for (const { text, level } of document.contents) lines.push("  ".repeat(level - 1) + text);
  for (const part of document.parts) {
    lines.push("", "", part.heading.text);
    for (const block of part.blocks) lines.push("", ...blockLines(block));
  }
  return `${lines.join("\n")}\n`;
}

function blockLines(block: Block): string[] {
  if (block.kind === "heading") return [block.heading.text];
  if (block.kind === "paragraph") return [block.text];
  if (block.kind === "term") return [block.ordinal + block.term + block.separator + block.definition];
  if (block.kind === "form") return readableForm(block).trimEnd().split("\n");
  const rows = block.caption === undefined ? readableTable(block).trimEnd().split("\n") : [`${block.caption.label} ${block.caption.title}`.trim()];
  return rows;
}

/** One table as text: headings, then a line a row, cells between bars, labels indented as they are printed. */
export function readableTable({ table, caption, notes }: TableBlock): string {
  const head = caption === undefined ? [] : [caption.label, caption.title, `${caption.unitName ?? ""}  ${caption.amountUnit ?? ""}`, ""];
  const header = table.header.map((row) => row.map((cell) => cell.text + spans(cell.rowSpan, cell.columnSpan)).join(" | "));
  const rows = table.rows.map((row) => row.cells.map((cell) => (cell.kind === "text" ? "　".repeat(cell.indent) + cell.text : cell.text)).join(" | "));
  return `${[...head, ...header, "----", ...rows, ...notes].map((line) => line.trimEnd()).join("\n")}\n`;
}

/** A form as text: a line a row, labels in corner brackets, cells between bars. */
function readableForm({ form, caption, notes }: FormBlock): string {
  const rows = form.rows.map((row) =>
    row.map(({ kind, text, rowSpan, columnSpan }) => (kind === "label" ? `「${text}」` : text.replaceAll("\n", "⏎")) + spans(rowSpan, columnSpan)).join(" | "),
  );
  return `${[`${caption.title}  ${caption.amountUnit ?? ""}`, ...rows, ...notes].map((line) => line.trimEnd()).join("\n")}\n`;
}

function spans(rows: number, columns: number): string {
  return rows * columns === 1 ? "" : `〔${rows}行${columns}列〕`;
}
