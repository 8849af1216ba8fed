import { readCheckOptions } from "../check-options.ts";
import { faultOfApprovals, faultOfGiven, faultOfLists, fileFault, listsGiven } from "../file-arguments.ts";
import type { Command } from "../options.ts";

export const check: Command = {
  name: "check",
  usage: ["check 文件…  [--format text|short|json|sarif|github] [--max 个数] [--strict] [--approvals 清单] [--classification 文件夹] [--standard 文件夹]"],
  about: [["check", "只检查，不生成：一次说出全部错误、警告和提示"]],
  examples: ["check budgets/单位.yaml", "check budgets/*.yaml --strict --format sarif > 检查结果.sarif", "check budgets/*.yaml --approvals 批复清单.xlsx"],
  options: ["format", "max", "strict", "standard", "approvals", "classification"],
  read: (files, { standard: given = [], approvals, classification, ...written }) => {
    const options = readCheckOptions(written);
    const fault = faultOfGiven(given) ?? fileFault(files, "check") ?? faultOfLists(classification) ?? faultOfApprovals(approvals);
    if (fault !== undefined) return { fault };
    if ("fault" in options) return options;
    return async (terminal) => {
      const sources = { ...listsGiven(classification, terminal.env), ...(approvals !== undefined && { approvals }) };
      return (await import("../check.ts")).runCheck(files, terminal, given, options, sources);
    };
  },
};
