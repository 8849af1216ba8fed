import type { MapEntry, MapNode, Node } from "../../base/node.ts";
import type { Span } from "../../base/span.ts";
import { didYouMean } from "../../base/suggest.ts";
import { EXPENDITURE_NATURES, FUND_SOURCE_GROUPS, FUND_SOURCES, MONEY_YEARS, UNIT_NATURES } from "../../model/expenditure.ts";
import { SELECTION_KEYS, type Selection, type SelectionKey } from "../../model/selection.ts";
import type { ZeroStyle } from "../../model/table.ts";
import type { TextTemplate } from "../../model/template.ts";
import { asList, asMap, asOneOf, asScalar, type Findings, fieldsOf } from "../reader.ts";

/** The fields of a map in a standard's folder, with readers for the kinds of value that occur there. */
export class Fields {
  readonly place: Span;
  readonly findings: Findings;
  private readonly what: string;
  private readonly fields: ReadonlyMap<string, MapEntry>;

  constructor(map: MapNode, required: readonly string[], optional: readonly string[], what: string, findings: Findings) {
    this.place = map.entries[0]?.key.span ?? map.span;
    this.findings = findings;
    this.what = what;
    this.fields = fieldsOf(map, { required, optional }, what, findings, this.place);
  }

  node(key: string): Node | undefined {
    return this.fields.get(key)?.value;
  }

  text(key: string): string | undefined {
    const node = this.node(key);
    return node && asScalar(node, key, this.findings)?.text.trim();
  }

  template(key: string): TextTemplate | undefined {
    const node = this.node(key);
    return node && templateOf(node, key, this.findings);
  }

  /** A text in which {{words}} of the document may stand; such a one is noted, so that its words are checked. */
  label(key: string, labelled: TextTemplate[]): string | undefined {
    const template = this.template(key);
    if (template?.source.includes("{{")) labelled.push(template);
    return template?.source.trim();
  }

  word<Word extends string>(key: string, words: readonly Word[]): Word | undefined {
    const node = this.node(key);
    return node && asOneOf(node, key, words, this.findings);
  }

  flag(key: string): boolean | undefined {
    const word = this.word(key, ["true", "false"]);
    return word === undefined ? undefined : word === "true";
  }

  count(key: string): number | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    return /^\d{1,3}$/.test(text) ? Number(text) : this.findings.error("wrong-shape", `“${key}”应当写一个整数`, this.node(key)?.span);
  }

  /** Shapes of ordinals: each names its numeral by the first, 一 or 1; 无 is none. */
  ordinals(key: string): readonly string[] | undefined {
    const shapes = this.words(key);
    for (const shape of shapes ?? []) {
      if (shape === "无" || /[一1]/.test(shape)) continue;
      this.findings.error("unknown-word", `“${shape}”不是编号的样子`, this.node(key)?.span, "写第一个编号，例如 一、（一）、1.、廿一、；不编号写 无");
    }
    return shapes;
  }

  words(key: string): readonly string[] | undefined {
    const node = this.node(key);
    return node && wordsOf(node, key, this.findings);
  }

  /** Every entry of a map field, whose keys are names. */
  entries(key: string): readonly MapEntry[] {
    const node = this.node(key);
    return (node && asMap(node, key, this.findings)?.entries) ?? [];
  }

  items(key: string): readonly Node[] {
    const node = this.node(key);
    return (node && asList(node, key, this.findings)?.items) ?? [];
  }

  /** How a zero prints: amount, blank, or a 0 or dash of its own. */
  zero(): ZeroStyle | undefined {
    const text = this.text("zero");
    if (text === undefined || text === "amount") return text;
    if (text === "blank") return { text: "" };
    if (/^(?:0|[-—－–]{1,2})$/.test(text)) return { text };
    return this.findings.error("unknown-word", `“zero”不能写“${text}”`, this.node("zero")?.span, '可以写：amount、blank、"0"、"-"、"—"');
  }

  /** A map of words: field → value. */
  pairs(key: string): ReadonlyMap<string, string> {
    return new Map(this.entries(key).map(({ key: name, value }) => [name.text, value.kind === "scalar" ? value.text : ""]));
  }

  selection(key: string): Selection {
    const node = this.node(key);
    return (node && readSelection(node, `${this.what}的 ${key}`, this.findings)) ?? {};
  }
}

export function templateOf(node: Node, what: string, findings: Findings): TextTemplate | undefined {
  const scalar = asScalar(node, what, findings);
  return scalar && { source: scalar.text.replace(/\n+$/, ""), span: scalar.span };
}

/** One word or a list of words. */
export function wordsOf(node: Node, what: string, findings: Findings): readonly string[] {
  if (node.kind === "scalar") {
    const text = asScalar(node, what, findings)?.text;
    return text === undefined ? [] : [text];
  }
  return (asList(node, what, findings)?.items ?? []).flatMap((item) => asScalar(item, what, findings)?.text ?? []);
}

const SELECTION_WORDS: Readonly<Record<SelectionKey, readonly string[] | undefined>> = {
  支出性质: EXPENDITURE_NATURES,
  资金来源: [...FUND_SOURCES, ...Object.keys(FUND_SOURCE_GROUPS)],
  资金年度: MONEY_YEARS,
  功能科目: undefined,
  经济科目: undefined,
  单位性质: UNIT_NATURES,
  单位层级: ["本级", "下属"],
  项目类别: undefined,
  项目类型: undefined,
  重点项目: ["是", "否"],
  绩效目标: ["有", "无"],
};

/** Keys whose words are codes; those of other keys without a list are the officers' own. */
const CODES: ReadonlySet<SelectionKey> = new Set(["功能科目", "经济科目"]);

/** Reads a selection; groups of 资金来源 such as 财政拨款 stand for their members. */
export function readSelection(node: Node, what: string, findings: Findings): Selection {
  const map = asMap(node, what, findings);
  const selection: Partial<Record<SelectionKey, readonly string[]>> = {};
  if (map === undefined) return selection;
  for (const [key, entry] of fieldsOf(map, { required: [], optional: SELECTION_KEYS }, what, findings)) {
    const name = key as SelectionKey;
    const words = wordsOf(entry.value, key, findings);
    refuseUnknown(words, name, entry.value, findings);
    selection[name] = words.flatMap((word): readonly string[] => FUND_SOURCE_GROUPS[word] ?? [word]);
  }
  return selection;
}

function refuseUnknown(words: readonly string[], key: SelectionKey, node: Node, findings: Findings): void {
  const known = SELECTION_WORDS[key];
  for (const word of words) {
    if (known === undefined ? !CODES.has(key) || /^\d{3}(?:\d\d){0,2}$/.test(word) : known.includes(word)) continue;
    findings.error("unknown-word", `“${key}”没有“${word}”`, node.span, known ? didYouMean(word, known) : "写科目编码");
  }
}
