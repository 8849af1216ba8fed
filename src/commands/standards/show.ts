import { basename, resolve } from "node:path";
import stringWidth from "string-width";
import { type Diagnostic, hasErrors, sortDiagnostics } from "../../base/diagnostic.ts";
import { packOrigins } from "../../check/standard/contract-outline.ts";
import type { Resources } from "../../compile.ts";
import { loadStandardFolder } from "../../load/standard.ts";
import type { StandardFolder, StandardSources } from "../../model/standard-sources.ts";
import { EXIT, type ExitCode, type Terminal } from "../exit.ts";
import { findingJson } from "../finding-json.ts";
import { jsonText } from "../json-text.ts";
import type { StandardsOptions } from "../standards-arguments.ts";
import { show } from "../summary.ts";
import { resolveTargets } from "./targets.ts";

/** Where one file, or one key of pack.yaml, comes from. */
interface Origin {
  readonly path: string;
  readonly folder: string;
  /** Farther folders whose own is not used. */
  readonly overrides: readonly string[];
  readonly addsTo?: string;
}

interface Shown {
  readonly name: string;
  readonly folders: readonly { readonly folder: string; readonly path: string; readonly name?: string }[];
  readonly pack: readonly Origin[];
  readonly files: readonly Origin[];
}

/** standards show: the chain of folders of a standard, and which file comes from which. */
export async function showOrigins({ targets, given, format }: StandardsOptions, resources: Resources, terminal: Terminal): Promise<ExitCode> {
  const { folders, diagnostics: around, fault } = resolveTargets(targets, given, resources);
  if (fault !== undefined) {
    terminal.error(fault);
    return EXIT.usage;
  }
  const found: Diagnostic[] = [...around];
  const shown = folders.flatMap((folder) => {
    const { value, diagnostics } = loadStandardFolder(resources.standards, folder, resources.trees);
    found.push(...diagnostics);
    return value === undefined ? [] : [originsOf(value)];
  });
  const diagnostics = sortDiagnostics(found);
  if (format === "json") terminal.out(jsonText({ standards: shown, diagnostics: diagnostics.map((each) => findingJson(each)) }));
  else {
    await show(diagnostics, terminal);
    if (shown.length > 0) terminal.out(shown.map(textOf).join("\n\n"));
  }
  return hasErrors(diagnostics) ? EXIT.document : EXIT.fine;
}

function originsOf(sources: StandardSources): Shown {
  const names = namesOf(sources.folders);
  const nameOf = (folder: StandardFolder | undefined): string => (folder && names.get(folder)) ?? "";
  return {
    name: sources.folders[0]?.name ?? nameOf(sources.folders[0]),
    folders: sources.folders.map((folder) => ({ folder: nameOf(folder), ...folder })),
    pack: [...packOrigins(sources)].map(([path, [folder, ...others]]) => ({ path, folder: nameOf(folder), overrides: others.map(nameOf) })),
    files: sources.files.map(({ path, folder, overrides, addsTo }) => ({
      path,
      folder: nameOf(folder),
      overrides: overrides.map(nameOf),
      ...(addsTo && { addsTo: nameOf(addsTo) }),
    })),
  };
}

/** The name of each folder of a chain, or its path where two have one name. */
function namesOf(folders: readonly StandardFolder[]): ReadonlyMap<StandardFolder, string> {
  const nameOf = ({ path }: StandardFolder): string => basename(resolve(path));
  return new Map(
    folders.map((folder) => {
      const name = nameOf(folder);
      return [folder, folders.filter((each) => nameOf(each) === name).length > 1 ? folder.path : name];
    }),
  );
}

function textOf({ name, folders, pack, files }: Shown): string {
  const chain = folders.map((each) => `${each.folder}（${each.name ?? "各标准共用"}）`);
  return [
    `标准“${name}”`,
    `  文件夹：${chain.join(" → ")}`,
    ...columns(folders.map((each) => ({ left: each.folder, right: each.path }))),
    "  pack.yaml 的各项：",
    ...columns(pack.map((origin) => ({ left: origin.path, right: remark(origin) }))),
    "  文件：",
    ...columns(files.map((origin) => ({ left: origin.path, right: remark(origin) }))),
  ].join("\n");
}

function remark({ folder, overrides, addsTo }: Origin): string {
  const remarks = [...(overrides.length > 0 ? [`代替 ${overrides.join("、")} 的`] : []), ...(addsTo === undefined ? [] : [`加在 ${addsTo} 的之上`])];
  return folder + (remarks.length > 0 ? `（${remarks.join("，")}）` : "");
}

/** Two columns, full-width characters counted as two. */
function columns(lines: readonly { readonly left: string; readonly right: string }[]): string[] {
  const width = Math.max(0, ...lines.map(({ left }) => stringWidth(left)));
  return lines.map(({ left, right }) => `    ${left}${" ".repeat(width - stringWidth(left) + 2)}${right}`);
}
