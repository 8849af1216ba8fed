import type { BudgetDocument, TableBlock } from "../../model/document.ts";
import type { Standard } from "../../model/standard.ts";
import type { Findings } from "../reader.ts";
import { TotalsChecker } from "./contract-totals.ts";

/**
 * Holds a document's tables against their declarations, apart from how they were derived: every total
 * row and column is made of exactly the facts of its leaves, each once, and its amount is their exact sum;
 * no two tables bear one number or title.
 */
export function checkDocument(standard: Standard, document: BudgetDocument, findings: Findings): void {
  const tables = document.parts.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "table" ? [block] : [])));
  for (const { table } of tables) {
    const spec = standard.tables.get(table.key);
    if (spec !== undefined) new TotalsChecker(spec, findings).rows(table.rows);
  }
  const placeOf = (block: TableBlock) => standard.tables.get(block.table.key)?.span;
  for (const part of ["label", "title"] as const) {
    for (const [text, block] of repeatedCaptions(tables, part)) {
      findings.error(`repeated-${part}`, `印出来有两张表的${part === "label" ? "表号" : "表名"}都是“${text}”`, placeOf(block), `改掉其中一张的 ${part}`);
    }
  }
}

function repeatedCaptions(tables: readonly TableBlock[], part: "label" | "title"): [string, TableBlock][] {
  const seen = new Set<string>();
  return tables.flatMap((block): [string, TableBlock][] => {
    const text = block.caption?.[part] ?? "";
    if (text === "" || !seen.has(text)) {
      seen.add(text);
      return [];
    }
    return [[text, block]];
  });
}
