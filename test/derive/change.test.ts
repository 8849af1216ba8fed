import { describe, expect, test } from "vitest";
import { type AmountFormat, exact } from "../../src/base/money.ts";
import { deriveChange } from "../../src/derive/change.ts";
import type { Budget, ExpenditureFact } from "../../src/model/budget.ts";
import type { Change } from "../../src/model/figure.ts";
import { textOf } from "../arbitrary/model.ts";
import { compileText, composed, lianzhouBudget, lianzhouBudgetAlone, paragraphsBy } from "./support.ts";

const FORMAT: AmountFormat = { unit: "万元", decimals: 2, trim: true, separator: true };

/** A change in one line: kind, now, base, difference, rate. */
const inOneLine = ({ kind, current, base, difference, rate }: Change): string =>
  [kind, current, base, difference, rate ?? "--"].map((each) => (typeof each === "string" ? each : each.toFixed())).join(" ");

describe("deriveChange: 元 now and last year → kind, 万元 now, base, difference, %", () => {
  test.each([
    // now, last year, expected
    ["20000", "10000", "增加 2 1 1 100"],
    ["10000", "20000", "减少 1 2 1 50"],
    ["10000", "10000", "持平 1 1 0 0"],
    ["0", "0", "均为零 0 0 0 --"],
    ["10000", "0", "基数为零 1 0 1 --"],
    ["0", "10000", "减少 0 1 1 100"],
    // 连州's own
    ["4655841", "4796600", "减少 465.58 479.66 14.08 2.94"],
    ["45000", "35000", "增加 4.5 3.5 1 28.57"],
    // edges of displayed rounding: 49.99 元 shows 0, 50 元 shows 0.01 万元
    ["49.99", "10000", "减少 0 1 1 100"],
    ["50", "10000", "减少 0.01 1 0.99 99"],
    ["10000", "49.99", "基数为零 1 0 1 --"],
    ["10000", "50", "增加 1 0.01 0.99 9900"],
    ["49.99", "49.99", "均为零 0 0 0 --"],
    ["10049.99", "10000", "持平 1 1 0 0"],
    ["10050", "10000", "增加 1.01 1 0.01 1"],
    ["9950", "10000", "持平 1 1 0 0"],
    ["9949.99", "10000", "减少 0.99 1 0.01 1"],
    // both round, in opposite directions: the difference is that of what is displayed
    ["10049.99", "9950", "持平 1 1 0 0"],
    ["10050", "9949.99", "增加 1.01 0.99 0.02 2.02"],
    // a rate that rounds to 0 % on a change that is displayed, and the first that does not
    ["100000100", "100000000", "增加 10000.01 10000 0.01 0"],
    ["2000100", "2000000", "增加 200.01 200 0.01 0.01"],
    ["1999900", "2000000", "减少 199.99 200 0.01 0.01"],
    // half up: 1/16 = 6.25 %, 1/32 = 3.125 %, 1/2000 = 0.05 %, 0.01/133.34 = 0.0075 %
    ["170000", "160000", "增加 17 16 1 6.25"],
    ["310000", "320000", "减少 31 32 1 3.13"],
    ["1333300", "1333400", "减少 133.33 133.34 0.01 0.01"],
    // a third, over 1000 %, over 1,000,000 %
    ["10000", "30000", "减少 1 3 2 66.67"],
    ["120000", "10000", "增加 12 1 11 1100"],
    ["1000000000", "100", "增加 100000 0.01 99999.99 999999900"],
    // below 0, where no file may be and an adjusted base might: the direction of the number line, the rate of the base's size
    ["20000", "-10000", "增加 2 -1 3 300"],
    ["-10000", "-30000", "增加 -1 -3 2 66.67"],
    ["-30000", "-10000", "减少 -3 -1 2 200"],
    ["-10000", "20000", "减少 -1 2 3 150"],
    ["-10000", "-10000", "持平 -1 -1 0 0"],
    ["-10000", "0", "基数为零 -1 0 1 --"],
    ["-49.99", "49.99", "均为零 0 0 0 --"],
    ["-50", "-49.99", "基数为零 -0.01 0 0.01 --"],
    // the largest that a file can state, to the 分
    ["999999999999999.99", "999999999999999.98", "持平 100000000000 100000000000 0 0"],
  ])("%s ← %s: %s", (now, lastYear, expected) => {
    expect(inOneLine(deriveChange(exact(now), exact(lastYear), FORMAT, 2))).toBe(expected);
  });

  test.each([
    [{ unit: "元", decimals: 0, trim: true, separator: false }, 0, "1234.5", "1000.5", "增加 1235 1001 234 23"],
    [{ unit: "元", decimals: 2, trim: false, separator: false }, 1, "1234.56", "1234.55", "增加 1234.56 1234.55 0.01 0"],
    [{ unit: "亿元", decimals: 4, trim: true, separator: true }, 3, "1234500000", "1234490000", "增加 12.345 12.3449 0.0001 0.001"],
  ] as const)("%j with %d decimals of a rate: %s ← %s: %s", (format, decimals, now, lastYear, expected) => {
    expect(inOneLine(deriveChange(exact(now), exact(lastYear), format, decimals))).toBe(expected);
  });
});

