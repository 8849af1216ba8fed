import { faultOfGiven, fileFault } from "../file-arguments.ts";
import type { Command } from "../options.ts";

export const check: Command = {
  name: "check",
  usage: ["check 文件…  [--standard 文件夹]"],
  about: [["check", "只检查，不生成"]],
  examples: ["check budgets/单位.yaml"],
  options: ["standard"],
  read: (files, { standard: given = [] }) => {
    const fault = faultOfGiven(given) ?? fileFault(files, "check");
    if (fault !== undefined) return { fault };
    return async (terminal) => (await import("../check.ts")).runCheck(files, terminal, given);
  },
};
