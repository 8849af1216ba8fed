import type { Span } from "../base/span.ts";

/** A piece of an officer's text: words, or a figure that 【名称】 names. */
export type TextRun = { readonly text: string } | { readonly figure: string; readonly span: Span };

/** One paragraph of an officer's text. It is never markup and never a template. */
export interface Text {
  readonly runs: readonly TextRun[];
  readonly span: Span;
}

/** A text as it is spelt in the file, with its figures as 【名称】; but for the blanks that YAML folds and the quotes that it takes off. */
export function spellingOf({ runs }: Pick<Text, "runs">): string {
  return runs.map((run) => ("text" in run ? run.text : `【${run.figure}】`)).join("");
}

/** What may follow a figure's name in 【】: 【公务接待费增减额】. */
export const FIGURE_ASPECTS = ["上年数", "增减额", "增减幅度"] as const;
export type FigureAspect = (typeof FIGURE_ASPECTS)[number];

/** The figure of 【项目金额】 in a project's own texts: the money of that project. */
export const PROJECT_AMOUNT = "项目金额";

/** A name in 【】 as the figure it names and what of it is meant. */
export function splitAspect(name: string, isFigure: (name: string) => boolean): { readonly name: string; readonly aspect?: FigureAspect } {
  if (isFigure(name)) return { name };
  const aspect = FIGURE_ASPECTS.find((each) => name.endsWith(each) && isFigure(name.slice(0, -each.length)));
  return aspect === undefined ? { name } : { name: name.slice(0, -aspect.length), aspect };
}
