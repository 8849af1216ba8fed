import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FORMS, type Form } from "./forms.ts";
import { judge } from "./judge.ts";
import { hundredthsIn, percentOf, printedOf, written } from "./numbers.ts";

/** The reader itself: it finds nothing in sentences that are right, and something in each that somebody got wrong. */

const QINGYUAN = [
  "2024年本部门收入预算465.58万元，比上年减少14.08万元，下降2.94%，主要原因是业务需要；支出预算465.58万元，比上年减少14.08万元，下降2.94%，主要原因是业务需要。",
  "2024年本部门财政拨款安排“三公”经费4.5万元，比上年增加1万元，增长28.57%，主要原因是业务需要。其中：因公出国（境）费0万元，比上年增加0万元，增长--（基数为0，不可比），主要原因是业务需要；公务用车购置及运行维护费2.5万元（公务用车购置费0万元，比上年增加0万元；公务用车运行维护费2.5万元，比上年增加0万元。）比上年增加0万元，增长0%，主要原因是业务需要；公务接待费2万元，比上年增加1万元，增长100%，主要原因是业务需要。",
  "行政经费（机关运行经费）指用于机关运行的经费。2024年，本部门机关运行经费安排200.02万元，比上年增加0.01万元，增长不足0.01%，主要原因是业务需要。",
];
const QINGYUAN_TABLES = {
  "01": [["收入总计", "465.58", "支出总计", "465.58"]],
  "02": [["", "合计", "465.58"]],
  "08": [
    ["行政经费", "200.02"],
    ["“三公”经费", "4.50"],
    ["其中：（一）因公出国（境）支出", "0.00"],
    ["（二）公务用车购置及运行维护支出", "2.50"],
    ["1. 公务用车购置费", "0.00"],
    ["2. 公务用车运行维护费", "2.50"],
    ["（三）公务接待费支出", "2.00"],
  ],
};
const QINGYUAN_BEFORE: Record<string, string> = {
  收入总计: "479.66",
  支出总计: "479.66",
  三公经费: "3.5",
  "因公出国（境）费": "0",
  公务用车: "2.5",
  公务用车购置费: "0",
  公务用车运行维护费: "2.5",
  公务接待费: "1",
  机关运行经费: "200.01",
};

const SIPING = [
  "收入包括：一般公共预算拨款收入；支出包括：一般公共服务支出。2024年收支总预算1169.86万元，全部为当年预算。比2023年预算数增加130.65万元。主要原因是业务需要。",
  "2024年支出预算1169.86万元，其中：基本支出899.86万元，占76.92%；项目支出270.00万元，占23.08%。",
  "2024年“三公”经费预算数为3.00万元，比2023年预算数减少0万元。其中：",
  "1、因公出国（境）费0万元，比2023年预算数减少0万元。",
  "2、公务接待费3.00万元，比2023年预算数增加1.00万元，主要原因是业务需要。",
  "3、公务用车购置及运行费0万元，比2023年预算数减少1.00万元，主要原因是业务需要。",
  "2024年部门本级等1家行政单位的机关运行经费财政拨款预算26.70万元，与2023年预算持平。",
];
const SIPING_TABLES = {
  "01": [["收入总计", "1169.86", "支出总计", "1169.86"]],
  "03": [["合计", "1169.86", "899.86", "270.00"]],
  "07": [
    ["合计", "3.00"],
    ["1、因公出国（境）费用", ""],
    ["2、公务接待费", "3.00"],
    ["3、公务用车费", "0"],
  ],
};
const SIPING_BEFORE = { 收入总计: "1039.21", 三公经费: "3", "因公出国（境）费": "0", 公务接待费: "2", 公务用车: "1", 机关运行经费: "26.7" };

