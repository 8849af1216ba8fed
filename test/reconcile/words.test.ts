import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compileBudget, packageResources } from "../../src/compile.ts";
import type { Budget } from "../../src/model/budget.ts";
import type { UnitLevel } from "../../src/model/expenditure.ts";
import { reconcileFigures } from "../../src/reconcile/reconcile.ts";
import { levelWords } from "../../src/reconcile/texts/level-words.ts";
import { cleanValue } from "../derive/support.ts";
import { foundIn, foundInReasons, reconciled, saidOf, textsIn } from "./words-support.ts";

const SIPING = join(import.meta.dirname, "..", "..", "budgets", "siping.yaml");

/** 连州's budget: 2024, 收入 465.58万元, two projects of 13.8万元 and 60万元, 县级. */
const WRONG: readonly (readonly [sentence: string, ...found: string[]])[] = [
  // Amounts.
  ["安排经费14.8万元。", "amount-in-text 14.8万元"],
  ["每年拨付99.8万元光纤网络经费。", "amount-in-text 99.8万元"],
  ["安排１４.８万元。", "amount-in-text １４.８万元"],
  ["安排十四万八千元。", "amount-in-text 十四万八千元"],
  ["安排壹拾肆万捌仟元整。", "amount-in-text 壹拾肆万捌仟元"],
  ["安排十四点八万元。", "amount-in-text 十四点八万元"],
  ["安排经费14.8万，用于运转。", "amount-in-text 14.8万"],
  ["安排148,000元。", "amount-in-text 148,000元"],
  ["合计3，518.85万元。", "amount-in-text 3，518.85万元", "comma-in-amount 3，518.85万元"],
  ["安排经费13.80，用于运转。", "amount-without-unit 13.80"],
  // Years.
  ["2022年本单位没有国有资本经营预算。", "stale-year 2022年"],
  ["项目在2021年内完成。", "stale-year 2021年"],
  ["2025年无公车购置计划，预算为零。", "stale-year 2025年"],
  ["2023年无公车购置计划。", "stale-year 2023年"],
  ["2023年本单位没有使用国有资本经营预算。", "stale-year 2023年"],
  ["202 年度部门概况。", "incomplete-year 202 年"],
  ["20244年部门概况。", "incomplete-year 20244年"],
  ["二〇二年概况。", "incomplete-year 二〇二年"],
  // What templates leave.
  ["根据XXX文件。", "template-residue XXX"],
  ["××单位。", "template-residue ××"],
  ["共____人。", "template-residue ____"],
  ["主要是（增加内容）。", "template-residue （增加内容）"],
  ["（绩效目标管理工作情况，以及编报情况）。", "template-residue （绩效目标管理工作情况，以及编报情况）"],
  ["与2024年预算增加持平。", "template-residue 预算增加持平"],
  ["拨付……万元。", "template-residue ……万元"],
  ["{{单位名称}}的预算。", "template-residue {{单位名称}}"],
  ["（此处填写职责）。", "template-residue （此处填写职责）"],
  // Slips.
  ["比上年增增加。", "doubled-words 增增加"],
  ["经费增加增加。", "doubled-words 增加增加"],
  ["提高水平。。", "doubled-words 。。"],
  ["反应单位缴纳的费用。", "misspelt-word 反应单位"],
  ["截止2023年12月31日。", "misspelt-word 截止2023年"],
  ["财政拔款。", "misspelt-word 财政拔"],
  ["做好的的工作。", "misspelt-word 的的"],
  ["承担接待。完成市委、市政府交办的其他任务。承担会议。完成市委、市政府交办的其他任务。", "repeated-sentence 完成市委、市政府交办的其他任务"],
  ["承担测试,完成任务(含报告)。", "half-width-punctuation ,"],
  ["推进“数字四平建设。", "unbalanced-marks “"],
  ["按照《预算法规定办理。", "unbalanced-marks 《"],
  ["包括办公费）等。", "unbalanced-marks ）"],
  ["用于办公费、", "cut-off-sentence 、"],
  ["指保障运行的资金。包括办公费。包括办公用房水电费、办", "cut-off-sentence 办"],
  // Whose words.
  ["指区级财政拨付的资金。", "level-words 区级财政"],
  ["2024年单位预算安排。", "kind-words 年单位预算"],
  ["指本级财政决算安排且当年拨付的资金。", "final-accounts-words 决算安排"],
  // What must not be published.
  ["联系13800138000。", "phone-number 13800138000"],
  ["联系138 0013 8000。", "phone-number 138 0013 8000"],
  ["联系0722-3286516。", "phone-number 0722-3286516"],
  ["联系（0722）3286516。", "phone-number （0722）3286516"],
  ["电话：3286516。", "phone-number 3286516"],
  ["身份证11010519491231002X。", "identity-number 11010519491231002X"],
  ["退到6222021234567890128。", "bank-account 6222021234567890128"],
  ["账号：1234 5678 9012。", "bank-account 1234 5678 9012"],
  ["发到zhang.san@example.gov.cn。", "email-address zhang.san@example.gov.cn"],
  ["秘密★三年。", "secret-word 秘密★"],
  ["内部资料，仅供参考。", "secret-word 内部资料"],
];

