import type { PassageChange, PassageKind } from "../model/difference.ts";
import type { Block, BudgetDocument } from "../model/document.ts";
import { type Section, sectionsOf, withoutNumber } from "./outline.ts";
import { type Matching, type Pair, pairUp } from "./pairs.ts";
import { sentencesBetween } from "./sentences.ts";
import { likeness, wordsBetween } from "./words.ts";
import { alike, type Spelt, type Timeless, type Timelesses } from "./years.ts";

/** A paragraph, heading, note or term of one document. */
interface Passage extends Spelt {
  readonly kind: PassageKind;
  readonly section: readonly string[];
  /** As it is printed, with its number. */
  readonly printed: string;
  /** What it goes by beside its words: a term, the title of the table that it is a note of. */
  readonly name: string;
}

/** What reads otherwise, section by section; sections are matched by their headings, paragraphs by their words. */
export function passageChanges(before: BudgetDocument, after: BudgetDocument, timeless: Timelesses): PassageChange[] {
  const sections = pairUp(readSections(before, timeless.before), readSections(after, timeless.after), SECTIONS);
  return [coverPair(before, after, timeless), ...sections].flatMap((pair) =>
    pairUp(pair.before?.passages ?? [], pair.after?.passages ?? [], PASSAGES).flatMap((passages) => changeOf(passages, timeless)),
  );
}

interface ReadSection {
  readonly heading: Spelt;
  /** The headings above it, in any year and without their numbers. */
  readonly above: string;
  readonly passages: readonly Passage[];
}

/** Headings that are called the same under the same headings; others below the same ones may have got another name. */
const SECTIONS: Matching<ReadSection> = {
  same: (one, other) => one.above === other.above && alike(one.heading, other.heading),
  likeness: (one, other) => (one.above === other.above ? likeness(one.heading.timeless, other.heading.timeless) : 0),
};

const PASSAGES: Matching<Passage> = {
  same: (one, other) => one.kind === other.kind && one.name === other.name && alike(one, other),
  likeness: (one, other) => {
    if (one.kind !== other.kind) return 0;
    if (one.kind === "term" && one.name === other.name) return 1;
    // A heading stands for its section, which has been matched.
    if (one.kind === "heading" || one.kind === "cover") return 1;
    return one.name === other.name ? likeness(one.timeless, other.timeless) : 0;
  },
};

function changeOf({ before, after }: Pair<Passage>, timeless: Timelesses): PassageChange[] {
  const shown = after ?? before;
  if (shown === undefined || (before && after && PASSAGES.same(before, after))) return [];
  const { section, kind } = shown;
  const { printed } = shown;
  const own = { section, kind, name: shown.name };
  if (before === undefined) return [{ change: "added", ...own, after: printed, words: [{ kind: "added", text: printed }], sentences: [{ after: printed }] }];
  if (after === undefined) return [{ change: "gone", ...own, before: printed, words: [{ kind: "gone", text: printed }], sentences: [{ before: printed }] }];
  const words = wordsBetween(before.printed, after.printed, timeless);
  const sentences = sentencesBetween(before.printed, after.printed, timeless);
  return [{ change: "changed", ...own, before: before.printed, after: after.printed, words, sentences }];
}

function coverPair(before: BudgetDocument, after: BudgetDocument, timeless: Timelesses): Pair<{ readonly passages: readonly Passage[] }> {
  const cover = (document: BudgetDocument, of: Timeless): Passage[] =>
    document.cover.map(({ role, text }) => passage("cover", text.replaceAll("\u200b", ""), [], of, role));
  return { before: { passages: cover(before, timeless.before) }, after: { passages: cover(after, timeless.after) } };
}

function readSections(document: BudgetDocument, timeless: Timeless): ReadSection[] {
  return sectionsOf(document).map((section): ReadSection => {
    const { path, blocks } = section;
    const text = withoutNumber(path.at(-1) ?? "");
    return {
      heading: { text, timeless: timeless(text) },
      above: path
        .slice(0, -1)
        .map((each) => timeless(withoutNumber(each)))
        .join("\n"),
      passages: [headingOf(section, timeless), ...blocks.flatMap((block) => passagesOf(block, path, timeless))],
    };
  });
}

function headingOf({ path }: Section, timeless: Timeless): Passage {
  return passage("heading", path.at(-1) ?? "", path.slice(0, -1), timeless);
}

function passagesOf(block: Block, section: readonly string[], timeless: Timeless): Passage[] {
  switch (block.kind) {
    case "heading":
      return [];
    case "paragraph":
      return [passage("paragraph", block.text, section, timeless)];
    case "term": {
      const printed = block.ordinal + block.term + block.separator + block.definition;
      return [{ ...passage("term", block.definition, section, timeless, block.term), printed }];
    }
    case "table":
    case "form": {
      const title = block.caption?.title;
      const own = title === undefined ? section : [...section, title];
      return block.notes.map((note) => passage("note", note, own, timeless, timeless(title ?? "")));
    }
  }
}

function passage(kind: PassageKind, printed: string, section: readonly string[], timeless: Timeless, name = ""): Passage {
  const text = withoutNumber(printed);
  return { kind, section, printed, name, text, timeless: timeless(text) };
}