const SUIZHOU = [
  "2024年本单位收入预算总额为338.52万元，全部为一般公共预算拨款收入。较上年收入预算安排增加44.12万元，增加14.99%，增加原因是业务需要。",
  "2024年本单位日常公用经费预算合计9万元，其中办公费3万元，印刷费6万元。较上年公用经费预算安排减少4.5万元，同比减少33.33%，减少原因是业务需要。",
  "2024年本单位没有安排政府采购预算。较上年政府采购预算安排持平。",
  "截止2023年12月31日，本单位资产总额为36.91万元，其中：流动资产为35.74万元，固定资产为1.17万元。较上年资产总额增加36.91万元（上年基数为0，不可比），增加原因是业务需要。",
];
const SUIZHOU_TABLES = { "01": [["收入总计", "338.52", "支出总计", "338.52"]] };
const SUIZHOU_BEFORE = { 收入总计: "294.4", 公用经费: "13.5", 政府采购: "0", 资产总额: "0" };

interface Printed {
  readonly standard: string;
  readonly paragraphs: readonly string[];
  readonly tables: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly before: Readonly<Record<string, string>>;
}

const DOCUMENTS: readonly Printed[] = [
  { standard: "清远", paragraphs: QINGYUAN, tables: QINGYUAN_TABLES, before: QINGYUAN_BEFORE },
  { standard: "四平", paragraphs: SIPING, tables: SIPING_TABLES, before: SIPING_BEFORE },
  { standard: "随州", paragraphs: SUIZHOU, tables: SUIZHOU_TABLES, before: SUIZHOU_BEFORE },
];

function complaints({ standard, paragraphs, tables, before }: Printed, wrong = "", instead = ""): readonly string[] {
  const doctored = paragraphs.map((text) => (wrong === "" ? text : text.replaceAll(wrong, instead)));
  const lastYear = new Map(Object.entries(before).map(([figure, text]) => [figure, hundredthsIn(text) ?? -1n]));
  return judge({ year: 2024, paragraphs: doctored, tables: new Map(Object.entries(tables)) }, FORMS[standard] as Form, lastYear).complaints;
}

describe.each(DOCUMENTS.map((document) => [document.standard, document] as const))("sentences of %s that are right", (_, document) => {
  test("have nothing to complain of", () => {
    expect(complaints(document)).toEqual([]);
  });
});

