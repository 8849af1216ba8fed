export const FORMATS = ["html", "pdf"] as const;
export type Format = (typeof FORMATS)[number];

export interface BuildOptions {
  readonly files: readonly string[];
  /** Folders of standards beside the installed ones. */
  readonly given: readonly string[];
  /** The folder of lists of 科目 that a bureau imported. */
  readonly lists?: string;
  readonly out: string;
  readonly formats: readonly Format[];
  readonly fragment: boolean;
  readonly browser?: string;
}
