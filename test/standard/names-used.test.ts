import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { namesUsed } from "../../src/check/standard/contract-uses.ts";
import { loadStandardFolder } from "../../src/load/standard.ts";
import { ROOT } from "../support/compile.ts";

const folder = mkdtempSync(join(tmpdir(), "budgetgen-names-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FILES: Readonly<Record<string, string>> = {
  "pack.yaml": "name: 某市\nnorm: 格式\nwords:\n  本部门: { 部门预算: 本部门, 单位预算: 本单位 }\nlabels: { note: '{{注词}}' }\nrequired: [只是必填]\n",
  "document.yaml":
    'title: "{{题词}}"\nparts:\n  - section: 一\n    content:\n      - { sentence: one, each: 名单一, format: 格式一 }\n      - { input: 事实一 }\n      - { table: "1" }\n',
  "sentences/one.hbs": "{{#if 数一.有}}{{金额 数二}}{{else}}{{占比 数三 数四}}{{/if}}{{变化 数五}}",
  "lists.yaml": '名单一: { axis: 项目, item: "{{名称}}{{金额 数六}}" }\n名单二: { figures: { 数七: 标签七 } }\n名单三: { figures: { 数八: 标签八 } }\n',
  "phrases.yaml": "changes:\n  变化: { 增加: '{{名单 名单二}}' }\n  闲变化: { 增加: '{{名单 名单三}}' }\nreasons: { figures: [{ figure: 数九, text: 无 }] }\n",
  "figures.yaml": "数二: { sum: [数十], parts: [数十一] }\n闲数: { sum: [数十二] }\n数三: { where: { 资金来源: 不是名称 } }\n",
  "tables/1.yaml":
    'title: 表题\nitems: 明细一\ncolumns:\n  - { heading: 不是名称, figure: 数十三 }\n  - { heading: "{{头词}}", text: 名称 }\nrows:\n  - { line: 不是名称, figure: 数十四 }\n',
  "forms/1.yaml":
    'rows:\n  - beside: 不是名称\n    rows:\n      - { each: 明细二, where: { 级: "{{级词}}" }, rows: [[{ text: "{{数额 数十五}}", format: 格式二 }]] }\n',
  "terms.yaml": '- { term: 不是名称, definition: "{{定义 词条}}", when: 数十六 }\n',
};

describe("the names that a standard uses", () => {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { value: sources, diagnostics } = loadStandardFolder(join(ROOT, "templates"), folder, new Map());
  if (sources === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const used = namesUsed(sources);
  const figures = ["一", "二", "三", "四", "五", "六", "七", "九", "十", "十一", "十三", "十四", "十五", "十六"].map((number) => `数${number}`);

  it.each([...figures, "名单一", "名单二", "变化", "格式一", "格式二", "事实一", "明细一", "明细二", "注词", "题词", "头词", "级词", "词条"])("%s", (name) => {
    expect(used).toContain(name);
  });

  it.each(["数八", "数十二", "闲数", "闲变化", "名单三", "标签七", "不是名称", "只是必填", "本部门"])("not %s", (name) => {
    expect(used).not.toContain(name);
  });

  it("every name of the common figures, which any budget file may give", () => {
    expect(used).toContain("支出总计");
  });
});
