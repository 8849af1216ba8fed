import { adjustmentsIn } from "../../model/adjustment.ts";
import type { Budget } from "../../model/budget.ts";
import type { Wording } from "../../model/wording.ts";
import type { Reconciled } from "../reconciled.ts";
import { clauseAt, holds, type Passage } from "./passages.ts";
import { type ItemAmounts, type Layer, ReasonItems, totalsOf } from "./reason-items.ts";
import { type Reason, reasonsOf } from "./reasons.ts";
import { amountsIn, type WrittenAmount } from "./written-amounts.ts";

/** What a reason says of a 科目, a project or several of them: which way they went, and perhaps by how much. */
export interface Claim {
  /** The figures whose reason it is; the first is told. */
  readonly reasons: readonly Reason[];
  readonly passage: Passage;
  readonly names: readonly string[];
  readonly kind: "增加" | "减少" | "新增" | "取消";
  readonly amount?: WrittenAmount;
  /** What the names may stand for; never empty. */
  readonly meant: readonly ItemAmounts[];
  /** From the first name to the last word. */
  readonly start: number;
  readonly end: number;
}

const known = new WeakMap<Budget, readonly Claim[]>();

/** Everything that reasons say of items by name; gathered once for all rules. */
export function claimsOf(given: Reconciled): readonly Claim[] {
  const claims = known.get(given.budget) ?? gathered(given);
  known.set(given.budget, claims);
  return claims;
}

function gathered(given: Reconciled): Claim[] {
  const { wording } = given.standard;
  const byPassage = new Map<Passage, Reason[]>();
  // Against an adjusted base (同口径调整) nobody knows what last year's items are.
  const known = reasonsOf(given).filter(({ name }) => adjustmentsIn(name, given.budget, given.derived.figures).length === 0);
  for (const reason of known)
    if (DIRECTIONS.some((list) => holds(reason.passage.words, wording.words[list])))
      byPassage.set(reason.passage, [...(byPassage.get(reason.passage) ?? []), reason]);
  if (byPassage.size === 0) return [];
  const items = new ReasonItems(given);
  return [...byPassage].flatMap(([passage, reasons]) => new ClaimReader(passage, reasons, items.of(reasons.map(({ name }) => name)), wording).all());
}

const DIRECTIONS = ["增加的说法", "减少的说法", "新增的说法", "取消的说法"] as const;

/** No reason is longer: a hostile one is read as far as that. */
const LONGEST = 2_000;

/** Shorter names are words of other things too. */
const SHORTEST = 2;
const SHORTEST_PROJECT = 4;

