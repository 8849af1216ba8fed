import { isEmpty, type MapNode, type Node } from "../../base/node.ts";
import { didYouMean, nearest } from "../../base/suggest.ts";
import type { Standard } from "../../model/standard.ts";
import type { Text } from "../../model/text.ts";
import { asMap, asScalar, type Findings } from "../reader.ts";
import { type KnownNames, readText } from "../text.ts";

/** Reads 原因: the officer's words on each change; 同收入总计 takes another figure's. */
export function readReasons(node: Node | undefined, standard: Standard, names: KnownNames, findings: Findings): ReadonlyMap<string, Text> {
  const reasons = new Map<string, Text>();
  const map = node && asMap(node, "原因", findings);
  for (const { key, value } of map?.entries ?? []) {
    if (!standard.figures.has(key.text)) {
      const hint = didYouMean(key.text, standard.figures.keys()) ?? "可用的名称见 docs/budget-file.zh-CN.md 的“数的名称”";
      findings.error("unknown-figure", `“原因”里的“${key.text}”没有对应的数`, key.span, hint);
    }
    if (isEmpty(value)) continue;
    const text = readReason(value, map, key.text, names, findings);
    if (text !== undefined) reasons.set(key.text, text);
  }
  return reasons;
}

function readReason(node: Node, map: MapNode | undefined, key: string, names: KnownNames, findings: Findings): Text | undefined {
  const scalar = asScalar(node, key, findings);
  if (scalar === undefined) return undefined;
  const other = /^同(\S{1,20})$/.exec(scalar.text.trim())?.[1];
  const target = map?.entries.find((entry) => entry.key.text === other);
  if (other !== undefined && target === undefined) {
    const keys = map?.entries.map((entry) => entry.key.text) ?? [];
    const meant = nearest(other, keys);
    if (meant !== undefined || ["上", "前", "上项", "前项"].includes(other)) {
      return findings.error("unknown-figure", `“原因”里没有“${other}”`, scalar.span, `写成“同${meant ?? keys[0]}”，或者把原因写全`);
    }
  }
  if (target === undefined) return trimmed(readText(node, key, names, findings));
  if (target.key.text === key || /^同\S{1,20}$/.test(target.value.kind === "scalar" ? target.value.text.trim() : "")) {
    return findings.error("reason-circle", `“${key}”的原因写“${scalar.text}”，那里也没有写出原因`, scalar.span, "在其中一处写出原因");
  }
  return trimmed(readText(target.value, key, names, findings));
}

const LEAD = /^(?:主要)?原因(?:是|为)[:：]?\s*/;
const END = /[。；;.]\s*$/;

/** The form itself writes 主要原因是 and the full stop. */
function trimmed(text: Text | undefined): Text | undefined {
  if (text === undefined) return undefined;
  const last = text.runs.length - 1;
  const runs = text.runs.map((run, index) => {
    if (!("text" in run)) return run;
    const start = index === 0 ? run.text.replace(LEAD, "") : run.text;
    return { text: index === last ? start.replace(END, "") : start };
  });
  return { ...text, runs };
}
