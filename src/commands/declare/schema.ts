import { faultOfGiven } from "../file-arguments.ts";
import type { Command } from "../options.ts";

export const schema: Command = {
  name: "schema",
  usage: ["schema  [--standard 文件夹] [-o 文件]"],
  about: [["schema", "输出预算文件的 JSON Schema，编辑器由它补全、解释和检查每一项"]],
  examples: ["schema --standard 本市标准 -o budget.schema.json"],
  options: ["standard", "out"],
  read: (words, { standard: given = [], out }) => {
    if (words.length > 0) return { fault: "schema 后面不写别的；要写到文件里，用 -o 文件" };
    if (out?.trim() === "") return { fault: "-o 后面要写文件名" };
    const fault = faultOfGiven(given);
    if (fault !== undefined) return { fault };
    return async (terminal) => (await import("../schema.ts")).runSchema(given, out, terminal);
  },
};
