import { basename, join, resolve } from "node:path";
import { type Diagnostic, hasErrors, sortDiagnostics } from "../../base/diagnostic.ts";
import { checkContract } from "../../check/standard/contract.ts";
import { outlineOf } from "../../check/standard/contract-outline.ts";
import { checkStandard } from "../../check/standard/standard.ts";
import type { Resources } from "../../compile.ts";
import { loadStandardFolder, standardParser } from "../../load/standard.ts";
import { findStandards } from "../../load/standard-folders.ts";
import type { Standard } from "../../model/standard.ts";
import type { StandardSources } from "../../model/standard-sources.ts";
import { EXIT, type ExitCode, type Terminal } from "../exit.ts";
import { findingJson } from "../finding-json.ts";
import { jsonText } from "../json-text.ts";
import type { StandardsOptions } from "../standards-arguments.ts";
import { show, unfinishedWords } from "../summary.ts";
import { tryExample } from "./example.ts";
import { resolveTargets } from "./targets.ts";

/** What was found of one standard. */
interface Checked {
  readonly name: string;
  readonly path: string;
  readonly tables: number;
  readonly sentences: number;
  readonly forms: number;
  /** Whether everything was looked at. */
  readonly whole: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** standards check: the contract on each resolved standard, with its example budget, rendering nothing. */
export async function checkStandards(options: StandardsOptions, resources: Resources, terminal: Terminal): Promise<ExitCode> {
  const { folders, diagnostics: around, fault } = resolveTargets(options.targets, options.given, resources);
  if (fault !== undefined) {
    terminal.error(fault);
    return EXIT.usage;
  }
  const checked = folders.map((folder) => checkFolder(folder, around, options.example, resources));
  const known = new Set(checked.flatMap(({ diagnostics }) => diagnostics.map(identityOf)));
  const others = sortDiagnostics(around).filter((diagnostic) => !known.has(identityOf(diagnostic)));
  if (options.format === "json") {
    const standards = checked.map((each) => ({ ...each, diagnostics: each.diagnostics.map((finding) => findingJson(finding)) }));
    terminal.out(jsonText({ standards, diagnostics: others.map((each) => findingJson(each)) }));
  } else {
    await show(others, terminal);
    for (const each of checked) {
      await show(each.diagnostics, terminal);
      terminal.out(summaryOf(each));
    }
  }
  return hasErrors([...others, ...checked.flatMap(({ diagnostics }) => diagnostics)]) ? EXIT.document : EXIT.fine;
}

/** `around` is what was found while the folders were looked through. */
function checkFolder(path: string, around: readonly Diagnostic[], example: string | undefined, resources: Resources): Checked {
  const own = around.filter(({ span }) => span?.file.path === join(path, "pack.yaml"));
  const { value: sources, diagnostics: loading } = loadStandardFolder(resources.standards, path, resources.trees);
  const name = findStandards(path, standardParser(resources.trees)).value?.[0]?.name ?? basename(resolve(path));
  if (sources === undefined) return { name, path, tables: 0, sentences: 0, forms: 0, whole: false, diagnostics: sortDiagnostics([...own, ...loading]) };
  const { tables, sentences, forms } = outlineOf(sources);
  const { value: standard, diagnostics: invalid } = checkStandard(sources, new Set());
  return {
    name,
    path,
    tables: new Set(tables.map(({ key }) => key)).size,
    sentences: sentences.length,
    forms: forms.length,
    whole: standard !== undefined,
    diagnostics: sortDiagnostics([...own, ...loading, ...invalid, ...(standard === undefined ? [] : tryStandard(standard, sources, example, resources))]),
  };
}

/**
 * The contract, then the example; what is double in the files is double in the document, and said once. What the example's
 * officer is asked is no matter of the standard.
 */
function tryStandard(standard: Standard, sources: StandardSources, example: string | undefined, resources: Resources): Diagnostic[] {
  const contract = checkContract(standard, sources);
  const isRepeated = ({ code }: Diagnostic): boolean => code.startsWith("repeated-");
  const tried = tryExample(sources, example, resources).filter(({ severity }) => severity !== "note");
  return [...contract, ...(contract.some(isRepeated) ? tried.filter((diagnostic) => !isRepeated(diagnostic)) : tried)];
}

/** 标准“某市”：12 张表、9 个句子，0 个错误. */
function summaryOf({ name, tables, sentences, forms, whole, diagnostics }: Checked): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.filter(({ severity }) => severity === "warning").length;
  const contents = tables + sentences + forms === 0 ? "" : `${tables} 张表、${sentences} 个句子${forms > 0 ? `、${forms} 个表单` : ""}，`;
  return `标准“${name}”：${contents}${errors} 个错误${warnings > 0 ? `、${warnings} 个警告` : ""}${whole ? "" : unfinishedWords("rest")}`;
}

function identityOf({ code, span, message }: Diagnostic): string {
  return [code, span?.file.path, span?.start, message].join("|");
}