/** As published, or a harmless variant of it. */
const RIGHT: readonly string[] = [
  // Amounts that are the budget's own, prices, limits, effects, parts that add up.
  "按照市委市政府的要求做服务大厅整体服务，每年拨付60万元进行正常运转经费。",
  "每年拨付13.8万元光纤网络经费，即十三万八千元，138,000元，１３.８万元，十三点八万元。",
  "收入预算465.58万元，比上年减少14.08万元，上年479.66万元。",
  "单价在100万元以上的设备0台，单价50万元以上通用设备。",
  "补助标准每人每月1200元，人均2.5万元，不超过300万元。",
  "带动投资5000万元，实现税收300万元。",
  "负责400万元以下项目的招标。",
  "3名工作人员费用48000元；10名工作人员费用90000元。",
  "22人×60000元，5000元/月，交易额≥50万元。",
  "年均办件量2万件，接待办事群众2万人次。",
  "办件量从1.74万提高到2万。",
  "第三产业、多元化、三元区、一元硬币、百元以上、千亿元级产业。",
  // Years of law, of dates, of history, of plans over years.
  "根据财预〔2016〕143号和《关于2018年预算公开的通知》。",
  "截至2023年12月31日，根据2019年印发的文件。",
  "单位成立于2021年8月，2021年底没有资产。",
  "落实“十四五”规划（2021-2025年），2021—2025年分年实施。",
  "用于支付2021年10月20日-2022年1月22日的费用。",
  "2022年完成一期，2024年完成二期。",
  "到2025年全面建成数字政府，工龄20年，距今200年。",
  "2023年本单位安排资金完成测试。",
  // Words that look like slips and are none.
  "按照既定目的的要求、标的的价值开展应急反应和反应堆管理。",
  "截止日期为招标文件规定的日期。",
  "以经济建设为中心，按装备标准配备。",
  "研究研究，方方面面，人人参与，中心中心机房管理管理制度。",
  "负责承担“互联网+政务服务”（OA）、“12345”热线、A3:B4、12:30和TFZW-HBSZ-202010-A。",
  "1）办公费；2）差旅费；（3）会议费。",
  "（一）办公室（政策法规科）",
  "统筹推进“数字四平”建设工作（含利用外资和境外投资）。",
  "政务服务质量全面提升，群众满意度不断提高",
  "等等……",
  // 连州 is a 县级市.
  "落实我市公共资源交易管理委员会的工作部署，承担市级财政拨付的资金，指导县（市）区工作。",
  "对镇、村（社区）设立的便民服务场所进行业务指导，支持区级财政转移支付。",
  "编制部门预算、决算和单位预算，做好预决算公开，与上年决算数相比。",
  "2024年部门预算，本部门无下属单位，各单位预算。",
  // Secrets as a duty, numbers that are none of a person's.
  "承担机密文件管理和保密工作，保守国家机密，依法处理不予公开的政府信息。",
  "热线12345、110、400-123-4567，邮政编码441300。",
  "合同编号：42130020230001234567，文号20230101001。",
  "统一社会信用代码12421300MB1234567X，@所有人。",
];

