import { basename, resolve } from "node:path";
import { type Diagnostic, hasErrors, sortDiagnostics } from "../../base/diagnostic.ts";
import { type OutlinedSection, outlineOf, type StandardOutline } from "../../check/standard/contract-outline.ts";
import type { Resources } from "../../compile.ts";
import { loadStandardFolder, standardParser } from "../../load/standard.ts";
import { findStandards } from "../../load/standard-folders.ts";
import { EXIT, type ExitCode, type Terminal } from "../exit.ts";
import { findingJson } from "../finding-json.ts";
import { jsonText } from "../json-text.ts";
import type { StandardsOptions } from "../standards-arguments.ts";
import { show } from "../summary.ts";

interface Listed extends StandardOutline {
  readonly name: string;
  readonly folder: string;
  readonly path: string;
  readonly installed: boolean;
}

/** standards: which there are, what each follows, and what is in it. */
export async function listAll({ given, format }: StandardsOptions, resources: Resources, terminal: Terminal): Promise<ExitCode> {
  const found: Diagnostic[] = [];
  const listed = [...new Set([...given, resources.standards])].flatMap((root) => {
    const { value = [], diagnostics } = findStandards(root, standardParser(resources.trees));
    found.push(...diagnostics);
    return value.flatMap(({ name, folder }): Listed[] => {
      const { value: sources, diagnostics: faults } = loadStandardFolder(resources.standards, folder, resources.trees);
      found.push(...faults);
      const place = { name, folder: basename(resolve(folder)), path: folder, installed: root === resources.standards };
      return sources === undefined ? [] : [{ ...place, ...outlineOf(sources) }];
    });
  });
  const diagnostics = sortDiagnostics(found);
  if (format === "json") terminal.out(jsonText({ standards: listed, diagnostics: diagnostics.map((each) => findingJson(each)) }));
  else {
    await show(diagnostics, terminal);
    terminal.out(listed.map(textOf).join("\n\n"));
  }
  return hasErrors(diagnostics) ? EXIT.document : EXIT.fine;
}

function textOf(listed: Listed): string {
  const { name, path, installed, norm, extended, tables, forms, sentences, sections, required, inputs } = listed;
  const line = (label: string, value: string): string[] => (value === "" ? [] : [`  ${label}：${value}`]);
  return [
    `${name}${installed ? "" : "（--standard）"}`,
    ...line("依据", norm),
    ...line("文件夹", path),
    ...line("接着写的标准", extended),
    ...line("必须写明", required.join("、")),
    ...line("自己的事实", inputs.join("、")),
    `  句子：${sentences.length} 个${forms.length > 0 ? `；表单：${forms.length} 个` : ""}`,
    `  表：${tables.length} 张`,
    ...tables.map(({ key, title }) => `    ${title ?? `${key}（没有表名）`}`),
    "  各节：",
    ...headings(sections, 2),
  ].join("\n");
}

function headings(sections: readonly OutlinedSection[], depth: number): string[] {
  return sections.flatMap((section) => ["  ".repeat(depth) + section.heading, ...headings(section.sections, depth + 1)]);
}
