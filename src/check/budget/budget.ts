import { hasErrors, warning } from "../../base/diagnostic.ts";
import type { MapEntry, MapNode, Node } from "../../base/node.ts";
import type { Outcome } from "../../base/outcome.ts";
import { didYouMean, nearest } from "../../base/suggest.ts";
import type { Budget } from "../../model/budget.ts";
import { BUDGET_KEYS, MONEY_KEYS, namesOf } from "../../model/budget-grammar.ts";
import { type Classification, withOwn } from "../../model/classification.ts";
import { documentWords, fillLabel } from "../../model/document-words.ts";
import { DOCUMENT_KINDS } from "../../model/expenditure.ts";
import type { Standard } from "../../model/standard.ts";
import type { Text } from "../../model/text.ts";
import { asMap, asOneOf, Findings, fieldsOf } from "../reader.ts";
import { type KnownNames, readParagraphs, readText } from "../text.ts";
import { withPlacesToFill } from "../to-fill.ts";
import { readAdjustments } from "./adjustments.ts";
import { readAmounts } from "./amounts.ts";
import { checkCategories } from "./category-checks.ts";
import { readCategoryMappings } from "./category-mappings.ts";
import { type BudgetHead, readHead } from "./head.ts";
import { inputSections, readInputs } from "./inputs.ts";
import { figureNames } from "./names.ts";
import { OwnCategories } from "./own-categories.ts";
import { readReasons } from "./reasons.ts";
import { checkReferences } from "./references.ts";
import { requireInputs } from "./required.ts";
import { readSubordinateUnits, readUnit, readUnitMoney, type UnitMoney } from "./units.ts";

/** A name that is not the code's keeps no money from being read. */
const NAME_ALONE = "category-name";

/** Reads a budget file as the facts it states. Everything that is wrong with it comes in one run. */
export function checkBudget(root: Node, standard: Standard, classification: Classification): Outcome<Budget> {
  const findings = new Findings();
  const map = asMap(root, "预算文件", findings);
  if (map === undefined) return { diagnostics: findings.diagnostics };
  const own = new OwnCategories(map, classification, findings);
  const known = withOwn(classification, own.categories);
  const budget = readBudget(map, standard, known, findings);
  const sections = [...MONEY_KEYS.map(({ key }) => key), "下属单位"];
  const refused = checkCategories({ root: map, own, budget, sections }, standard, known, findings);
  const diagnostics = withPlacesToFill(root, findings.diagnostics);
  if (budget === undefined) return { diagnostics };
  const definitions = new Map([...budget.definitions].filter(([term]) => !refused.has(term)));
  return { value: { ...budget, definitions, ownCategories: own.categories }, diagnostics };
}

