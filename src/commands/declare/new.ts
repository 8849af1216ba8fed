import { DOCUMENT_KINDS, UNIT_NATURES } from "../../model/expenditure.ts";
import { faultOfGiven } from "../file-arguments.ts";
import { faultOfName, type NewOptions, yearOf } from "../new-options.ts";
import type { Command, Fault, Values } from "../options.ts";

export const newFile: Command = {
  name: "new",
  usage: ["new [文件]    [--form 标准] [--name 单位名称] [--year 年度] [--kind 文种] [--nature 性质] [--no-input] [--force] [--standard 文件夹]"],
  about: [["new", "写一份新的预算文件，要填的地方写着“待填”；选项没有写的会问"]],
  examples: ["new", "new 某某局-2024.yaml --form 标准的名称 --name 某某局 --year 2024 --nature 行政单位 --no-input"],
  options: ["form", "name", "year", "kind", "nature", "no-input", "force", "standard"],
  read: (words, values) => {
    const options = optionsOf(words, values);
    if ("fault" in options) return options;
    return async (terminal) => (await import("../new.ts")).runNew(options, terminal);
  },
};

function optionsOf(words: readonly string[], values: Values): NewOptions | Fault {
  const { form, name, standard: given = [], force = false, "no-input": silent = false } = values;
  const [file, second] = words;
  const fault = (second === undefined ? undefined : "new 后面只写一个文件名") ?? faultOfGiven(given) ?? (name === undefined ? undefined : faultOfName(name));
  const chosen = fault === undefined ? answersIn(values) : { fault };
  if ("fault" in chosen) return chosen;
  return {
    given,
    force,
    silent,
    ...chosen,
    ...(file !== undefined && { file }),
    ...(form !== undefined && { form }),
    ...(name !== undefined && { name: name.trim() }),
  };
}

/** Answers that must be one of a few words. */
function answersIn(values: Values): Pick<NewOptions, "year" | "kind" | "nature"> | Fault {
  const year = values.year === undefined ? undefined : yearOf(values.year);
  const kind = DOCUMENT_KINDS.find((each) => each === values.kind);
  const nature = UNIT_NATURES.find((each) => each === values.nature);
  if (values.year !== undefined && year === undefined) return { fault: `--year 写四位的年份，例如 --year 2024，不能写“${values.year}”` };
  if (values.kind !== undefined && kind === undefined) return { fault: `--kind 可以写 ${DOCUMENT_KINDS.join("、")}，不能写“${values.kind}”` };
  if (values.nature !== undefined && nature === undefined) return { fault: `--nature 可以写 ${UNIT_NATURES.join("、")}，不能写“${values.nature}”` };
  return { ...(year !== undefined && { year }), ...(kind && { kind }), ...(nature && { nature }) };
}
