import type { Span } from "../../base/span.ts";
import type { Budget, Project, Unit } from "../../model/budget.ts";
import { type Classification, nameOf } from "../../model/classification.ts";
import type { StatedValue } from "../../model/stated.ts";
import type { Text } from "../../model/text.ts";
import type { Reconciled } from "../reconciled.ts";
import { Places } from "./place.ts";

/** What a text of the budget is: 原因, 绩效目标, a stated fact, a cell of a 明细, 表注, 名词解释, a name. */
export type PassageKind = "reason" | "goal" | "input" | "cell" | "note" | "definition" | "name";

/** One paragraph, cell or name that an officer wrote, with what it is. */
export interface Passage {
  readonly kind: PassageKind;
  /** What it is in the officer's words: “收入总计”的原因. */
  readonly what: string;
  /** The figure, key or field that it is written under: 收入总计, 主要职责, 测算依据. */
  readonly key: string;
  readonly project?: Project;
  /** Its words; a 【名称】 keeps its place and length, and is no word. */
  readonly words: string;
  /** The same with full-width digits and points as half-width ones. */
  readonly plain: string;
  /** The whole scalar that it stands in. */
  readonly span: Span;
  /** What it is a part of: paragraphs of one value have the same. */
  readonly value: object;
  /** Where the characters from `start` to `end` stand in the file. */
  readonly place: (start: number, end: number) => Span;
}

const known = new WeakMap<Budget, readonly Passage[]>();

/** Every text of a budget, in the order of its sections; gathered once for all rules. */
export function passagesOf({ budget, classification }: Pick<Reconciled, "budget" | "classification">): readonly Passage[] {
  const passages = known.get(budget) ?? new Walk(budget, classification).all();
  known.set(budget, passages);
  return passages;
}

/** Stands for the characters of a 【名称】: no rule looks for it. */
const FIGURE_SIGN = "\ufffc";

type About = Pick<Passage, "kind" | "what" | "key" | "project">;

class Walk {
  private readonly budget: Budget;
  private readonly classification: Classification;
  private readonly passages: Passage[] = [];
  private readonly seen = new Set<object>();

  constructor(budget: Budget, classification: Classification) {
    this.budget = budget;
    this.classification = classification;
  }

  all(): readonly Passage[] {
    const { budget } = this;
    for (const unit of budget.units) this.unit(unit);
    for (const project of budget.projects) this.project(project);
    // 同收入总计 leads to words that stand elsewhere.
    const written = new Set<number>();
    for (const [name, text] of budget.reasons) {
      if (written.has(text.span.start)) continue;
      written.add(text.span.start);
      this.add([text], { kind: "reason", what: `“${reasonTitle(name, this.classification)}”的原因`, key: name });
    }
    for (const [name, { reason }] of budget.adjustments) this.add([reason], { kind: "reason", what: `“${name}”同口径调整的原因`, key: name });
    for (const [name, value] of budget.inputs) this.value(value, { kind: "input", what: `“${name}”`, key: name });
    for (const [title, texts] of budget.tableNotes) this.add(texts, { kind: "note", what: `“${title}”的注`, key: title });
    for (const [term, text] of budget.definitions) this.add([text], { kind: "definition", what: `名词“${term}”的解释`, key: term });
    return this.passages;
  }

  private unit({ name, shortName, code, span }: Unit): void {
    this.add([textOf(name, span)], { kind: "name", what: "单位的名称", key: "名称" });
    for (const [key, word] of [
      ["简称", shortName],
      ["编码", code],
    ] as const)
      if (word !== undefined) this.add([textOf(word, span)], { kind: "name", what: `单位的${key}`, key });
  }

