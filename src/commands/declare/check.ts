import { readCheckOptions } from "../check-options.ts";
import { faultOfGiven, fileFault } from "../file-arguments.ts";
import type { Command } from "../options.ts";

export const check: Command = {
  name: "check",
  usage: ["check 文件…  [--format text|short|json|sarif|github] [--max 个数] [--strict] [--standard 文件夹]"],
  about: [["check", "只检查，不生成：一次说出全部错误、警告和提示"]],
  examples: ["check budgets/单位.yaml", "check budgets/*.yaml --strict --format sarif > 检查结果.sarif"],
  options: ["format", "max", "strict", "standard"],
  read: (files, { standard: given = [], ...written }) => {
    const options = readCheckOptions(written);
    const fault = faultOfGiven(given) ?? fileFault(files, "check");
    if (fault !== undefined) return { fault };
    if ("fault" in options) return options;
    return async (terminal) => (await import("../check.ts")).runCheck(files, terminal, given, options);
  },
};
