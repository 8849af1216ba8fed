import type { Money } from "../../base/money.ts";
import type { MapNode } from "../../base/node.ts";
import type { Span } from "../../base/span.ts";
import { didYouMean } from "../../base/suggest.ts";
import type { CategoryWords, RuleSeverity } from "../../model/accounts.ts";
import type { Standard } from "../../model/standard.ts";
import { fieldNames } from "../../model/stated.ts";
import { ANY_AMOUNT, readAmount } from "../amount.ts";
import type { Findings } from "../reader.ts";
import { Fields, wordsOf } from "./values.ts";

/** What accounts.yaml may name: figures, what a budget file states, and what it states of a project. */
export type AccountNames = Pick<Standard, "figures" | "inputs" | "projectInputs">;

/** What the readers of rules have at hand. */
export interface Given {
  readonly names: AccountNames;
  readonly findings: Findings;
}

const KINDS: Readonly<Record<keyof AccountNames, string>> = { figures: "数", inputs: "要单位写明的事实", projectInputs: "项目的事实" };

/** The fields of one rule of accounts.yaml: codes, names of figures and of stated facts, amounts. */
export class AccountFields extends Fields {
  private readonly names: AccountNames;

  constructor(map: MapNode, required: readonly string[], optional: readonly string[], what: string, { names, findings }: Given) {
    super(map, required, optional, what, findings);
    this.names = names;
  }

  severity(): RuleSeverity {
    return this.word("severity", ["warning", "note"]) ?? "warning";
  }

  /** 功能科目 by code or by name; a rule without any is a slip. */
  categories(): CategoryWords {
    if (this.node("codes") === undefined && this.node("names") === undefined)
      this.findings.error("missing-key", "要写 names 或者 codes，说明是哪些科目", this.place, "例如 names: [行政运行]");
    return { codes: this.codes("codes"), names: this.words("names") ?? [] };
  }

  codes(key: string): readonly string[] {
    return (this.words(key) ?? []).filter((code) => {
      if (/^\d{3}(?:\d\d){0,2}$/.test(code)) return true;
      this.findings.error("unknown-word", `“${key}”写的“${code}”不是科目编码`, this.node(key)?.span ?? this.place, "写 3、5 或 7 位编码");
      return false;
    });
  }

  oneOfEach<Word extends string>(key: string, words: readonly Word[]): readonly Word[] {
    return (this.words(key) ?? []).flatMap((each) => {
      const known = words.find((word) => word === each);
      if (known === undefined) this.findings.error("unknown-word", `“${key}”不能写“${each}”`, this.node(key)?.span, `可以写：${words.join("、")}`);
      return known ?? [];
    });
  }

  amount(key: string): Money | undefined {
    const node = this.node(key);
    return node && readAmount(node, key, this.findings, ANY_AMOUNT)?.amount;
  }

  /** A name that the standard knows. */
  named(key: string, of: keyof AccountNames): string {
    const name = this.text(key) ?? "";
    if (name !== "") this.known(name, of, this.node(key)?.span);
    return name;
  }

  namesOf(key: string, of: keyof AccountNames): readonly string[] {
    const names = this.words(key) ?? [];
    for (const name of names) this.known(name, of, this.node(key)?.span);
    return names;
  }

  known(name: string, of: keyof AccountNames, place: Span = this.place): void {
    if (this.names[of].has(name)) return;
    this.findings.error(of === "figures" ? "unknown-figure" : "unknown-name", `没有叫“${name}”的${KINDS[of]}`, place, didYouMean(name, this.names[of].keys()));
  }

  /** A field of a 明细. */
  fieldOf(details: string, key: string): string {
    const name = this.text(key) ?? "";
    const spec = this.names.inputs.get(details)?.items;
    if (spec && !fieldNames(spec).includes(name))
      this.findings.error("unknown-name", `“${details}”没有“${name}”这一项`, this.node(key)?.span, didYouMean(name, fieldNames(spec)));
    return name;
  }

  /** Phrases with an N for the numeral. */
  counted(key: string): readonly string[] {
    const phrases = this.words(key) ?? [];
    for (const phrase of phrases)
      if (!phrase.includes("N")) this.findings.error("unknown-word", `“${phrase}”里没有 N`, this.node(key)?.span, "数字的地方写 N，例如 下属单位N个");
    return phrases;
  }

  wordsByKey(key: string): ReadonlyMap<string, readonly string[]> {
    return new Map(this.entries(key).map(({ key: name, value }) => [name.text, wordsOf(value, name.text, this.findings)]));
  }
}