function readBudget(map: MapNode, standard: Standard, classification: Classification, findings: Findings): Budget | undefined {
  const fields = fieldsOf(map, namesOf(BUDGET_KEYS, inputSections(standard).keys()), "预算文件", findings, map.entries[0]?.key.span);
  const field = <Value>(key: string, read: (entry: MapEntry) => Value | undefined): Value | undefined => {
    const entry = fields.get(key);
    return entry && read(entry);
  };
  const places = new Map(map.entries.map(({ key }) => [key.text, key.span]));
  const head = readHead(map, new Findings());
  if (head.year) warnOfYear(head.year, classification, findings);
  const documentKind = field("文种", ({ value }) => asOneOf(value, "文种", DOCUMENT_KINDS, findings));
  const unit = field("单位", ({ value }) => readUnit(value, findings));
  // Money is read even where 单位 is wrong, so that all of a file's mistakes come in one run.
  const spender = unit ?? { name: "", nature: "事业单位" as const, unread: new Set(["简称", "编码"]), span: map.span };
  const before = findings.diagnostics.length;
  const own = readUnitMoney(map, spender, standard, classification, findings);
  const others = field("下属单位", ({ value }) => readSubordinateUnits(value, spender, standard, classification, findings)) ?? [];
  const money = [own, ...others];
  const unreadMoney = hasErrors(findings.diagnostics.slice(before).filter(({ code }) => code !== NAME_ALONE));
  const unreadNames = new Set<string>(namesOfMisspelt(map, fields, standard));
  const approvable = [...standard.figures.keys(), ...[...standard.inputs.values()].flatMap(({ kind, name }) => (kind === "amount" ? [name] : []))];
  const names = figureNames(standard);
  const words = documentWords({ year: head.year?.value ?? 0, unit: spender, documentKind: documentKind ?? "部门预算" }, standard, "");
  const rest = {
    units: money.map((each) => each.unit),
    projects: money.flatMap((each) => each.projects),
    facts: money.flatMap((each) => each.facts),
    approvals: readAmounts(fields.get("批复")?.value, "批复", { names: approvable }, findings),
    lastYear: readAmounts(fields.get("上年数")?.value, "上年数", { names: [...standard.figures.keys()], classification }, findings, unreadNames),
    yearBeforeLast: readAmounts(fields.get("前年数")?.value, "前年数", { names: [...standard.figures.keys()], classification }, findings, unreadNames),
    adjustments: readAdjustments(fields.get("同口径调整")?.value, standard, names, findings),
    categoryMappings: readCategoryMappings(fields.get("科目对照")?.value, classification, findings),
    reasons: readReasons(fields.get("原因")?.value, { standard, classification, texts: names }, findings, unreadNames),
    inputs: readInputs(map, standard, findings, unreadNames),
    tableNotes: readTableNotes(fields.get("表注")?.value, standard, words, findings),
    definitions: readDefinitions(fields.get("名词解释")?.value, names, findings),
  };
  checkReferences(standard, rest, isNamed(money, fields.get("下属单位")?.value), findings);
  requireInputs(standard, { ...rest, unread: unreadNames, places, span: map.entries[0]?.key.span ?? map.span }, findings);
  if (rest.facts.length === 0 && !unreadMoney) findings.error("no-money", "文件里没有一笔钱", map.entries[0]?.key.span, "至少写“基本支出”或“项目支出”");
  if (head.year === undefined || documentKind === undefined || unit === undefined) return undefined;
  return {
    year: head.year.value,
    documentKind,
    unit,
    ...rest,
    places,
    unread: { money: unreadMoney, names: unreadNames },
    span: map.entries[0]?.key.span ?? map.span,
  };
}

/** Whether every project and every unit has a name that could be read; what names one that has none is no finding. */
function isNamed(money: readonly UnitMoney[], others: Node | undefined): boolean {
  return money.every(({ unnamed }) => !unnamed) && (others?.kind !== "list" || others.items.length === money.length - 1);
}

function warnOfYear({ value, span }: NonNullable<BudgetHead["year"]>, { covered }: Classification, findings: Findings): void {
  if (value >= covered.first && value <= covered.last) return;
  const message = `科目表只有 ${covered.first} 年到 ${covered.last} 年的，${value} 年的科目按相近的年份核对`;
  findings.diagnostics.push(warning("year-without-list", message, span, { hint: "检查年度有没有写错；当年新增、改名的科目请自己核对" }));
}

/** Inputs of a section whose name is misspelt: they are in the file, under a name that is complained of. */
function namesOfMisspelt(map: MapNode, fields: ReadonlyMap<string, MapEntry>, standard: Standard): string[] {
  const sections = inputSections(standard);
  const meant = map.entries.filter(({ key }) => !fields.has(key.text)).map(({ key }) => nearest(key.text, sections.keys()));
  return meant.flatMap((section) => sections.get(section ?? "") ?? []).map(({ name }) => name);
}

/** 名词解释: the unit's own definitions of terms. */
function readDefinitions(node: Node | undefined, names: KnownNames, findings: Findings): ReadonlyMap<string, Text> {
  const map = node && asMap(node, "名词解释", findings);
  return new Map(
    (map?.entries ?? []).flatMap(({ key, value }) => {
      const text = readText(value, key.text, names, findings);
      return text ? [[/^\d+/.exec(key.text)?.[0] ?? key.text.trim(), text] as const] : [];
    }),
  );
}

function readTableNotes(
  node: Node | undefined,
  standard: Standard,
  words: ReadonlyMap<string, string>,
  findings: Findings,
): ReadonlyMap<string, readonly Text[]> {
  const notes = new Map<string, readonly Text[]>();
  const map = node && asMap(node, "表注", findings);
  const titles = [...standard.tables.values()].flatMap(({ title }) => (title === undefined ? [] : [fillLabel(title, words)]));
  for (const { key, value } of map?.entries ?? []) {
    const paragraphs = readParagraphs(value, key.text, figureNames(standard), findings);
    if (!titles.includes(key.text)) {
      findings.error("unknown-table", `没有叫“${key.text}”的表`, key.span, didYouMean(key.text, titles) ?? `写表的全名：${titles.join("、")}`);
    } else if (paragraphs !== undefined) notes.set(key.text, paragraphs);
  }
  return notes;
}
