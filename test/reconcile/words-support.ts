import type { Diagnostic } from "../../src/base/diagnostic.ts";
import { type SourceFile, sourceFile, span } from "../../src/base/span.ts";
import type { Budget, Project } from "../../src/model/budget.ts";
import type { Text } from "../../src/model/text.ts";
import { reconcileFigures } from "../../src/reconcile/reconcile.ts";
import type { Reconciled } from "../../src/reconcile/reconciled.ts";
import { classificationOf, derived, lianzhouBudget, standardNamed } from "../derive/support.ts";

const lianzhou = lianzhouBudget();
const figures = derived(lianzhou, "清远县区");

/** 连州's budget without its own texts, and with whatever else is given. */
export function reconciled(own: Partial<Budget>): Reconciled {
  const projects = lianzhou.projects.map(({ goal: _, ...project }): Project => project);
  const bare = { projects, reasons: new Map(), inputs: new Map(), tableNotes: new Map(), definitions: new Map() };
  return { budget: { ...lianzhou, ...bare, ...own }, derived: figures, standard: standardNamed("清远县区"), classification: classificationOf(2024) };
}

/** Texts one below the other in a file of their own, each under a name. */
export function textsIn(words: Readonly<Record<string, string>>): Map<string, Text> {
  const file = sourceFile("texts.yaml", Object.values(words).join("\n"));
  let start = 0;
  return new Map(
    Object.entries(words).map(([name, own]) => {
      const text = textAt(file, start, own);
      start += own.length + 1;
      return [name, text];
    }),
  );
}

function textAt(file: SourceFile, start: number, words: string): Text {
  return { runs: [{ text: words }], span: span(file, start, start + words.length) };
}

/** Code and words of each finding in some sentences, each of which is a text of its own. */
export function foundIn(sentences: readonly string[], own: Partial<Budget> = {}): string[][] {
  const definitions = textsIn(Object.fromEntries(sentences.map((sentence, index) => [`词${index}`, sentence])));
  const found = reconcileFigures(reconciled({ ...own, definitions }));
  return [...definitions.values()].map((text) =>
    found.filter(({ span: at }) => at !== undefined && at.start >= text.span.start && at.end <= text.span.end && at.file === text.span.file).map(saidOf),
  );
}

/** Code and words of the findings in reasons, by figure. */
export function foundInReasons(reasons: Readonly<Record<string, string>>): string[] {
  return reconcileFigures(reconciled({ reasons: textsIn(reasons) })).map(saidOf);
}

export function saidOf({ code, span: at }: Diagnostic): string {
  return `${code} ${at?.file.text.slice(at.start, at.end) ?? ""}`;
}
