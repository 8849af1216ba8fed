import { displayed, formatNumber } from "../base/money.ts";
import type { ExpenditureFact } from "../model/budget.ts";
import { documentWords } from "../model/document-words.ts";
import type { Change } from "../model/figure.ts";
import type { MemberWord, ProjectWord } from "../model/list.ts";
import { type FieldValue, fieldNames, type StatedValue } from "../model/stated.ts";
import { LISTS } from "../model/template-names.ts";
import { blockOf } from "./block.ts";
import { knownChange } from "./earlier.ts";
import { membersIn } from "./members.ts";
import type { Scope, Setting } from "./setting.ts";
import type { Sources } from "./sources.ts";
import { moneyOf } from "./words.ts";

/** What a name in a template stands for; a helper sees which one it was given. */
export type Named = { readonly name: string } & Readonly<Record<string, boolean | string>>;

/** Figures, lists and inputs by name, with the flags by which a template may branch. */
export function namedValues(setting: Setting, sources: Sources): Record<string, Named> {
  const { standard, derived, budget } = sources;
  // Entries, since an assignment to a name such as __proto__ would be something else.
  const values: [string, Named][] = [];
  for (const name of standard.inputs.keys())
    values.push([name, named(name, isSome(name, setting, sources) || (budget.inputs.has(name) && !derived.figures.has(name)))]);
  for (const name of standard.quantities.keys()) values.push([name, named(name, derived.quantities.has(name))]);
  for (const name of standard.figures.keys())
    values.push([name, { ...named(name, isSome(name, setting, sources)), ...changeFlags(knownChange(name, setting, sources)) }]);
  for (const name of [...LISTS, ...standard.lists.keys()]) {
    const count = countOf(name, setting, sources);
    values.push([name, { ...named(name, count > 0), 只有一项: count === 1 }]);
  }
  return Object.fromEntries(values);
}

function named(name: string, some: boolean): Named {
  return { name, 有: some, 无: !some };
}

/** Whether an amount displays as something other than 0. */
export function isSome(name: string, setting: Setting, sources: Sources): boolean {
  if (!sources.derived.figures.has(name)) return false;
  const amount = moneyOf(name, setting, sources);
  return amount !== undefined && !displayed(amount, setting.format.amount).isZero();
}

function changeFlags(change: Change | undefined): Record<string, boolean> {
  const sign = change?.current.minus(change.base);
  return {
    增: sign !== undefined && !sign.isZero() && sign.isPositive(),
    减: sign?.isNegative() === true && !sign.isZero(),
    平: sign?.isZero() === true,
    基数为零: change?.base.isZero() === true,
  };
}

/** How many members a list has where it is named. */
export function countOf(name: string, setting: Setting, sources: Sources): number {
  return sources.standard.lists.has(name) ? membersIn(name, setting, sources).length : sources.budget.units.length - 1;
}

/** A word that prints itself and by which a template may branch: 有 where it is given. It is worded when a template asks for it. */
interface Word {
  /** A helper that is given the word takes the figure of its name. */
  readonly name: string;
  readonly 有: boolean;
  readonly 无: boolean;
  toString(): string;
}

function word(name: string, text: () => string): Word {
  return {
    name,
    get 有(): boolean {
      return text() !== "";
    },
    get 无(): boolean {
      return text() === "";
    },
    toString: text,
  };
}

type Words = Readonly<Record<string, () => string>>;

/** The words that stand alone in a template: the document's, and those of what it is about. */
export function wordsIn(setting: Setting, sources: Sources): Record<string, unknown> {
  const words = documentWords(sources.budget, sources.standard, setting.format.amount.unit);
  const { scope } = setting;
  const own = scope === undefined ? {} : { ...memberWords(scope), ...projectWords(scope, setting, sources), ...itemWords(scope, setting, sources) };
  const printed = Object.entries(own).map(([name, text]) => [name, word(name, text)] as const);
  return { ...Object.fromEntries(words), ...ownFigure(setting), ...Object.fromEntries(printed) };
}

function memberWords({ member, number }: Scope): Words {
  if (member === undefined) return {};
  const { name, code, levels = {} } = member;
  const own: Record<MemberWord, () => string> = {
    名称: () => name,
    编码: () => code,
    简称: () => shortOf(name),
    类名称: () => levels.类 ?? "",
    款名称: () => levels.款 ?? "",
    项名称: () => levels.项 ?? "",
    类简称: () => shortOf(levels.类 ?? ""),
    款简称: () => shortOf(levels.款 ?? ""),
    序号: () => String(number),
  };
  return own;
}

/** 一般公共服务 for 一般公共服务支出, as sentences write it before （类）. */
function shortOf(name: string): string {
  return name.replace(/(?<=.)支出$/, "");
}

function ownFigure({ scope, format }: Setting): Record<string, Named> {
  return scope?.member === undefined ? {} : { 本项: named("本项", !displayed(scope.member.amount, format.amount).isZero()) };
}

/** A project's own words: what every project has, and whatever the file states of this one. */
function projectWords({ member }: Scope, setting: Setting, sources: Sources): Words {
  const project = member?.project;
  if (member === undefined || project === undefined) return {};
  const { facts } = member;
  const stated = [...sources.standard.projectInputs.keys()].map(
    (key) => [key, (): string => valueText(project.inputs.get(key), setting, sources, facts)] as const,
  );
  const own: Record<ProjectWord, () => string> = {
    项目名称: () => project.name,
    项目编码: () => project.code ?? "",
    项目类别: () => project.category ?? "",
    单位名称: () => project.unit.name,
    绩效目标: () => (project.goal === undefined ? "" : sources.derived.print(project.goal, facts, sources.report, setting.format)),
  };
  return { ...Object.fromEntries(stated), ...own };
}

/** Every field of an item; one that is not given is empty. */
function itemWords({ item, itemNumber, member, items }: Scope, setting: Setting, sources: Sources): Words {
  if (item === undefined || items === undefined) return {};
  const facts = member?.facts ?? [];
  const fields = fieldNames(items).map((name) => [name, (): string => valueText(item.fields.get(name), setting, sources, facts)] as const);
  return { 序号: () => String(itemNumber ?? ""), ...Object.fromEntries(fields) };
}

function valueText(value: StatedValue | undefined, setting: Setting, sources: Sources, facts: readonly ExpenditureFact[]): string {
  return value === undefined || value.kind === "items" || value.kind === "texts" ? "" : fieldText(value, setting, sources, facts);
}

/** A stated value as words: an amount as a number in the format in force, a count with its unit, a text with its figures. */
function fieldText(value: FieldValue, { format }: Setting, { derived, report, standard }: Sources, facts: readonly ExpenditureFact[]): string {
  if (value.kind === "text") return blockOf(value, (text) => derived.print(text, facts, report, format), standard);
  if (value.kind === "amount") return formatNumber(displayed(value.amount, format.amount), format.amount);
  return formatNumber(value.value, { ...format.amount, trim: true }) + value.measure;
}