describe("words that are wrong are found, each at its place", () => {
  const found = foundIn(WRONG.map(([sentence]) => sentence));

  test.each(WRONG.map(([sentence, ...wanted], index) => [sentence, wanted, index] as const))("%s", (_, wanted, index) => {
    expect([...(found[index] ?? [])].sort()).toEqual([...wanted].sort());
  });
});

describe("words that are right are left alone", () => {
  const found = foundIn(RIGHT);

  test.each(RIGHT.map((sentence, index) => [sentence, index] as const))("%s", (_, index) => {
    expect(found[index]).toEqual([]);
  });
});

describe("reasons", () => {
  // 收入总计 fell by 14.08万元, 公务接待费 and 三公经费 rose by 1万元, 公务用车运行维护费 stood still.
  test.each([
    ["speaks of more, and the figure fell", { 收入总计: "经费增加" }, ["reason-direction 增加"]],
    ["speaks of less, and the figure rose", { 公务接待费: "压减接待" }, ["reason-direction 压减"]],
    ["speaks of both", { 收入总计: "人员经费减少，接待经费增加" }, []],
    ["speaks of people who left", { 收入总计: "退休人员增加" }, []],
    ["speaks of what was more last year", { 收入总计: "上年追加了一次性经费" }, []],
    ["says nothing", { 收入总计: "无" }, ["blank-reason 无"]],
    ["has only marks", { 公务接待费: "/" }, ["blank-reason /"]],
    ["says nothing of what stood still", { 公务用车运行维护费: "无" }, []],
    ["says that nothing changed", { 收入总计: "与上年持平" }, ["reason-says-unchanged 与上年持平"]],
    ["says that one part did not change and another fell", { 收入总计: "人员经费与上年持平，项目经费减少" }, []],
    ["is not needed", { 公务用车运行维护费: "维修费用正常" }, ["reason-without-change 维修费用正常"]],
    ["says that nothing changed, and nothing did", { 公务用车运行维护费: "与上年持平，无增减变化" }, []],
    ["is that of a figure that moved the other way", { 收入总计: "业务需要变化较大", 公务接待费: "业务需要变化较大" }, ["copied-reason 业务需要变化较大"]],
    ["is that of the same money", { 收入总计: "业务需要变化较大", 支出总计: "业务需要变化较大" }, []],
    ["is that of a part", { 三公经费: "接待任务比往年多", 公务接待费: "接待任务比往年多" }, []],
  ])("that %s", (_, reasons, wanted) => {
    expect(foundInReasons(reasons)).toEqual(wanted);
  });
});

/** One stated text under a name. */
function stated(name: string, ...words: string[]): Partial<Budget> {
  const paragraphs = [...textsIn(Object.fromEntries(words.map((each, index) => [String(index), each]))).values()];
  const [first] = paragraphs;
  return first === undefined ? {} : { inputs: new Map([[name, { kind: "text", paragraphs, list: false, span: first.span }]]) };
}

describe("what a text is decides what is looked for in it", () => {
  test.each([
    ["a landline in a field for telephones", stated("联系电话", "0722-3286826"), []],
    ["a mobile number in a field for telephones", stated("联系电话", "13800138000"), ["phone-number 13800138000"]],
    ["a landline anywhere else", stated("机构设置", "电话0722-3286826"), ["phone-number 0722-3286826"]],
    ["the money of earlier years where they are told of", stated("预算变动情况", "2021年预算安排99.9万元。"), []],
    ["the same elsewhere", stated("实施方案", "2021年预算安排99.9万元。"), ["amount-in-text 99.9万元", "stale-year 2021年"]],
    ["parts that add up to a figure, over paragraphs", stated("测算依据", "租费48000元；", "维护费90000元。"), []],
    ["parts that do not", stated("测算依据", "租费48000元；", "维护费91000元。"), ["amount-in-text 48000元", "amount-in-text 91000元"]],
    [
      "one sentence in two paragraphs",
      stated("主要职责", "承办其他工作任务和事项。", "承办其他工作任务和事项。"),
      ["repeated-sentence 承办其他工作任务和事项"],
    ],
  ])("%s", (_, own, wanted) => {
    expect(reconcileFigures(reconciled(own)).map(saidOf)).toEqual(wanted);
  });
});

