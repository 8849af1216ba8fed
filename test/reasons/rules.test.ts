import { describe, expect, test } from "vitest";
import { compiledYears, LAST, NOW, yearText } from "./support.ts";

const CODES = ["reason-item-direction", "reason-item-amount", "reason-restates", "reason-direction", "amount-in-text"];

/** Code and words of what is found in the reasons of 收入总计, or of other figures. */
function found(reasons: Readonly<Record<string, string>>): string[] {
  const all = { 收入总计: "人员和业务都有变化", 支出总计: "同收入总计", 三公经费: "业务量增加", 公务接待费: "来访增加", ...reasons };
  const { diagnostics } = compiledYears(yearText({ ...NOW, reasons: all }));
  return diagnostics.flatMap(({ code, span }) => (CODES.includes(code) ? [`${code} ${span?.file.text.slice(span.start, span.end)}`] : []));
}

// 收入总计 went from 250万元 to 260.903万元.
describe("a reason is held against what the change is made of", () => {
  test.each([
    ["基本工资增加，人员增加", "reason-item-direction 基本工资增加"],
    ["人员变化，基本工资有所增加", "reason-item-direction 基本工资有所增加"],
    ["新录用人员，奖金增加", "reason-item-direction 奖金增加"],
    ["业务增加，基本工资、奖金增加", "reason-item-direction 基本工资、奖金增加"],
    ["增加基本工资，人员增加", "reason-item-direction 基本工资"],
    ["新增项目“大厅运行经费”", "reason-item-direction 大厅运行经费"],
    ["新增光纤网络年租费项目", "reason-item-direction 光纤网络年租费"],
    ["取消大厅运行经费项目，新增热线系统建设项目", "reason-item-direction 大厅运行经费"],
    ["项目支出减少，人员增加", "reason-item-direction 项目支出减少"],
    ["新录用人员，基本工资增加8.1万元", "reason-item-direction 基本工资增加"],
    ["有项目增加，基本工资减少5万元", "reason-item-amount 5万元"],
    ["业务增加，大厅运行经费增加8.1万元", "reason-item-amount 8.1万元"],
    ["新增项目“热线系统建设”30万元", "reason-item-amount 30万元"],
    ["工资福利支出增加，人员增加", "reason-item-direction 工资福利支出增加"],
    ["收入总计增加", "reason-restates 收入总计增加"],
    ["收入总计较上年有所增加", "reason-restates 收入总计较上年有所增加"],
    ["收入总计比上年增加10.9万元", "reason-restates 收入总计比上年增加10.9万元"],
  ])("%s", (words, wanted) => {
    expect(found({ 收入总计: words })).toEqual([wanted]);
  });

  test.each([
    "人员增加",
    "社保基数调整，工资增加",
    "项目增加",
    "基本工资减少8.1万元，新增项目“热线系统建设”20万元",
    "基本工资减少8.10万元，项目支出增加16万元",
    "基本工资减少，新增热线系统建设项目20万元",
    "取消旧系统维护费项目，新增热线系统建设项目",
    "基本工资标准上调，人员增加",
    "退休人员基本工资增加",
    "部分人员基本工资增加，其他人员退休",
    "基本工资、绩效工资合计减少6.1万元，项目增加",
    "绩效工资增加2万元、公务接待费增加1万元，大厅运行经费增加5万元",
    "办公费增加，项目支出增加",
    "按照规定调整基本工资标准，收入总计增加",
    "工资福利支出减少6.1万元，项目增加",
    "委托业务费增加16万元",
    "其他政府办公厅（室）及相关机构事务支出增加",
    "新增公务接待费1万元",
    "基本工资减少至83.1万元，业务增加",
  ])("%s: nothing to say", (words) => {
    expect(found({ 收入总计: words })).toEqual([]);
  });

  test("a draft of which only the mark was taken off", () => {
    expect(found({ 三公经费: "公务接待费增加1万元" })).toEqual(["reason-restates 公务接待费增加1万元"]);
    expect(found({ 三公经费: "公务接待费用增加1万元" })).toEqual([]);
    expect(found({ 三公经费: "来访增加，公务接待费增加【公务接待费增减额】" })).toEqual([]);
  });

  test("a figure that rose because it rose", () => {
    expect(found({ 公务接待费: "公务接待费用增加【公务接待费增减额】" })).toEqual(["reason-restates 公务接待费用增加【公务接待费增减额】"]);
    expect(found({ 公务接待费: "公务接待增加" })).toEqual([]);
  });

  test("what goes the wrong way as a whole is told once", () => {
    expect(found({ 公务接待费: "公务接待费减少" })).toEqual(["reason-direction 减少"]);
  });
});

