import { type Diagnostic, error } from "../base/diagnostic.ts";
import { type AmountFormat, displayed, type Exact, formatNumber, type Money, sum } from "../base/money.ts";
import type { Span } from "../base/span.ts";
import type { Budget } from "../model/budget.ts";
import type { TextPrinter } from "../model/derived.ts";
import type { Change, Figure } from "../model/figure.ts";
import { formatNamed, type Standard, type WordFormat } from "../model/standard.ts";
import { type FigureAspect, PROJECT_AMOUNT, splitAspect } from "../model/text.ts";

interface Printable {
  readonly budget: Budget;
  readonly standard: Standard;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly changes: ReadonlyMap<string, Change>;
}

/** Makes the printer of officers' texts: words stay as they are, figures print as in sentences, with their unit. */
export function textPrinter(known: Printable): TextPrinter {
  const { formats, figures } = known.standard;
  return (text, facts, report, format = formatNamed(formats)) =>
    text.runs
      .map((run) => {
        if ("text" in run) return run.text;
        if (run.figure === PROJECT_AMOUNT) return printAmount(sum(facts.map(({ amount }) => amount)), format.amount);
        const printed = printNamed(run.figure, known, format, (name) => figures.has(name));
        if (printed !== undefined) return printed;
        // A name that names nothing was reported where the text was read.
        if (isKnown(run.figure, known)) report(withoutValue(run.figure, run.span, known, (name) => figures.has(name)));
        return "";
      })
      .join("");
}

function isKnown(written: string, { budget, standard }: Printable): boolean {
  const { name, aspect } = splitAspect(written, (each) => standard.figures.has(each));
  if (aspect !== undefined && budget.unread.lastYear) return false;
  return (standard.figures.has(name) || standard.inputs.has(name)) && !budget.unread.names.has(name);
}

function withoutValue(written: string, place: Span, { changes }: Printable, isFigure: (name: string) => boolean): Diagnostic {
  const { name, aspect } = splitAspect(written, isFigure);
  if (aspect !== undefined && changes.has(name)) {
    return error("figure-without-value", `【${written}】没有数：上年数是 0，增减幅度不可比`, place, { hint: `改用【${name}增减额】` });
  }
  const [message, hint] =
    aspect === undefined ? [`文件里没有写“${name}”`, "补上这个数，或者改用别的名称"] : [`没有“${name}”的上年数`, `在“上年数:”下补一行“${name}: …万元”`];
  return error("figure-without-value", `【${written}】没有数：${message}`, place, { hint });
}

function printNamed(written: string, known: Printable, format: WordFormat, isFigure: (name: string) => boolean): string | undefined {
  const { name, aspect } = splitAspect(written, isFigure);
  if (aspect !== undefined) {
    const change = known.changes.get(name);
    return change && printAspect(change, aspect, format);
  }
  const figure = known.figures.get(name);
  if (figure !== undefined) return printAmount(figure.amount, format.amount);
  const input = known.budget.inputs.get(name);
  return input?.kind === "quantity" ? formatNumber(input.value, { ...format.amount, trim: true }) + input.measure : undefined;
}

function printAspect(change: Change, aspect: FigureAspect, format: WordFormat): string | undefined {
  const amount = (value: Exact): string => formatNumber(value, format.amount) + format.amount.unit;
  if (aspect === "上年数") return amount(change.base);
  if (aspect === "增减额") return amount(change.difference);
  return change.rate && `${formatNumber(change.rate, format.percentage)}%`;
}

function printAmount(amount: Money, format: AmountFormat): string {
  return formatNumber(displayed(amount, format), format) + format.unit;
}
