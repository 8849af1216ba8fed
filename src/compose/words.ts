import { displayed, type Exact, formatNumber, inUnit, type Money, percentage, sum } from "../base/money.ts";
import { OWN_FIGURE } from "../model/list.ts";
import { testOf } from "../model/selection.ts";
import type { StatedAmount, StatedQuantity, StatedValue } from "../model/stated.ts";
import type { Text } from "../model/text.ts";
import { blockOf } from "./block.ts";
import { reportMissing, reportMissingInput, reportMissingText } from "./missing.ts";
import { factsIn, type Setting } from "./setting.ts";
import type { Sources } from "./sources.ts";

/** The exact amount (元) of a name where it stands: of the member at hand, else of the whole document. */
export function moneyOf(name: string, setting: Setting, sources: Sources): Money | undefined {
  const member = setting.scope?.member;
  if (name === OWN_FIGURE) return member?.amount;
  const spec = sources.standard.figures.get(name);
  const facts = factsIn(setting);
  if (facts !== undefined && spec?.kind === "facts") return sum(facts.filter(testOf(spec.where)).map(({ amount }) => amount));
  return wholeOf(name, sources);
}

/** The exact amount (元) of a name in the whole document, or a report that the file does not state what it needs. */
export function wholeOf(name: string, sources: Sources): Money | undefined {
  const figure = sources.derived.figures.get(name);
  if (figure === undefined) reportMissing(name, sources);
  return figure?.amount;
}

/** 465.58 or 2: the displayed number, without its unit. */
export function numberOf(name: string, setting: Setting, sources: Sources): string {
  const money = moneyOf(name, setting, sources);
  return money === undefined ? "" : numberText(money, setting);
}

function numberText(money: Money, { format: { amount } }: Setting): string {
  return formatNumber(displayed(money, amount), amount);
}

/** 465.58万元. */
export function amountOf(name: string, setting: Setting, sources: Sources): string {
  return numberOf(name, setting, sources) + setting.format.amount.unit;
}

/** 76.92%: the displayed part of the displayed whole; the whole is always the document's. */
export function shareOf(part: string, whole: string, setting: Setting, sources: Sources): string {
  const { amount, percentage: rates } = setting.format;
  const some = moneyOf(part, setting, sources);
  const all = wholeOf(whole, sources);
  if (some === undefined || all === undefined) return "";
  const rate = percentage(displayed(some, amount), displayed(all, amount), rates.decimals);
  return `${formatNumber(rate ?? sum([]), rates)}%`;
}

/** A stated amount with the decimals that the officer wrote: 319.90万元 keeps its zero. */
export function asWritten(name: string, setting: Setting, sources: Sources): string {
  const { amount } = setting.format;
  const stated = inputOf(name, "amount", sources);
  if (stated === undefined) return "";
  if (stated.unit !== amount.unit) return amountOf(name, setting, sources);
  return formatNumber(inUnit(stated.amount, stated.unit), { ...amount, decimals: stated.decimals, trim: false }) + stated.unit;
}

/** 1辆. */
export function quantityOf(name: string, setting: Setting, sources: Sources): string {
  const total = sources.derived.quantities.get(name);
  if (total !== undefined) return countText(total.value, setting) + total.measure;
  const spec = sources.standard.quantities.get(name);
  if (spec !== undefined) {
    for (const each of spec.of) inputOf(each, "quantity", sources);
    return "";
  }
  const stated = inputOf(name, "quantity", sources);
  return stated === undefined ? "" : countText(stated.value, setting) + stated.measure;
}

function countText(value: Exact, { format: { amount } }: Setting): string {
  return formatNumber(value, { decimals: amount.decimals, trim: true, separator: amount.separator });
}

/** The paragraphs of a stated text, its figures printed; of a text by 类 that of the 类 at hand. */
export function paragraphsOf(name: string, setting: Setting, sources: Sources): string[] {
  return textsOf(name, setting, sources).map((text) => sources.derived.print(text, factsIn(setting) ?? [], sources.report, setting.format));
}

function textsOf(name: string, { scope }: Setting, sources: Sources): readonly Text[] {
  const stated = sources.budget.inputs.get(name);
  if (stated?.kind === "text") return stated.paragraphs;
  if (sources.standard.inputs.get(name)?.kind !== "texts") {
    reportMissingInput(name, sources);
    return [];
  }
  const member = scope?.member;
  const own = stated?.kind === "texts" && member ? stated.byCode.get(member.code) : undefined;
  if (own === undefined && member) reportMissingText(name, member, sources);
  return own === undefined ? [] : [own];
}

/** A stated text: whole in a cell; inside a sentence without the full stop or the 等 that the form writes itself. */
export function textOf(name: string, setting: Setting, sources: Sources): string {
  const stated = sources.budget.inputs.get(name);
  if (setting.whole && stated?.kind === "text") {
    return blockOf(stated, (text) => sources.derived.print(text, factsIn(setting) ?? [], sources.report, setting.format), sources.standard);
  }
  return paragraphsOf(name, setting, sources)
    .join("、")
    .replace(/[。；;，,、]+$/, "")
    .replace(/等$/, "");
}

function inputOf(name: string, kind: "amount", sources: Sources): StatedAmount | undefined;
function inputOf(name: string, kind: "quantity", sources: Sources): StatedQuantity | undefined;
function inputOf(name: string, kind: StatedValue["kind"], sources: Sources): StatedValue | undefined {
  const value = sources.budget.inputs.get(name);
  if (value?.kind === kind) return value;
  reportMissingInput(name, sources);
  return undefined;
}

/** 办公费、印刷费、…: the 经济科目 by which a figure is defined, in the order of its definition. */
export function categoryNames(name: string, { standard, classification }: Sources): string {
  const spec = standard.figures.get(name);
  const codes = spec?.kind === "facts" ? (spec.where.经济科目 ?? []) : [];
  return codes.flatMap((code) => classification.economic.get(code)?.name ?? []).join("、");
}