const spending = (facts: readonly ExpenditureFact[], amount: string): ExpenditureFact[] =>
  facts.map((fact) => (fact.economic === "30217" ? { ...fact, amount: exact(amount) } : fact));

const linked = lianzhouBudget();
const alone = lianzhouBudgetAlone();

/** 连州's budget with another 公务接待费 (元) of last year: that of last year's file, or stated. */
const WITH_LAST_YEAR: Readonly<Record<string, (amount: string) => Budget>> = {
  "in last year's file": (amount) => {
    const { lastYearFile } = linked;
    if (lastYearFile === undefined) throw new Error("连州 has last year's file");
    return { ...linked, lastYearFile: { ...lastYearFile, facts: spending(lastYearFile.facts, amount) } };
  },
  stated: (amount) => {
    const stated = alone.lastYear.get("公务接待费");
    if (stated === undefined) throw new Error("alone, 连州 states last year's 公务接待费");
    return { ...alone, lastYear: new Map([...alone.lastYear, ["公务接待费", { ...stated, amount: exact(amount) }]]) };
  },
};

/** What 连州's document says of its 公务接待费 when it spends another amount now. */
function reception(budget: Budget, now: string): string {
  const document = composed(
    {
      ...budget,
      facts: spending(budget.facts, now),
      reasons: new Map([...budget.reasons, ["三公经费", textOf("甲")], ["公务接待费", textOf("乙")]]),
    },
    "清远县区",
  );
  return /；(公务接待费.*)，主要原因是乙。$/.exec(paragraphsBy(document, 2).get("二、“三公”经费安排情况") ?? "")?.[1] ?? "";
}

describe.each(Object.entries(WITH_LAST_YEAR))("the words of a change in the 清远 form, with last year's amount %s", (_, withLastYear) => {
  test.each([
    ["20000", "10000", "公务接待费2万元，比上年增加1万元，增长100%"],
    ["10000", "20000", "公务接待费1万元，比上年减少1万元，下降50%"],
    ["10000", "10000", "公务接待费1万元，比上年增加0万元，增长0%"],
    ["0", "0", "公务接待费0万元，比上年增加0万元，增长--（基数为0，不可比）"],
    ["10000", "0", "公务接待费1万元，比上年增加1万元，增长--（基数为0，不可比）"],
    ["0", "10000", "公务接待费0万元，比上年减少1万元，下降100%"],
    ["49.99", "10000", "公务接待费0万元，比上年减少1万元，下降100%"],
    ["50", "10000", "公务接待费0.01万元，比上年减少0.99万元，下降99%"],
    ["10000", "49.99", "公务接待费1万元，比上年增加1万元，增长--（基数为0，不可比）"],
    ["12345678", "1000000", "公务接待费1,234.57万元，比上年增加1,134.57万元，增长1134.57%"],
    ["45000", "42000", "公务接待费4.5万元，比上年增加0.3万元，增长7.14%"],
  ])("%s ← %s: %s", (now, lastYear, words) => {
    expect(reception(withLastYear(lastYear), now)).toBe(words);
  });
});

test("a total that stands still while its parts move is not 无增减变化: it asks for a reason", () => {
  const { diagnostics } = compileText(STILL_TOTAL);
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual(["missing-reason “三公经费”合计没有变，但各部分有增有减，没有写原因"]);
});

const STILL_TOTAL = `标准: 清远
年度: 2024
文种: 单位预算
单位:
  名称: 测试中心
  性质: 事业单位
上年数:
  收入总计: 3万元
  支出总计: 3万元
  因公出国（境）费: 0
  公务用车购置费: 0
  公务用车运行维护费: 2万元
  公务接待费: 1万元
  机关运行经费: 0
基本支出:
  2010350:
    30217: 20,000
    30231: 10,000
原因:
  公务接待费: 接待增加
  公务用车购置及运行维护费: 用车减少
概况:
  主要职责: 测试
  机构设置: 办公室
政府采购:
  货物: 0
  工程: 0
  服务: 0
国有资产:
  截至: 2023年12月31日
  固定资产: 0
  房屋: 0
  车辆: 1
  单价100万元以上设备: 0
  拟购置金额: 0
`;
