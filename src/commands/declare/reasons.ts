import { faultOfGiven, faultOfLists, fileFault, listsGiven } from "../file-arguments.ts";
import type { Command } from "../options.ts";

export const reasons: Command = {
  name: "reasons",
  usage: ["reasons 文件…    [--dry-run] [--standard 文件夹] [--classification 文件夹]"],
  about: [["reasons", "把要写原因的每一处增减按科目、项目分开，没有写的起草成“待确认：……”写进文件；单位写好的原因不动"]],
  examples: ["reasons budgets/单位.yaml"],
  options: ["dry-run", "standard", "classification"],
  read: (files, values) => {
    const { standard: given = [], classification, "dry-run": dry = false } = values;
    const fault = faultOfGiven(given) ?? faultOfLists(classification) ?? fileFault(files, "reasons");
    if (fault !== undefined) return { fault };
    return async (terminal) => (await import("../reasons.ts")).runReasons({ files, given, dry, ...listsGiven(classification, terminal.env) }, terminal);
  },
};
