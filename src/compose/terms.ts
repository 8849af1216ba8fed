import { ordinal } from "../base/chinese.ts";
import { warning } from "../base/diagnostic.ts";
import { ZERO } from "../base/money.ts";
import type { ExpenditureFact } from "../model/budget.ts";
import { CATEGORY_LEVELS, codeAt, levelOf, nameOf } from "../model/classification.ts";
import type { TermBlock } from "../model/document.ts";
import { documentWords, fillLabel } from "../model/document-words.ts";
import type { AxisTermSpec, CategoryAxis } from "../model/standard.ts";
import { contains } from "./flags.ts";
import { type Setting, usualSetting } from "./setting.ts";
import type { Sources } from "./sources.ts";
import type { Wording } from "./wording.ts";

interface Term {
  readonly term: string;
  /** The name and the code of the 科目 that it is. */
  readonly name?: string;
  readonly code?: string;
  readonly definition: string;
}

/** 名词解释: fixed terms, and one for each 科目 that a table prints. The unit's own definitions come first. */
export function composeTerms(sources: Sources, words: Wording): TermBlock[] {
  const { terms, ordinals, labels } = sources.standard;
  const own = (term: string): string | undefined => ownDefinition(term, sources);
  const found = terms.flatMap((spec): Term[] => {
    if (spec.kind === "axis") return categoryTerms(spec, sources, words);
    if (spec.when !== undefined && !contains(spec.when, sources)) return [];
    return [{ term: spec.term, definition: own(spec.term) ?? words.fill(spec.definition) }];
  });
  reportUnused(found, sources);
  const separator = fillLabel(labels.termSeparator, documentWords(sources.budget, sources.standard, ""));
  return found.map(({ term, definition }, index) => ({
    kind: "term",
    ordinal: ordinals.term === "" ? "" : ordinal(ordinals.term, index + 1),
    term,
    separator,
    definition,
  }));
}

function ownDefinition(term: string, { budget, derived, report }: Sources): string | undefined {
  const text = budget.definitions.get(term);
  return text && derived.print(text, [], report);
}

function categoryTerms({ axis, level, term: naming }: AxisTermSpec, sources: Sources, words: Wording): Term[] {
  const { classification, derived, standard } = sources;
  const codes = new Set([...derived.tables.values()].flatMap(({ printed }) => [...printed[axis]]).filter((code) => levelOfAxis(axis, code) === level));
  const definitions = standard.definitions[axis];
  return [...codes].sort().flatMap((code) => {
    const term = nameOf(code, axis, classification) || code;
    const own = ownDefinition(code, sources) ?? ownDefinition(term, sources);
    const known = definitions.get(code) ?? definitions.get(term);
    if (own === undefined && known === undefined) reportUndefined(axis, code, term, sources);
    const definition = own ?? (known && words.fill(known));
    if (definition === undefined) return [];
    return [{ term: naming === undefined ? term : words.fill(naming, categorySetting(code, term, axis, sources)), name: term, code, definition }];
  });
}

/** The words of a 科目, for a term that names its 类 and 款 too. */
function categorySetting(code: string, name: string, axis: CategoryAxis, { classification, standard }: Sources): Setting {
  const levels = Object.fromEntries(CATEGORY_LEVELS.map((level) => [level, nameOf(codeAt(code, level), axis, classification)]));
  return { ...usualSetting(standard), scope: { member: { name, code, levels, facts: [], amount: ZERO }, number: 0 } };
}

function levelOfAxis(axis: CategoryAxis, code: string): ReturnType<typeof levelOf> {
  return axis === "经济科目" && code.length === 5 ? "款" : levelOf(code);
}

function reportUndefined(axis: CategoryAxis, code: string, name: string, { budget, report, standard }: Sources): void {
  const fact = budget.facts.find((each) => codeOf(each, axis)?.startsWith(code));
  const message = `表里印了科目 ${code} ${name}，标准“${standard.name}”的名词解释里没有它`;
  report(warning("term-undefined", message, fact?.span ?? budget.span, { hint: `在“名词解释:”下补一行“${name}: …”，写这个科目的说明` }));
}

function codeOf(fact: ExpenditureFact, axis: CategoryAxis): string | undefined {
  return axis === "功能科目" ? codeAt(fact.functional, "项") : fact.economic;
}

/** A definition in the file for a term that the document does not have. */
function reportUnused(terms: readonly Term[], { budget, report }: Sources): void {
  const codes = new Set(terms.flatMap(({ code }) => code ?? []));
  const printed = new Set(terms.map(({ term, name }) => name ?? term));
  for (const [term, text] of budget.definitions) {
    if (printed.has(term) || codes.has(term)) continue;
    report(warning("term-unused", `名词解释里没有“${term}”，文件里写的说明没有用上`, text.span, { hint: "各表没有这个科目就删掉这一行；名称要和科目表一致" }));
  }
}
