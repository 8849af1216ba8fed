import { describe, expect, it } from "vitest";
import { budgetText, compileTiny, documentOfTiny, type Files, findingsOfTiny, paragraphsOf, type Tiny } from "../support/tiny-standard.ts";

const MONEY = "基本支出:\n  2010301:\n    30201: 30,000\n  2080505:\n    30108: 10,000\n";

const PHRASES = `changes:
  变化:
    增加: 增加{{差额}}，原因是{{原因}}
    减少: 减少{{差额}}，原因是{{原因}}
    持平: 持平
    基数为零: 增加{{差额}}，因为{{原因}}
`;

function tinyOf(level: string, sentence: string, files: Files = {}): Tiny {
  const document = "title: 题\ncover: [{ role: title, text: 题 }]\ncontents: 目录\nparts:\n  - section: 部分\n    content: [{ sentence: one, each: 单 }]\n";
  return { files: { "document.yaml": document, "lists.yaml": `单: { axis: 功能科目, level: ${level} }\n`, "sentences/one.hbs": sentence, ...files } };
}

const CHANGES = tinyOf("项", "{{名称}}{{变化 本项}}。", { "phrases.yaml": PHRASES });
const codes = (tiny: Tiny, head: string, money = MONEY): string[] =>
  findingsOfTiny(tiny, { budget: budgetText(money, { head }) }).map((finding) => finding.split(" ")[0] ?? "");
const said = (tiny: Tiny, head: string): string[] => paragraphsOf(documentOfTiny(tiny, { budget: budgetText(MONEY, { head }) }));

describe("原因 and 上年数 under a 科目's code", () => {
  const LAST = "上年数:\n  2010301 行政运行: 1万元\n  2080505: 4万元\n";

  it("are those of the member of a list, with or without its name", () => {
    expect(said(CHANGES, `${LAST}原因:\n  2010301: 增员\n  2080505 机关事业单位基本养老保险缴费支出: 减员\n`)).toEqual([
      "行政运行增加2万元，原因是增员。",
      "机关事业单位基本养老保险缴费支出减少3万元，原因是减员。",
    ]);
  });

  it("原因 that is not written is asked for, one 科目 by one", () => {
    expect(codes(CHANGES, `${LAST}原因:\n  2010301: 增员\n`)).toEqual(["missing-reason"]);
    expect(codes(CHANGES, LAST)).toEqual(["missing-reason", "missing-reason"]);
    expect(codes(CHANGES, "上年数:\n  2010301: 3万元\n  2080505: 1万元\n")).toEqual([]);
  });

  it("{{原因 本项}} and {{上年数 本项}} are the member's", () => {
    const tiny = tinyOf("项", "{{编码}}：{{上年数 本项}}，{{原因 本项}}。");
    expect(said(tiny, `${LAST}原因:\n  2010301: 增员\n  2080505: 减员\n`)).toEqual(["2010301：1万元，增员。", "2080505：4万元，减员。"]);
  });

  it("of another level are not the 科目's", () => {
    expect(codes(tinyOf("类", "{{名称}}{{变化 本项}}。", { "phrases.yaml": PHRASES }), LAST)).toEqual(["last-year-missing", "last-year-missing"]);
    const tiny = tinyOf("类", "{{简称}}{{上年数 本项}}。");
    expect(said(tiny, "上年数:\n  201 一般公共服务支出: 1万元\n  208: 4万元\n")).toEqual(["一般公共服务1万元。", "社会保障和就业4万元。"]);
  });

  it("a code that is nobody's is refused in both", () => {
    const reasons = "原因:\n  2010301: 增员\n  2080505: 减员\n";
    expect(codes(CHANGES, `${LAST}${reasons}  2019988: 无\n`)).toEqual(["unknown-category"]);
    expect(codes(CHANGES, `${LAST}  2019988: 1万元\n${reasons}`)).toEqual(["unknown-category"]);
  });

  it("a name that is no figure's is refused in both", () => {
    const reasons = "原因:\n  2010301: 增员\n  2080505: 减员\n";
    expect(codes(CHANGES, `${LAST}${reasons}  行政运转: 无\n`)).toEqual(["unknown-figure"]);
    expect(codes(CHANGES, `${LAST}  行政运转: 1万元\n${reasons}`)).toEqual(["unknown-figure"]);
  });
});

