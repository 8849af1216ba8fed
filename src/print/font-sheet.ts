import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Face } from "./fonts.ts";

/** A made-up host: the names under .invalid can never be registered, so no request can reach anyone. */
export const FONT_ORIGIN = "https://budgetgen.invalid";

const FOLDER = `${FONT_ORIGIN}/fonts/`;

/** The style sheet that makes our faces web fonts, for systems whose font list is not ours to set. */
export function fontSheet(faces: readonly Face[]): string {
  const rules = faces.map(({ file, family }) => `@font-face{font-family:"${family}";src:url("${FOLDER}${encodeURIComponent(file)}") format("truetype")}`);
  return `<style>${rules.join("")}</style>`;
}

/** Reads the faces that pages ask for, each once for the life of the process. */
export class FontServer {
  readonly faces: readonly Face[];
  readonly #directory: string;
  readonly #files: ReadonlyMap<string, string>;
  readonly #read = new Map<string, Promise<string>>();

  constructor(directory: string, faces: readonly Face[]) {
    this.faces = faces;
    this.#directory = directory;
    this.#files = new Map(faces.map(({ file }) => [`${FOLDER}${encodeURIComponent(file)}`, file]));
  }

  /** The face at a URL as base64; undefined for every URL that is not exactly one of ours. */
  body(url: string): Promise<string> | undefined {
    const file = this.#files.get(url);
    if (file === undefined) return undefined;
    const body = this.#read.get(file) ?? readFile(join(this.#directory, file), "base64");
    this.#read.set(file, body);
    return body;
  }
}
