import { isEmpty, type MapEntry, type MapNode, type Node, type ScalarNode } from "../../base/node.ts";
import { didYouMean, nearest } from "../../base/suggest.ts";
import type { Classification } from "../../model/classification.ts";
import type { Standard } from "../../model/standard.ts";
import type { Text } from "../../model/text.ts";
import { asMap, type Findings } from "../reader.ts";
import { type KnownNames, readText } from "../text.ts";
import { isToConfirm, toConfirm } from "../to-confirm.ts";
import { codeOf } from "./amounts.ts";
import { checkMention, mentionsCategory } from "./category-mention.ts";
import { refuseRepeatedCodes } from "./repeated-codes.ts";

/** What reasons may be named by, and what may stand in their words. */
interface ReasonNames {
  readonly standard: Standard;
  readonly classification: Classification;
  readonly texts: KnownNames;
}

const TO_WRITE = "增减的原因，不写“主要原因是”；没有增减、不用说明的，删掉这一行；可以先运行 budgetgen reasons 文件，按数字起草";

/** Reads 原因: the officer's words on each change; 同收入总计 takes another figure's. What cannot be read is noted in `unread`. */
export function readReasons(node: Node | undefined, names: ReasonNames, findings: Findings, unread: Set<string>): ReadonlyMap<string, Text> {
  const { standard, texts } = names;
  const reasons = new Map<string, Text>();
  const map = node && asMap(node, "原因", findings);
  const entries = map && indexed(map);
  refuseRepeatedCodes(map?.entries ?? [], findings);
  for (const { key, value } of map?.entries ?? []) {
    const name = codeOf(key.text) ?? key.text;
    checkName(key, names, findings);
    if (isEmpty(value) || entries === undefined) continue;
    const words = wordsOf(key.text, value, entries, standard, findings);
    const text = words && (isToConfirm(words) ? refuseDraft(key.text, value, words, findings) : trimmed(readText(words, key.text, texts, findings, TO_WRITE)));
    if (text === undefined) unread.add(name);
    else reasons.set(name, text);
  }
  return reasons;
}

/** A draft is told of once, where its words stand; 同… leads to it too. */
function refuseDraft(name: string, value: Node, words: Node, findings: Findings): undefined {
  if (words === value) findings.diagnostics.push(toConfirm(name, value));
}

/** A reason is that of a figure, or of a 功能科目 by its code, this year's or one that has ended. */
function checkName(key: ScalarNode, { standard, classification }: ReasonNames, findings: Findings): void {
  if (mentionsCategory(key.text)) checkMention(key, { lastYear: true }, classification, findings);
  else if (!standard.figures.has(key.text)) refuseName(key, standard, findings);
}

function refuseName(key: ScalarNode, standard: Standard, findings: Findings): void {
  const hint = didYouMean(key.text, standard.figures.keys()) ?? "可用的名称见 docs/budget-file.zh-CN.md 的“数的名称”";
  findings.error("unknown-figure", `“原因”里的“${key.text}”没有对应的数`, key.span, hint);
}

/** The first entry of each key and of each code that a key begins with. */
function indexed({ entries }: MapNode): ReadonlyMap<string, MapEntry> {
  const byName = new Map<string, MapEntry>();
  for (const entry of entries.toReversed()) {
    byName.set(codeOf(entry.key.text) ?? entry.key.text, entry);
    byName.set(entry.key.text, entry);
  }
  return byName;
}

/** 同… after 同… further than anybody means. */
const MOST_STEPS = 20;

/** The node that has the words of a reason, found by following 同…; nothing where they lead nowhere. */
function wordsOf(key: string, node: Node, entries: ReadonlyMap<string, MapEntry>, standard: Standard, findings: Findings): Node | undefined {
  const seen = new Set([key]);
  for (let value = node; ; ) {
    const reference = referenceOf(value, key, entries, standard);
    if (reference === undefined) return value;
    if (reference.target === undefined) {
      return findings.error(
        "unknown-figure",
        `“原因”里没有“${reference.name}”`,
        value.span,
        reference.meant === "" ? `在“原因:”下先写出“${reference.name}”的原因，或者把这里写全` : `写成“同${reference.meant}”，或者把原因写全`,
      );
    }
    const { key: next, value: words } = reference.target;
    if (seen.has(next.text))
      return findings.error("reason-circle", `“${key}”的原因写“${textOf(node)}”，绕了一圈没有一处写出原因`, node.span, "在其中一处写出原因");
    if (seen.size > MOST_STEPS)
      return findings.error("reason-circle", `“${key}”的原因写“${textOf(node)}”，转了 ${MOST_STEPS} 处还没有写出原因`, node.span, "把原因直接写在这里");
    // An empty reason is asked for where it stands.
    if (isEmpty(words)) return undefined;
    seen.add(next.text);
    value = words;
  }
}

function textOf(node: Node): string {
  return node.kind === "scalar" ? node.text.trim() : "";
}

interface Reference {
  readonly name: string;
  readonly target: MapEntry | undefined;
  readonly meant: string;
}

/** 同收入总计, 同上: a reference; 同比人员减少: words. */
function referenceOf(node: Node, own: string, entries: ReadonlyMap<string, MapEntry>, standard: Standard): Reference | undefined {
  const name = node.kind === "scalar" ? /^同(\S.{0,39}?)[。；;.]?$/.exec(node.text.trim())?.[1] : undefined;
  if (name === undefined) return undefined;
  const target = entries.get(name) ?? entries.get(codeOf(name) ?? "");
  if (target !== undefined) return { name, target, meant: name };
  const keys = [...entries.values()].map((entry) => entry.key.text).filter((key) => key !== own);
  const known = standard.figures.has(name);
  const meant = known ? undefined : nearest(name, keys);
  const refers = meant !== undefined || known || ["上", "前", "上项", "前项"].includes(name);
  return refers ? { name, target, meant: meant ?? (known ? "" : (keys[0] ?? "")) } : undefined;
}

const LEAD = /^(?:主要)?原因(?:是|为)[:：]?\s*/;
const END = /[。；;.]\s*$/;

/** The form itself writes 主要原因是 and the full stop. */
export function trimmed(text: Text | undefined): Text | undefined {
  if (text === undefined) return undefined;
  const last = text.runs.length - 1;
  const runs = text.runs.map((run, index) => {
    if (!("text" in run)) return run;
    const start = index === 0 ? run.text.replace(LEAD, "") : run.text;
    return { text: index === last ? start.replace(END, "") : start };
  });
  return { ...text, runs };
}