test("a reason that is missing shows its draft, where something is known", () => {
  const hints = (text: string): (string | undefined)[] =>
    compiledYears(text).diagnostics.flatMap(({ code, hint }) => (code === "missing-reason" ? [hint] : []));
  expect(hints(yearText(NOW))).toContain("在“原因:”下补一行“三公经费: …”；按数字看：公务接待费增加1万元（运行 budgetgen reasons 文件，写入草稿再改）");
  const stated =
    "上年数:\n  收入总计: 250万元\n  支出总计: 250万元\n  因公出国（境）费: 0\n  公务用车购置费: 0\n  公务用车运行维护费: 0\n  公务接待费: 2万元\n  机关运行经费: 0\n";
  expect(hints(yearText({ ...NOW, head: stated }))).toEqual(["在“原因:”下补一行“收入总计: …”", "在“原因:”下补一行“支出总计: …”"]);
});

test("a confirmed finding is taken as right, a draft never", () => {
  const confirmed = (words: string): string[] => {
    const reasons = {
      收入总计: `人员和业务都有变化\n  支出总计: 同收入总计\n  三公经费: 来访增加\n  # 已核对 reason-restates：只有这些可说\n  # 已核对 reason-to-confirm：不改了\n  公务接待费: ${words}`,
    };
    return compiledYears(yearText({ ...NOW, reasons })).diagnostics.flatMap(({ code }) => (code.startsWith("reason-") ? [code] : []));
  };
  expect(confirmed("公务接待费增加")).toEqual([]);
  expect(confirmed("待确认：公务接待费增加1万元")).toEqual(["reason-to-confirm"]);
});

test("against an adjusted base (同口径调整) what last year's items were is not known, and nothing is held against them", () => {
  const adjusted = `同口径调整:\n${["收入总计", "支出总计"].map((name) => `  ${name}:\n    上年数: 240万元\n    原因: 职能划出\n`).join("")}`;
  const reasons = { 收入总计: "按同口径人员增加，基本工资增加2万元", 支出总计: "同收入总计", 三公经费: "业务量增加", 公务接待费: "来访增加" };
  const codes = (head: string): string[] => compiledYears(yearText({ ...NOW, head, reasons })).diagnostics.map(({ code }) => code);
  expect(codes(`${NOW.head}`)).toContain("reason-item-direction");
  expect(codes(`${NOW.head}${adjusted}`).filter((code) => code.startsWith("reason-item"))).toEqual([]);
});

test("last year's reason left standing is asked about, once for all that refer to it; other words and short ones are not", () => {
  const last = yearText({ ...LAST, reasons: { 收入总计: "严格控制各项支出，压减办公经费", 公务接待费: "来访减少" } });
  const codes = (words: string): string[] => {
    const reasons = { 收入总计: words, 支出总计: "同收入总计", 三公经费: "业务量增加", 公务接待费: "来访减少" };
    const { diagnostics } = compiledYears(yearText({ ...NOW, reasons }), last);
    return diagnostics.flatMap(({ code, message }) => (code === "copied-reason" ? [message] : []));
  };
  expect(codes("严格控制各项支出、压减办公经费。")).toEqual(["“收入总计”的原因和上年文件里的一字不差，是不是上年的话没有改？"]);
  expect(codes("人员增加，压减办公经费")).toEqual([]);
});
