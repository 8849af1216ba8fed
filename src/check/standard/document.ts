import type { Node } from "../../base/node.ts";
import type { ContentSpec, DocumentSpec, SectionSpecification } from "../../model/standard.ts";
import { asMap, type Findings } from "../reader.ts";
import { Fields } from "./values.ts";

/** Names of what document.yaml may refer to. */
export interface DocumentNames {
  readonly sentences: ReadonlyMap<string, unknown>;
  readonly tables: ReadonlyMap<string, unknown>;
  readonly forms: ReadonlyMap<string, unknown>;
  readonly inputs: ReadonlyMap<string, unknown>;
  readonly lists: ReadonlyMap<string, unknown>;
  readonly formats: ReadonlyMap<string, unknown>;
}

const NOTHING = { source: "" };

/** Reads document.yaml: the document in reading order. */
export function readDocument(node: Node, names: DocumentNames, findings: Findings): DocumentSpec | undefined {
  const map = asMap(node, "document.yaml", findings);
  if (map === undefined) return undefined;
  const fields = new Fields(map, ["title", "cover", "contents", "parts"], [], "document.yaml", findings);
  return {
    title: fields.template("title") ?? { ...NOTHING, span: fields.place },
    cover: fields.items("cover").flatMap((item) => {
      const line = asMap(item, "cover", findings);
      const coverFields = line && new Fields(line, ["role", "text"], [], "cover", findings);
      const text = coverFields?.template("text");
      return text ? [{ role: coverFields?.text("role") ?? "", text }] : [];
    }),
    contentsHeading: fields.text("contents") ?? "",
    parts: fields.items("parts").flatMap((item) => readSection(item, names, findings) ?? []),
  };
}

function readSection(node: Node, names: DocumentNames, findings: Findings): SectionSpecification | undefined {
  const map = asMap(node, "section", findings);
  if (map === undefined) return undefined;
  const fields = new Fields(map, ["section", "content"], ["listed", "each", "when", "ordinals"], "一节", findings);
  const heading = fields.template("section");
  const each = knownName(fields, "each", names.lists, findings);
  const when = fields.text("when");
  const ordinals = fields.ordinals("ordinals");
  return (
    heading && {
      kind: "section",
      heading,
      listed: fields.flag("listed") ?? true,
      ...(each !== undefined && { each }),
      ...(when !== undefined && { when }),
      ...(ordinals && { ordinals }),
      content: fields.items("content").flatMap((item) => readContent(item, names, findings) ?? []),
    }
  );
}

function knownName(fields: Fields, key: string, known: ReadonlyMap<string, unknown>, findings: Findings): string | undefined {
  const name = fields.text(key);
  if (name === undefined || known.has(name)) return name;
  return findings.error("unknown-name", `“${name}”没有定义`, fields.node(key)?.span, `现有：${[...known.keys()].join("、")}`);
}

const KEYS = ["sentence", "form", "each", "format", "input", "otherwise", "table", "terms"];

function readContent(node: Node, names: DocumentNames, findings: Findings): ContentSpec | undefined {
  const map = asMap(node, "content", findings);
  if (map === undefined) return undefined;
  if (map.entries.some(({ key }) => key.text === "section")) return readSection(map, names, findings);
  const fields = new Fields(map, [], KEYS, "content 的一项", findings);
  const named = (key: string, known: ReadonlyMap<string, unknown>): string | undefined => knownName(fields, key, known, findings);
  const span = fields.place;
  const each = named("each", names.lists);
  const format = named("format", names.formats);
  const repeated = { ...(each !== undefined && { each }), ...(format !== undefined && { format }), span };
  const sentence = named("sentence", names.sentences);
  if (sentence !== undefined) return { kind: "sentence", key: sentence, ...repeated };
  const form = named("form", names.forms);
  if (form !== undefined) return { kind: "form", key: form, ...repeated };
  const table = named("table", names.tables);
  if (table !== undefined) return { kind: "table", key: table, span };
  const input = named("input", names.inputs);
  const otherwise = named("otherwise", names.sentences);
  if (input !== undefined) return { kind: "input", name: input, ...(otherwise !== undefined && { otherwise }), span };
  return fields.flag("terms") ? { kind: "terms" } : undefined;
}