const CONNECTED = /^(?:、|和|与|及|以及|，以及)[“"]?/;
const ENDED = /^(?:$|[，。；、：,;\n])/;

class ClaimReader {
  private readonly passage: Passage;
  private readonly words: string;
  private readonly reasons: readonly Reason[];
  private readonly layers: readonly Layer[];
  private readonly lists: Wording["words"];
  private readonly names: readonly string[];
  private readonly amounts: ReadonlyMap<number, WrittenAmount>;

  constructor(passage: Passage, reasons: readonly Reason[], layers: readonly Layer[], wording: Wording) {
    this.passage = passage;
    this.words = passage.words.slice(0, LONGEST);
    this.reasons = reasons;
    this.layers = layers;
    this.lists = wording.words;
    const all = layers.flatMap((layer) => [...layer].filter(([name, { project }]) => name.length >= (project ? SHORTEST_PROJECT : SHORTEST)));
    const present = new Set(all.flatMap(([name]) => (this.words.includes(name) ? [name] : [])));
    this.names = [...present].sort((a, b) => b.length - a.length);
    this.amounts = new Map(this.names.length === 0 ? [] : amountsIn(passage, wording).map((amount) => [amount.start, amount]));
  }

  all(): Claim[] {
    const claims: Claim[] = [];
    for (let at = 0; at < this.words.length && this.names.length > 0; ) {
      const chain = this.chainAt(at);
      const claim = chain && this.claim(chain.names, at, chain.end);
      if (claim) claims.push(claim);
      at = chain?.end ?? at + 1;
    }
    return claims;
  }

  /** Names that begin at a place, joined by 、 or 和. */
  private chainAt(start: number): { readonly names: readonly string[]; readonly end: number } | undefined {
    const names: string[] = [];
    let end = start;
    for (let at = start; ; ) {
      const name = this.names.find((each) => this.words.startsWith(each, at));
      if (name === undefined) break;
      names.push(name);
      end = at + name.length;
      const next = this.withoutFillers(end);
      at = next + (CONNECTED.exec(this.words.slice(next))?.[0].length ?? Number.POSITIVE_INFINITY);
    }
    return names.length === 0 ? undefined : { names, end };
  }

  private claim(names: readonly string[], start: number, end: number): Claim | undefined {
    const before = this.before(start);
    const after = this.after(end);
    const direction = after?.kind ?? before.kind;
    const meant = totalsOf(names, this.layers);
    if (direction === undefined || meant.length === 0 || !before.begins || (after && before.kind && !isAlike(after.kind, before.kind))) return undefined;
    const rest = after?.end ?? this.withoutFillers(end);
    const amount = this.amounts.get(this.withoutFillers(rest));
    if (after === undefined && amount === undefined && !ENDED.test(this.words.slice(rest))) return undefined;
    if (this.hasOtherCause(names, start)) return undefined;
    const kind = before.kind !== undefined && ["新增", "取消"].includes(before.kind) ? before.kind : direction;
    return { reasons: this.reasons, passage: this.passage, names, kind, ...(amount && { amount }), meant, start, end: Math.max(end, after?.end ?? end) };
  }

  /** Behind names: 增加 or 减少, with nothing of its own in between. */
  private after(end: number): { readonly kind: Claim["kind"]; readonly end: number } | undefined {
    const at = this.withoutFillers(end);
    const rest = this.words.slice(at);
    for (const [kind, words] of [
      ["增加", this.lists.增加的说法],
      ["减少", this.lists.减少的说法],
    ] as const) {
      const [found] = rest.search(words) === 0 ? (rest.match(new RegExp(words.source, "u")) ?? []) : [];
      if (found !== undefined) return { kind, end: at + found.length };
    }
    return undefined;
  }

  /** Before names: whether a clause begins there, or a word that says which way they went. */
  private before(start: number): { readonly begins: boolean; readonly kind?: Claim["kind"] } {
    let words = this.words.slice(0, start).replace(/[“"]$/, "");
    for (;;) {
      const filler = endingOf(words, this.lists.增减的套话);
      if (filler === "") break;
      words = words.slice(0, -filler.length).replace(/[“"]$/, "");
    }
    for (const [kind, list] of [
      ["新增", this.lists.新增的说法],
      ["取消", this.lists.取消的说法],
      ["增加", this.lists.增加的说法],
      ["减少", this.lists.减少的说法],
    ] as const)
      if (endingOf(words, list) !== "") return { begins: true, kind };
    return { begins: words === "" || /[，。；、：！？,;\s“"（(）)和与及]$/.test(words) };
  }

  private withoutFillers(at: number): number {
    let end = at;
    for (;;) {
      const rest = this.words.slice(end, end + 10);
      const filler =
        /^[”"]/.exec(rest)?.[0] ?? (rest.search(this.lists.增减的套话) === 0 ? (rest.match(new RegExp(this.lists.增减的套话.source, "u"))?.[0] ?? "") : "");
      if (filler === "") return end;
      end += filler.length;
    }
  }

  /** Whether the clause speaks of a part of the money or of another cause. */
  private hasOtherCause(names: readonly string[], start: number): boolean {
    const clause = names.reduce((words, name) => words.replaceAll(name, ""), clauseAt(this.words, start));
    return holds(clause.replace(this.lists.增减的套话, "").replace(this.lists.取消的说法, ""), this.lists.另有缘故);
  }
}

/** 新增 says more as 增加 does, 取消 less as 减少 does. */
function isAlike(one: Claim["kind"], other: Claim["kind"]): boolean {
  const isMore = (kind: Claim["kind"]): boolean => kind === "增加" || kind === "新增";
  return isMore(one) === isMore(other);
}

/** The word of a list with which words end. */
function endingOf(words: string, list: RegExp): string {
  const near = words.slice(-10);
  for (let at = 0; at < near.length; at += 1) {
    const ending = near.slice(at);
    if (ending.search(list) === 0 && (ending.match(new RegExp(list.source, "u"))?.[0] ?? "") === ending) return ending;
  }
  return "";
}
