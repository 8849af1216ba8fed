import { parseArgs } from "node:util";
import { didYouMean } from "../base/suggest.ts";
import { OPTIONS, type OptionName, type Run, type Values } from "./options.ts";
import { commandNamed } from "./registry.ts";

/** What the user asked for, or what is wrong with how it was asked. */
export type Request =
  | { readonly command: "run"; readonly run: Run }
  | { readonly command: "help" }
  | { readonly command: "version" }
  | { readonly command: "wrong"; readonly message: string };

export function readArguments(argv: readonly string[]): Request {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (failure) {
    return wrong(parseFault(failure, argv));
  }
  const { values, positionals } = parsed;
  const [name, ...words] = positionals;
  if (values.help || name === "help" || (name === undefined && !values.version)) return { command: "help" };
  if (values.version) return { command: "version" };
  return requestOf(name ?? "", words, values);
}

function requestOf(name: string, words: readonly string[], values: Values): Request {
  const command = commandNamed(name);
  if ("fault" in command) return wrong(command.fault);
  const misplaced = (Object.keys(values) as OptionName[]).find((option) => !command.options.includes(option));
  if (misplaced !== undefined) return wrong(`${name} 没有 --${misplaced} 这个选项`);
  const run = command.read(words, values);
  return "fault" in run ? wrong(run.fault) : { command: "run", run };
}

function parse(argv: readonly string[]): { readonly values: Values; readonly positionals: readonly string[] } {
  return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
}

function wrong(message: string): Request {
  return { command: "wrong", message };
}

function parseFault(failure: unknown, argv: readonly string[]): string {
  const { code } = failure as NodeJS.ErrnoException;
  if (code !== "ERR_PARSE_ARGS_UNKNOWN_OPTION") return "选项写得不对：需要值的选项写成 --out 文件夹，不需要值的不写值";
  const unknown = argv.find((argument) => /^-/.test(argument) && !isKnown(argument)) ?? "";
  const hint = didYouMean(
    unknown.replace(/=.*$/, ""),
    Object.keys(OPTIONS).map((name) => `--${name}`),
  );
  return `没有 ${unknown} 这个选项${hint === undefined ? "" : `；${hint}`}`;
}

function isKnown(argument: string): boolean {
  const name = argument.replace(/=.*$/, "");
  return Object.entries(OPTIONS).some(([long, option]) => name === `--${long}` || ("short" in option && name === `-${option.short}`));
}
