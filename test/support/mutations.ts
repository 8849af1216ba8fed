import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Numbers below 1 that are the same for the same seed. */
export type Random = () => number;

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const below = (random: Random, end: number): number => Math.floor(random() * end);
const pick = <Item>(random: Random, items: readonly Item[]): Item => items[below(random, items.length)] as Item;
const times = <Item>(count: number, make: (index: number) => Item): Item[] => Array.from({ length: count }, (_, index) => make(index));

/** Files to begin with. */
export interface SeedFiles {
  /** The budgets, whose tables, forms and sentences are the most. */
  readonly budgets: readonly Buffer[];
  /** Small files without a mistake. */
  readonly fine: readonly Buffer[];
  /** The museum of mistakes. */
  readonly bad: readonly Buffer[];
}

export function seedFiles(root: string): SeedFiles {
  const museum = join(root, "test", "museum");
  const small = readdirSync(museum)
    .filter((name) => name.endsWith(".yaml") || name === "hostile.budget")
    .map((name) => readFileSync(join(museum, name)));
  const isFine = (bytes: Buffer): boolean => bytes.includes("# expect: nothing") || (!bytes.includes("# expect: ") && bytes.includes("@"));
  const budgets = ["lianzhou-2023", "lianzhou", "siping", "suizhou"].map((name) => readFileSync(join(root, "budgets", `${name}.yaml`)));
  return { budgets, fine: small.filter(isFine), bad: small.filter((bytes) => !isFine(bytes)) };
}

/** Names that JavaScript, Handlebars or YAML might take for something of their own. */
export const HOSTILE_NAMES = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "lookup",
  "helperMissing",
  "each",
  "if",
  "<<",
  "=",
  "~",
  "null",
  "length",
  "then",
];

/** Words that some reader on the way might obey. */
export const HOSTILE_WORDS = [
  "<script>alert(1)</script>",
  "</style><img src=x onerror=alert(1)>",
  "javascript:alert(1)",
  "[点击](javascript:alert(1))",
  "![图](https://example.com/a.png)",
  "file:///etc/passwd",
  "{{{单位名称}}}{{#each 名单}}",
  "【__proto__】【constructor】【",
  "&amp;&#60;b&#62;",
  "\"'`><",
  "<!--",
  "]]>",
  `\${process.env}`,
];

const VALUES = [
  "",
  "0",
  "-1",
  "1e309",
  "1,2,3",
  "9".repeat(400),
  "１２３，０００",
  "12万",
  "0.001",
  "NaN",
  "[",
  "{",
  "*a",
  "&a",
  "!!js/function x",
  "|",
  ">",
  "'",
  '"',
  "- ",
  "? ",
  "%YAML 1.2",
  "---",
  "...",
  "同收入总计",
  "无",
  "是",
];
const CHARACTERS = [
  ..."：:，,。 \t\n　-#|>*&!%@`\"'{}[]【】（）0123456789.eE一万元同等",
  "\u200b",
  "\u202e",
  "\u0000",
  "\u00a0",
  "\ufeff",
  "\u2028",
  "\ud800",
  "𬭎",
  "😀",
  "é",
  "\r",
  "\u0301",
  "ｱ",
];

type Mutation = (text: string, random: Random, others: SeedFiles) => string | Buffer;

function atCharacters(text: string, random: Random): string {
  const characters = [...text];
  for (let left = 1 + below(random, 4); left > 0; left -= 1) {
    const at = below(random, characters.length + 1);
    const kind = below(random, 4);
    if (kind === 0) characters.splice(at, 1 + below(random, 5));
    else if (kind === 1) characters.splice(at, 0, pick(random, CHARACTERS));
    else if (kind === 2) characters.splice(at, 1, pick(random, CHARACTERS));
    else characters.splice(below(random, characters.length), 0, ...characters.splice(at, 1 + below(random, 60)));
  }
  return characters.join("");
}

