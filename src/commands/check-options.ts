/** How findings are told: for a person, a line each, or for a program. */
export const CHECK_FORMATS = ["text", "short", "json", "sarif", "github"] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

export interface CheckOptions {
  readonly format: CheckFormat;
  /** Findings of a file that are listed; 0 is all of them. */
  readonly max: number;
  /** Whether a warning fails the check as an error does. */
  readonly strict: boolean;
}

/** As many findings as a person reads in one go. */
const MOST_READ = 20;

/** What people read is capped; a program is given everything unless it asks for less. */
const MOST_LISTED: Readonly<Record<CheckFormat, number>> = { text: MOST_READ, short: MOST_READ, json: 0, sarif: 0, github: 0 };

export const USUAL_CHECK: CheckOptions = { format: "text", max: MOST_LISTED.text, strict: false };

interface Written {
  readonly format?: string | undefined;
  readonly max?: string | undefined;
  readonly strict?: boolean | undefined;
}

/** The options of a check, or what is wrong with them. */
export function readCheckOptions({ format: word = "text", max, strict = false }: Written): CheckOptions | { readonly fault: string } {
  const format = CHECK_FORMATS.find((each) => each === word);
  if (format === undefined) return { fault: `check 的 --format 可以写 ${CHECK_FORMATS.join("、")}，不能写“${word}”` };
  if (max !== undefined && !/^\d{1,9}$/.test(max)) return { fault: `--max 后面写一个整数，0 是全部；不能写“${max}”` };
  return { format, max: max === undefined ? MOST_LISTED[format] : Number(max), strict };
}
