import type { Outcome } from "../base/outcome.ts";
import { inputSections } from "../check/budget/inputs.ts";
import { TO_FILL } from "../check/to-fill.ts";
import type { Parse } from "../load/standard-folders.ts";
import { type Classification, nameOf } from "../model/classification.ts";
import type { Standard } from "../model/standard.ts";
import type { StandardSources } from "../model/standard-sources.ts";
import type { InputSpec } from "../model/stated.ts";
import type { StarterAnswers } from "./answers.ts";
import { explanations } from "./explanations.ts";
import { plannedFacts } from "./starter-facts.ts";
import { type Needs, needsOf } from "./starter-needs.ts";
import { type PlannedCodes, readPlan, type StarterPlan } from "./starter-plan.ts";
import { commented, indented, linesOfInput, longText, remarked, type ValueContext } from "./starter-values.ts";

/** What a starter file is made of beside the answers. */
export interface StarterSources {
  readonly standard: Standard;
  readonly sources: StandardSources;
  readonly classification: Classification;
  readonly parse: Parse;
  /** Where the file can find its schema, seen from where it lies. */
  readonly schema?: string;
}

/** A budget file with everything that a standard will ask for, 待填 where the unit's own words and amounts belong. */
export function starterText(answers: StarterAnswers, given: StarterSources): Outcome<string> {
  const folders = given.sources.folders.map(({ path }) => path);
  const { value: plan, diagnostics } = readPlan(folders, given.parse, answers.nature);
  return plan === undefined ? { diagnostics } : { value: new StarterWriter(answers, given, plan).text(), diagnostics };
}

const PROJECT = "项目支出/";
const UNIT = "单位/";

class StarterWriter {
  private readonly answers: StarterAnswers;
  private readonly given: StarterSources;
  private readonly plan: StarterPlan;
  private readonly needs: Needs;
  private readonly context: ValueContext;

  constructor(answers: StarterAnswers, given: StarterSources, plan: StarterPlan) {
    const { classification, sources, standard } = given;
    const facts = plannedFacts(plan, answers, classification);
    this.answers = answers;
    this.given = given;
    this.plan = plan;
    this.needs = needsOf(standard, facts);
    this.context = { plan, facts, classification, explanationOf: explanations(sources) };
  }

  text(): string {
    const sections = this.sections();
    const known = this.plan.order.filter((name) => sections.has(name));
    const others = [...sections.keys()].filter((name) => !known.includes(name));
    const body = [...known, ...others].map((name) => [...remarked(this.plan.remarks.get(name)), ...(sections.get(name) ?? [])]);
    return `${[this.opening(), this.head(), ...body].map((lines) => lines.join("\n")).join("\n\n")}\n`;
  }

  private opening(): string[] {
    const { answers, given, plan } = this;
    const modeline = given.schema === undefined ? [] : [`# yaml-language-server: $schema=${given.schema}`];
    return [...modeline, `# ${answers.name} ${answers.year} 年${answers.kind}`, "#", ...commented(plan.opening)];
  }

  private head(): string[] {
    const { name, year, kind, nature } = this.answers;
    const unit = [`名称: ${scalar(name)}`, `性质: ${nature}`, ...this.requiredOf(UNIT).map((key) => `${key}: ${TO_FILL}`)];
    return [`标准: ${scalar(this.given.standard.name)}`, `年度: ${year}`, `文种: ${kind}`, "单位:", ...indented(unit)];
  }

  /** The sections of the file by name, each with its lines. */
  private sections(): Map<string, string[]> {
    const { plan, needs } = this;
    const amounts = (names: readonly string[]): string[] => indented(names.map((name) => `${this.titled(name)}: ${TO_FILL}`));
    const sections = new Map<string, string[]>();
    const add = (name: string, lines: readonly string[]): void => {
      if (lines.length > 0) sections.set(name, [`${name}:`, ...lines]);
    };
    if (plan.approvals.length > 0) sections.set("批复", commented(["批复:", ...amounts(plan.approvals)]));
    add("上年数", amounts(needs.lastYear));
    add("前年数", amounts(needs.yearBeforeLast));
    add("基本支出", indented(this.money(plan.basic)));
    add("项目支出", indented(this.project()));
    add("原因", indented(needs.reasons.map((name) => `${this.titled(name)}: ${plan.reasons.get(name) ?? TO_FILL}`)));
    for (const [name, inputs] of inputSections(this.given.standard)) this.inputs(name, inputs, sections);
    return sections;
  }

  /** A section of stated facts: those that are asked for, and as remarks those that may be. */
  private inputs(name: string, inputs: readonly InputSpec[], sections: Map<string, string[]>): void {
    const wanted = inputs.filter((input) => this.needs.inputs.has(input.name));
    const required = wanted.some((input) => this.needs.inputs.get(input.name) === "required");
    const lines = wanted.flatMap((input) => {
      const own = linesOfInput(input, this.context);
      return required && this.needs.inputs.get(input.name) === "optional" ? commented(own) : own;
    });
    const whole = inputs.some(({ key }) => key === name);
    const all = whole ? lines : [`${name}:`, ...indented(lines)];
    if (wanted.length > 0) sections.set(name, required ? all : commented(all));
  }

  private money(codes: PlannedCodes): string[] {
    const { classification } = this.given;
    return [...codes].flatMap(([functional, economics]) => {
      const name = classification.functional.get(functional)?.name;
      const lines = economics.flatMap((code) => {
        const own = classification.economic.get(code)?.name;
        return own === undefined ? [] : [`${code} ${own}: ${TO_FILL}`];
      });
      return name === undefined || lines.length === 0 ? [] : [`${functional} ${name}:`, ...indented(lines)];
    });
  }

  /** One project as an example, with what the standard asks of each. */
  private project(): string[] {
    const money = this.money(this.plan.project);
    if (money.length === 0) return [];
    const keys = [...new Set([...this.requiredOf(PROJECT), ...this.plan.projectKeys])];
    const { projectInputs } = this.given.standard;
    const lines = keys.flatMap((key) => {
      const spec = projectInputs.get(key);
      if (spec !== undefined) return linesOfInput(spec, this.context);
      return this.plan.longTexts.includes(key) ? longText(key) : [`${key}: ${TO_FILL}`];
    });
    return [`- 项目名称: ${TO_FILL}`, ...indented(["支出:", ...indented(money), ...lines])];
  }

  /** Keys of 单位 or of each project that the standard asks for. */
  private requiredOf(prefix: string): string[] {
    return this.given.standard.required.flatMap(({ name }) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
  }

  /** A figure by its name, a 功能科目 by code and name. */
  private titled(name: string): string {
    return /^\d+$/.test(name) ? `${name} ${nameOf(name, "功能科目", this.given.classification)}`.trim() : name;
  }
}

/** A word as a YAML value: quoted where a symbol could be taken for a mark. */
function scalar(text: string): string {
  return /^[\p{L}\p{N}“《][\p{L}\p{N}（）“”《》〔〕·、—-]*$/u.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
}
