import { error } from "../base/diagnostic.ts";
import { type AmountFormat, displayed, type Exact, formatNumber, type Money, sum } from "../base/money.ts";
import type { Budget } from "../model/budget.ts";
import type { TextPrinter } from "../model/derived.ts";
import type { Change, Figure } from "../model/figure.ts";
import type { Standard, StandardFormats } from "../model/standard.ts";
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
  return (text, facts, report) =>
    text.runs
      .map((run) => {
        if ("text" in run) return run.text;
        if (run.figure === PROJECT_AMOUNT) return printAmount(sum(facts.map(({ amount }) => amount)), formats.sentence);
        const printed = printNamed(run.figure, known, (name) => figures.has(name));
        if (printed !== undefined) return printed;
        report(
          error("figure-without-value", `【${run.figure}】现在还没有数：预算文件里没有写`, run.span, {
            hint: "补上这个数（上年的数写在“上年数:”下），或者改用别的名称",
          }),
        );
        return "";
      })
      .join("");
}

function printNamed(written: string, known: Printable, isFigure: (name: string) => boolean): string | undefined {
  const { formats } = known.standard;
  const { name, aspect } = splitAspect(written, isFigure);
  if (aspect !== undefined) {
    const change = known.changes.get(name);
    return change && printAspect(change, aspect, formats);
  }
  const figure = known.figures.get(name);
  if (figure !== undefined) return printAmount(figure.amount, formats.sentence);
  const input = known.budget.inputs.get(name);
  return input?.kind === "quantity" ? input.value.toFixed() + input.measure : undefined;
}

function printAspect(change: Change, aspect: FigureAspect, formats: StandardFormats): string | undefined {
  const amount = (value: Exact): string => formatNumber(value, formats.sentence) + formats.sentence.unit;
  if (aspect === "上年数") return amount(change.base);
  if (aspect === "增减额") return amount(change.difference);
  return change.rate && `${formatNumber(change.rate, formats.percentage)}%`;
}

function printAmount(amount: Money, format: AmountFormat): string {
  return formatNumber(displayed(amount, format), format) + format.unit;
}
