import type { CorrectionGiven } from "../model/correction.ts";
import { FORMATS, type Format } from "./build-options.ts";
import type { Fault } from "./options.ts";

/** What --correction was given: what is written, and what only the officer knows. */
export interface CorrectionOptions extends CorrectionGiven {
  readonly formats: readonly Format[];
  readonly browser?: string;
}

interface Written {
  readonly format?: string | undefined;
  readonly browser?: string | undefined;
  readonly reason?: string | undefined;
  readonly date?: string | undefined;
  readonly published?: string | undefined;
}

/** The options of a correction, or what is wrong with them. */
export function readCorrectionOptions({ format = FORMATS.join(","), browser, reason, date, published }: Written): CorrectionOptions | Fault {
  const words = format.split(",").map((word) => word.trim());
  const unknown = words.find((word) => !FORMATS.includes(word as Format));
  if (unknown !== undefined) return { fault: `更正的 --format 可以写 ${FORMATS.join("、")}，或者用逗号连起来，不能写“${unknown}”` };
  const given = readReason(reason);
  const days = readDays(date, published);
  if ("fault" in given) return given;
  if ("fault" in days) return days;
  return { formats: FORMATS.filter((each) => words.includes(each)), ...given, ...days, ...(browser !== undefined && { browser }) };
}

/** A correction without a reason cannot be published. */
function readReason(written: string | undefined): { readonly reason: string } | Fault {
  const reason = written?.trim().replace(/[。；\s]+$/u, "") ?? "";
  if (reason === "") return { fault: "更正要写明原因：加上 --reason，例如 --reason 编报时科目选择有误" };
  if (/待填|待确认/.test(reason)) return { fault: `--reason 还没有填：把“${reason}”换成更正的原因` };
  return /[\r\n]/.test(reason) ? { fault: "--reason 只写一段话，不分行" } : { reason };
}

/** The day is never the clock's: the same files give the same bytes. */
function readDays(date: string | undefined, published: string | undefined): Pick<CorrectionGiven, "date" | "published"> | Fault {
  const day = dayOf(date ?? "");
  const first = dayOf(published ?? "");
  const wrong = date === undefined ? "" : `；不能写“${date}”`;
  if (day === undefined) return { fault: `更正要写明日期，印在更正说明的落款：加上 --date，例如 --date 2024年3月5日${wrong}` };
  if (published === undefined) return { date: day.text };
  if (first === undefined) return { fault: `--published 写原来公开的日期，例如 --published 2024年2月8日；不能写“${published}”` };
  if (first.order > day.order) return { fault: "--published 是原来公开的日期，不能在 --date 更正的日期之后" };
  return { date: day.text, published: first.text };
}

/** 2024年3月5日 or 2024-03-05, a day that there is. */
function dayOf(written: string): { readonly text: string; readonly order: number } | undefined {
  const match = /^(20\d\d)(?:年(\d{1,2})月(\d{1,2})日|-(\d\d)-(\d\d))$/.exec(written.trim());
  if (match === null) return undefined;
  const [year, month, day] = [match[1], match[2] ?? match[4], match[3] ?? match[5]].map(Number) as [number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return { text: `${year}年${month}月${day}日`, order: (year * 100 + month) * 100 + day };
}
