import { type KeySlip, keySlip } from "../../base/key-slip.ts";
import { lineText, type SourceFile } from "../../base/span.ts";
import { digitsOf, Indentations } from "./indentation.ts";

/** A line that begins something: a key, an item of a list, or words that should have been one. */
export interface Line {
  /** Where the line begins in the file. */
  readonly start: number;
  /** The whole line. */
  readonly text: string;
  /** The blanks that it begins with, of whatever kind. */
  readonly lead: string;
  /** How far it is meant to be indented: as written, or where it has tabs or wide blanks, as its neighbours are. */
  readonly indent: number;
  /** The column behind the “- ” of an item, where its key or text stands. */
  readonly column: number;
  /** The key as written, where one stands before a colon and a blank. */
  readonly key?: string;
  /** Where in the line its key or text begins. */
  readonly keyAt: number;
  /** Where in the line begins what follows the key; without a key, the words. */
  readonly valueAt: number;
  /** What stands there, without a comment. */
  readonly value: string;
  /** How its key came not to be told from its content. */
  readonly slip?: KeySlip;
  /** Whether it is the beginning of a text that stands below its key. */
  readonly words: boolean;
  /** Whether it is only a line of a `|` block whose blanks do not count as indentation. */
  readonly inBlock: boolean;
  /** Where the last line ends that runs on from this one's text; nothing where none does. */
  continuedTo?: number;
  /** Whether the next line is deeper, and does not run on. */
  opens: boolean;
}

/** Lines that are looked ahead at most, so that no file takes longer than its length. */
const AHEAD = 50;

