import type { MapEntry, Node } from "../../base/node.ts";
import { DOCUMENT_KINDS, UNIT_LEVELS } from "../../model/expenditure.ts";
import { type Residue, type Slip, WORD_LISTS, type Wording, type WordList } from "../../model/wording.ts";
import { asMap, type Findings, fieldsOf } from "../reader.ts";
import { Fields, wordsOf } from "./values.ts";

const LEVELS = "级别用语";
const KINDS = "文种用语";
const RESIDUES = "模板残留";
const SLIPS = "错字";

/** Reads wording.yaml, the common one and the standard's own, which adds words to its lists. */
export function readWording(nodes: readonly Node[], findings: Findings): Wording {
  const files = nodes.flatMap((node) => {
    const map = asMap(node, "wording.yaml", findings);
    return map ? [fieldsOf(map, { required: [], optional: [...WORD_LISTS, LEVELS, KINDS, RESIDUES, SLIPS] }, "wording.yaml", findings)] : [];
  });
  const entriesOf = (key: string): MapEntry[] => files.flatMap((fields) => fields.get(key) ?? []);
  const words = WORD_LISTS.map((list): [WordList, RegExp] => [list, patternOf(entriesOf(list).flatMap(({ value }) => literalsOf(value, list, findings)))]);
  return {
    words: Object.fromEntries(words) as Record<WordList, RegExp>,
    levels: readByWord(entriesOf(LEVELS), LEVELS, UNIT_LEVELS, findings),
    kinds: readByWord(entriesOf(KINDS), KINDS, DOCUMENT_KINDS, findings),
    residues: membersOf(entriesOf(RESIDUES), (node) => readResidue(node, findings), findings),
    slips: membersOf(entriesOf(SLIPS), (node) => readSlip(node, findings), findings),
  };
}

/** Lists of words under a few known keys: 级别用语 by level. */
function readByWord<Word extends string>(entries: readonly MapEntry[], what: string, known: readonly Word[], findings: Findings): ReadonlyMap<Word, RegExp> {
  const words = new Map<Word, string[]>();
  for (const { value } of entries) {
    const map = asMap(value, what, findings);
    const fields = map && fieldsOf(map, { required: [], optional: known }, what, findings);
    for (const [key, entry] of fields ?? []) words.set(key as Word, [...(words.get(key as Word) ?? []), ...literalsOf(entry.value, key, findings)]);
  }
  return new Map([...words].map(([key, own]) => [key, patternOf(own)]));
}

function membersOf<Member>(entries: readonly MapEntry[], read: (node: Node) => Member | undefined, findings: Findings): Member[] {
  return entries.flatMap(({ key, value }) => {
    if (value.kind === "list") return value.items.flatMap((item) => read(item) ?? []);
    findings.error("wrong-shape", `“${key.text}”下面要一项一项地写，每项以“- ”开头`, value.span);
    return [];
  });
}

/** Words to look for: one of nothing but signs that stand for others would be found everywhere. */
function literalsOf(node: Node, what: string, findings: Findings): readonly string[] {
  const words = wordsOf(node, what, findings);
  for (const word of words) {
    if (/^[*#\s]+$/.test(word) && !REPEATED.test(word))
      findings.error("unknown-word", `“${what}”里的“${word}”没有要找的字`, node.span, "* 和 # 代表别的字，旁边还要写上要找的字");
  }
  return words;
}

const SEVERITIES = { 错误: "error", 警告: "warning" } as const;

function readResidue(residue: Node, findings: Findings): Residue | undefined {
  const map = asMap(residue, RESIDUES, findings);
  const fields = map && new Fields(map, ["写法", "级别"], [], RESIDUES, findings);
  const node = fields?.node("写法");
  const severity = fields?.word("级别", Object.keys(SEVERITIES) as (keyof typeof SEVERITIES)[]);
  return node && severity && { pattern: patternOf(literalsOf(node, RESIDUES, findings)), severity: SEVERITIES[severity] };
}

function readSlip(node: Node, findings: Findings): Slip | undefined {
  const map = asMap(node, SLIPS, findings);
  const fields = map && new Fields(map, ["错", "对"], ["写法", "除外"], SLIPS, findings);
  const wrong = fields?.text("错");
  const right = fields?.text("对");
  if (wrong === undefined || right === undefined) return undefined;
  const written = fields?.node("写法");
  return { pattern: patternOf(written ? literalsOf(written, SLIPS, findings) : [wrong], fields?.words("除外")), wrong, right };
}

/** A word that holds no other sign than itself, any number of which stands where it is one sign repeated. */
const REPEATED = /^(.)\1+$/u;

/**
 * One pattern for words. In a word * stands for up to 30 characters of one sentence, # for a digit;
 * a word of one sign repeated (XX, ____) stands for any longer row of it, and Latin words stand alone.
 * A word that lies within one of `except` is none.
 */
function patternOf(words: readonly string[], except: readonly string[] = []): RegExp {
  if (words.length === 0) return /(?!)/gu;
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map((word) => sourceOf(word) + notWithin(word, except)).join("|"), "gu");
}

function sourceOf(word: string): string {
  const repeated = REPEATED.exec(word)?.[1];
  const source = repeated === undefined ? wildcards(word) : `${escaped(repeated)}{${[...word].length},}`;
  return /^[A-Za-z]/.test(word) ? `(?<![A-Za-z0-9-])${source}(?![A-Za-z0-9-])` : source;
}

function wildcards(word: string): string {
  return [...word].map((character) => ({ "*": "[^。；;\\n]{0,30}", "#": "\\d" })[character] ?? escaped(character)).join("");
}

/** Behind a word: it must not lie within a longer one that holds it, as 的的 lies in 目的的. */
function notWithin(word: string, except: readonly string[]): string {
  const longer = except.filter((each) => each.includes(word));
  return longer
    .map((each) => {
      const end = each.indexOf(word) + word.length;
      return `(?!(?<=${escaped(each.slice(0, end))})${escaped(each.slice(end))})`;
    })
    .join("");
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
