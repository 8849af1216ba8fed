import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { showDiagnostic } from "../../src/commands/report.ts";
import { type Compilation, compileBudget } from "../../src/compile.ts";
import type { BudgetDocument, Part } from "../../src/model/document.ts";
import { RESOURCES, ROOT } from "../support/compile.ts";
import { readableText } from "../support/readable.ts";

/** The guide that these tests follow to the letter. */
export const GUIDE = join(ROOT, "docs", "standard-guide.zh-CN.md");

/** The folder and the budget file of the standard that the guide builds. */
const BUILT = "linjiang";

/** A fenced block of the guide with the line that introduces it. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** The last line before the fence: what the block is. */
  readonly intro: string;
  /** Its line in the guide, from 1. */
  readonly line: number;
  readonly heading: string;
}

/** The fenced blocks of a Markdown text, in order. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let heading = "";
  let intro = "";
  let open: { readonly language: string; readonly line: number; readonly lines: string[] } | undefined;
  for (const [index, line] of markdown.split("\n").entries()) {
    const fence = /^```(\w*)$/.exec(line);
    if (open !== undefined && fence) {
      blocks.push({ language: open.language, text: open.lines.map((each) => `${each}\n`).join(""), intro, line: open.line, heading });
      open = undefined;
      intro = "";
    } else if (open !== undefined) open.lines.push(line);
    else if (fence) open = { language: fence[1] ?? "", line: index + 1, lines: [] };
    else if (line.startsWith("#")) {
      heading = line;
      intro = "";
    } else if (line.trim() !== "") intro = line;
  }
  return blocks;
}

/** What a block is by its introduction: a whole file, a fragment of some kind of file, or what the fragments before it print. */
export function kindOf({ intro }: Block): { readonly kind: "file" | "fragment" | "printed" | "other"; readonly what: string; readonly key: string } {
  const file = /^文件 `([^`]+)`/.exec(intro);
  if (file) return { kind: "file", what: file[1] ?? "", key: "" };
  const fragment = /^片段（([^）`]+?)(?: `([^`]+)`)?）/.exec(intro);
  if (fragment) return { kind: "fragment", what: fragment[1] ?? "", key: fragment[2] ?? "" };
  return { kind: /^印出：/.test(intro) ? "printed" : "other", what: "", key: "" };
}

const made: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "guide-"));
  made.push(folder);
  return folder;
}

/** Removes the folders that were made on the way. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Puts the whole files of the guide into a folder and gives the folder. */
export function followed(blocks: readonly Block[]): string {
  const root = newFolder();
  for (const block of blocks) {
    const { kind, what } = kindOf(block);
    if (kind === "file") write(join(root, what), block.text);
  }
  return root;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Compiles a budget file of the folder with the standards in it, as --standard does. */
export function compileIn(root: string, budget: string): Compilation {
  return compileBudget(join(root, budget), { ...RESOURCES, given: [root] });
}

/** Fragments that are tried together, and what the guide says they print. */
export interface Trial {
  readonly fragments: readonly Block[];
  readonly printed?: Block;
}

/** Fragments belong together up to what they print, or up to the end of their section. */
export function trialsOf(blocks: readonly Block[]): Trial[] {
  const trials: Trial[] = [];
  let fragments: Block[] = [];
  const close = (printed?: Block): void => {
    if (fragments.length > 0) trials.push({ fragments, ...(printed && { printed }) });
    fragments = [];
  };
  for (const block of blocks) {
    const { kind } = kindOf(block);
    if (fragments.length > 0 && fragments[0]?.heading !== block.heading) close();
    if (kind === "fragment") fragments.push(block);
    else if (kind === "printed") close(block);
  }
  close();
  return trials;
}

/** Sentences by themselves, each as one more paragraph of the built standard; what each prints. */
export function printSentences(sentences: readonly string[], root: string): string[] {
  const draft = new Draft(root);
  for (const [index, sentence] of sentences.entries()) draft.sentence(`s${index}`, sentence);
  return draft.compile().split("\n");
}

/** Tries fragments on top of the built standard: they must be accepted, and the document must compile; gives what they add to it. */
export function tryFragments({ fragments }: Trial, root: string): string {
  const draft = new Draft(root);
  for (const [index, block] of fragments.entries()) {
    const { what, key } = kindOf(block);
    draft.add(what, key === "" ? `x${index}` : key, block.text);
  }
  return draft.compile();
}

const TABLE_COLUMNS = "columns:\n  - { heading: 科目, text: 名称 }\n  - { heading: 预算数 }\n";
const TABLE_ROWS = "rows:\n  - { axis: 功能科目, levels: [类] }\n  - { total: 合计 }\n";
const FORM_COLUMNS = "title: 试\ncolumns: [1, 1, 1, 1]\n";

/** Files of the built standard that a fragment adds to; of any other it is the whole. */
const ADDED = ["figures.yaml", "inputs.yaml", "lists.yaml", "phrases.yaml", "terms.yaml", "definitions.yaml"];

/** A standard that extends the built one by some fragments, with a part of its own at the document's end. */
class Draft {
  private readonly root: string;
  private readonly files = new Map<string, string>();
  private readonly placed: string[] = [];
  private readonly content: string[] = [];
  private sections = "";
  private pack = "name: 试\nextends: linjiang\n";
  private budget: string;

  constructor(built: string) {
    this.root = newFolder();
    cpSync(built, this.root, { recursive: true });
    this.budget = this.read(`${BUILT}.yaml`).replace(/^标准: .*$/m, "标准: 试");
  }

  private read(path: string): string {
    return readFileSync(join(this.root, path), "utf8");
  }

  add(what: string, key: string, text: string): void {
    if (what === "pack.yaml") this.pack = replaced(this.pack, text.replace(/^name: .*$/m, "name: 试"));
    else if (ADDED.includes(what)) this.files.set(what, merged(this.files.get(what) ?? this.read(join(BUILT, what)), text));
    else if (what === "预算文件") this.budget = replaced(this.budget, text);
    else if (what === "content") this.content.push(text);
    else if (what === "一节") this.sections += indented(text, 2);
    else if (what === "表，只读") this.files.set(`unused/${key}.yaml`, text);
    else this.addPlaced(what, key, text);
  }

  private addPlaced(what: string, key: string, text: string): void {
    const table = { 表: text, 表的columns: text + TABLE_ROWS, 表的rows: TABLE_COLUMNS + text }[what];
    const form = { 表单: text, 表单的rows: FORM_COLUMNS + text }[what];
    if (what === "句子") this.sentence(key, text);
    else if (table !== undefined) this.place(`tables/${key}.yaml`, `table: ${key}`, table);
    else if (form !== undefined) this.place(`forms/${key}.yaml`, `form: ${key}`, form);
    else throw new Error(`the guide has a fragment of an unknown kind: ${what}`);
  }

  sentence(key: string, text: string): void {
    this.place(`sentences/${key}.hbs`, `sentence: ${key}`, text);
  }

  private place(path: string, entry: string, text: string): void {
    this.files.set(path, text);
    this.placed.push(`- ${entry}\n`);
  }

  /** What the own part prints, one line a row or paragraph; a section of its own where the guide says what stands in it. */
  compile(): string {
    const content = this.content.length > 0 ? this.content.join("") : this.placed.join("");
    const own = content === "" ? "- { terms: true }\n" : content;
    const part = `  - section: 试\n    content:\n${indented(own, 6)}${this.sections}`;
    const files = new Map([...this.files, ["document.yaml", this.read(`${BUILT}/document.yaml`) + part], ["pack.yaml", this.pack]]);
    for (const [path, text] of files) write(join(this.root, "trial", path), text);
    write(join(this.root, "trial.yaml"), this.budget);
    const { value, diagnostics } = compileIn(this.root, "trial.yaml");
    if (value === undefined) throw new Error(diagnostics.map((diagnostic) => showDiagnostic(diagnostic, false)).join("\n"));
    const after = value.document.parts.findIndex(({ heading }) => heading.text === "试");
    return value.document.parts
      .slice(after)
      .map((each) => readablePart(each, value.document))
      .join("\n");
  }
}

/** A part without its heading and without empty lines; its tables whole. */
function readablePart(part: Part, document: BudgetDocument): string {
  const blocks = part.blocks.map((block) => {
    if (block.kind !== "table") return block;
    const { caption: _caption, ...bare } = block;
    return bare;
  });
  const [, ...lines] = readableText({ ...document, cover: [], contents: [], contentsHeading: "", parts: [{ ...part, blocks }] })
    .split("\n")
    .filter((line) => line !== "");
  return lines.join("\n");
}

function indented(text: string, depth: number): string {
  return text.replace(/^(?=.)/gm, " ".repeat(depth));
}

/** Two YAML texts of a map or list as one; what stands under a key of both is put together. */
function merged(base: string, more: string): string {
  let result = base.endsWith("\n") ? base : `${base}\n`;
  for (const { head, body } of entriesOf(more)) {
    const at = /^[^\s#-].*:$/.test(head) ? result.split("\n").indexOf(head) : -1;
    if (at < 0) result += `${head}\n${body}`;
    else {
      const lines = result.split("\n");
      lines.splice(at + 1, 0, ...body.replace(/\n$/, "").split("\n"));
      result = lines.join("\n");
    }
  }
  return result;
}

/** A YAML map in which keys of another take the place of its own. */
function replaced(base: string, more: string): string {
  const own = entriesOf(more);
  const keyOf = (head: string): string => head.split(":")[0] ?? "";
  const kept = entriesOf(base).filter(({ head }) => !own.some((each) => keyOf(each.head) === keyOf(head)));
  return [...kept, ...own].map(({ head, body }) => `${head}\n${body}`).join("");
}

/** Entries that begin at a line's start, each with the lines below it. */
function entriesOf(text: string): { readonly head: string; readonly body: string }[] {
  const entries: { head: string; body: string }[] = [];
  for (const line of text.replace(/\n+$/, "").split("\n")) {
    const last = entries.at(-1);
    if (/^[^\s#]/.test(line) || last === undefined) entries.push({ head: line, body: "" });
    else last.body += `${line}\n`;
  }
  return entries;
}
