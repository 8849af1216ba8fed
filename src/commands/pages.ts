import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Severity } from "../base/diagnostic.ts";
import { packageRoot } from "../compile.ts";
import { SEVERITY_NAMES } from "./severity.ts";

/** Where a mistake is found, from the outermost layer of a file to what stands around it. */
export const LAYERS = ["文件", "写法", "形状", "科目", "账目", "文字", "完整", "标准", "环境"] as const;
export type Layer = (typeof LAYERS)[number];

/** What docs/errors/CODE.md says of a code. */
export interface Page {
  readonly code: string;
  /** A few words on the mistake. */
  readonly title: string;
  readonly severities: readonly Severity[];
  readonly layer: Layer;
  /** Behind the head: what it means, how to mend it, examples; Markdown. */
  readonly body: string;
}

/** The pages' own folder. */
export function pagesFolder(): string {
  return join(packageRoot(), "docs", "errors");
}

/** All codes that have a page, in order. */
export function codesOfPages(): string[] {
  const files = readdirSync(pagesFolder()).filter((file) => file.endsWith(".md"));
  return files.map((file) => file.replace(/\.md$/, "")).sort();
}

/** The page of a code; nothing where there is none, or what there is has not the form of a page. */
export function pageOf(code: string): Page | undefined {
  if (!/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(code)) return undefined;
  const path = join(pagesFolder(), `${code}.md`);
  return existsSync(path) ? readPage(code, readFileSync(path, "utf8")) : undefined;
}

export function allPages(): Page[] {
  return codesOfPages().flatMap((code) => pageOf(code) ?? []);
}

const HEAD = /^# ([a-z\d-]+) (\S.*)\n\n级别：(\S+)\n层：(\S+)\n\n([\s\S]*)$/;

/** A page from its text: `# CODE 题目`, 级别：…, 层：…, and the rest. */
export function readPage(code: string, text: string): Page | undefined {
  const [, named, title = "", levels = "", layerName, body = ""] = HEAD.exec(text) ?? [];
  const layer = LAYERS.find((each) => each === layerName);
  const severities = severitiesOf(levels);
  if (named !== code || layer === undefined || severities === undefined) return undefined;
  return { code, title, severities, layer, body };
}

/** 错误, 错误或警告. */
function severitiesOf(words: string): Severity[] | undefined {
  const named = Object.entries(SEVERITY_NAMES) as [Severity, string][];
  const severities = words.split("或").map((word) => named.find(([, name]) => name === word)?.[0]);
  return severities.every((severity) => severity !== undefined) ? severities : undefined;
}

/** 错误或警告, as a page says it. */
export function levelsOf({ severities }: Page): string {
  return severities.map((severity) => SEVERITY_NAMES[severity]).join("或");
}
