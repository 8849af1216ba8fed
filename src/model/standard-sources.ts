import type { Node } from "../base/node.ts";
import type { SourceFile } from "../base/span.ts";

/** A standard's files after `extends` is resolved: for each name the nearest folder's. */
export interface StandardSources {
  /** pack.yaml of every folder of the chain, the standard's own first. */
  readonly packs: readonly Node[];
  /** Other YAML files by path within the folder: figures.yaml, tables/01.yaml. */
  readonly trees: ReadonlyMap<string, Node>;
  /** figures.yaml and inputs.yaml that hold for every standard. */
  readonly common: ReadonlyMap<string, Node>;
  /** Sentences and the style sheet. */
  readonly texts: ReadonlyMap<string, SourceFile>;
  /** All of the files' texts: changes whenever any of them does. */
  readonly wording: string;
  /** The folders that it is read from: its own first, then what each extends, the common one last. */
  readonly folders: readonly StandardFolder[];
  /** Every file but pack.yaml, in order, with where it comes from. */
  readonly files: readonly StandardFile[];
}

/** A folder of a standard's chain. */
export interface StandardFolder {
  readonly path: string;
  /** The name in its pack.yaml; the common folder has none. */
  readonly name?: string;
}

/** Where a file of a resolved standard comes from. */
export interface StandardFile {
  /** Within its folder: tables/01.yaml. */
  readonly path: string;
  readonly folder: StandardFolder;
  /** Farther folders that have a file of this name too, which is not used. */
  readonly overrides: readonly StandardFolder[];
  /** The folder whose file of this name is read as well: this one adds to it. */
  readonly addsTo?: StandardFolder;
}
