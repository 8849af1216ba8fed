import { formatNumber, type Money, sum } from "../../base/money.ts";
import type { Project } from "../../model/budget.ts";
import type { Standard } from "../../model/standard.ts";
import type { FieldValue, Item } from "../../model/stated.ts";
import type { Findings } from "../reader.ts";

/**
 * Amounts of a project's 明细 that share its money (支出明细): they add up to it. One item may leave its
 * amount out; it gets what the others leave, so that a project of one item states its money once.
 */
export function shareMoney(project: Project, total: Money, { projectInputs }: Standard, findings: Findings): void {
  for (const { key, items } of projectInputs.values()) {
    const stated = project.inputs.get(key);
    const field = items?.fields.find(({ sharesProject }) => sharesProject)?.name;
    if (field !== undefined && stated?.kind === "items" && stated.items.length > 0) new Sharing(project, key, field, stated.items, findings).share(total);
  }
}

class Sharing {
  private readonly project: Project;
  private readonly what: string;
  private readonly field: string;
  private readonly items: readonly Item[];
  private readonly findings: Findings;

  constructor(project: Project, what: string, field: string, items: readonly Item[], findings: Findings) {
    this.project = project;
    this.what = what;
    this.field = field;
    this.items = items;
    this.findings = findings;
  }

  share(total: Money): void {
    const open = this.items.filter((item) => !item.fields.has(this.field));
    const rest = total.minus(sum(this.items.flatMap((item) => this.amountOf(item) ?? [])));
    const [only, second] = open;
    if (second !== undefined) this.refuse(second, `有 ${open.length} 项没有写“${this.field}”`, "只有一项可以不写，由系统算出余下的数");
    else if (only === undefined && !rest.isZero())
      this.refuse(this.items[0], this.difference(total, rest), "核对各项的数；也可以有一项不写，由系统算出余下的数");
    else if (only !== undefined && rest.isNegative())
      this.refuse(only, `其余各项合计 ${show(total.minus(rest))}元，超过项目金额 ${show(total)}元`, "核对各项的数");
    else if (only !== undefined)
      (only.fields as Map<string, FieldValue>).set(this.field, { kind: "amount", amount: rest, unit: "元", decimals: 2, span: only.span });
  }

  private amountOf(item: Item): Money | undefined {
    const value = item.fields.get(this.field);
    return value?.kind === "amount" ? value.amount : undefined;
  }

  private difference(total: Money, rest: Money): string {
    return `各项合计 ${show(total.minus(rest))}元，与项目金额 ${show(total)}元 不相等`;
  }

  private refuse(item: Item | undefined, message: string, hint: string): void {
    const place = item?.fields.get(this.field)?.span ?? item?.span;
    this.findings.error("items-differ", `项目“${this.project.name}”的“${this.what}”：${message}`, place, hint);
  }
}

function show(value: Money): string {
  return formatNumber(value, { decimals: 2, trim: "whole", separator: true });
}
