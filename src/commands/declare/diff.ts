import { DIFF_FORMATS, type DiffOptions } from "../diff-options.ts";
import { faultOfGiven, faultOfLists, fileFault, listsGiven } from "../file-arguments.ts";
import type { Command, Fault, Values } from "../options.ts";

export const diff: Command = {
  name: "diff",
  usage: ["diff 文件 文件   [--format text|json|html] [-o 文件夹] [--classification 文件夹] [--standard 文件夹]"],
  about: [["diff", "比较两份预算：改了哪些事实，由此改了哪些数、表和句子；可以是两稿，也可以是两年的；有没有差别结束代码都是 0"]],
  examples: ["diff 单位-一稿.yaml 单位-二稿.yaml", "diff 单位-2023.yaml 单位-2024.yaml --format html"],
  options: ["format", "out", "standard", "classification"],
  read: (files, values) => {
    const options = optionsOf(files, values);
    if ("fault" in options) return options;
    return async (terminal) => (await import("../diff.ts")).runDiff({ ...options, ...listsGiven(values.classification, terminal.env) }, terminal);
  },
};

function optionsOf(files: readonly string[], { format: word = "text", out = "out", standard: given = [], classification }: Values): DiffOptions | Fault {
  const [before, after] = files;
  if (before === undefined || after === undefined || files.length !== 2)
    return { fault: "diff 后面写两个预算文件，先写旧的，再写新的，例如 budgetgen diff 单位-一稿.yaml 单位-二稿.yaml" };
  const fault = fileFault(files, "diff") ?? faultOfGiven(given) ?? faultOfLists(classification);
  if (fault !== undefined) return { fault };
  const format = DIFF_FORMATS.find((each) => each === word);
  if (format === undefined) return { fault: `diff 的 --format 可以写 ${DIFF_FORMATS.join("、")}，不能写“${word}”` };
  return { before, after, format, out, given };
}
