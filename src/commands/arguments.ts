import { existsSync } from "node:fs";
import { basename, extname } from "node:path";
import { parseArgs } from "node:util";
import { didYouMean } from "../base/suggest.ts";
import { faultOfRoot } from "../load/standard-folders.ts";
import { type BuildOptions, FORMATS, type Format } from "./build.ts";
import { readStandardsOptions, type StandardsOptions } from "./standards-arguments.ts";

/** What the user asked for, or what is wrong with how it was asked. */
export type Request =
  | { readonly command: "build"; readonly options: BuildOptions }
  | { readonly command: "check"; readonly files: readonly string[]; readonly given: readonly string[] }
  | { readonly command: "standards"; readonly options: StandardsOptions }
  | { readonly command: "doctor"; readonly browser?: string }
  | { readonly command: "help" }
  | { readonly command: "version" }
  | { readonly command: "wrong"; readonly message: string };

const OPTIONS = {
  out: { type: "string", short: "o" },
  format: { type: "string" },
  fragment: { type: "boolean" },
  browser: { type: "string" },
  standard: { type: "string", multiple: true },
  example: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "V" },
} as const;
type OptionName = keyof typeof OPTIONS;

const COMMANDS: Readonly<Record<"build" | "check" | "standards" | "doctor", readonly OptionName[]>> = {
  build: ["out", "format", "fragment", "browser", "standard"],
  check: ["standard"],
  standards: ["standard", "format", "example"],
  doctor: ["browser"],
};

export function readArguments(argv: readonly string[]): Request {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (failure) {
    return wrong(parseFault(failure, argv));
  }
  const { values, positionals } = parsed;
  const [name, ...files] = positionals;
  if (values.help || name === "help" || (name === undefined && !values.version)) return { command: "help" };
  if (values.version) return { command: "version" };
  if (name !== "build" && name !== "check" && name !== "standards" && name !== "doctor") {
    return wrong(`没有“${name}”这个命令${withHint(didYouMean(name ?? "", Object.keys(COMMANDS)))}`);
  }
  const misplaced = (Object.keys(values) as OptionName[]).find((option) => !COMMANDS[name].includes(option));
  return misplaced === undefined ? requestOf(name, files, values) : wrong(`${name} 没有 --${misplaced} 这个选项`);
}

type Values = ReturnType<typeof parse>["values"];

function requestOf(name: keyof typeof COMMANDS, words: readonly string[], values: Values): Request {
  const { browser, standard: given = [] } = values;
  if (name === "doctor") return words.length > 0 ? wrong("doctor 后面不用写文件") : { command: "doctor", ...(browser !== undefined && { browser }) };
  const fault = given.flatMap((root) => faultOfRoot(root) ?? [])[0];
  if (fault !== undefined) return wrong(`--standard：${fault.message}${withHint(fault.hint)}`);
  if (name === "standards") return standardsRequest(words, values, given);
  return fileFault(words, name) ?? (name === "check" ? { command: "check", files: words, given } : buildRequest(values, words, given));
}

function standardsRequest(words: readonly string[], values: Values, given: readonly string[]): Request {
  const options = readStandardsOptions(words, values, given);
  return "fault" in options ? wrong(options.fault) : { command: "standards", options };
}

function parse(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
}

function wrong(message: string): Request {
  return { command: "wrong", message };
}

function withHint(hint: string | undefined): string {
  return hint === undefined ? "" : `；${hint}`;
}

function parseFault(failure: unknown, argv: readonly string[]): string {
  const { code } = failure as NodeJS.ErrnoException;
  if (code !== "ERR_PARSE_ARGS_UNKNOWN_OPTION") return "选项写得不对：需要值的选项写成 --out 文件夹，不需要值的不写值";
  const unknown = argv.find((argument) => /^-/.test(argument) && !isKnown(argument)) ?? "";
  return `没有 ${unknown} 这个选项${withHint(
    didYouMean(
      unknown.replace(/=.*$/, ""),
      Object.keys(OPTIONS).map((name) => `--${name}`),
    ),
  )}`;
}

function isKnown(argument: string): boolean {
  const name = argument.replace(/=.*$/, "");
  return Object.entries(OPTIONS).some(([long, option]) => name === `--${long}` || ("short" in option && name === `-${option.short}`));
}

function fileFault(files: readonly string[], name: string): Request | undefined {
  if (files.length === 0) return wrong(`${name} 后面要写预算文件，例如 budgetgen ${name} budgets/example.yaml`);
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) return wrong(`没有文件 ${missing}`);
  const names = files.map((file) => basename(file, extname(file)));
  const repeated = names.find((each, index) => names.indexOf(each) < index);
  return repeated !== undefined && name === "build" ? wrong(`有两个文件都叫 ${repeated}，生成的文件会互相覆盖；请分两次、用 -o 写到不同的文件夹`) : undefined;
}

function buildRequest(values: Values, files: readonly string[], given: readonly string[]): Request {
  const words = (values.format ?? FORMATS.join(",")).split(",").map((word) => word.trim());
  const unknown = words.find((word) => !FORMATS.includes(word as Format));
  if (unknown !== undefined) return wrong(`--format 可以写 ${FORMATS.join("、")}，或者用逗号连起来，不能写“${unknown}”`);
  return {
    command: "build",
    options: {
      files,
      given,
      out: values.out ?? "out",
      formats: FORMATS.filter((format) => words.includes(format)),
      fragment: values.fragment ?? false,
      ...(values.browser !== undefined && { browser: values.browser }),
    },
  };
}
