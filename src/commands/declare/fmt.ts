import { faultOfGiven, fileFault } from "../file-arguments.ts";
import type { Command } from "../options.ts";

export const fmt: Command = {
  name: "fmt",
  usage: ["fmt 文件…    [--check] [--standard 文件夹]"],
  about: [["fmt", "整理预算文件的写法：补科目名称、加千分位、去掉粘贴来的编号、接上断开的句子；数、文字和注释都不变"]],
  examples: ["fmt budgets/单位.yaml"],
  options: ["check", "standard"],
  read: (files, { standard: given = [], check = false }) => {
    const fault = faultOfGiven(given) ?? fileFault(files, "fmt");
    if (fault !== undefined) return { fault };
    return async (terminal) => (await import("../fmt.ts")).runFmt({ files, given, check }, terminal);
  },
};
