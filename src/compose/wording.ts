import type HandlebarsLibrary from "handlebars";
import runtime from "handlebars/runtime.js";
import { error } from "../base/diagnostic.ts";
import { OWN_FIGURE } from "../model/list.ts";
import type { TextTemplate } from "../model/template.ts";
import { type Helper, helperWords } from "../model/template-names.ts";
import { changeWords, wordedKind } from "./change-words.ts";
import { countOf, type Named, namedValues, wordsIn } from "./context.ts";
import { changeOf, earlierAmount, memberKey } from "./earlier.ts";
import { membersIn } from "./members.ts";
import { adjustedWords, reasonOf } from "./reason.ts";
import { factsIn, type Setting, usualSetting } from "./setting.ts";
import type { Sources } from "./sources.ts";
import { templateSpecification } from "./templates.ts";
import { amountOf, asWritten, categoryNames, numberOf, quantityOf, shareOf, textOf } from "./words.ts";

/** The library without its compiler; its own types leave the runtime out. */
const Handlebars = runtime as unknown as typeof HandlebarsLibrary;

/** Fills a standard's templates with a budget's figures, as they stand in a setting. */
export interface Wording {
  fill(template: TextTemplate, setting?: Setting): string;
}

export function wording(sources: Sources): Wording {
  return new TemplateWording(sources);
}

/** Words of a phrase that are made only where it has them. */
const REASON = "{{原因}}";
const ADJUSTED = "{{同口径}}";

type NamedHelper = (name: string, second: string) => string;

class TemplateWording implements Wording {
  private readonly sources: Sources;
  private readonly handlebars = Handlebars.create();
  private readonly words: readonly string[];
  private readonly usual: Setting;
  private readonly named: Record<string, Named>;
  /** Templates that are being filled, to notice one that leads back to itself. */
  private readonly filling = new Set<TextTemplate>();
  private readonly programs = new Map<string, HandlebarsTemplateDelegate>();
  private readonly wordsBySetting = new WeakMap<Setting, Record<string, unknown>>();
  private readonly namedBySetting = new WeakMap<Setting, Record<string, Named>>();
  private setting: Setting;

  constructor(sources: Sources) {
    this.sources = sources;
    this.words = helperWords(sources.standard);
    this.usual = usualSetting(sources.standard);
    this.setting = this.usual;
    this.named = namedValues(this.setting, sources);
    for (const [name, helper] of this.helpers()) {
      // A word of a phrase or of an item may have a helper's name: without a name behind it, it is the word.
      this.handlebars.registerHelper(name, function (this: Record<string, unknown>, first: unknown, second: unknown): string {
        return second === undefined ? String(this[name] ?? "") : helper(nameOf(first), nameOf(second));
      });
    }
  }

  fill(template: TextTemplate, setting: Setting = this.usual): string {
    const before = this.setting;
    this.setting = setting;
    try {
      return this.fillHere(template, {});
    } finally {
      this.setting = before;
    }
  }

  /** A template that cannot be filled is the standard's mistake, and no reason to stop without a word. */
  private fillHere(template: TextTemplate, more: Record<string, string>): string {
    // Most paragraphs of a standard are fixed words: compiling them would cost more than the rest of composing.
    if (!template.source.includes("{{")) return template.source;
    if (this.filling.has(template)) return this.refuseCircle(template);
    this.filling.add(template);
    try {
      return this.programOf(template)({ ...this.namedFor(template), ...this.wordsHere(), ...more });
    } catch (failure) {
      const reason = failure instanceof Error ? failure.message : String(failure);
      this.sources.report(error("template-failed", `模板填不出来：${reason}`, template.span, { hint: "检查花括号里的名称能不能用在这里" }));
      return "";
    } finally {
      this.filling.delete(template);
    }
  }

  /** A list whose item prints the list itself, a definition that quotes itself. */
  private refuseCircle({ span }: TextTemplate): string {
    this.sources.report(error("template-circle", "这个模板用到了它自己，绕成了圈", span, { hint: "名单的 item 里不能再印这个名单，名词的解释里不能引用自己" }));
    return "";
  }

  /** A template as a program; a form fills the same one for every item. */
  private programOf({ source }: TextTemplate): HandlebarsTemplateDelegate {
    const known = this.programs.get(source);
    if (known !== undefined) return known;
    const program = this.handlebars.template(templateSpecification(source, this.words, this.sources.templates));
    this.programs.set(source, program);
    return program;
  }

