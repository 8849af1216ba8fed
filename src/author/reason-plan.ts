import { entryOf, isEmpty, type MapEntry, type Node } from "../base/node.ts";
import { codeOf } from "../check/budget/amounts.ts";
import { isToConfirm, TO_CONFIRM } from "../check/to-confirm.ts";
import { TO_FILL } from "../check/to-fill.ts";
import type { AskedReason, CompiledReasons } from "../model/asked-reason.ts";
import type { ReasonDraft } from "../model/decomposition.ts";

/** What becomes of one reason that a document prints. */
export interface PlannedReason {
  readonly asked: AskedReason;
  readonly draft: ReasonDraft;
  /** Where the file has it; absent where it does not. */
  readonly entry?: MapEntry;
  /** What is to be written; absent where the officer's own words stand, or nothing is known. */
  readonly words?: string;
  /** Whether the officer's own words stand. */
  readonly kept: boolean;
}

/** Drafts each reason that nobody has written; of figures that are the same money one, to which the others refer. */
export function planReasons({ asked, derived }: CompiledReasons, tree: Node): PlannedReason[] {
  const section = entryOf(tree, "原因")?.value;
  const planned: PlannedReason[] = [];
  const known = asked.map((each) => ({ asked: each, entry: entryFor(each.name, section) }));
  for (const { asked: reason, entry } of known) {
    const draft = derived.draft(reason.decomposition(), reason.format);
    const base = { asked: reason, draft, ...(entry && { entry }) };
    if (entry !== undefined && !isOpen(entry.value)) {
      planned.push({ ...base, kept: true });
      continue;
    }
    const twin =
      known.find((other) => other.entry && !isOpen(other.entry.value) && !isReference(other.entry.value) && isSameMoney(other.asked, reason))?.asked ??
      planned.find((other) => other.words !== undefined && isSameMoney(other.asked, reason))?.asked;
    const words = twin ? `同${keyOf(twin, section)}` : draft.words === "" ? undefined : TO_CONFIRM + draft.words;
    planned.push({ ...base, kept: false, ...(words !== undefined && { words }) });
  }
  return planned;
}

/** Whether a reason waits for its words: nothing, 待填 alone, or a draft. */
function isOpen(node: Node): boolean {
  return isEmpty(node) || isToConfirm(node) || (node.kind === "scalar" && node.text.replace(/[。；;.\s]/g, "") === TO_FILL);
}

/** 同收入总计: words that stand elsewhere, perhaps in the place that waits for them. */
export function isReference(node: Node): boolean {
  return node.kind === "scalar" && /^\s*同/.test(node.text);
}

function entryFor(name: string, section: Node | undefined): MapEntry | undefined {
  return section?.kind === "map" ? section.entries.find(({ key }) => key.text === name || codeOf(key.text) === name) : undefined;
}

/** How other reasons refer to one: as the file spells it. */
function keyOf({ name, title }: AskedReason, section: Node | undefined): string {
  return entryFor(name, section)?.key.text ?? title;
}

function isSameMoney(one: AskedReason, other: AskedReason): boolean {
  if (one === other || one.facts.length === 0 || one.facts.length !== other.facts.length) return false;
  const facts = new Set(other.facts);
  const [some, others] = [one.decomposition(), other.decomposition()];
  return one.facts.every((fact) => facts.has(fact)) && some.current.equals(others.current) && some.base.equals(others.base);
}
