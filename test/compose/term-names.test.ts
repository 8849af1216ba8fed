import { describe, expect, it } from "vitest";
import { budgetText, documentOfTiny, findingsOfTiny, type Tiny } from "../support/tiny-standard.ts";

/** 行政运行 is the name of 2010301 and of 2120101 alike. */
const MONEY = "基本支出:\n  2010301:\n    30201: 10,000\n  2120101:\n    30113: 20,000\n  2210201:\n    30113: 30,000\n";

const TABLE = (axis: string): string => `title: 表\ncolumns: [{ heading: 项目, text: 名称 }, { heading: 金额 }]\nrows: [{ axis: ${axis} }]\n`;
const FUNCTIONAL = { "tables/1.yaml": TABLE("功能科目, levels: [类, 款, 项]") };

function tinyOf(terms: string, definitions: string, tables: Readonly<Record<string, string>> = FUNCTIONAL): Tiny {
  const listed = Object.keys(tables).map((path) => `{ table: "${path.slice("tables/".length, -".yaml".length)}" }`);
  const document = `title: 题\ncover: [{ role: title, text: 题 }]\ncontents: 目录\nparts:\n  - { section: 部分, content: [${listed.join(", ")}] }\n  - { section: 名词解释, content: [{ terms: true }] }\n`;
  return { files: { ...tables, "document.yaml": document, "terms.yaml": terms, "definitions.yaml": definitions } };
}

const terms = (tiny: Tiny, head = ""): string[] =>
  documentOfTiny(tiny, { budget: budgetText(MONEY, { head }) }).parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "term" ? [block.ordinal + block.term + block.separator + block.definition] : [])),
  );

const ITEMS = "功能科目:\n  行政运行: 按名称。\n  住房公积金: 公积金。\n";

describe("the name of a term", () => {
  it("is the standard's own, with the words of the 科目's levels", () => {
    const list = '- { axis: 功能科目, level: 项, term: "{{类简称}}（类）{{款名称}}（款）{{项名称}}（项）" }\n';
    expect(terms(tinyOf(list, ITEMS))).toEqual([
      "一、一般公共服务（类）政府办公厅（室）及相关机构事务（款）行政运行（项）：按名称。",
      "二、城乡社区（类）城乡社区管理事务（款）行政运行（项）：按名称。",
      "三、住房保障（类）住房改革支出（款）住房公积金（项）：公积金。",
    ]);
  });

  it("has 编码, 名称, 简称, 类名称 and 款简称 too, and the words of the document", () => {
    const list = '- { axis: 功能科目, level: 项, term: "{{编码}}|{{名称}}|{{简称}}|{{类名称}}|{{款简称}}|{{年度}}" }\n';
    expect(terms(tinyOf(list, ITEMS))[2]).toBe("三、2210201|住房公积金|住房公积金|住房保障支出|住房改革|2024：公积金。");
  });

  it("is that of the 科目 where nothing is said", () => {
    expect(terms(tinyOf("- { axis: 功能科目, level: 项 }\n", ITEMS))[2]).toBe("三、住房公积金：公积金。");
  });

  it("with a word that nobody knows is refused", () => {
    const tiny = tinyOf('- { axis: 功能科目, level: 项, term: "{{目名称}}" }\n', ITEMS);
    expect(findingsOfTiny(tiny, { budget: budgetText(MONEY) })[0]).toMatch(/^unknown-name .*目名称/);
  });
});

describe("definitions", () => {
  const BY_CODE = `${ITEMS}  "2120101": 按编码。\n`;

  it("by code go before those by name, for the 科目 of that code alone", () => {
    expect(terms(tinyOf("- { axis: 功能科目, level: 项 }\n", BY_CODE))).toEqual([
      "一、行政运行：按名称。",
      "二、行政运行：按编码。",
      "三、住房公积金：公积金。",
    ]);
  });

  it("of the unit go before both; by code they are of that 科目, by name of all that are called so", () => {
    const own = (key: string): string[] => terms(tinyOf("- { axis: 功能科目, level: 项 }\n", BY_CODE), `名词解释:\n  ${key}: 本局的。\n`);
    expect(own("2010301")).toEqual(["一、行政运行：本局的。", "二、行政运行：按编码。", "三、住房公积金：公积金。"]);
    expect(own("2120101 行政运行")).toEqual(["一、行政运行：按名称。", "二、行政运行：本局的。", "三、住房公积金：公积金。"]);
    expect(own("行政运行")).toEqual(["一、行政运行：本局的。", "二、行政运行：本局的。", "三、住房公积金：公积金。"]);
  });

  it("of the unit by code do not go to the 科目 of the same name of the other kind", () => {
    const tables = { ...FUNCTIONAL, "tables/2.yaml": TABLE("经济科目, levels: [款]").replace("title: 表", "title: 乙") };
    const list = '- { axis: 功能科目, level: 项, term: "{{编码}}" }\n- { axis: 经济科目, level: 款, term: "{{编码}}" }\n';
    const definitions = `${ITEMS}经济科目:\n  住房公积金: 缴存。\n  办公费: 办公。\n`;
    const own = (key: string): string[] => terms(tinyOf(list, definitions, tables), `名词解释:\n  ${key}: 本局的。\n`).slice(2);
    expect(own("2210201 住房公积金")).toEqual(["三、2210201：本局的。", "四、30113：缴存。", "五、30201：办公。"]);
    expect(own("30113 住房公积金")).toEqual(["三、2210201：公积金。", "四、30113：本局的。", "五、30201：办公。"]);
  });

  it("of the unit by a code that no table prints are a warning", () => {
    const written = { budget: budgetText(MONEY, { head: "名词解释:\n  2010350 事业运行: 本局的。\n" }) };
    expect(findingsOfTiny(tinyOf("- { axis: 功能科目, level: 项 }\n", ITEMS), written).map((finding) => finding.split(" ")[0])).toEqual(["term-unused"]);
  });
});
