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
  if (levelOf(code) !== level) return refuseLevel(key, code, kind, level, findings);
  const category = categories.get(code);
  if (category === undefined) {
    const other = classification.elsewhere(code);
    if (other !== undefined) return refuseYear(key, other, classification.year, findings);
    const near = codeNamed(name, level, categories, code) ?? nearest(code, codesAt(level, categories));
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

function refuseLevel(key: ScalarNode, code: string, kind: string, level: CategoryLevel, findings: Findings): undefined {
  const found = levelOf(code);
  const message = found === undefined ? `“${code}”有 ${code.length} 位，不是科目编码` : `“${code}”是${found}级科目`;
  return findings.error(
    "bad-category",
    `${message}，这里要写${kind}的${level}级科目（${DIGITS[level]} 位）`,
    key.span,
    level === "款" && found === "项" ? "这里写经济科目，功能科目写在上一层" : undefined,
  );
}

function refuseName(key: ScalarNode, category: Category, name: string, level: CategoryLevel, categories: Categories, findings: Findings): void {
  const other = codeNamed(name, level, categories, category.code);
  const hint = other === undefined ? `写成“${category.code} ${category.name}”，或者只写编码` : `“${name}”的编码是 ${other}；编码和名称改成一致`;
  findings.error("category-name", `科目 ${category.code} 的名称是“${category.name}”，不是“${name}”`, key.span, hint);
}
