import { type Diagnostic, error } from "../base/diagnostic.ts";
import type { Node, ScalarNode } from "../base/node.ts";
import { type Span, span } from "../base/span.ts";

/** What a starter file has where something must be filled in. */
export const TO_FILL = "待填";

/** 待填 as it stands for something, alone or inside a text; 有待填补, 待填报 and the like are words. */
const PLACEHOLDER = /(?<!有)待填(?![补充平报埋])/g;

/** Whether a value or a name is still to be filled in, wholly or in part. */
export function isToFill(node: Node): boolean {
  return node.kind === "scalar" && node.text.search(PLACEHOLDER) >= 0;
}

/** The finding on one place; `toWrite` says what belongs there. */
export function toFill(what: string, place: Span, toWrite = "自己单位的内容"): Diagnostic {
  return error("to-fill", `“${what}”还没有填`, place, { hint: `把“${TO_FILL}”换成${toWrite}` });
}

/**
 * Every place that is still to be filled in, read or not, each once and named by where it stands. What belongs
 * there is taken from the readers' findings, which know it; these are replaced.
 */
export function withPlacesToFill(root: Node, found: readonly Diagnostic[]): Diagnostic[] {
  const read = new Map(found.flatMap((each) => (isOfPlace(each) && each.span ? [[each.span.start, each.hint] as const] : [])));
  const places = scalarsToFill(root, []).flatMap(({ what, scalar }) =>
    placesIn(scalar).map((place) => {
      const hint = read.get(scalar.span.start);
      const own = toFill(what, place);
      return hint === undefined ? own : { ...own, hint };
    }),
  );
  return [...found.filter((each) => !isOfPlace(each)), ...places];
}

function isOfPlace({ code }: Diagnostic): boolean {
  return code === "to-fill";
}

interface Named {
  readonly what: string;
  readonly scalar: ScalarNode;
}

function scalarsToFill(node: Node, path: readonly string[]): Named[] {
  if (node.kind === "list") return node.items.flatMap((item, index) => scalarsToFill(item, node.items.length > 1 ? [...path, `第${index + 1}项`] : path));
  if (node.kind === "scalar") return isToFill(node) ? [{ what: path.join(" / "), scalar: node }] : [];
  return node.entries.flatMap(({ key, value }) => {
    return [...scalarsToFill(key, [...path, "名称"]), ...scalarsToFill(value, [...path, key.text])];
  });
}

/** Each 待填 of a scalar as it is spelt in the file; the line that begins a block may have a comment. */
function placesIn({ block, span: { file, start, end } }: ScalarNode): Span[] {
  const written = file.text.slice(start, end);
  const from = block ? written.indexOf("\n") : 0;
  return [...written.slice(from).matchAll(PLACEHOLDER)].map(({ index }) => span(file, start + from + index, start + from + index + TO_FILL.length));
}