  /** Words of the place at hand; a form asks for those of one place cell by cell. */
  private wordsHere(): Record<string, unknown> {
    const known = this.wordsBySetting.get(this.setting);
    if (known !== undefined) return known;
    const words = wordsIn(this.setting, this.sources);
    this.wordsBySetting.set(this.setting, words);
    return words;
  }

  /** Names with their flags; where a template is about one member, flags are the member's. */
  private namedFor({ source }: TextTemplate): Record<string, Named> {
    const branches = source.includes("{{#");
    if (!branches || factsIn(this.setting) === undefined) return this.named;
    const known = this.namedBySetting.get(this.setting) ?? namedValues(this.setting, this.sources);
    this.namedBySetting.set(this.setting, known);
    return known;
  }

  private helpers(): Map<string, NamedHelper> {
    const { sources } = this;
    const own: Record<Helper, NamedHelper> = {
      金额: (name) => amountOf(name, this.setting, sources),
      数额: (name) => numberOf(name, this.setting, sources),
      照写: (name) => asWritten(name, this.setting, sources),
      数量: (name) => quantityOf(name, this.setting, sources),
      文字: (name) => textOf(name, this.setting, sources),
      科目名单: (name) => categoryNames(name, sources),
      名单: (name) => this.list(name),
      个数: (name) => String(countOf(name, this.setting, sources)),
      定义: (term) => this.definition(term),
      原因: (name) => this.reason(name),
      占比: (part, whole) => shareOf(part, whole, this.setting, sources),
      上年数额: (name) => earlierAmount(name, "上年数", this.setting, sources),
      前年数额: (name) => earlierAmount(name, "前年数", this.setting, sources),
      上年数: (name) => earlierAmount(name, "上年数", this.setting, sources) + this.setting.format.amount.unit,
      前年数: (name) => earlierAmount(name, "前年数", this.setting, sources) + this.setting.format.amount.unit,
    };
    const helpers = new Map(Object.entries(own));
    for (const name of sources.standard.phrases.changes.keys()) helpers.set(name, (figure) => this.phrase(name, figure));
    return helpers;
  }

  private list(name: string): string {
    const { budget, standard } = this.sources;
    const spec = standard.lists.get(name);
    if (spec === undefined) {
      const [, ...others] = budget.units;
      return others.map((unit) => unit.name).join("、");
    }
    const { item, separator } = spec;
    const members = membersIn(name, this.setting, this.sources);
    const { format, heading } = this.setting;
    const place = { format, ...(heading !== undefined && { heading }) };
    return members
      .map((member, index) => (item ? this.fill(item, { ...place, scope: { member, number: index + 1, list: name } }) : member.name))
      .join(separator);
  }

  private definition(term: string): string {
    const spec = this.sources.standard.terms.find((each) => each.kind === "fixed" && each.term === term);
    return spec?.kind === "fixed" ? this.fillHere(spec.definition, {}) : "";
  }

  private reason(name: string): string {
    const change = changeOf(name, this.setting, this.sources);
    if (change === undefined) return "";
    return reasonOf({ figure: name, change, setting: this.setting }, this.sources, (template) => this.fillHere(template, {}));
  }

  private phrase(phrase: string, figure: string): string {
    const change = changeOf(figure, this.setting, this.sources);
    if (change === undefined) return "";
    const kind = wordedKind(change);
    const template = this.sources.standard.phrases.changes.get(phrase)?.[kind];
    if (template === undefined) throw new Error(`phrases.yaml 的“${phrase}”没有“${kind}”的说法，“${figure}”正是这样`);
    const reason = template.source.includes(REASON) ? this.reason(figure) : "";
    const words = changeWords(change, this.setting.format);
    const adjusted = this.adjusted(figure, words);
    const text = this.fillHere(template, { ...words, 原因: reason, 同口径: adjusted });
    return template.source.includes(ADJUSTED) ? text : text + adjusted;
  }

  /** What a reader is told of a base that is not last year's published amount. */
  private adjusted(figure: string, words: Record<string, string>): string {
    const member = this.setting.scope?.member;
    // What belongs to one member is counted from its facts alone, which nobody adjusts.
    if (member !== undefined && figure !== OWN_FIGURE && this.sources.standard.figures.get(figure)?.kind === "facts") return "";
    const name = figure === OWN_FIGURE ? memberKey(member) : figure;
    return adjustedWords(name, this.sources, this.setting, (template, reason) => this.fillHere(template, { ...words, 原因: reason, 同口径: "" }));
  }
}

/** An argument as written: a name of the context, or a quoted text; the library's own options are none. */
function nameOf(argument: unknown): string {
  if (typeof argument === "string") return argument;
  const { name } = (argument ?? {}) as Partial<Named>;
  return typeof name === "string" ? name : "";
}
