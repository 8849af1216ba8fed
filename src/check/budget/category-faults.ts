import type { ScalarNode } from "../../base/node.ts";
import { type Categories, type CategoryLevel, type Classification, type ForeignCategory, levelOf, sameName } from "../../model/classification.ts";
import type { Findings } from "../reader.ts";
import { codeNamed, codesAt, nearestCode, written } from "./category-near.ts";

/** What must stand at a place of the money grammar. */
export interface CategoryPlace {
  readonly axis: "功能科目" | "经济科目";
  readonly level: CategoryLevel;
}

export const DIGITS: Readonly<Record<CategoryLevel, number>> = { 类: 3, 款: 5, 项: 7 };

/** What to do with a 科目 that the finance bureau has and the lists here have not. */
export const DECLARE = "科目表里确有的，在“自设科目:”下写明编码、名称和依据";

/** How many 科目 a hint names. */
export const EXAMPLES = 3;

interface Parts {
  readonly code: string;
  readonly name: string;
}

/** A key without any code: a name alone, or digits in full width. */
export function refuseWord(key: ScalarNode, { axis, level }: CategoryPlace, categories: Categories, findings: Findings): undefined {
  const text = key.text.trim();
  const narrow = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  if (/^\d/.test(narrow)) return findings.error("bad-category", `“${key.text}”的编码用了全角数字`, key.span, `换成半角：“${narrow}”`);
  const code = codeNamed(text, level, categories);
  const printed = /^\[(\d+)\]\s*(.*)$/.exec(text);
  const meant = printed ? `${printed[1]} ${printed[2]}` : code && `${code} ${text}`;
  const hint = meant === undefined ? `先写 ${DIGITS[level]} 位编码，后面可以跟名称；检查缩进有没有少` : `写成“${meant}”`;
  return findings.error("bad-category", `“${key.text}”不是${axis}：缺少编码`, key.span, hint);
}

/** 7 11 02, 201 03 50: the digits of a code stand together. */
export function refuseSpaced(key: ScalarNode, { axis, level }: CategoryPlace, categories: Categories, findings: Findings): undefined {
  const [, digits = "", name = ""] = /^([\d\s]*)(.*)$/s.exec(key.text.trim()) ?? [];
  const code = digits.replace(/\s/g, "");
  const known = levelOf(code) === level && categories.get(code) !== undefined;
  const hint = known ? `写成“${name === "" ? written(code, categories) : `${code} ${name}`}”` : `${axis}写到${level}级，${DIGITS[level]} 位数字中间不空格`;
  return findings.error("bad-category", `“${key.text}”的编码断开了，${axis}的编码要连着写`, key.span, hint);
}

/** A code of 政府预算支出经济分类 or of 政府收入分类. */
export function refuseForeign(
  key: ScalarNode,
  { code, name }: Parts,
  foreign: ForeignCategory,
  { axis, level }: CategoryPlace,
  classification: Classification,
  findings: Findings,
): undefined {
  const known = foreign.code === code ? `（${foreign.code} ${foreign.name}）` : "";
  const message = `“${code}”是${foreign.kind}的科目${known}，这里要写${axis}的${level}级科目`;
  findings.error("category-foreign", message, key.span, hintForForeign(foreign, name, axis, classification));
}

function hintForForeign({ kind, instead, code }: ForeignCategory, name: string, axis: CategoryPlace["axis"], { economic }: Classification): string {
  if (code.startsWith("1")) return "收入不写科目：每笔支出写明资金来源，收入由系统按来源算出";
  if (axis === "功能科目") return "先写功能科目，下一层再写部门预算支出经济分类的科目";
  const below = instead.flatMap((each) => (each.length === DIGITS.款 ? [each] : codesAt("款", economic).filter((code) => code.startsWith(each))));
  const named = below.find((each) => sameName(economic.get(each)?.name ?? "", name));
  const [only, second] = below;
  if (named !== undefined || (only !== undefined && second === undefined)) return `部门预算写部门预算支出经济分类：${written(named ?? only ?? "", economic)}`;
  const examples = below.slice(0, EXAMPLES).map((each) => written(each, economic));
  if (examples.length === 0) return `部门预算写部门预算支出经济分类的科目，不写${kind}的`;
  return `部门预算写部门预算支出经济分类，对应的有 ${examples.join("、")}${below.length > EXAMPLES ? " 等" : ""}`;
}

/** An economic code in a functional place, and the reverse. */
export function refuseWrongAxis(key: ScalarNode, code: string, { axis, level }: CategoryPlace, classification: Classification, findings: Findings): undefined {
  const [other, categories] = axis === "功能科目" ? (["经济科目", classification.economic] as const) : (["功能科目", classification.functional] as const);
  const hint = axis === "功能科目" ? "先写功能科目，经济科目缩进写在它的下一层" : "这里写经济科目，功能科目写在上一层";
  const message = `“${written(code, categories)}”是${other}，这里要写${axis}的${level}级科目（${DIGITS[level]} 位）`;
  return findings.error("bad-category", message, key.span, hint);
}

/** A 类 or 款 where a 项 is needed, or a number of digits that no 科目 has. */
export function refuseLevel(key: ScalarNode, code: string, { axis, level }: CategoryPlace, categories: Categories, findings: Findings): undefined {
  const found = levelOf(code);
  const message = found === undefined ? `“${code}”有 ${code.length} 位，不是科目编码` : `“${code}”是${found}级科目`;
  const below = codesAt(level, categories)
    .filter((each) => each.startsWith(code))
    .slice(0, EXAMPLES);
  const examples = below.length === 0 ? "" : `，例如 ${below.map((each) => written(each, categories)).join("、")}`;
  return findings.error("bad-category", `${message}，这里要写${axis}的${level}级科目（${DIGITS[level]} 位）`, key.span, `写到${level}级${examples}`);
}

export function refuseUnknown(key: ScalarNode, { code, name }: Parts, { axis, level }: CategoryPlace, categories: Categories, findings: Findings): undefined {
  const near = nearestCode(code, name, level, categories);
  return findings.error("unknown-category", `没有${axis}“${code}”`, key.span, near === undefined ? DECLARE : `是不是 ${written(near, categories)}？${DECLARE}`);
}