describe("words of another level", () => {
  const { unit } = reconciled({}).budget;
  const level = (value: UnitLevel, name: string): Partial<Budget> => ({ unit: { ...unit, name, level: { value, span: unit.span } } });

  test.each([
    ["a 区级 unit that speaks of 市级财政", level("区级", "某区中心"), "承担市级财政拨付的资金。", ["level-words 市级财政"]],
    ["a 市级 unit that speaks of 我县", level("市级", "某市中心"), "落实我县工作部署。", ["level-words 我县"]],
    ["a unit that speaks of its own level", level("区级", "某区中心"), "承担区级财政拨付的资金。", []],
    ["a unit that speaks of both", level("区级", "某区中心"), "由市级财政和区级财政承担。", []],
    ["money that comes from above", level("区级", "某区中心"), "管理市级财政下达的专项资金。", []],
    ["a 县级市", level("县级", "某市中心"), "承担市级财政拨付的资金。", []],
  ])("%s", (_, own, sentence, wanted) => {
    expect(foundIn([sentence], own)[0]).toEqual(wanted);
  });

  test("a standard that prints 市级 is none for a unit of another level: one finding, at the level", () => {
    const { standard } = cleanValue(compileBudget(SIPING, packageResources()), "warnings");
    const wordsOfLevel = (own: Partial<Budget>): string[] => levelWords({ ...reconciled(own), standard }).map(({ code, message }) => `${code} ${message}`);
    expect(wordsOfLevel(level("区级", "某区中心"))).toEqual(["level-words 单位是区级的，标准“四平”印的是“市级财政”，这个标准是不是市级单位用的？"]);
    expect(wordsOfLevel(level("市级", "四平市某局"))).toEqual([]);
  });
});

describe("projects", () => {
  const [first, second] = reconciled({}).budget.projects;
  if (first === undefined || second === undefined) throw new Error("连州 has two projects");
  const goals = (one: string, other: string): Partial<Budget> => {
    const [goal, next] = [...textsIn({ one, other }).values()];
    return {
      projects: [
        { ...first, ...(goal && { goal }) },
        { ...second, ...(next && { goal: next }) },
      ],
    };
  };

  test.each([
    ["with the same goal", goals("保障服务大厅全年正常运转", "保障服务大厅全年正常运转"), ["same-goal 保障服务大厅全年正常运转"]],
    ["with goals of their own", goals("保障服务大厅全年正常运转", "保障政务网络全年正常运转"), []],
    ["named in another way", goals("用于“政务服务中心大厅运行费”", "无"), ["project-named-twice 政务服务中心大厅运行费"]],
    ["named as they are called", goals("用于“政务服务中心大厅运行经费”", "无"), []],
    ["that only sound alike", goals("用于“政务服务中心大厅装修费”", "无"), []],
  ])("%s", (_, own, wanted) => {
    expect(reconcileFigures(reconciled(own)).map(saidOf)).toEqual(wanted);
  });
});

describe("hostile text is read in linear time", () => {
  const long = [..."1一二万元年的。，“（(【《X_…*@-.0 ★", "1 ", "1,", "1，", "20", "年2", "a.", "a@", "十万"];

  test.each(long)("a row of %s", (sign) => {
    expect(() => foundIn([sign.repeat(200_000 / sign.length)])).not.toThrow();
  });
});
