import { FORMATS, type Format } from "../build-options.ts";
import { faultOfGiven, faultOfLists, fileFault, listsGiven, repeatedNameFault } from "../file-arguments.ts";
import type { Command } from "../options.ts";

export const build: Command = {
  name: "build",
  usage: ["build 文件…  [-o 文件夹] [--format html,pdf] [--fragment] [--standard 文件夹] [--classification 文件夹] [--browser 路径]"],
  about: [["build", "检查预算文件，生成文档；有错误时什么也不写"]],
  examples: ["build budgets/单位.yaml", "build budgets/*.yaml -o 公开 --format pdf", "build budgets/单位.yaml --standard 本市标准"],
  options: ["out", "format", "fragment", "browser", "standard", "classification"],
  read: (files, { out = "out", format = FORMATS.join(","), fragment = false, standard: given = [], browser, classification }) => {
    const words = format.split(",").map((word) => word.trim());
    const unknown = words.find((word) => !FORMATS.includes(word as Format));
    const fault =
      faultOfGiven(given) ??
      faultOfLists(classification) ??
      fileFault(files, "build") ??
      repeatedNameFault(files) ??
      (unknown && `--format 可以写 ${FORMATS.join("、")}，或者用逗号连起来，不能写“${unknown}”`);
    if (fault !== undefined) return { fault };
    const formats = FORMATS.filter((each) => words.includes(each));
    const options = { files, given, out, formats, fragment, ...(browser !== undefined && { browser }) };
    return async (terminal) => (await import("../build.ts")).runBuild({ ...options, ...listsGiven(classification, terminal.env) }, terminal);
  },
};
