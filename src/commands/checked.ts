import { existsSync } from "node:fs";
import { type Diagnostic, hasErrors, type Severity } from "../base/diagnostic.ts";
import type { Compilation } from "../compile.ts";
import { EXIT, type ExitCode } from "./exit.ts";

/** What was found of one file, and as much of it as is to be listed. */
export interface CheckedFile {
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly listed: readonly Diagnostic[];
  /** What of the file not all rules could look at; absent where all did. */
  readonly unfinished?: NonNullable<Compilation["unfinished"]>;
  /** How many findings the file itself confirms (已核对); they are not among the others. */
  readonly confirmed: number;
}

/** How findings are told, file by file, and what closes them. */
export interface Report {
  readonly file: (checked: CheckedFile) => void | Promise<void>;
  /** `lines` are said by those who talk to a person: how the files stand to a bureau's list. */
  readonly end: (lines: readonly string[]) => void;
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "note"];

/**
 * The most severe findings, as many as wanted, in the order in which they stand; 0 wants all. Of equally severe ones each place
 * has its first before any has its second: a dozen sections that are missing do not hide what is wrong with those that are there.
 */
export function listed(diagnostics: readonly Diagnostic[], max: number): readonly Diagnostic[] {
  if (max === 0 || diagnostics.length <= max) return diagnostics;
  const atPlace = new Map<number | undefined, number>();
  const ranked = diagnostics.map((diagnostic) => {
    const turn = (atPlace.get(diagnostic.span?.start) ?? 0) + 1;
    atPlace.set(diagnostic.span?.start, turn);
    return { diagnostic, severity: SEVERITIES.indexOf(diagnostic.severity), turn };
  });
  const kept = new Set(
    ranked
      .toSorted((a, b) => a.severity - b.severity || a.turn - b.turn)
      .slice(0, max)
      .map(({ diagnostic }) => diagnostic),
  );
  return diagnostics.filter((diagnostic) => kept.has(diagnostic));
}

/** What is said where not everything is listed; nothing where everything is. */
export function remainder({ diagnostics, listed: shown }: CheckedFile): string | undefined {
  const rest = diagnostics.length - shown.length;
  return rest === 0 ? undefined : `另有 ${rest} 处没有列出，用 --max 0 看全部`;
}

/** How a file fails: it cannot be read, though it is there; it has errors, or with `strict` warnings; or not at all. */
export function exitOf(path: string, diagnostics: readonly Diagnostic[], strict: boolean = false): ExitCode {
  const unreadable = diagnostics.some(({ code, span }) => code === "file-unreadable" && span?.file.path === path);
  if (unreadable && existsSync(path)) return EXIT.environment;
  const failed = hasErrors(diagnostics) || (strict && diagnostics.some(({ severity }) => severity === "warning"));
  return failed ? EXIT.document : EXIT.fine;
}

/** The more telling of two exit codes. */
export function worse(one: ExitCode, other: ExitCode): ExitCode {
  return one > other ? one : other;
}