function atBytes(text: string, random: Random): Buffer {
  const bytes = [...Buffer.from(text)];
  for (let left = 1 + below(random, 6); left > 0; left -= 1) {
    const at = below(random, bytes.length + 1);
    const kind = below(random, 4);
    if (kind === 0) bytes.splice(at, 1);
    else if (kind === 1) bytes.splice(at, 0, below(random, 256));
    else if (kind === 2) bytes.splice(at, 1, below(random, 256));
    else bytes.splice(at, bytes.length);
    if (bytes.length === 0) break;
  }
  return Buffer.from(bytes);
}

function atLines(text: string, random: Random): string {
  const lines = text.split("\n");
  for (let left = 1 + below(random, 4); left > 0; left -= 1) {
    const at = below(random, lines.length);
    const line = lines[at] ?? "";
    const kind = below(random, 7);
    if (kind === 0) lines.splice(at, 1 + below(random, 4));
    else if (kind === 1) lines.splice(below(random, lines.length), 0, line);
    else if (kind === 2) lines.splice(below(random, lines.length), 0, ...lines.splice(at, 1 + below(random, 12)));
    else if (kind === 3) lines[at] = ` ${line}`;
    else if (kind === 4) lines[at] = line.replace(/^ +/, (blanks) => pick(random, ["", "\t", "\u3000", blanks.slice(1), `${blanks}  `]));
    else if (kind === 5) lines.splice(at, 0, `${/^ */.exec(line)?.[0] ?? ""}${pick(random, [...HOSTILE_NAMES, ...HOSTILE_WORDS])}: ${pick(random, VALUES)}`);
    else lines[at] = line.replace(/:/, pick(random, ["：", ":", " :", ""])).replace(/- /, pick(random, ["-", "- ", "—"]));
  }
  return lines.join("\n");
}

