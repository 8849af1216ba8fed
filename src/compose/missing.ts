import { error } from "../base/diagnostic.ts";
import type { ListMember } from "../model/list.ts";
import { hintForMissing, whereOf } from "../model/missing-input.ts";
import type { Sources } from "./sources.ts";

/** A figure that has no amount because something that it is made of is not stated. */
export function reportMissing(name: string, sources: Sources): void {
  const spec = sources.standard.figures.get(name);
  if (spec?.kind === "items") reportMissingInput(spec.items, sources);
  else for (const each of spec?.kind === "sum" ? spec.of : [name]) if (!sources.derived.figures.has(each)) reportPart(each, name, sources);
}

function reportPart(part: string, whole: string, sources: Sources): void {
  if (part !== whole && sources.standard.figures.has(part)) reportMissing(part, sources);
  else reportMissingInput(part, sources);
}

/** A stated fact that the standard uses and the file does not have. */
export function reportMissingInput(name: string, { standard, budget, report }: Sources): void {
  if (budget.unread.names.has(name)) return;
  const input = standard.inputs.get(name);
  const where = input === undefined ? name : whereOf(input);
  const place = budget.places.get(input?.section ?? "") ?? budget.span;
  const message = `标准“${standard.name}”要用“${where}”，文件里没有写`;
  report(error("missing-input", message, place, input === undefined ? {} : { hint: hintForMissing(input) }));
}

/** A text by 类 that lacks one of the 类 that have money. */
export function reportMissingText(name: string, { code, name: label, facts }: ListMember, { standard, budget, report }: Sources): void {
  if (budget.unread.names.has(name)) return;
  const section = standard.inputs.get(name)?.section ?? name;
  const message = `标准“${standard.name}”要写每个功能科目（${standard.inputs.get(name)?.level ?? "类"}）的“${name}”，${code} ${label}没有写`;
  const related = facts.slice(0, 1).map(({ span }) => ({ message: "这一类的钱在这里", span }));
  report(error("missing-input", message, budget.places.get(section) ?? budget.span, { hint: `在“${section}:”下补一行“${code} ${label}: …”`, related }));
}
