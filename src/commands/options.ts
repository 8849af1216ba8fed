import { DOCUMENT_KINDS, UNIT_NATURES } from "../model/expenditure.ts";
import type { ExitCode, Terminal } from "./exit.ts";

/** Every option of the command line, with what stands for its value in the help and what it does. */
export const OPTIONS = {
  out: {
    type: "string",
    short: "o",
    value: "文件夹",
    about: "写到哪里，默认 out；schema、roll-forward 写的是一个文件：schema 默认印在屏幕上，roll-forward 默认写在原来的文件旁边",
  },
  format: {
    type: "string",
    value: "格式",
    about:
      "build 写 html、pdf，或 html,pdf（默认）；check 写 text（默认）、short、json、sarif 或 github；diff 写 text（默认）、json 或 html，更正和 build 一样；standards、classification 写 text（默认）或 json",
  },
  max: { type: "string", value: "个数", about: "check 每个文件最多列几处，先列错误；默认 20，0 是全部；json、sarif、github 不写就是全部" },
  strict: { type: "boolean", about: "check 有警告也算没有通过（结束代码 1）；提示不算" },
  fragment: { type: "boolean", about: "另写一份可以粘贴到政府网站编辑器的 HTML 片段" },
  standard: {
    type: "string",
    multiple: true,
    value: "文件夹",
    about: "先在这里找标准，再找随程序安装的；可以是一个标准的文件夹，也可以是放着几个标准的文件夹；可以写几次",
  },
  example: { type: "string", value: "文件", about: "检查标准时用这份预算文件试算，不用 pack.yaml 里 example 写的那一份" },
  approvals: { type: "string", value: "清单", about: "检查时与财政部门的批复清单（.xlsx 或 .csv，每个单位一行）核对各总数" },
  classification: {
    type: "string",
    value: "文件夹",
    about: "财政部门导入的科目表所在的文件夹，默认是预算文件旁边的“科目”；也可以写在环境变量 BUDGETGEN_CLASSIFICATION 里",
  },
  correction: { type: "boolean", about: "diff：前一份是已经公开的，后一份是更正后的；写更正说明，并把后一份的文档标上（更正）" },
  reason: { type: "string", value: "原因", about: "diff --correction：更正的原因，印在更正说明里" },
  date: { type: "string", value: "日期", about: "diff --correction：更正的日期，印在更正说明的落款，例如 2024年3月5日" },
  published: { type: "string", value: "日期", about: "diff --correction：原来公开的日期；不知道就不写" },
  browser: { type: "string", value: "路径", about: "用这个浏览器打印；也可以写在环境变量 BUDGETGEN_BROWSER 里" },
  form: { type: "string", value: "标准", about: "new：用哪个标准，写它的名称" },
  name: { type: "string", value: "单位名称", about: "new：单位的全称" },
  year: { type: "string", value: "年度", about: "new：四位的年份；默认今年，九月起是明年。classification import：科目表是哪一年的" },
  kind: { type: "string", value: "文种", about: `new：${DOCUMENT_KINDS.join("或")}；默认${DOCUMENT_KINDS[0]}` },
  nature: { type: "string", value: "性质", about: `new：${UNIT_NATURES.join("、")}，三者之一` },
  "no-input": { type: "boolean", about: "new：不提问；选项里没有写的、又没有默认的，就报错" },
  "zero-amounts": { type: "boolean", about: "roll-forward：金额、数量都写成 0；不写就改成“待填”，上年的数都留作注释" },
  "keep-amounts": { type: "boolean", about: "roll-forward：金额、数量照上年的留着；批复总是“待填”" },
  force: { type: "boolean", about: "new、roll-forward：文件已经有了也写，原来的内容就没有了" },
  check: { type: "boolean", about: "fmt：只说哪些文件要整理，不改文件" },
  "dry-run": { type: "boolean", about: "reasons：只看草稿，不写进文件" },
  help: { type: "boolean", short: "h", about: "显示这些说明" },
  version: { type: "boolean", short: "V", about: "显示版本" },
} as const;

export type OptionName = keyof typeof OPTIONS;

/** What was given of each option. */
export type Values = { readonly [Name in OptionName]?: ValueOf<(typeof OPTIONS)[Name]> | undefined };

type ValueOf<Option> = Option extends { multiple: true } ? readonly string[] : Option extends { type: "boolean" } ? boolean : string;

/** What is wrong with how a command was called. */
export interface Fault {
  readonly fault: string;
}

export type Run = (terminal: Terminal) => Promise<ExitCode>;

/** One command of the command line, with everything that is said of it in the help. */
export interface Command {
  readonly name: string;
  /** How it is called, without the program's name; one line a form. */
  readonly usage: readonly string[];
  /** What each form does: [its words, what it does]. */
  readonly about: readonly (readonly [form: string, meaning: string])[];
  readonly examples: readonly string[];
  readonly options: readonly OptionName[];
  /** From the words and options behind its name to what is to be done, or what is wrong with them. */
  readonly read: (words: readonly string[], values: Values) => Run | Fault;
}
