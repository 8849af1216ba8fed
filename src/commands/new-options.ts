import type { StarterAnswers } from "../author/answers.ts";

/** What the command line says of the file that is to be begun; what is absent is asked for. */
export interface NewOptions extends Partial<StarterAnswers> {
  /** Where to write; the unit's name and the year where it is absent. */
  readonly file?: string;
  /** The name of the standard. */
  readonly form?: string;
  readonly given: readonly string[];
  readonly force: boolean;
  readonly silent: boolean;
}

/** The years that a budget file may be of. */
export function yearOf(text: string): number | undefined {
  return /^20(?:1[5-9]|[2-9]\d)$/.test(text.trim()) ? Number(text.trim()) : undefined;
}

/** What is wrong with a unit's name; nothing where it may stand in a file. */
export function faultOfName(name: string): string | undefined {
  if (name.trim() === "") return "单位名称不能是空的";
  if (/\p{Cc}/u.test(name)) return "单位名称要写在一行里";
  return [...name].length > 100 ? "单位名称超过 100 个字，不像是名称" : undefined;
}
