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
}
