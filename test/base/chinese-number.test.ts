import { describe, expect, test } from "vitest";
import { readChineseNumber } from "../../src/base/chinese-number.ts";

describe("a number in words", () => {
  test.each([
    ["十", "10"],
    ["十三", "13"],
    ["二百零五", "205"],
    ["两千", "2000"],
    ["三千零五", "3005"],
    ["十三万", "130000"],
    ["十三万八千", "138000"],
    ["十三万零八百", "130800"],
    ["三亿五千万", "350000000"],
    ["一亿零五", "100000005"],
    ["十三点八", "13.8"],
    ["十三点八万", "138000"],
    ["零点五", "0.5"],
    ["壹拾叁万捌仟", "138000"],
    ["贰佰零伍", "205"],
  ])("%s is %s", (words, value) => {
    expect(readChineseNumber(words)?.toFixed()).toBe(value);
  });

  test.each(["万", "千", "百万", "点", "十点", "点五", "一二三", "万万", "十三万八千点", "一点二点三", "", "八千万亿亿"])("%s is none", (words) => {
    expect(readChineseNumber(words)).toBeUndefined();
  });
});