const BLANKS = /^[\s\u200b\u2060]*/;
const KEY = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?:[^:#\s]|:(?=\S))(?:[^:#]|:(?=\S)|(?<=\S)#)*?):(?=[ \t]|$)/;
const DASHES = /^(?:- +)*/;

/** An anchor or a tag alone, which stands before a structure. */
export const PROPERTY = /^[&!]\S*$/;

/** What opens a block, after a colon of any kind. */
const BLOCK = /(?:^|[:：﹕∶]|\s)[|>][+-]?\d?$/;

/** What cannot be the text of a block that is not indented: a key, an item, a mark, a comment. */
const BEGINS = new RegExp(`${KEY.source}|^[^:：#|>"']{1,30}：|^(?:- |---|\\.\\.\\.|#)`);

/** A `|` block that is being read. */
interface Block {
  /** The column of its key. */
  readonly column: number;
  /** How far its text is indented. */
  content?: number;
  /** The blanks before its text where they are no indentation. */
  loose?: string;
}

type Form = Pick<Line, "column" | "key" | "keyAt" | "valueAt" | "value" | "slip">;

function formOf(text: string, leadLength: number, indent: number): Form {
  const dashes = DASHES.exec(text.slice(leadLength))?.[0].length ?? 0;
  const keyAt = leadLength + dashes;
  const rest = text.slice(keyAt);
  const column = indent + dashes;
  const key = KEY.exec(rest)?.[0].slice(0, -1);
  if (key === undefined) return { column, keyAt, valueAt: keyAt, value: withoutComment(rest) };
  return { column, keyAt, ...parted(text, keyAt, keyAt + key.length, keyAt + key.length + 1) };
}

/** The form that a line was meant to have, where a name is not told from its content. */
function meantForm(text: string, form: Form, slip: KeySlip): Form {
  if (slip.code !== "dash-without-blank") return { ...form, ...parted(text, form.keyAt, slip.at, slip.at + slip.width), slip };
  const keyAt = form.keyAt + slip.width;
  const colon = keyAt + (KEY.exec(text.slice(keyAt))?.[0].length ?? 1) - 1;
  return { column: form.column + 2, keyAt, ...parted(text, keyAt, colon, colon + 1), slip };
}

/** A key and what stands behind it. */
function parted(text: string, keyAt: number, keyEnd: number, behindAt: number): Pick<Form, "key" | "valueAt" | "value"> {
  const value = text.slice(behindAt).trimStart();
  return { key: text.slice(keyAt, keyEnd).trimEnd(), valueAt: text.length - value.length, value: withoutComment(value) };
}

function withoutComment(text: string): string {
  return text.replace(/(?:^|[ \t])#.*$/, "").trimEnd();
}

/** The lines of a file that begin something; those within `|` blocks, comments and those that run on are left out. */
export function linesOf(file: SourceFile): readonly Line[] {
  return new LineReader(file).read();
}

class LineReader {
  private readonly file: SourceFile;
  private readonly lines: Line[] = [];
  private readonly indentations = new Indentations();
  /** The column of the key whose `|` block is being read, and how far its text is indented. */
  private block: Block | undefined;
  /** The column that a line must exceed to run on from the text before it. */
  private text: number | undefined;
  private last: Line | undefined;

  constructor(file: SourceFile) {
    this.file = file;
  }

  read(): readonly Line[] {
    for (let number = 1; number <= this.file.lineStarts.length; number += 1) {
      const text = lineText(this.file, number);
      const lead = blanksOf(text);
      if (lead.length < text.length) this.readLine(number, text, lead);
    }
    return this.lines;
  }

  private readLine(number: number, text: string, lead: string): void {
    const start = this.file.lineStarts[number - 1] ?? 0;
    if (this.block !== undefined && this.staysInBlock(this.block, start, text, lead)) return;
    this.block = undefined;
    if (text.startsWith("#", lead.length)) return;
    const indent = isPlain(lead) ? lead.length : this.indentations.meant(lead, this.nextPlain(number), digitsOf(text.slice(lead.length)));
    if (this.last !== undefined && this.text !== undefined && indent > this.text) this.last.continuedTo = start + text.length;
    else this.begin({ start, text, lead, indent }, number);
  }

  /** Whether a line belongs to the block that is being read; one that only looks indented is kept, to be mended. */
  private staysInBlock(block: Block, start: number, text: string, lead: string): boolean {
    const plain = /^ */.exec(lead)?.[0].length ?? 0;
    if (plain > block.column) {
      block.content ??= plain;
      return true;
    }
    const looksDeeper = [...lead].reduce((width, blank) => width + (blank === " " ? 1 : 2), 0) > block.column;
    const loose = block.content === undefined || block.loose === lead;
    if (!(loose || (plain < lead.length && looksDeeper)) || BEGINS.test(text.slice(lead.length))) return false;
    if (block.content === undefined) block.loose = lead;
    block.content ??= block.column + 2;
    const indent = block.content;
    this.lines.push({ start, text, lead, indent, column: indent, keyAt: 0, valueAt: lead.length, value: "", words: false, inBlock: true, opens: false });
    return true;
  }

  private begin(place: Pick<Line, "start" | "text" | "lead" | "indent">, number: number): void {
    const { last } = this;
    const written = formOf(place.text, place.lead.length, place.indent);
    const item = written.keyAt > place.lead.length;
    if (last !== undefined) last.opens = place.indent > last.column || (item && last.key !== undefined && place.indent === last.column);
    const below = last?.opens === true && last.key !== undefined && last.value === "";
    const alone = below && !item && written.key === undefined && !this.hasKeyBeside(number, place.lead) && !this.hasKeyBelow(number, place.lead);
    const slip = alone ? undefined : this.slipOf(place.text, written, item, number);
    const form = slip === undefined ? written : meantForm(place.text, written, slip);
    const line: Line = { ...place, ...form, words: alone, inBlock: false, opens: false };
    this.lines.push(line);
    this.indentations.enter({ ...line, digits: digitsOf(form.key ?? "") }, form.key !== undefined && form.value === "");
    // Words below a key are a text, unless a line beside them has a key of its own.
    this.text = alone ? last.column : textColumn(line, item);
    this.last = line;
    if (!BLOCK.test(form.value)) return;
    this.block = { column: form.key === undefined && item ? place.indent : form.column };
    this.text = undefined;
  }

  /** A slip that is beyond doubt: words of an item may hold a colon, unless a key follows below them. */
  private slipOf(text: string, written: Form, item: boolean, number: number): KeySlip | undefined {
    const slip = keySlip(text);
    if (slip === undefined || slip.code === "dash-without-blank") return slip;
    if (written.key !== undefined || (item && !this.hasKeyBeside(number, " ".repeat(written.column)))) return undefined;
    return slip;
  }

  private hasKeyBeside(number: number, lead: string): boolean {
    for (const text of this.following(number)) {
      if (!text.startsWith(lead)) return false;
      if (blanksOf(text) === lead && KEY.test(text.slice(lead.length))) return true;
    }
    return false;
  }

  private hasKeyBelow(number: number, lead: string): boolean {
    const [next = ""] = this.following(number);
    const blanks = blanksOf(next);
    return blanks.length > lead.length && blanks.startsWith(lead) && KEY.test(next.slice(blanks.length));
  }

  /** The indentation of the next line that is written in plain blanks. */
  private nextPlain(number: number): number | undefined {
    for (const text of this.following(number)) if (isPlain(blanksOf(text))) return blanksOf(text).length;
    return undefined;
  }

  /** Some of the lines that follow, empty ones left out. */
  private *following(number: number): Generator<string> {
    const end = Math.min(this.file.lineStarts.length, number + AHEAD);
    for (let next = number + 1; next <= end; next += 1) {
      const text = lineText(this.file, next);
      if (text.trim() !== "") yield text;
    }
  }
}

/** Where the next lines must be deeper than to run on from a line; nothing where none can. */
function textColumn(line: Line, item: boolean): number | undefined {
  if (line.key !== undefined) return line.value === "" || PROPERTY.test(line.value) ? undefined : line.column;
  return item ? line.indent : undefined;
}

function blanksOf(text: string): string {
  return BLANKS.exec(text)?.[0] ?? "";
}

function isPlain(lead: string): boolean {
  return /^ *$/.test(lead);
}
