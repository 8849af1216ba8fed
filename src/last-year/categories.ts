import { type Diagnostic, warning } from "../base/diagnostic.ts";
import { formatNumber, inUnit, type Money, sum } from "../base/money.ts";
import type { Span } from "../base/span.ts";
import type { CategoryMapping, CategoryTarget } from "../model/adjustment.ts";
import type { ExpenditureFact } from "../model/budget.ts";
import { type Classification, nameOf, successorOf } from "../model/classification.ts";

/** Last year's 科目 as this year's: by 科目对照, else by what is known of the two years' lists. */
export class CategoryTranslation {
  private readonly mappings: ReadonlyMap<string, CategoryMapping>;
  private readonly classification: Classification;
  private readonly used = new Set<CategoryTarget>();
  private readonly gone = new Map<string, ExpenditureFact[]>();

  constructor(mappings: readonly CategoryMapping[], classification: Classification) {
    this.mappings = new Map(mappings.map((mapping) => [mapping.code, mapping]));
    this.classification = classification;
  }

  translate(fact: ExpenditureFact): ExpenditureFact {
    const economic = fact.economic === undefined ? undefined : this.codeOf(fact.economic, fact);
    return { ...fact, functional: this.codeOf(fact.functional, fact), ...(economic !== undefined && { economic }) };
  }

  private codeOf(code: string, fact: ExpenditureFact): string {
    const target = this.mappings.get(code)?.targets.find((each) => isOf(fact, each.of));
    if (target !== undefined) {
      this.used.add(target);
      return target.to;
    }
    const { functional, economic } = this.classification;
    if (functional.get(code) ?? economic.get(code)) return code;
    const successor = successorOf(code, this.classification)?.code;
    if (successor === undefined) this.gone.set(code, [...(this.gone.get(code) ?? []), fact]);
    return successor ?? code;
  }

  /** What could not be told of last year's 科目, and what of 科目对照 met nothing. */
  findings(link: Span): Diagnostic[] {
    const gone = [...this.gone].filter(([, facts]) => facts.some(({ amount }) => !amount.isZero())).map(([code, facts]) => this.lost(code, facts, link));
    const idle = [...this.mappings.values()].flatMap(({ code, targets, span }) => {
      const unused = targets.filter((target) => !this.used.has(target));
      return unused.map((target) => idleMapping(code, target, unused.length === targets.length ? span : target.span));
    });
    return [...gone, ...idle.slice(0, MOST_IDLE)];
  }

  private lost(code: string, facts: readonly ExpenditureFact[], link: Span): Diagnostic {
    const axis = facts.some(({ functional }) => functional === code) ? "功能科目" : "经济科目";
    const name = `${code} ${nameOf(code, axis, this.classification)}`.trim();
    const total = sum(facts.map(({ amount }) => amount));
    const related = facts.slice(0, 1).map(({ span }) => ({ message: "上年的钱在这里", span }));
    const successors = this.classification.renames.filter((each) => each.code === code).flatMap((each) => each.successors);
    const known = successors.length === 0 ? "" : `（可能在 ${successors.join("、")} 下面）`;
    const toWrite = this.mappings.has(code) ? `在“科目对照:”的 ${code} 下补一行“其余: 今年的编码 名称”` : `在“科目对照:”下补一行“${name}: 今年的编码 名称”`;
    return warning("last-year-category-gone", `上年的科目“${name}”今年没有了，上年的 ${yuan(total)}元没有对上今年的科目`, link, {
      hint: `${toWrite}${known}；今年确实没有这类支出的，写“# 已核对”`,
      related,
    });
  }
}

/** A mapping of many lines that meets nothing is one mistake. */
const MOST_IDLE = 20;

function isOf({ nature, economic, project }: ExpenditureFact, wanted: string | undefined): boolean {
  return wanted === undefined || wanted === nature || wanted === economic || wanted === project?.name;
}

export function idleMapping(code: string, { of }: Pick<CategoryTarget, "of">, span: Span): Diagnostic {
  const what = of === undefined ? "" : ` 的“${of}”`;
  const hint = "检查编码、名称有没有写错；上年没有这笔钱就删掉这一行";
  return warning("mapping-unused", `“科目对照”里的 ${code}${what}，上年文件里没有这样的钱`, span, { hint });
}

function yuan(amount: Money): string {
  return formatNumber(inUnit(amount, "元"), { decimals: 2, trim: true, separator: true });
}
