import { faultOfGiven } from "../file-arguments.ts";
import type { Command } from "../options.ts";
import { readStandardsOptions } from "../standards-arguments.ts";

export const standards: Command = {
  name: "standards",
  usage: [
    "standards    [--standard 文件夹] [--format text|json]",
    "standards show 名称或文件夹   [--standard 文件夹] [--format text|json]",
    "standards check 名称或文件夹… [--standard 文件夹] [--example 文件] [--format text|json]",
  ],
  about: [
    ["standards", "列出有哪些标准：依据、各表、各节、要写明的事实"],
    ["standards show", "一个标准的每个文件来自哪个文件夹"],
    ["standards check", "检查标准本身：有没有写错、没用到、重复、永远选不到钱的，并用一份预算文件试算"],
  ],
  examples: ["standards check 本市标准 --example budgets/单位.yaml"],
  options: ["standard", "format", "example"],
  read: (words, values) => {
    const { standard: given = [] } = values;
    const fault = faultOfGiven(given);
    const options = fault === undefined ? readStandardsOptions(words, values, given) : { fault };
    if ("fault" in options) return options;
    return async (terminal) => (await import("../standards.ts")).runStandards(options, terminal);
  },
};
