import type { Amounts } from "../../author/roll-forward/values.ts";
import { faultOfGiven, faultOfLists, fileFault, listsGiven } from "../file-arguments.ts";
import type { Command, Values } from "../options.ts";

export const rollForward: Command = {
  name: "roll-forward",
  usage: ["roll-forward 文件…  [-o 文件] [--zero-amounts | --keep-amounts] [--force] [--classification 文件夹] [--standard 文件夹]"],
  about: [["roll-forward", "把今年的预算文件结转成下一年的，写在它旁边：年度加一，连上上年文件，要重写的改成“待填”，上年的数和文字留作注释"]],
  examples: ["roll-forward budgets/单位.yaml", "roll-forward budgets/单位-2024.yaml -o 初稿.yaml --keep-amounts"],
  options: ["out", "zero-amounts", "keep-amounts", "force", "classification", "standard"],
  read: (files, values) => {
    const { standard: given = [], classification, out, force = false } = values;
    const fault = faultOfGiven(given) ?? fileFault(files, "roll-forward") ?? faultOfLists(classification) ?? faultOf(files, values);
    if (fault !== undefined) return { fault };
    const options = { files, given, force, amounts: amountsIn(values), ...(out !== undefined && { out }) };
    return async (terminal) => {
      const lists = listsGiven(classification, terminal.env);
      return (await import("../roll-forward.ts")).runRollForward({ ...options, ...lists }, terminal);
    };
  },
};

function faultOf(files: readonly string[], values: Values): string | undefined {
  if (values["zero-amounts"] && values["keep-amounts"]) return "--zero-amounts 和 --keep-amounts 只能写一个";
  if (values.out?.trim() === "") return "-o 后面要写文件名";
  return values.out !== undefined && files.length > 1 ? "写了 -o，就只能结转一个文件；几个文件一起结转，不写 -o，各写在自己旁边" : undefined;
}

function amountsIn(values: Values): Amounts {
  if (values["zero-amounts"]) return "zero";
  return values["keep-amounts"] ? "keep" : "to fill";
}
