import type { StarterAnswers } from "../author/answers.ts";
import { DOCUMENT_KINDS, UNIT_NATURES } from "../model/expenditure.ts";
import type { Terminal } from "./exit.ts";
import { faultOfName, type NewOptions, yearOf } from "./new-options.ts";
import type { StandardChoice } from "./new-standards.ts";
import type { Fault } from "./options.ts";
import { Questioner } from "./questions.ts";

export interface NewAnswers extends StarterAnswers {
  /** The name of the standard. */
  readonly form: string;
}

/** What is wrong with the place at which the file of a unit and a year would stand; nobody is asked more in vain. */
type FaultOfPlace = (answers: Pick<StarterAnswers, "name" | "year">) => string | undefined;

/** The month, from 0, from which on next year's budget is being made. */
const SEPTEMBER = 8;

/** The year whose budget is being made at a time. */
export function usualYear(now: Date): number {
  return now.getFullYear() + (now.getMonth() >= SEPTEMBER ? 1 : 0);
}

/** What the options say and, where somebody sits there, what that person answers to the rest. */
export async function answersTo(
  options: NewOptions,
  standards: readonly StandardChoice[],
  faultOf: FaultOfPlace,
  terminal: Terminal,
): Promise<NewAnswers | Fault> {
  if (options.silent || terminal.person === undefined) return withoutAsking(options, standards);
  const questioner = new Questioner(terminal.person());
  try {
    return (await asked(questioner, options, standards, faultOf)) ?? { fault: "\n没有写文件" };
  } finally {
    questioner.close();
  }
}

/** What is taken where nothing is said. */
function usual(standards: readonly StandardChoice[]): { readonly form?: string; readonly year: number; readonly kind: StarterAnswers["kind"] } {
  const [first, second] = standards;
  return { year: usualYear(new Date()), kind: DOCUMENT_KINDS[0], ...(first !== undefined && second === undefined && { form: first.name }) };
}

function withoutAsking(options: NewOptions, standards: readonly StandardChoice[]): NewAnswers | Fault {
  const { form, name, year, kind, nature } = { ...usual(standards), ...options };
  if (form !== undefined && name !== undefined && nature !== undefined) return { form, name, year, kind, nature };
  const missing = [
    ...(form === undefined ? [`--form 标准（${standards.map((each) => each.name).join("、")}）`] : []),
    ...(name === undefined ? ["--name 单位名称"] : []),
    ...(nature === undefined ? [`--nature 性质（${UNIT_NATURES.join("、")}）`] : []),
  ];
  return { fault: `不提问，就要写明：${missing.join("，")}` };
}

/** Asks for what the options do not say; nothing where the person stops. */
async function asked(
  questioner: Questioner,
  options: NewOptions,
  standards: readonly StandardChoice[],
  faultOf: FaultOfPlace,
): Promise<NewAnswers | Fault | undefined> {
  const known = usual(standards);
  const form = options.form ?? (await questioner.choose("标准（印成哪一种公开格式）", standards, known.form));
  if (form === undefined) return undefined;
  const name = options.name ?? (await questioner.ask({ text: "单位名称（全称）", read: readName }));
  if (name === undefined) return undefined;
  const year = options.year ?? (await questioner.ask({ text: "年度", usual: String(known.year), read: readYear }));
  if (year === undefined) return undefined;
  const fault = faultOf({ name, year });
  if (fault !== undefined) return { fault };
  const kindWord = options.kind ?? (await questioner.choose("文种", named(DOCUMENT_KINDS), known.kind));
  const kind = DOCUMENT_KINDS.find((each) => each === kindWord);
  if (kind === undefined) return undefined;
  const natureWord = options.nature ?? (await questioner.choose("单位性质", named(UNIT_NATURES)));
  const nature = UNIT_NATURES.find((each) => each === natureWord);
  return nature && { form, name, year, kind, nature };
}

function named(words: readonly string[]): { readonly name: string }[] {
  return words.map((name) => ({ name }));
}

function readName(typed: string): { readonly answer: string } | { readonly fault: string } {
  const fault = faultOfName(typed);
  return fault === undefined ? { answer: typed } : { fault };
}

function readYear(typed: string): { readonly answer: number } | { readonly fault: string } {
  const answer = yearOf(typed);
  return answer === undefined ? { fault: "写四位的年份，例如 2024" } : { answer };
}
