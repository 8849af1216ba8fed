import { readClassificationOptions } from "../classification-arguments.ts";
import type { Command } from "../options.ts";

export const classification: Command = {
  name: "classification",
  usage: [
    "classification              [--classification 文件夹] [--format text|json]",
    "classification import 科目表 --year 年度 [--kind 预算] [--classification 文件夹]",
    "classification compare 科目表 --year 年度 [--kind 预算] [--format text|json]",
    "classification diff 年度 年度 [--classification 文件夹] [--format text|json]",
  ],
  about: [
    ["classification", "科目表有哪几年的、各行有什么依据、导入了哪些"],
    ["classification import", "导入财政部门的科目表（.xlsx 或 .csv），写到“科目”文件夹；有一处错误就什么也不写"],
    ["classification compare", "拿一份科目表与现有的逐行比较，不写文件；有不同时结束代码是 1"],
    ["classification diff", "两年的科目有什么不同：新增、停用、改名"],
  ],
  examples: ["classification import 2024年科目表.xlsx --year 2024", "classification diff 2023 2024"],
  options: ["classification", "year", "kind", "format"],
  read: (words, values) => {
    const options = readClassificationOptions(words, values);
    if ("fault" in options) return options;
    return async (terminal) => (await import("../classification.ts")).runClassification(options, terminal);
  },
};
