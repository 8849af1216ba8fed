import type { Node } from "../../base/node.ts";
import { UNIT_NATURES, type UnitNature } from "../../model/expenditure.ts";
import { type ChangeKind, FINER_KINDS, type WordedKind } from "../../model/figure.ts";
import type { ChangePhrase, DefaultReason, Phrases } from "../../model/standard.ts";
import type { TextTemplate } from "../../model/template.ts";
import { asMap, type Findings } from "../reader.ts";
import { Fields } from "./values.ts";

const REQUIRED_KINDS: readonly ChangeKind[] = ["增加", "减少", "持平", "基数为零"];

/** Reads phrases.yaml: each wording of a change becomes a word that sentences use. */
export function readPhrases(node: Node | undefined, findings: Findings): Phrases {
  const map = node && asMap(node, "phrases.yaml", findings);
  const fields = map && new Fields(map, [], ["changes", "reasons", "同口径"], "phrases.yaml", findings);
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
  const adjusted = fields?.template("同口径");
  const words = { ...(unchanged && { unchanged }), ...(adjusted && { adjusted }) };
  return { changes, ...words, defaultReasons: (reasons?.items("figures") ?? []).flatMap((item) => readDefaultReason(item, findings)) };
}

function readDefaultReason(node: Node, findings: Findings): DefaultReason[] {
  const map = asMap(node, "figures", findings);
  const fields = map && new Fields(map, ["figure", "text"], ["单位性质"], "reasons", findings);
  const text = fields?.template("text");
  const natures = fields?.words("单位性质") ?? UNIT_NATURES;
  const unitNatures = UNIT_NATURES.filter((nature): nature is UnitNature => natures.includes(nature));
  return text ? [{ figure: fields?.text("figure") ?? "", unitNatures, text }] : [];
}
