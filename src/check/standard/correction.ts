import type { Node } from "../../base/node.ts";
import { CORRECTION_PHRASES, type CorrectionPhrase, type CorrectionPhrases } from "../../model/correction.ts";
import type { TextTemplate } from "../../model/template.ts";
import { asMap, type Findings, fieldsOf } from "../reader.ts";
import { templateOf } from "./values.ts";

const FILE = "correction.yaml";

/** Reads correction.yaml, the common one and the standard's own, whose phrases replace those of the same name. */
export function readCorrection(nodes: readonly Node[], findings: Findings): CorrectionPhrases {
  const phrases = new Map<string, TextTemplate>();
  for (const [index, node] of nodes.entries()) {
    const map = asMap(node, FILE, findings);
    // Only the common one must have them all.
    const keys = index === 0 ? { required: CORRECTION_PHRASES, optional: [] } : { required: [], optional: CORRECTION_PHRASES };
    for (const [key, { value }] of map ? fieldsOf(map, keys, FILE, findings) : []) {
      const template = templateOf(value, key, findings);
      if (template !== undefined) phrases.set(key, template);
    }
  }
  const nothing = (phrase: CorrectionPhrase): TextTemplate => ({ source: phrase, span: nodes[0]?.span ?? NOWHERE });
  return Object.fromEntries(CORRECTION_PHRASES.map((phrase) => [phrase, phrases.get(phrase) ?? nothing(phrase)])) as CorrectionPhrases;
}

const NOWHERE = { file: { path: FILE, text: "", lineStarts: [0] }, start: 0, end: 0 };
