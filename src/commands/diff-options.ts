import type { CorrectionOptions } from "./correction-options.ts";

/** How a difference is told: in a terminal, for a program, or as a page for a reviewer. */
export const DIFF_FORMATS = ["text", "json", "html"] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];

export interface DiffOptions {
  readonly before: string;
  readonly after: string;
  readonly format: DiffFormat;
  /** What the second file is, where it corrects the first. */
  readonly correction?: CorrectionOptions;
  /** The folder of what is written. */
  readonly out: string;
  /** Folders of standards beside the installed ones. */
  readonly given: readonly string[];
  /** The folder of lists of 科目 that a bureau imported. */
  readonly lists?: string;
}
