import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lineText, position } from "../../src/base/span.ts";
import { compileText } from "../derive/support.ts";

const FINE = readFileSync(join(import.meta.dirname, "..", "museum", "nothing-wrong.yaml"), "utf8");

/** However YAML lets a text be written, a finding stands at the words themselves: 拔款, not its paragraph. */
const WRITTEN = `概况:
  主要职责: |2- # 拔款
    甲。

      乙财政拔款丙，又财政拔款。
    丁核拔戊。
  机构设置: >
    甲财政
    拔款乙，
    核拔。
表注:
  收支总体情况表: '甲''核拔'''
  收入总体情况表: "甲\\"核拔\\""
  支出总体情况表: 【收入总计】核拔【 支出总计 】拔付
原因:
  公务接待费: 主要原因是：核拔减少。
`;

test("a finding stands at the words themselves", () => {
  const text = `${FINE.slice(0, FINE.indexOf("概况:"))}${WRITTEN}${FINE.slice(FINE.indexOf("政府采购:"))}`;
  const { diagnostics } = compileText(text);
  const found = diagnostics.flatMap(({ code, span }) => {
    if (code !== "misspelt-word" || span === undefined) return [];
    const { line } = position(span.file, span.start);
    return [`${lineText(span.file, line).trim()} → ${span.file.text.slice(span.start, span.end).replace(/\n\s*/, "↵")}`];
  });
  expect(found).toEqual([
    "乙财政拔款丙，又财政拔款。 → 财政拔",
    "乙财政拔款丙，又财政拔款。 → 财政拔",
    "丁核拔戊。 → 核拔",
    "甲财政 → 财政↵拔",
    "核拔。 → 核拔",
    "收支总体情况表: '甲''核拔''' → 核拔",
    '收入总体情况表: "甲\\"核拔\\"" → 核拔',
    "支出总体情况表: 【收入总计】核拔【 支出总计 】拔付 → 核拔",
    "支出总体情况表: 【收入总计】核拔【 支出总计 】拔付 → 拔付",
    "公务接待费: 主要原因是：核拔减少。 → 核拔",
  ]);
});