  private project(project: Project): void {
    const { name, category, code, goal, inputs, span } = project;
    const add = (word: string | undefined, key: string): void =>
      word === undefined ? undefined : this.add([textOf(word, span)], { kind: "name", what: `项目“${name}”的“${key}”`, key, project });
    add(name, "项目名称");
    add(category, "项目类别");
    add(code, "项目编码");
    if (goal) this.add([goal], { kind: "goal", what: `项目“${name}”的绩效目标`, key: "绩效目标", project });
    for (const [key, value] of inputs) this.value(value, { kind: "input", what: `项目“${name}”的“${key}”`, key, project });
  }

  private value(value: StatedValue, about: About): void {
    if (value.kind === "text") this.add(value.paragraphs, about, value);
    else if (value.kind === "texts") for (const text of value.byCode.values()) this.add([text], about);
    else if (value.kind === "items")
      for (const { fields } of value.items)
        for (const [key, field] of fields)
          if (field.kind === "text") this.add(field.paragraphs, { ...about, kind: "cell", what: `${about.what}的“${key}”`, key }, field);
  }

  /** The texts of one value; one that several items share is one. */
  private add(texts: readonly Text[], about: About, value: object = texts): void {
    if (this.seen.has(value)) return;
    this.seen.add(value);
    const places = new Places(texts);
    for (const text of texts) {
      const words = text.runs.map((run) => ("text" in run ? run.text : `【${FIGURE_SIGN.repeat(run.figure.length)}】`)).join("");
      this.passages.push({ ...about, words, plain: halfWidth(words), span: text.span, value, place: (start, end) => places.of(text, start, end) });
    }
  }
}

/** 2010301 行政运行 for a code; a figure's name as it is. */
export function reasonTitle(name: string, classification: Classification): string {
  return /^\d+$/.test(name) ? `${name} ${nameOf(name, "功能科目", classification)}`.trim() : name;
}

function textOf(word: string, span: Span): Text {
  return { runs: [{ text: word }], span };
}

/** １３．８ as 13.8, character for character. */
function halfWidth(words: string): string {
  return words.replace(/[０-９．]/g, (sign) => (sign === "．" ? "." : String.fromCharCode(sign.charCodeAt(0) - 0xfee0)));
}

/** The clause of a text that holds a place: what stands between two commas, stops or line ends. */
export function clauseAt(words: string, at: number): string {
  return between(words, at, /[，。；、！？\n]/g, 60);
}

/** The sentence of a text that holds a place. */
export function sentenceAt(words: string, at: number): string {
  return between(words, at, /[。；！？\n]/g, 120);
}

/** Looks no further than `reach` to either side, so that one long sentence costs no more than many short ones. */
function between(words: string, at: number, marks: RegExp, reach: number): string {
  const before =
    words
      .slice(Math.max(0, at - reach), at)
      .split(marks)
      .at(-1) ?? "";
  const after = words.slice(at, at + reach).split(marks)[0] ?? "";
  return before + after;
}

/** Whether a text holds a word of a list. */
export function holds(text: string, words: RegExp): boolean {
  return text.search(words) >= 0;
}

/** Whether a whole name is a word of a list. */
export function isWord(name: string, words: RegExp): boolean {
  return [...name.matchAll(words)].some(([word]) => word === name);
}

/** Where a pattern stands in a passage. */
export interface Match {
  readonly passage: Passage;
  readonly match: RegExpMatchArray;
  readonly place: Span;
}

/** A pattern that stands more often in a file is told of no further: nobody reads on, and a hostile file cannot fill the memory. */
const MOST = 1_000;

/** Every place of a pattern in some passages, in half-width digits. */
export function matchesIn(passages: readonly Passage[], pattern: RegExp): Match[] {
  const matches: Match[] = [];
  for (const passage of passages) {
    // Nearly always there is none, which `search` says without a copy of the pattern.
    if (!holds(passage.plain, pattern)) continue;
    for (const match of passage.plain.matchAll(pattern)) {
      if (matches.length === MOST) return matches;
      matches.push({ passage, match, place: passage.place(match.index, match.index + match[0].length) });
    }
  }
  return matches;
}