describe("a text that is written by 科目", () => {
  const tiny = tinyOf("项", "{{名称}}用于{{文字 项用途}}。", { "inputs.yaml": "项用途: { kind: 文字, by: 功能科目项 }\n" });
  const USES = "项用途:\n  2010301 行政运行: 运转\n  2080505: 养老\n";

  it("stands at its 科目, and one without is asked for", () => {
    expect(said(tiny, USES)).toEqual(["行政运行用于运转。", "机关事业单位基本养老保险缴费支出用于养老。"]);
    expect(codes(tiny, "项用途:\n  2080505: 养老\n")).toEqual(["missing-input"]);
  });

  it("of a 科目 without money is a warning: text-unused", () => {
    const { value, diagnostics } = compileTiny(tiny, { budget: budgetText(MONEY, { head: `${USES}  2010350 事业运行: 运转\n` }) });
    expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual(["warning text-unused"]);
    expect(diagnostics[0]?.message).toContain("2010350");
    expect(value && paragraphsOf(value.document)).toHaveLength(2);
  });

  it("has money where a project or a unit below has it", () => {
    const project = "项目支出:\n  - 项目名称: 甲\n    支出:\n      2010302:\n        30201: 10,000\n";
    const below = "下属单位:\n  - 名称: 某所\n    性质: 事业单位\n    基本支出:\n      2010350:\n        30201: 10,000\n";
    expect(codes(tiny, `${USES}  2010302: 办事\n  2010350: 运转\n`, MONEY + project + below)).toEqual([]);
  });

  it("of another level's list is refused in the template", () => {
    const wide = tinyOf("类", "{{名称}}用于{{文字 项用途}}。", { "inputs.yaml": "项用途: { kind: 文字, by: 功能科目项 }\n" });
    expect(codes(wide, USES)).toContain("unknown-name");
  });
});

describe("a field that every item must have", () => {
  const INPUTS = `招商:
  活动:
    kind: 明细
    name: 招商活动
    fields:
      名称: { kind: 文字, required: true }
      类别: { kind: 文字, values: [会, 展], required: true }
      次数: { kind: 数量, required: true }
      单价: { kind: 金额, required: true }
      经费: { kind: 金额, product: [次数, 单价] }
      备注: { kind: 文字 }
`;
  const FORM = 'title: 单\ncolumns: [1, 1]\nrows: [{ each: 招商活动, rows: [[{ text: "{{名称}}" }, { text: "{{经费}}" }]] }]\n';
  const tiny: Tiny = { files: { "inputs.yaml": INPUTS, "forms/one.yaml": FORM } };
  const FIELDS = { 名称: "会", 类别: "会", 次数: "2", 单价: "1万元" };
  const item = (fields: Readonly<Record<string, string>>): string =>
    Object.entries(fields)
      .map(([key, value], index) => `${index === 0 ? "    - " : "      "}${key}: ${value}\n`)
      .join("");
  const head = (...items: string[]): string => `招商:\n  活动:\n${items.join("")}`;

  it("is fine where it is written, 0 too; what may be left out may", () => {
    expect(codes(tiny, head(item(FIELDS), item({ ...FIELDS, 次数: "0", 备注: "无" })))).toEqual([]);
  });

  it.each(["名称", "类别", "次数", "单价"])("is asked for, item by item: %s", (field) => {
    const { [field as keyof typeof FIELDS]: _, ...others } = FIELDS;
    const findings = findingsOfTiny(tiny, { budget: budgetText(MONEY, { head: head(item(FIELDS), item(others)) }) });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(new RegExp(`^missing-key .*${field}`));
  });

  it("of no item at all is asked of none", () => {
    expect(codes(tiny, "招商:\n  活动: 无\n")).toEqual([]);
  });
});
