import type { ScalarNode } from "../../base/node.ts";
import { nearest } from "../../base/suggest.ts";
import { type Categories, type Category, type CategoryElsewhere, type CategoryLevel, type Classification, levelOf } from "../../model/classification.ts";
import type { Findings } from "../reader.ts";

const DIGITS: Readonly<Record<CategoryLevel, number>> = { 类: 3, 款: 5, 项: 7 };

/** Reads a key such as “2010350 事业运行”: the code must be known at its level, and a name that follows must be the code's. */
export function readCategory(key: ScalarNode, level: CategoryLevel, classification: Classification, findings: Findings): Category | undefined {
  const categories = level === "项" ? classification.functional : classification.economic;
  const [, code = "", name = ""] = /^(\d*)\s*(.*)$/.exec(key.text.trim()) ?? [];
  const kind = level === "项" ? "功能科目" : "经济科目";
  if (code === "") return refuseWord(key, kind, level, categories, findings);
  if (levelOf(code) !== level) return refuseLevel(key, code, kind, level, categories, findings);
  const category = categories.get(code);
  if (category === undefined) {
    const other = classification.elsewhere(code);
    if (other !== undefined) return refuseYear(key, other, classification.year, findings);
    const near = exchanged(code, name, categories) ?? codeNamed(name, level, categories, code) ?? nearestCode(code, codesAt(level, categories));
    return findings.error("unknown-category", `没有${kind}“${code}”`, key.span, near && `是不是 ${near} ${categories.get(near)?.name ?? ""}？`);
  }
  if (name !== "" && comparable(name) !== comparable(category.name)) refuseName(key, category, name, level, categories, findings);
  return category;
}

/** Half-width brackets and blanks in a name are a matter of the keyboard. */
function comparable(name: string): string {
  return name.replaceAll("(", "（").replaceAll(")", "）").replace(/\s/g, "");
}

function refuseYear(key: ScalarNode, { code, name, since, until }: CategoryElsewhere, year: number, findings: Findings): undefined {
  const when = until === undefined ? `从 ${since} 年起才有` : `只用到 ${until} 年`;
  return findings.error(
    "category-year",
    `${year} 年没有科目 ${code} ${name}：它${when}`,
    key.span,
    "换成当年的科目；如果财政部门的科目表里确有这个科目，请告诉维护者",
  );
}

function codesAt(level: CategoryLevel, categories: Categories): string[] {
  return [...categories.keys()].filter((code) => levelOf(code) === level);
}

/** The code with two neighbouring digits exchanged, when there is only one such 科目, or one with the name that was written. */
function exchanged(code: string, name: string, categories: Categories): string | undefined {
  const swaps = [...code].slice(1).map((digit, index) => code.slice(0, index) + digit + code[index] + code.slice(index + 2));
  const known = [...new Set(swaps)].filter((each) => categories.get(each) !== undefined);
  const named = known.filter((each) => comparable(categories.get(each)?.name ?? "") === comparable(name));
  const [only] = name === "" ? known : named;
  return (name === "" ? known : named).length === 1 ? only : undefined;
}

/** The nearest code, one of the same 款 or 类 before any other. */
function nearestCode(code: string, codes: readonly string[]): string | undefined {
  const within = (length: number): string | undefined =>
    nearest(
      code,
      codes.filter((each) => each.startsWith(code.slice(0, length))),
    );
  return within(5) ?? within(3) ?? nearest(code, codes);
}

/** The code of a name; where several have it (事业运行), the one in the same 款 or 类 as what was written. */
function codeNamed(name: string, level: CategoryLevel, categories: Categories, written = ""): string | undefined {
  if (name === "") return undefined;
  const codes = codesAt(level, categories).filter((code) => comparable(categories.get(code)?.name ?? "") === comparable(name));
  if (codes.length <= 1) return codes[0];
  return (
    codes.find((code) => written.length >= 5 && code.startsWith(written.slice(0, 5))) ??
    codes.find((code) => written.length >= 3 && code.startsWith(written.slice(0, 3)))
  );
}

function refuseWord(key: ScalarNode, kind: string, level: CategoryLevel, categories: Categories, findings: Findings): undefined {
  const code = codeNamed(key.text.trim(), level, categories);
  const printed = /^\[(\d+)\]\s*(.*)$/.exec(key.text.trim());
  const written = printed ? `${printed[1]} ${printed[2]}` : code && `${code} ${key.text.trim()}`;
  const hint = written === undefined ? `先写 ${DIGITS[level]} 位编码，后面可以跟名称；检查缩进有没有少` : `写成“${written}”`;
  return findings.error("bad-category", `“${key.text}”不是${kind}：缺少编码`, key.span, hint);
}

function refuseLevel(key: ScalarNode, code: string, kind: string, level: CategoryLevel, categories: Categories, findings: Findings): undefined {
  const found = levelOf(code);
  const message = found === undefined ? `“${code}”有 ${code.length} 位，不是科目编码` : `“${code}”是${found}级科目`;
  const below = codesAt(level, categories)
    .filter((each) => each.startsWith(code))
    .slice(0, 3);
  const examples = below.length === 0 ? "" : `，例如 ${below.map((each) => `${each} ${categories.get(each)?.name}`).join("、")}`;
  const hint = level === "款" && found === "项" ? "这里写经济科目，功能科目写在上一层" : `写到${level}级${examples}`;
  return findings.error("bad-category", `${message}，这里要写${kind}的${level}级科目（${DIGITS[level]} 位）`, key.span, hint);
}

function refuseName(key: ScalarNode, category: Category, name: string, level: CategoryLevel, categories: Categories, findings: Findings): void {
  const other = codeNamed(name, level, categories, category.code);
  const hint = other === undefined ? `写成“${category.code} ${category.name}”，或者只写编码` : `“${name}”的编码是 ${other}；编码和名称改成一致`;
  findings.error("category-name", `科目 ${category.code} 的名称是“${category.name}”，不是“${name}”`, key.span, hint);
}
