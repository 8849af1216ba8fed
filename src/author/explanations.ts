import { entryOf, type Node } from "../base/node.ts";
import type { StandardSources } from "../model/standard-sources.ts";
import type { InputSpec } from "../model/stated.ts";

/** What a standard's inputs.yaml, and the one of all standards, says of an input or of a field of a 明细. */
export function explanations({ common, trees }: StandardSources): (spec: InputSpec, field?: string) => string | undefined {
  const files = [trees.get("inputs.yaml"), common.get("inputs.yaml")];
  return ({ section, key }, field) => {
    const found = files.flatMap((file) => {
      const whole = entryOf(file, section)?.value;
      const declared = section === key ? whole : entryOf(whole, key)?.value;
      return explanationIn(field === undefined ? declared : entryOf(entryOf(declared, "fields")?.value, field)?.value) ?? [];
    });
    return found[0];
  };
}

function explanationIn(node: Node | undefined): string | undefined {
  const value = entryOf(node, "说明")?.value;
  return value?.kind === "scalar" ? value.text.trim() : undefined;
}
