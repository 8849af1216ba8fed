import { note, warning } from "../../base/diagnostic.ts";
import { entryOf, type MapEntry, type MapNode, type ScalarNode } from "../../base/node.ts";
import { axisOf, type Category, type Classification, codesAbove, levelOf, sameName } from "../../model/classification.ts";
import { asMap, asScalar, type Findings } from "../reader.ts";
import { partsOf } from "./category.ts";

/** The section in which a budget file declares 科目 of its own. */
export const OWN_CATEGORIES = "自设科目";

interface Declared {
  readonly category: Category;
  readonly key: ScalarNode;
}

/** 自设科目: 科目 that the lists here have not, each with what it rests on. */
export class OwnCategories {
  private readonly declared: readonly Declared[];

  constructor(root: MapNode, classification: Classification, findings: Findings) {
    const value = entryOf(root, OWN_CATEGORIES)?.value;
    const entries = (value && asMap(value, OWN_CATEGORIES, findings)?.entries) ?? [];
    const reader = new Reader(entries, classification, findings);
    this.declared = entries.flatMap((entry) => reader.read(entry) ?? []);
  }

  get categories(): Category[] {
    return this.declared.map(({ category }) => category);
  }

  /** Says of each that it is the file's own, or that no money has it. */
  report(used: ReadonlySet<string>, findings: Findings): void {
    for (const { category, key } of this.declared) {
      const what = `${category.code} ${category.name}`;
      const hint = "核对依据；没有钱的删掉这一行";
      findings.diagnostics.push(
        used.has(category.code)
          ? note("category-own", `科目 ${what} 是这份预算自设的，公开的文件里照这里的编码和名称印`, key.span, { hint: "核对财政部门的依据" })
          : note("category-own-unused", `自设科目 ${what} 没有用到`, key.span, { hint }),
      );
    }
  }
}

class Reader {
  private readonly codes: ReadonlySet<string>;
  private readonly classification: Classification;
  private readonly findings: Findings;

  constructor(entries: readonly MapEntry[], classification: Classification, findings: Findings) {
    this.codes = new Set(entries.map(({ key }) => partsOf(key.text).code));
    this.classification = classification;
    this.findings = findings;
  }

  read({ key, value }: MapEntry): Declared | undefined {
    const { code, name } = partsOf(key.text);
    const basis = asScalar(value, key.text, this.findings);
    if (basis === undefined || !this.isWellFormed(key, code, name) || !this.isNew(key, code, name) || !this.hasParents(key, code)) return undefined;
    return { key, category: { code, name, kind: this.kindOf(code), basis: "own" } };
  }

  private isWellFormed(key: ScalarNode, code: string, name: string): boolean {
    const level = levelOf(code);
    const axis = axisOf(code);
    const fits = axis !== undefined && level !== undefined && !(axis === "经济科目" && level === "项");
    if (fits && name !== "" && !/^\d/.test(name)) return true;
    const message = fits ? `自设科目“${key.text}”缺少名称` : `自设科目“${key.text}”的编码不对`;
    this.findings.error("bad-category", message, key.span, "功能科目 2 开头，3、5 或 7 位；经济科目 3 开头，3 或 5 位；编码后面空一格写名称");
    return false;
  }

  /** A 科目 whose row here is from memory may be declared as the bureau has it; any other is known. */
  private isNew(key: ScalarNode, code: string, name: string): boolean {
    const { functional, economic } = this.classification;
    const known = functional.get(code) ?? economic.get(code);
    if (known === undefined) return true;
    if (sameName(known.name, name)) {
      const hint = "删掉这一行；名称未经核对的，核对以后写“# 已核对 category-unverified：理由”";
      this.findings.diagnostics.push(warning("category-own-known", `科目 ${code} ${known.name} 科目表里已经有了，不用自设`, key.span, { hint }));
      return false;
    }
    if (known.basis === "from memory" || known.basis === "unsure") return true;
    this.findings.error(
      "category-own-known",
      `科目 ${code} 科目表里已经有了，名称是“${known.name}”，不能自设成“${name}”`,
      key.span,
      "另用一个编码，或者改用这个科目的名称",
    );
    return false;
  }

  private hasParents(key: ScalarNode, code: string): boolean {
    const { functional, economic } = this.classification;
    const missing = codesAbove(code).find((above) => !functional.get(above) && !economic.get(above) && !this.codes.has(above));
    if (missing === undefined) return true;
    const message = `自设科目“${key.text}”的上一级 ${missing} 没有这个科目`;
    this.findings.error("category-own-parent", message, key.span, `核对编码；${missing} 也是自设的，在“${OWN_CATEGORIES}:”下一并写上`);
    return false;
  }

  /** Of which budget it is: that of the nearest known 科目 above it. */
  private kindOf(code: string): string {
    const { functional, economic } = this.classification;
    const kinds = codesAbove(code).flatMap((above) => functional.get(above)?.kind ?? economic.get(above)?.kind ?? []);
    const [first = ""] = [...(axisOf(code) === "经济科目" ? economic : functional).keys()];
    return kinds[0] ?? (functional.get(first) ?? economic.get(first))?.kind ?? "";
  }
}