describe.each([
  ["清远", "下降2.94%", "下降3.02%", "the percentage of this year's amount instead of last year's"],
  ["清远", "下降2.94%", "下降2.93%", "a percentage that is cut off instead of rounded"],
  ["清远", "下降2.94%", "增长2.94%", "two directions"],
  ["清远", "减少14.08万元，下降", "增加14.08万元，增长", "the wrong direction"],
  ["清远", "减少14.08万元", "减少14.09万元", "a difference that is not that of what is printed"],
  ["清远", "减少14.08万元", "减少-14.08万元", "a sign and a direction"],
  ["清远", "收入预算465.58万元", "收入预算465.68万元", "an amount that is not the table's"],
  ["清远", "比上年增加1万元，增长28.57%", "比上年增加1.00万元，增长28.57%", "zeros that the form drops"],
  ["清远", "增长--（基数为0，不可比）", "增长0%", "a percentage of 0"],
  ["清远", "增长--（基数为0，不可比）", "增长100%", "100% of 0"],
  ["清远", "增长0%", "增长--（基数为0，不可比）", "no percentage where there is a base"],
  ["清远", "增长0%", "下降0%", "a fall of nothing"],
  ["清远", "比上年增加0万元。）", "比上年减少0万元。）", "减少0 where the form has 增加0"],
  ["清远", "增长不足0.01%", "增长0%", "0% for a change"],
  ["清远", "增长100%", "增长不足0.01%", "less than 0.01% for all of it"],
  ["清远", "下降2.94%", "下降--（基数为0，不可比）", "不可比 with a base"],
  ["清远", "比上年增加1万元，增长28.57%", "与上年基本持平", "words that are not the form's"],
  ["清远", "主要原因是业务需要；支出", "主要原因是；支出", "a reason left out"],
  ["清远", "2024年本部门收入", "2023年本部门收入", "last year's year"],
  ["四平", "增加130.65万元", "增加130.64万元", "a wrong difference"],
  ["四平", "增加130.65万元", "减少130.65万元", "a wrong direction"],
  ["四平", "比2023年预算数增加130.65", "比2022年预算数增加130.65", "the year before last"],
  ["四平", "占76.92%", "占76.91%", "a share that is cut off"],
  ["四平", "占23.08%", "占23.09%", "a share that is made to fit"],
  ["四平", "270.00万元", "270万元", "zeros that the form keeps"],
  ["四平", "减少0万元", "增加0万元", "增加0 where the form has 减少0"],
  ["四平", "减少0万元", "减少0.00万元", "0.00 where the form has 0"],
  ["四平", "增加1.00万元，主要原因是业务需要", "增加1.00万元", "no reason for a change"],
  ["四平", "与2023年预算持平", "比2023年预算增加0万元", "增加0 where the form has 持平"],
  ["四平", "与2023年预算持平", "与2023年预算增加持平", "two ways at once"],
  ["四平", "与2023年预算持平", "比2023年预算增加0.01万元", "a change that there was not"],
  ["随州", "增加14.99%", "增加13.03%", "what 随州 published: the percentage of this year's amount"],
  ["随州", "同比减少33.33%", "同比减少50%", "what 随州 published: the percentage of this year's 公用经费"],
  ["随州", "增加36.91万元（上年基数为0，不可比）", "增加100%", "what 随州 published: 100% of 0"],
  ["随州", "增加36.91万元（上年基数为0，不可比）", "增加36.91万元，增加100%", "100% of 0"],
  ["随州", "增加原因是", "减少原因是", "a reason for the other direction"],
  ["随州", "持平", "增加0万元，增加0%", "增加0 where the form has 持平"],
  ["随州", "减少4.5万元，同比减少33.33%，减少原因是业务需要", "持平", "持平 where it is less"],
  ["随州", "印刷费6万元", "印刷费万元", "an amount left out"],
  ["随州", "全部为一般公共预算拨款收入", "其中：", "a list of nothing"],
] as const)("of %s: “%s” as “%s”", (standard, right, wrong, what) => {
  test(`is ${what}`, () => {
    const document = DOCUMENTS.find((each) => each.standard === standard) as Printed;
    expect(document.paragraphs.some((text) => text.includes(right))).toBe(true);
    expect(complaints(document, right, wrong)).not.toEqual([]);
  });
});

test("it does its own arithmetic, by half up", () => {
  expect(percentOf(1n, 16n)).toBe(625n);
  expect(percentOf(1n, 32n)).toBe(313n);
  expect(percentOf(-1n, -32n)).toBe(313n);
  expect([4_999n, 5_000n, 14_999n, 15_000n, -5_000n, -4_999n].map(printedOf)).toEqual([0n, 1n, 1n, 2n, -1n, 0n]);
  expect(hundredthsIn("-1,234.5")).toBe(-123_450n);
  expect(["1,23", "1.234", "一", "1,2345"].map(hundredthsIn)).toEqual([undefined, undefined, undefined, undefined]);
  expect(written(123_450n, { zeros: "dropped", separator: true })).toBe("1,234.5");
  expect(written(-123_400n, { zeros: "whole", separator: false })).toBe("-1234");
  expect(written(100n, { zeros: "kept", separator: false })).toBe("1.00");
});

test("it has nothing of the compiler's", () => {
  const own = readdirSync(import.meta.dirname).filter((file) => ["numbers.ts", "forms.ts", "read.ts", "judge.ts"].includes(file));
  expect(own).toHaveLength(4);
  for (const file of own) {
    const imports = [...readFileSync(join(import.meta.dirname, file), "utf8").matchAll(/from "([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(imports.filter((path) => !path.startsWith("./"))).toEqual([]);
  }
});
