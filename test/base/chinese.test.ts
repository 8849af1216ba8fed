import { describe, expect, test } from "vitest";
import { chineseNumeral, chineseYear, leadingNumber, ordinal, withoutFoldingBlanks } from "../../src/base/chinese.ts";

describe("chineseNumeral", () => {
  test.each([
    [1, "一"],
    [9, "九"],
    [10, "十"],
    [11, "十一"],
    [19, "十九"],
    [20, "二十"],
    [21, "二十一"],
    [30, "三十"],
    [99, "九十九"],
    [100, "一百"],
    [101, "一百零一"],
    [110, "一百一十"],
    [111, "一百一十一"],
    [120, "一百二十"],
    [205, "二百零五"],
    [999, "九百九十九"],
  ])("%d is %s", (value, expected) => {
    expect(chineseNumeral(value)).toBe(expected);
  });

  test("no two numbers share one", () => {
    expect(new Set(Array.from({ length: 999 }, (_, index) => chineseNumeral(index + 1))).size).toBe(999);
  });

  test.each([0, 1000, -1, 1.5, Number.NaN])("%d has none", (value) => {
    expect(() => chineseNumeral(value)).toThrow(RangeError);
  });
});

test("chineseYear goes digit by digit", () => {
  expect([chineseYear(2024), chineseYear(2030), chineseYear(1999)]).toEqual(["二〇二四", "二〇三〇", "一九九九"]);
});

describe("ordinal", () => {
  test.each([
    ["一、", 3, "三、"],
    ["一、", 24, "二十四、"],
    ["（一）", 12, "（十二）"],
    ["1.", 3, "3."],
    ["1、", 12, "12、"],
    ["（1）", 10, "（10）"],
    ["表1", 12, "表12"],
    ["一、", 101, "一百零一、"],
    ["廿一、", 1, "一、"],
    ["廿一、", 10, "十、"],
    ["廿一、", 19, "十九、"],
    ["廿一、", 20, "二十、"],
    ["廿一、", 21, "廿一、"],
    ["廿一、", 27, "廿七、"],
    ["廿一、", 31, "三十一、"],
    ["（廿一）", 22, "（廿二）"],
    ["廿一", 20, "二十"],
  ])("%s at %d is %s", (pattern, value, expected) => {
    expect(ordinal(pattern, value)).toBe(expected);
  });
});

describe("leadingNumber", () => {
  test.each([
    ["（一）承担工作", "（一）"],
    ["(十二) 承担工作", "(十二) "],
    ["一、承担工作", "一、"],
    ["十二、承担工作", "十二、"],
    ["1. 承担工作", "1. "],
    ["12、承担工作", "12、"],
    ["3．承担工作", "3．"],
    ["（1）承担工作", "（1）"],
    ["承担工作", ""],
    ["一次性补助", ""],
    ["1.5万元的补助", ""],
    ["2024年工作", ""],
    ["十二五规划", ""],
    ["一百零一、承担工作", "一百零一、"],
    ["（一百一十）承担工作", "（一百一十）"],
    ["百姓办事大厅", ""],
    ["（含下属单位）承担工作", ""],
  ])("of %s is “%s”", (text, expected) => {
    expect(leadingNumber(text)).toBe(expected);
  });
});

describe("withoutFoldingBlanks", () => {
  test.each([
    ["贯彻落实国家 方针政策", "贯彻落实国家方针政策"],
    ["一 二 三 四", "一二三四"],
    // A line end that is still there is between paragraphs: the parser has folded the others into blanks.
    ["行末，\n下一行", "行末，\n下一行"],
    ["“引号” 后", "“引号”后"],
    ["使用 PDF 文件", "使用 PDF 文件"],
    ["共 12 个", "共 12 个"],
    ["plain words stay", "plain words stay"],
    ["", ""],
  ])("%j becomes %j", (text, expected) => {
    expect(withoutFoldingBlanks(text)).toBe(expected);
  });

  test("between characters beyond the BMP too", () => {
    expect(withoutFoldingBlanks("姓\u{20bb7} 名\u{2a6a5} \u{2a6a5}某")).toBe("姓\u{20bb7}名\u{2a6a5}\u{2a6a5}某");
  });
});
