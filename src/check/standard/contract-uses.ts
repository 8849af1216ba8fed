import { createRequire } from "node:module";
import type HandlebarsCompiler from "handlebars";
import type { Node } from "../../base/node.ts";
import type { StandardSources } from "../../model/standard-sources.ts";

/** Keys whose values are words to be printed, members of axes, or conditions, and never names of something defined. */
const NOT_NAMES: ReadonlySet<string> = new Set([
  ...["title", "heading", "line", "label", "note-label", "term", "definition", "beside", "total", "rest", "section", "contents", "text", "role", "说明"],
  ...["where", "only", "labels", "levels", "axis", "kind", "measure", "orientation", "empty-row", "name", "norm", "width", "align"],
]);

/** Entries of pack.yaml that define or describe and do not use. */
const NOT_USES: ReadonlySet<string> = new Set(["name", "norm", "extends", "example", "required", "words", "constants", "formats"]);

/** Files of rules and phrases, which name nothing that is defined elsewhere. */
const OF_RULES: ReadonlySet<string> = new Set(["accounts.yaml", "wording.yaml", "correction.yaml"]);

/**
 * Every name that a standard uses: in its document, tables, forms and sentences, and in whatever these
 * name in their turn. The names of the common figures count as used, since every budget file may give them.
 */
export function namesUsed(sources: StandardSources): ReadonlySet<string> {
  const uses = new UseCollector(sources);
  const used = new Set<string>();
  const waiting = uses.of("");
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (used.has(name)) continue;
    used.add(name);
    waiting.push(...uses.of(name));
  }
  return used;
}

class UseCollector {
  /** By the name in whose definition they stand; "" for what is printed in any case. */
  private readonly uses = new Map<string, Set<string>>();

  constructor(sources: StandardSources) {
    for (const pack of sources.packs) this.entries(pack, (key) => (NOT_USES.has(key) ? undefined : ""));
    for (const [path, node] of sources.common) if (!OF_RULES.has(path)) this.entries(node, () => "");
    this.entries(sources.common.get("figures.yaml"), (key) => this.add("", key));
    for (const [path, node] of sources.trees) this.tree(path, node);
    for (const [path, { text }] of sources.texts) if (path.endsWith(".hbs")) this.text("", text);
  }

  of(name: string): string[] {
    return [...(this.uses.get(name) ?? [])];
  }

  private tree(path: string, node: Node): void {
    if (path === "figures.yaml" || path === "lists.yaml") this.entries(node, (key) => key);
    else if (path === "phrases.yaml") this.phrases(node);
    else if (path !== "inputs.yaml" && !OF_RULES.has(path)) this.node("", node);
  }

  /** phrases.yaml: each wording under `changes` is a definition. */
  private phrases(node: Node): void {
    if (node.kind !== "map") return;
    for (const { key, value } of node.entries) {
      if (key.text === "changes") this.entries(value, (name) => name);
      else this.node("", value);
    }
  }

  /** The values of a map, each in the definition that its key stands for. */
  private entries(node: Node | undefined, ownerOf: (key: string) => string | undefined): void {
    if (node?.kind !== "map") return;
    for (const { key, value } of node.entries) {
      const owner = ownerOf(key.text);
      if (owner !== undefined) this.node(owner, value);
    }
  }

  private node(owner: string, node: Node, names = true): void {
    if (node.kind === "list") for (const item of node.items) this.node(owner, item, names);
    else if (node.kind === "map") for (const { key, value } of node.entries) this.entry(owner, key.text, value, names);
    else if (node.text.includes("{{")) this.text(owner, node.text);
    else if (names) this.add(owner, node.text.trim());
  }

  private entry(owner: string, key: string, value: Node, names: boolean): void {
    // A list of figures: each by its name, with the label under which it is listed.
    const figures = key === "figures" && value.kind === "map" ? value.entries : [];
    for (const figure of figures) this.add(owner, figure.key.text);
    this.node(owner, value, names && figures.length === 0 && !NOT_NAMES.has(key));
  }

  private text(owner: string, template: string): void {
    for (const name of template.includes("{{") ? namesInTemplate(template) : []) this.add(owner, name);
  }

  private add(owner: string, name: string): undefined {
    const known = this.uses.get(owner);
    if (known) known.add(name);
    else this.uses.set(owner, new Set([name]));
  }
}

/** Every name in a template: words, helpers, arguments, what is branched on. A template that cannot be read names nothing. */
function namesInTemplate(template: string): string[] {
  try {
    return namesInSyntax((createRequire(import.meta.url)("handlebars") as typeof HandlebarsCompiler).parse(template));
  } catch {
    return [];
  }
}

function namesInSyntax(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(namesInSyntax);
  if (typeof part !== "object" || part === null) return [];
  const { type, original, parts, loc: _place, ...rest } = part as Record<string, unknown>;
  if (type === "PathExpression") return [String(original), ...((parts as unknown[]) ?? []).map(String)];
  if (typeof type === "string" && type.endsWith("Literal")) return [String(original)];
  return Object.values(rest).flatMap(namesInSyntax);
}
