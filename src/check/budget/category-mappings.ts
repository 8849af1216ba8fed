import type { MapEntry, Node, ScalarNode } from "../../base/node.ts";
import type { CategoryMapping, CategoryTarget } from "../../model/adjustment.ts";
import { axisOf, type CategoryLevel, type Classification, levelOf } from "../../model/classification.ts";
import { EXPENDITURE_NATURES } from "../../model/expenditure.ts";
import { asMap, asScalar, type Findings } from "../reader.ts";
import { partsOf, readCategory } from "./category.ts";
import { refuseRepeatedCodes } from "./repeated-codes.ts";

/** The section of a budget file that says what became of last year's 科目. */
const SECTION = "科目对照";

/** Where the money goes that none of the lines above it takes. */
const REST = "其余";

/** Reads 科目对照: for a 科目 of last year the one of this year, or by 支出性质, 经济科目 or 项目 several. */
export function readCategoryMappings(node: Node | undefined, classification: Classification, findings: Findings): CategoryMapping[] {
  const map = node && asMap(node, SECTION, findings);
  refuseRepeatedCodes(map?.entries ?? [], findings);
  return (map?.entries ?? []).flatMap(({ key, value }) => {
    const { code } = partsOf(key.text);
    const level = levelMapped(code);
    if (level === undefined) {
      const hint = "先写上年的编码：功能科目写到项，7 位；经济科目写到款，5 位；后面可以跟名称";
      return findings.error("bad-category", `“${SECTION}”里的“${key.text}”不是上年的科目`, key.span, hint) ?? [];
    }
    return [{ code, targets: targetsIn(value, key, level, classification, findings), span: key.span }];
  });
}

function levelMapped(code: string): CategoryLevel | undefined {
  const level = levelOf(code);
  const axis = axisOf(code);
  return (axis === "功能科目" && level === "项") || (axis === "经济科目" && level === "款") ? level : undefined;
}

function targetsIn(value: Node, key: ScalarNode, level: CategoryLevel, classification: Classification, findings: Findings): CategoryTarget[] {
  const target = (node: Node, of: string | undefined): CategoryTarget[] => {
    const scalar = asScalar(node, key.text, findings, "今年的科目，先写编码");
    const category = scalar && readCategory(scalar, level, classification, findings);
    return category === undefined ? [] : [{ ...(of !== undefined && { of }), to: category.code, span: node.span }];
  };
  if (value.kind !== "map") return target(value, undefined);
  refuseRepeatedCodes(value.entries, findings);
  const entries = value.entries.map((entry) => ({ entry, of: partOf(entry) }));
  // What is named exactly comes before the rest, wherever it is written.
  const sorted = [...entries.filter(({ of }) => of !== undefined), ...entries.filter(({ of }) => of === undefined)];
  return sorted.flatMap(({ entry, of }) => target(entry.value, of));
}

/** A 支出性质, the code of an 经济科目, or the name of a 项目; nothing for 其余. */
function partOf({ key: { text } }: MapEntry): string | undefined {
  const word = text.trim();
  if (word === REST) return undefined;
  if (EXPENDITURE_NATURES.some((nature) => nature === word)) return word;
  const { code } = partsOf(word);
  return axisOf(code) === "经济科目" && levelOf(code) === "款" ? code : word;
}
