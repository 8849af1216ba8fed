import type { StarterAnswers } from "../../src/author/answers.ts";
import { starterText } from "../../src/author/starter.ts";
import { hasErrors } from "../../src/base/diagnostic.ts";
import { checkStandard } from "../../src/check/standard/standard.ts";
import type { Resources } from "../../src/compile.ts";
import { loadClassification } from "../../src/load/classification.ts";
import { loadStandardFolder, standardParser } from "../../src/load/standard.ts";
import type { Standard } from "../../src/model/standard.ts";
import { RESOURCES } from "./compile.ts";

/** A standard's folder, read once, as a starter file and the compiler need it. */
export interface ReadFolder {
  readonly standard: Standard;
  readonly starter: (answers: StarterAnswers) => string;
  /** Resources with which a file of this standard is compiled without reading the standard anew. */
  readonly resources: Resources;
}

export function readFolder(folder: string): ReadFolder {
  const { value: sources } = loadStandardFolder(RESOURCES.standards, folder, new Map());
  const { value: standard } = sources === undefined ? {} : checkStandard(sources, new Set());
  if (sources === undefined || standard === undefined) throw new Error(`no standard in ${folder}`);
  const parse = standardParser(new Map());
  const starter = (answers: StarterAnswers): string => {
    const classification = loadClassification(RESOURCES.classification, answers.year);
    const { value, diagnostics } = starterText(answers, { standard, sources, classification, parse });
    if (value === undefined || hasErrors(diagnostics)) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
    return value;
  };
  return { standard, starter, resources: { ...RESOURCES, sources, ready: () => ({ wording: sources.wording, templates: new Map() }) } };
}
