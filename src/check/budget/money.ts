import { warning } from "../../base/diagnostic.ts";
import { keySlip } from "../../base/key-slip.ts";
import { isEmpty, type MapEntry, type Node, type ScalarNode } from "../../base/node.ts";
import type { Span } from "../../base/span.ts";
import { didYouMean } from "../../base/suggest.ts";
import type { ExpenditureFact, Project, Unit } from "../../model/budget.ts";
import type { Category, Classification } from "../../model/classification.ts";
import {
  type ExpenditureNature,
  FUND_SOURCE_GROUPS,
  FUND_SOURCES,
  type FundSource,
  MONEY_YEARS,
  type MoneyYear,
  NATURES_WITHOUT_ECONOMIC,
} from "../../model/expenditure.ts";
import { readAmount } from "../amount.ts";
import { asMap, type Findings } from "../reader.ts";
import { isToFill } from "../to-fill.ts";
import { readCategory } from "./category.ts";
import { refuseRepeatedCodes } from "./repeated-codes.ts";

/** What is already known where a piece of the money grammar is read. */
interface MoneyContext {
  readonly classification: Classification;
  readonly nature: ExpenditureNature;
  readonly unit: Unit;
  readonly project?: Project;
  readonly findings: Findings;
}

interface Place {
  readonly functional: Category;
  /** Where the 功能科目 is written. */
  readonly functionalSpan: Span;
  readonly economic?: Category;
}

/** Reads 功能科目 → 经济科目 → [资金来源 →] 金额, the one grammar for money. */
export function readMoney(node: Node, what: string, context: MoneyContext): ExpenditureFact[] {
  const map = asMap(node, what, context.findings);
  refuseRepeatedCodes(map?.entries ?? [], context.findings);
  return (map?.entries ?? []).flatMap((entry) => {
    const functional = readCategory(entry.key, "项", context.classification, context.findings);
    return readUnderFunctional(entry, functional, context);
  });
}

function readUnderFunctional(entry: MapEntry, functional: Category | undefined, context: MoneyContext): ExpenditureFact[] {
  const { findings, nature } = context;
  const plain = NATURES_WITHOUT_ECONOMIC.has(nature);
  if (plain && (entry.value.kind === "scalar" || beginsWithSource(entry.value))) {
    return readUnderEconomic(entry, functional && { functional, functionalSpan: entry.key.span }, context);
  }
  if (entry.value.kind === "scalar" && functional === undefined) return [];
  if (entry.value.kind === "scalar" && !isEmpty(entry.value) && !isToFill(entry.value)) {
    const slip = keySlip(entry.value.text);
    if (slip !== undefined) {
      findings.error(slip.code, slip.message, entry.value.span, slip.hint);
      return [];
    }
    findings.error(
      "economic-missing",
      `“${entry.key.text}”下面缺少经济科目`,
      entry.value.span,
      "下一行缩进，先写经济科目再写金额，例如“30201 办公费: 138,000”",
    );
    return [];
  }
  const map = asMap(entry.value, entry.key.text, findings);
  refuseRepeatedCodes(map?.entries ?? [], findings);
  return (map?.entries ?? []).flatMap((inner) => {
    const economic = readCategory(inner.key, "款", context.classification, findings);
    // Below a 科目 of the wrong level stands what belongs to another level too.
    if (economic === undefined && inner.value.kind === "map" && !beginsWithSource(inner.value)) return [];
    return readUnderEconomic(inner, functional && economic && { functional, functionalSpan: entry.key.span, economic }, context);
  });
}

function beginsWithSource(node: Node): boolean {
  return node.kind === "map" && node.entries.every(({ key }) => !/^\d/.test(key.text));
}

