import { entriesOf, itemsOf, type MapEntry, type MapNode, type Node, type ScalarNode } from "../../base/node.ts";
import { inputSections } from "../../check/budget/inputs.ts";
import { MONEY_KEYS, UNIT_KEYS } from "../../model/budget-grammar.ts";
import type { Standard } from "../../model/standard.ts";
import { type FieldSpec, fieldNames, type InputSpec, type ItemsSpec } from "../../model/stated.ts";

/** What of a budget file is to be looked at when it is carried into the next year. */
export type PlaceKind =
  /** An amount or a quantity. */
  | "amount"
  /** 批复: approved anew each year. */
  | "approval"
  /** 原因: each year has its own. */
  | "reason"
  /** What is stated anew each year whatever it says, such as 封面日期. */
  | "yearly"
  /** Words that may speak of the year. */
  | "text"
  /** The name of a project that is written elsewhere in the file. */
  | "reference"
  /** A name of the officer's own at the place of a key, such as that of an indicator. */
  | "name";

export interface Place {
  readonly kind: PlaceKind;
  readonly scalar: ScalarNode;
  /** Where the entry or the item begins that it stands in. */
  readonly start: number;
  /** Of a name, the map that it is a key of. */
  readonly beside?: MapNode;
}

/** Keys whose sections next year's file does not have: they speak of the year before this file's. */
export const DROPPED_KEYS: ReadonlySet<string> = new Set(["上年数", "前年数", "同口径调整", "科目对照"]);
/** The same of a project. */
export const DROPPED_PROJECT_KEYS: ReadonlySet<string> = new Set(["上年名称"]);

/** What stays as it is: who publishes in which form, and what has an edit of its own. */
const HEAD: ReadonlySet<string> = new Set(["标准", "年度", "文种", "单位", "上年文件"]);
const OF_PROJECT: ReadonlySet<string> = new Set(["项目编码", "重点项目", "一次性", ...DROPPED_PROJECT_KEYS]);
const OF_UNIT: ReadonlySet<string> = new Set(UNIT_KEYS.map(({ key }) => key));
const MONEY: ReadonlySet<string> = new Set(MONEY_KEYS.map(({ key }) => key));

/** Finds the places of a file, but for those of the items that are left out. */
export class PlaceReader {
  private readonly sections: ReadonlyMap<string, readonly InputSpec[]>;
  private readonly standard: Standard;
  private readonly leftOut: ReadonlySet<Node>;

  constructor(standard: Standard, leftOut: ReadonlySet<Node>) {
    this.sections = inputSections(standard);
    this.standard = standard;
    this.leftOut = leftOut;
  }

  of(root: Node): Place[] {
    return entriesOf(root).flatMap((entry) => (HEAD.has(entry.key.text) || DROPPED_KEYS.has(entry.key.text) ? [] : this.ofSection(entry)));
  }

  private ofSection(entry: MapEntry): Place[] {
    const { key, value } = entry;
    if (key.text === "批复") return within(entry, "approval");
    if (key.text === "原因") return within(entry, "reason");
    if (key.text === "下属单位")
      return itemsOf(value).flatMap((unit) => entriesOf(unit).flatMap((each) => (OF_UNIT.has(each.key.text) ? [] : this.ofMoney(each))));
    if (MONEY.has(key.text)) return this.ofMoney(entry);
    const specs = this.sections.get(key.text) ?? [];
    const [whole] = specs;
    if (whole?.key === key.text) return this.ofInput(entry, whole);
    if (specs.length === 0) return all(entry, "text");
    return entriesOf(value).flatMap((field) =>
      this.ofInput(
        field,
        specs.find((spec) => spec.key === field.key.text),
      ),
    );
  }

  private ofMoney(entry: MapEntry): Place[] {
    if (entry.key.text !== "项目支出") return MONEY.has(entry.key.text) ? within(entry, "amount") : all(entry, "text");
    return itemsOf(entry.value).flatMap((project) => (this.leftOut.has(project) ? [] : entriesOf(project).flatMap((each) => this.ofProject(each))));
  }

  private ofProject(entry: MapEntry): Place[] {
    const { key } = entry;
    if (OF_PROJECT.has(key.text) || this.isYearOfProject(key.text)) return [];
    return key.text === "支出" ? within(entry, "amount") : this.ofInput(entry, this.standard.projectInputs.get(key.text));
  }

  /** 起始年度 and 终止年度 stay true. */
  private isYearOfProject(key: string): boolean {
    const { project } = this.standard.accounts;
    return project !== undefined && (key === project.firstYear || key === project.lastYear);
  }

  private ofInput(entry: MapEntry, spec: InputSpec | undefined): Place[] {
    if (spec?.items === undefined) return all(entry, kindOf(spec));
    return new ItemReader(spec.items).of(entry.value, entry.key.span.start);
  }
}

/** Finds the places of a 明细, a list of maps or nested keys. */
class ItemReader {
  private readonly spec: ItemsSpec;
  private readonly known: ReadonlySet<string>;

  constructor(spec: ItemsSpec) {
    this.spec = spec;
    this.known = new Set(fieldNames(spec));
  }

  of(node: Node, start: number): Place[] {
    if (node.kind === "scalar") return this.none(node, start);
    if (node.kind === "list") return node.items.flatMap((item) => this.within(item, item.span.start));
    return this.within(node, start);
  }

  /** 无 in the place of things that have amounts is a fact like 0; of others it is none of the year's. */
  private none(scalar: ScalarNode, start: number): Place[] {
    return [{ kind: this.spec.fields.some(({ kind }) => kind !== "text") ? "amount" : "text", scalar, start }];
  }

  private within(node: Node, start: number): Place[] {
    if (node.kind === "scalar") return [{ kind: kindOf(this.field(this.spec.value)), scalar: node, start }];
    if (node.kind === "list") return node.items.flatMap((item) => this.within(item, item.span.start));
    return node.entries.flatMap((entry) => {
      const { key, value } = entry;
      if (this.known.has(key.text)) return all(entry, kindOf(this.field(key.text)));
      return [{ kind: "name" as const, scalar: key, start: key.span.start, beside: node }, ...this.within(value, key.span.start)];
    });
  }

  private field(name: string | undefined): FieldSpec | undefined {
    return this.spec.fields.find((each) => each.name === name);
  }
}

function kindOf(spec: InputSpec | FieldSpec | undefined): PlaceKind {
  if (spec?.kind === "amount" || spec?.kind === "quantity") return "amount";
  if (spec?.yearly) return "yearly";
  return spec !== undefined && "refersTo" in spec && spec.refersTo === "项目" ? "reference" : "text";
}

/** Every scalar under a key as a place of one kind. */
function all({ key, value }: MapEntry, kind: PlaceKind): Place[] {
  return below(value, key.span.start, kind);
}

/** The same where the key is that of a section: words right behind it are a mistake, which stays. */
function within(entry: MapEntry, kind: PlaceKind): Place[] {
  return entry.value.kind === "scalar" ? [] : all(entry, kind);
}

function below(node: Node, start: number, kind: PlaceKind): Place[] {
  if (node.kind === "scalar") return [{ kind, scalar: node, start }];
  if (node.kind === "list") return node.items.flatMap((item) => below(item, item.span.start, kind));
  return node.entries.flatMap(({ key, value }) => below(value, key.span.start, kind));
}
