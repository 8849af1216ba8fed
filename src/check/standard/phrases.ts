import type { Node } from "../../base/node.ts";
import { sourceFile, span } from "../../base/span.ts";
import { UNIT_NATURES, type UnitNature } from "../../model/expenditure.ts";
import { type ChangeKind, FINER_KINDS, type WordedKind } from "../../model/figure.ts";
import { type ChangePhrase, type DefaultReason, DRAFT_PHRASES, type DraftPhrase, type DraftPhrases, type Phrases } from "../../model/standard.ts";
import type { TextTemplate } from "../../model/template.ts";
import { asMap, type Findings } from "../reader.ts";
import { Fields } from "./values.ts";

const REQUIRED_KINDS: readonly ChangeKind[] = ["增加", "减少", "持平", "基数为零"];

/**
 * Reads phrases.yaml, the standard's own and the common one: each wording of a change becomes a word that sentences use. Of 草稿
 * and 同口径之间 the standard's own entries stand before the common ones.
 */
export function readPhrases(nodes: readonly Node[], findings: Findings): Phrases {
  const files = nodes.flatMap((node) => {
    const map = asMap(node, "phrases.yaml", findings);
    return map ? [new Fields(map, [], ["changes", "reasons", "同口径", "同口径之间", "草稿"], "phrases.yaml", findings)] : [];
  });
  const fields = files.at(-1);
  const changes = new Map<string, ChangePhrase>();
  for (const { key, value } of fields?.entries("changes") ?? []) {
    const wording = asMap(value, key.text, findings);
    const kinds = wording && new Fields(wording, REQUIRED_KINDS, ["均为零", ...FINER_KINDS], key.text, findings);
    const at = (kind: WordedKind): TextTemplate | undefined => kinds?.template(kind);
    // A form that has no words of its own for a finer kind words it as the kind that it is of; below 0 from 0 there is none.
    const [more, less, still] = [at("增加"), at("减少"), at("持平")];
    changes.set(key.text, {
      增加: more,
      减少: less,
      持平: still,
      基数为零: at("基数为零"),
      均为零: at("均为零") ?? still,
      微增: at("微增") ?? more,
      微减: at("微减") ?? less,
      零基减少: at("零基减少"),
    });
  }
  const reasonsNode = fields?.node("reasons");
  const reasonsMap = reasonsNode && asMap(reasonsNode, "reasons", findings);
  const reasons = reasonsMap && new Fields(reasonsMap, [], ["持平", "figures"], "reasons", findings);
  const unchanged = reasons?.template("持平");
  const defaultReasons = (reasons?.items("figures") ?? []).flatMap((item) => readDefaultReason(item, findings));
  const nearestFirst = files.toReversed();
  const drafts = readDrafts(
    nearestFirst.flatMap((file) => file.node("草稿") ?? []),
    findings,
  );
  const betweenAdjusted = nearestFirst.map((file) => file.text("同口径之间")).find((text) => text !== undefined) ?? "";
  const adjusted = fields?.template("同口径");
  const words = { ...(unchanged && { unchanged }), ...(adjusted && { adjusted }) };
  return { changes, ...words, betweenAdjusted, defaultReasons, drafts };
}

function readDefaultReason(node: Node, findings: Findings): DefaultReason[] {
  const map = asMap(node, "figures", findings);
  const fields = map && new Fields(map, ["figure", "text"], ["单位性质"], "reasons", findings);
  const text = fields?.template("text");
  const natures = fields?.words("单位性质") ?? UNIT_NATURES;
  const unitNatures = UNIT_NATURES.filter((nature): nature is UnitNature => natures.includes(nature));
  return text ? [{ figure: fields?.text("figure") ?? "", unitNatures, text }] : [];
}

const DRAFT_KEYS = ["同向", "异向", "最多", "足够", "细小"];

/** Reads 草稿, the nearest first: each entry is the nearest file's that has it. */
function readDrafts(nodes: readonly Node[], findings: Findings): DraftPhrases {
  const files = nodes.flatMap((node) => {
    const map = asMap(node, "草稿", findings);
    return map ? [new Fields(map, [], [...DRAFT_PHRASES, ...DRAFT_KEYS], "草稿", findings)] : [];
  });
  const nearest = <Value>(read: (fields: Fields) => Value | undefined): Value | undefined => {
    for (const fields of files) {
      const value = read(fields);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const phrase = (name: DraftPhrase): [DraftPhrase, TextTemplate] => {
    return [name, nearest((fields) => fields.template(name)) ?? { source: "", span: span(sourceFile("", ""), 0) }];
  };
  return {
    words: Object.fromEntries(DRAFT_PHRASES.map(phrase)) as Record<DraftPhrase, TextTemplate>,
    alike: nearest((fields) => fields.text("同向")) ?? "",
    apart: nearest((fields) => fields.text("异向")) ?? "",
    most: nearest((fields) => fields.count("最多")) ?? 0,
    enough: nearest((fields) => fields.count("足够")) ?? 0,
    least: nearest((fields) => fields.count("细小")) ?? 0,
  };
}
