import { hasErrors } from "../../base/diagnostic.ts";
import { exact, roundHalfUp } from "../../base/money.ts";
import { isEmpty, type MapNode, type Node } from "../../base/node.ts";
import type { Span } from "../../base/span.ts";
import { type CategoryLevel, levelOf } from "../../model/classification.ts";
import type { FieldSpec, FieldValue, Item, ItemsSpec, StatedItems, StatedText, StatedTexts } from "../../model/stated.ts";
import type { Text } from "../../model/text.ts";
import { asList, asMap, type Findings, fieldsOf } from "../reader.ts";
import { type KnownNames, readText } from "../text.ts";
import { isToFill } from "../to-fill.ts";
import { readField } from "./field.ts";

/** Reads a 明细: a list of maps, or nested keys whose innermost value is a field or a map of fields. */
export function readItems(node: Node, what: string, spec: ItemsSpec, names: KnownNames, findings: Findings): StatedItems | undefined {
  if (node.kind === "scalar" && node.text.trim() === "无") return { kind: "items", items: [], span: node.span };
  const before = findings.diagnostics.length;
  const reader = new ItemReader(what, spec, names, findings);
  const items = spec.levels.length === 0 ? reader.list(node) : reader.nested(node, []);
  // What is not all read adds up to nothing that anybody should be told of.
  return items && !hasErrors(findings.diagnostics.slice(before)) ? { kind: "items", items, span: node.span } : undefined;
}

class ItemReader {
  private readonly what: string;
  private readonly spec: ItemsSpec;
  private readonly names: KnownNames;
  private readonly findings: Findings;

  constructor(what: string, spec: ItemsSpec, names: KnownNames, findings: Findings) {
    this.what = what;
    this.spec = spec;
    this.names = names;
    this.findings = findings;
  }

  list(node: Node): Item[] | undefined {
    if (node.kind === "scalar" && !isEmpty(node) && !isToFill(node)) {
      return this.findings.error("wrong-shape", `“${this.what}”下面要一项一项地写，每项以“- ”开头`, node.span, `没有就写“${this.what}: 无”`);
    }
    return asList(node, this.what, this.findings)?.items.flatMap((item) => {
      const map = asMap(item, this.what, this.findings);
      return map ? [{ fields: this.fields(map), span: item.span }] : [];
    });
  }

  /** Keys level by level; each branch ends in an item. */
  nested(node: Node, above: readonly (readonly [string, StatedText])[], place: Span = node.span): Item[] | undefined {
    const level = this.spec.levels[above.length];
    if (level === undefined) return [{ fields: new Map<string, FieldValue>([...above, ...this.leaf(node)]), span: place }];
    if (node.kind === "scalar" && !isEmpty(node) && !isToFill(node) && above.length > 0) {
      return this.findings.error(
        "wrong-shape",
        `这里还要再写一层“${level}”`,
        node.span,
        `下一行缩进两格，先写${level}，冒号后面再写${this.spec.value ?? "内容"}`,
      );
    }
    return asMap(node, this.what, this.findings)?.entries.flatMap(({ key, value }) => {
      const label = readText(key, level, this.names, this.findings);
      const here: StatedText = { kind: "text", paragraphs: label ? [label] : [], list: false, span: key.span };
      return this.nested(value, [...above, [level, here]], key.span) ?? [];
    });
  }

  private leaf(node: Node): ReadonlyMap<string, FieldValue> {
    const { value, fields } = this.spec;
    if (node.kind === "map") return this.fields(node);
    const field = fields.find(({ name }) => name === value);
    const read = field && readField(node, field, this.names, this.findings);
    return new Map(field && read ? [[field.name, read]] : []);
  }

  private fields(map: MapNode): ReadonlyMap<string, FieldValue> {
    const typed = this.spec.fields.filter(({ product }) => product === undefined);
    const keys = { required: typed.filter(({ required }) => required).map(({ name }) => name), optional: typed.map(({ name }) => name) };
    const entries = fieldsOf(this.withoutProducts(map), keys, `“${this.what}”的一项`, this.findings, map.entries[0]?.key.span);
    const values = new Map<string, FieldValue>();
    for (const field of typed) {
      const node = entries.get(field.name)?.value;
      const value = node && readField(node, field, this.names, this.findings);
      if (value) values.set(field.name, value);
    }
    for (const field of this.spec.fields) this.multiply(field, values);
    return values;
  }

  /** What is computed is not typed. */
  private withoutProducts(map: MapNode): MapNode {
    const computed = new Map(this.spec.fields.flatMap(({ name, product }) => (product ? [[name, product] as const] : [])));
    const entries = map.entries.filter(({ key }) => {
      const [count, price] = computed.get(key.text) ?? [];
      if (count === undefined) return true;
      this.findings.error("unknown-key", `“${key.text}”由${count}乘以${price}算出，不用写`, key.span, "删掉这一行");
      return false;
    });
    return { ...map, entries };
  }

  /** 采购金额 is 数量 times 单价: it is never typed. */
  private multiply({ name, product }: FieldSpec, values: Map<string, FieldValue>): void {
    const [count, price] = (product ?? []).map((each) => values.get(each));
    if (count?.kind !== "quantity" || price?.kind !== "amount") return;
    const amount = roundHalfUp(exact(count.value).times(price.amount), 2);
    values.set(name, { kind: "amount", amount, unit: "元", decimals: 2, span: price.span });
  }
}

const HINTS: Readonly<Record<CategoryLevel, string>> = {
  类: "先写 3 位编码，后面可以跟名称，例如“201 一般公共服务支出: …”",
  款: "先写 5 位编码，后面可以跟名称，例如“20103 政府办公厅（室）及相关机构事务: …”",
  项: "先写 7 位编码，后面可以跟名称，例如“2010301 行政运行: …”",
};

/** Reads one text for each 功能科目 of a level: “201 一般公共服务支出: 人员经费”. */
export function readTexts(node: Node, what: string, level: CategoryLevel, names: KnownNames, findings: Findings): StatedTexts | undefined {
  const map = asMap(node, what, findings);
  if (map === undefined) return undefined;
  const byCode = new Map<string, Text>();
  const before = findings.diagnostics.length;
  for (const { key, value } of map.entries) {
    const code = /^\d+/.exec(key.text.trim())?.[0];
    const text = readText(value, key.text, names, findings);
    if (code === undefined || levelOf(code) !== level)
      findings.error("bad-category", `“${what}”的“${key.text}”应当写功能科目的${level}级编码`, key.span, HINTS[level]);
    else if (text) byCode.set(code, text);
  }
  // A text under a wrong key is in the file: nobody should be told that it is missing.
  return hasErrors(findings.diagnostics.slice(before)) ? undefined : { kind: "texts", byCode, span: node.span };
}
