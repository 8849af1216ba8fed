import type { Node } from "../../base/node.ts";
import type { Outcome } from "../../base/outcome.ts";
import { asMap, Findings } from "../../check/reader.ts";
import { Fields } from "../../check/standard/values.ts";
import type { Explained } from "../../model/stated.ts";
import type { JsonSchema } from "./json-schema.ts";

/** budget-keys.yaml: what an officer is told of each key of the grammar, by section and key. */
export type KeyWords = ReadonlyMap<string, ReadonlyMap<string, Explained>>;

/** Reads budget-keys.yaml. */
export function readKeyWords(root: Node): Outcome<KeyWords> {
  const findings = new Findings();
  const sections = asMap(root, "budget-keys.yaml", findings)?.entries ?? [];
  const words = sections.map(({ key, value }) => [key.text, wordsIn(value, key.text, findings)] as const);
  return { value: new Map(words), diagnostics: findings.diagnostics };
}

function wordsIn(node: Node, section: string, findings: Findings): ReadonlyMap<string, Explained> {
  return new Map(
    (asMap(node, section, findings)?.entries ?? []).map(({ key, value }) => {
      const map = asMap(value, key.text, findings);
      const fields = map && new Fields(map, ["说明"], ["例"], key.text, findings);
      const [about, example] = [fields?.text("说明"), fields?.text("例")];
      return [key.text, { ...(about !== undefined && { about }), ...(example !== undefined && { example }) }] as const;
    }),
  );
}

/** What is told of a key: a title, its 说明, and an example as it is written in the file. */
export function explained(title: string, { about, example }: Explained = {}): Pick<JsonSchema, "title" | "description" | "markdownDescription"> {
  if (about === undefined) return { title };
  const text = /[。；]$/.test(about) ? about : `${about}。`;
  if (example === undefined) return { title, description: text };
  return { title, description: `${text}\n例：\n${example}`, markdownDescription: `${text}\n\n例：\n\n\`\`\`yaml\n${example}\n\`\`\`` };
}

/** The example of a key whose words show only what stands behind it. */
export function behindKey(key: string, { about, example }: Explained): Explained {
  if (example === undefined) return { ...(about !== undefined && { about }) };
  const text = example.includes("\n") ? `${key}:\n${example.replace(/^/gm, "  ")}` : `${key}: ${example}`;
  return { ...(about !== undefined && { about }), example: text };
}