/** Another value, another name, or a whole structure in the place of a value. */
function atEntries(text: string, random: Random): string {
  const lines = text.split("\n");
  for (let left = 1 + below(random, 3); left > 0; left -= 1) {
    const keyed = lines.flatMap((line, index) => (/^\s*(?:- )?[^:#]+:/.test(line) ? [index] : []));
    if (keyed.length === 0) return text;
    const at = pick(random, keyed);
    const [, indent = "", key = "", value = ""] = /^(\s*(?:- )?)([^:]+):(.*)$/s.exec(lines[at] ?? "") ?? [];
    const deeper = " ".repeat(indent.length + 2);
    lines[at] = pick<() => string>(random, [
      () => `${indent}${key}: ${pick(random, VALUES)}`,
      () => `${indent}${key}: ${pick(random, HOSTILE_WORDS)}`,
      () => `${indent}${key}: |\n${deeper}${pick(random, HOSTILE_WORDS)}`,
      () => `${indent}${pick(random, HOSTILE_NAMES)}:${value}`,
      () => `${indent}${key}:\n${deeper}- 甲\n${deeper}- 乙`,
      () => `${indent}${key}:\n${deeper}甲: 1\n${deeper}乙: 2`,
      () => `${indent}${key}: ${"长".repeat(300)}`,
      () => `${indent}${"名".repeat(300)}:${value}`,
      () => `${indent}${key}: "${pick(random, HOSTILE_WORDS).replaceAll('"', '\\"')}"`,
      () => `${indent}${key}:${value} #${pick(random, CHARACTERS)}`,
    ])();
  }
  return lines.join("\n");
}

/** Hostile words amid the texts, which leave the structure as it is. */
function atTexts(text: string, random: Random): string {
  const lines = text.split("\n");
  const long = lines.flatMap((line, index) => (/[，。、；]/.test(line) ? [index] : []));
  for (let left = 1 + below(random, 6); left > 0 && long.length > 0; left -= 1) {
    const at = pick(random, long);
    const line = lines[at] ?? "";
    const middle = Math.floor((line.length + line.trimEnd().search(/[，。、；]/)) / 2);
    lines[at] = line.slice(0, middle) + pick(random, [...HOSTILE_WORDS, ...HOSTILE_NAMES, "长".repeat(300), ...CHARACTERS]) + line.slice(middle);
  }
  return lines.join("\n");
}

function spliced(text: string, random: Random, { budgets, fine, bad }: SeedFiles): string {
  const mine = text.split("\n");
  const theirs = pick(random, pick(random, [budgets, fine, bad]))
    .toString("utf8")
    .split("\n");
  return [...mine.slice(0, below(random, mine.length)), ...theirs.slice(below(random, theirs.length))].join("\n");
}

/** Depth, repetition and references: what costs a reader time or memory. */
function heavy(text: string, random: Random): string {
  const lines = text.split("\n");
  const depth = 2 + below(random, 3000);
  const piece = pick<() => string>(random, [
    () => `概要: ${"[".repeat(depth)}`,
    () => `概要: ${"{a: ".repeat(depth)}`,
    () => `概要: ${"[".repeat(depth)}${"]".repeat(depth)}`,
    () => `概要:\n  ${"- ".repeat(depth)}1`,
    () => `${"? ".repeat(depth)}1`,
    () => `概要:\n${times(Math.min(depth, 400), (level) => `${" ".repeat(level + 1)}a:`).join("\n")} 1`,
    () => bomb(2 + below(random, 20)),
    () => times(depth, (index) => `键${index}: ${index}`).join("\n"),
    () => `概要: "${"\\u4e00".repeat(depth)}"`,
    () => `概要: ${"“".repeat(depth)}'`,
    () => `概要: |\n${"  长行".repeat(depth)}`,
    () => times(depth, () => "项目支出:").join("\n"),
    () => `原因:\n${times(Math.min(depth, 200), (index) => `  数${index}: 同数${index + 1}`).join("\n")}`,
    () => `a：${"：".repeat(depth)}`,
    () => `概要: ${"【".repeat(depth)}${"】".repeat(depth)}`,
    () => `概要:${" ".repeat(depth)}${"#".repeat(depth)}`,
  ])();
  lines.splice(below(random, lines.length + 1), 0, piece);
  return lines.join("\n");
}

/** An alias bomb: each line names the one before many times. */
export function bomb(levels: number): string {
  const line = (level: number): string => `甲${level}: &a${level} [${times(9, () => (level === 0 ? "笑" : `*a${level - 1}`)).join(", ")}]`;
  return times(levels, line).join("\n");
}

function inOtherEncoding(text: string, random: Random): Buffer {
  const little = Buffer.from(text, "utf16le");
  const bytes = pick(random, [little, Buffer.from(little).swap16(), Buffer.concat([Buffer.from([0xff, 0xfe]), little]), Buffer.from(text, "latin1")]);
  return random() < 0.5 ? bytes : bytes.subarray(0, below(random, bytes.length + 1));
}

const MUTATIONS: readonly (readonly [name: string, mutation: Mutation, weight: number])[] = [
  ["characters", atCharacters, 5],
  ["bytes", atBytes, 3],
  ["lines", atLines, 5],
  ["entries", atEntries, 5],
  ["texts", atTexts, 5],
  ["splice", spliced, 3],
  ["heavy", heavy, 2],
  ["encoding", inOtherEncoding, 1],
];

const WEIGHTED = MUTATIONS.flatMap((each) => times(each[2], () => each));

/** The mutated file of a seed. */
export function mutatedFile(seed: number, files: SeedFiles): { readonly kind: string; readonly bytes: Buffer } {
  const random = randomOf(Math.imul(seed + 1, 0x9e3779b1));
  const { budgets, fine, bad } = files;
  const text = pick(random, pick(random, [budgets, budgets, fine, bad])).toString("utf8");
  const [kind, mutate] = pick(random, WEIGHTED);
  const once = mutate(text, random, files);
  const result = typeof once === "string" && random() < 0.25 ? pick(random, WEIGHTED)[1](once, random, files) : once;
  return { kind, bytes: typeof result === "string" ? Buffer.from(result) : result };
}
