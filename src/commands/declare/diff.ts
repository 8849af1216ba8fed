import { readCorrectionOptions } from "../correction-options.ts";
import { DIFF_FORMATS, type DiffOptions } from "../diff-options.ts";
import { faultOfGiven, faultOfLists, fileFault, listsGiven } from "../file-arguments.ts";
import type { Command, Fault, Values } from "../options.ts";

export const diff: Command = {
  name: "diff",
  usage: [
    "diff 文件 文件  [--format text|json|html] [-o 文件夹] [--standard 文件夹] [--classification 文件夹]",
    "diff 文件 文件 --correction --reason 原因 --date 日期 [--published 日期] [--format html,pdf] [-o 文件夹] [--browser 路径]",
  ],
  about: [
    ["diff", "比较两份预算，先写旧的：改了哪些事实，由此改了哪些数、表和句子；两稿、两年都可以；有没有差别结束代码都是 0"],
    ["diff --correction", "公开以后更正：写更正说明（更正前后对照表），并生成标上（更正）的文档"],
  ],
  examples: [
    "diff 单位-一稿.yaml 单位-二稿.yaml",
    "diff 单位-2023.yaml 单位-2024.yaml --format html",
    "diff 单位-公开.yaml 单位-更正.yaml --correction --reason 编报时科目选择有误 --date 2024年3月5日",
  ],
  options: ["format", "out", "correction", "reason", "date", "published", "browser", "standard", "classification"],
  read: (files, values) => {
    const options = optionsOf(files, values);
    if ("fault" in options) return options;
    return async (terminal) => (await import("../diff.ts")).runDiff({ ...options, ...listsGiven(values.classification, terminal.env) }, terminal);
  },
};

function optionsOf(files: readonly string[], values: Values): DiffOptions | Fault {
  const { out = "out", standard: given = [], classification, correction = false } = values;
  const [before, after] = files;
  if (before === undefined || after === undefined || files.length !== 2)
    return { fault: "diff 后面写两个预算文件，先写旧的，再写新的，例如 budgetgen diff 单位-一稿.yaml 单位-二稿.yaml" };
  const fault = fileFault(files, "diff") ?? faultOfGiven(given) ?? faultOfLists(classification);
  if (fault !== undefined) return { fault };
  const own = { before, after, out, given };
  if (!correction) return plainOptions(own, values);
  const options = readCorrectionOptions(values);
  return "fault" in options ? options : { ...own, format: "html", correction: options };
}

/** Options that only a correction has. */
const OF_CORRECTIONS = ["reason", "date", "published", "browser"] as const;

function plainOptions(own: Omit<DiffOptions, "format">, values: Values): DiffOptions | Fault {
  const idle = OF_CORRECTIONS.find((option) => values[option] !== undefined);
  if (idle !== undefined) return { fault: `diff 的 --${idle} 要和 --correction 一起写` };
  const { format: word = "text" } = values;
  const format = DIFF_FORMATS.find((each) => each === word);
  if (format === undefined) return { fault: `diff 的 --format 可以写 ${DIFF_FORMATS.join("、")}，不能写“${word}”` };
  return { ...own, format };
}
