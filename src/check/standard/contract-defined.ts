import { entriesOf, entryOf, type MapEntry, type Node, type ScalarNode } from "../../base/node.ts";
import type { StandardSources } from "../../model/standard-sources.ts";
import type { Findings } from "../reader.ts";
import { namesUsed } from "./contract-uses.ts";

/** Whatever the standard's own folder defines must be used by something; what it inherits is its parent's affair. */
export function checkDefinitions(sources: StandardSources, findings: Findings): void {
  const used = namesUsed(sources);
  for (const { what, key, name = key.text } of definitionsOf(sources)) {
    if (used.has(name)) continue;
    findings.error("unused-name", `${what}“${name}”没有用到`, key.span, "在句子、表或者 document.yaml 里用上它；用不着的就删掉");
  }
}

interface Definition {
  /** 数, 常数, …: what kind of thing it is. */
  readonly what: string;
  readonly key: ScalarNode;
  /** Where it is not the key. */
  readonly name?: string;
}

function definitionsOf(sources: StandardSources): Definition[] {
  const [pack] = sources.packs;
  const own = (path: string): Node | undefined => {
    const file = sources.files.find((each) => each.path === path);
    return file?.folder === sources.folders[0] ? sources.trees.get(path) : undefined;
  };
  const defined = (what: string, node: Node | undefined): Definition[] => entriesOf(node).map(({ key }) => ({ what, key }));
  return [
    ...defined("词", entryOf(pack, "words")?.value),
    ...defined("常数", entryOf(pack, "constants")?.value),
    ...defined("格式", entryOf(entryOf(pack, "formats")?.value, "others")?.value),
    ...defined("数", own("figures.yaml")),
    ...defined("名单", own("lists.yaml")),
    ...defined("增减的写法", entryOf(own("phrases.yaml"), "changes")?.value),
    ...entriesOf(own("inputs.yaml")).flatMap(inputsIn),
  ];
}

/** The inputs of a section; one that has a kind is itself an input. */
function inputsIn(section: MapEntry): Definition[] {
  const whole = entryOf(section.value, "kind")?.value.kind === "scalar";
  return (whole ? [section] : entriesOf(section.value)).map(({ key, value }) => {
    const name = entryOf(value, "name")?.value;
    return { what: "要写明的事实", key, ...(name?.kind === "scalar" && { name: name.text.trim() }) };
  });
}
