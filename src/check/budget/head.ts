import { entryOf, type Node } from "../../base/node.ts";
import type { Span } from "../../base/span.ts";
import { asMap, asScalar, type Findings } from "../reader.ts";

/** What must be known of a budget file before the rest of it can be read: which standard, which year's 科目. */
export interface BudgetHead {
  readonly standard?: { readonly value: string; readonly span: Span };
  readonly year?: { readonly value: number; readonly span: Span };
}

/** The first year of the present budget law's forms and a year far enough ahead to be a slip. */
export const YEARS = { first: 2015, last: 2099 };

export function readHead(root: Node, findings: Findings): BudgetHead {
  const map = asMap(root, "预算文件", findings);
  if (map === undefined) return {};
  const standard = entryOf(root, "标准")?.value;
  if (standard === undefined) {
    findings.error("missing-key", "预算文件缺少“标准”", map.entries[0]?.key.span ?? map.span, "补上一行“标准: …”");
  }
  const year = entryOf(root, "年度")?.value;
  const name = standard && asScalar(standard, "标准", findings);
  const yearValue = year && readYear(year, findings);
  return {
    ...(name && { standard: { value: name.text, span: name.span } }),
    ...(yearValue !== undefined && { year: { value: yearValue, span: year?.span ?? root.span } }),
  };
}

function readYear(node: Node, findings: Findings): number | undefined {
  const scalar = asScalar(node, "年度", findings, "四位的年份，例如 2024");
  if (scalar === undefined) return undefined;
  const value = /^\d{4}$/.test(scalar.text) ? Number(scalar.text) : Number.NaN;
  if (value >= YEARS.first && value <= YEARS.last) return value;
  return findings.error("bad-year", `“年度”应当写四位的年份，这里写的是“${scalar.text}”`, scalar.span, "例如“年度: 2024”，后面不写“年”字");
}