function readUnderEconomic(entry: MapEntry, place: Place | undefined, context: MoneyContext): ExpenditureFact[] {
  if (entry.value.kind !== "map") {
    if (NATURES_WITHOUT_DEFAULT.has(context.nature)) {
      context.findings.error("source-missing", `“${context.nature}”要写明资金来源`, entry.key.span, "下一行缩进，写“资金来源: 金额”，例如“事业收入: 50,000”");
    }
    const fact = readFact(entry.key, entry.value, place, defaultSource(place?.functional, context.nature), context);
    return fact === undefined ? [] : [fact];
  }
  return (asMap(entry.value, entry.key.text, context.findings)?.entries ?? []).flatMap(({ key, value }) => {
    const source = readSource(key, context.findings);
    const fact = readFact(key, value, place, source, context);
    return fact === undefined ? [] : [fact];
  });
}

export interface Source {
  readonly source: FundSource;
  readonly moneyYear: MoneyYear;
}

/** Money that is given to others comes from anywhere: no source is likelier than another. */
export const NATURES_WITHOUT_DEFAULT: ReadonlySet<ExpenditureNature> = new Set(["对附属单位补助支出", "上缴上级支出"]);

/** Where the file names no source: the budget that the 功能科目 belongs to, and for 经营支出 the 经营收入. */
function defaultSource(functional: Category | undefined, nature: ExpenditureNature): Source {
  const byKind = FUND_SOURCES.find((source) => source === functional?.kind) ?? "一般公共预算";
  return { source: nature === "事业单位经营支出" ? "事业单位经营收入" : byKind, moneyYear: "本年" };
}

/** Every way to name a 资金来源: 事业收入, 事业收入上年结转. */
export const SOURCE_NAMES: ReadonlyMap<string, Source> = new Map(
  FUND_SOURCES.flatMap((source) => MONEY_YEARS.map((moneyYear) => [moneyYear === "本年" ? source : source + moneyYear, { source, moneyYear }] as const)),
);

function readSource(key: ScalarNode, findings: Findings): Source | undefined {
  const source = SOURCE_NAMES.get(key.text);
  if (source !== undefined) return source;
  if (/^\d/.test(key.text))
    return findings.error("bad-category", `这里应当写资金来源，不是科目“${key.text}”`, key.span, "经济科目下面可以直接写金额，或者再分资金来源");
  const hint = didYouMean(key.text, SOURCE_NAMES.keys()) ?? `可以写：${FUND_SOURCES.join("、")}，或者后面加“上年结转”`;
  return findings.error("unknown-source", `没有“${key.text}”这种资金来源`, key.span, hint);
}

/**
 * Where a 功能科目 belongs to one of the three budgets, its money comes from that one. A 科目 of 一般公共预算, the first of
 * them, also takes what comes from none; those of the other two are for their own money alone.
 */
function warnOfSource(place: Place, source: Source, at: Span, findings: Findings): void {
  const { kind, code, name } = place.functional;
  const [general, ...others] = FUND_SOURCE_GROUPS.财政拨款 ?? [];
  const fromOutside = source.source !== general && !others.includes(source.source);
  if (kind === source.source || (fromOutside && kind === general)) return;
  const message = `科目 ${code} ${name} 属于${kind}，资金来源写的是${source.source}`;
  findings.diagnostics.push(warning("source-differs", message, at, { hint: "核对科目和资金来源，改正其中一个" }));
}

function readFact(key: ScalarNode, node: Node, place: Place | undefined, source: Source | undefined, context: MoneyContext): ExpenditureFact | undefined {
  const stated = readAmount(node, key.text, context.findings);
  if (stated === undefined || place === undefined || source === undefined) return undefined;
  warnOfSource(place, source, key.span, context.findings);
  return {
    functional: place.functional.code,
    functionalSpan: place.functionalSpan,
    ...(place.economic && { economic: place.economic.code }),
    nature: context.nature,
    ...(context.project && { project: context.project }),
    ...source,
    unit: context.unit,
    amount: stated.amount,
    ...(stated.doubtful && { doubtful: true as const }),
    span: stated.span,
  };
}
