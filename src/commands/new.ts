import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { StarterAnswers } from "../author/answers.ts";
import { schemaFrom } from "../author/schema-place.ts";
import { starterText } from "../author/starter.ts";
import type { Outcome } from "../base/outcome.ts";
import { didYouMean } from "../base/suggest.ts";
import { TO_FILL } from "../check/to-fill.ts";
import { packageRoot, type Resources, readyResources } from "../compile.ts";
import { loadClassification } from "../load/classification.ts";
import { standardParser } from "../load/standard.ts";
import { checkedStandard } from "./checked-standard.ts";
import { EXIT, type ExitCode, type Terminal } from "./exit.ts";
import { answersTo, type NewAnswers } from "./new-answers.ts";
import type { NewOptions } from "./new-options.ts";
import { type StandardChoice, standardChoices } from "./new-standards.ts";
import { reasonOf, writeWhole } from "./output.ts";
import { show } from "./summary.ts";

/** new [FILE]: asks for what the options do not say, and writes a budget file with everything that the standard will ask for. */
export async function runNew(options: NewOptions, terminal: Terminal): Promise<ExitCode> {
  const resources = { ...readyResources(), given: options.given };
  const choices = standardChoices(resources);
  const fault = faultOfForm(options, choices) ?? faultOfPlace(options.file, options);
  if (fault !== undefined) return wrong(fault, terminal);
  const answers = await answersTo(options, choices, (known) => faultOfPlace(options.file ?? fileNameOf(known), options), terminal);
  if ("fault" in answers) return wrong(answers.fault, terminal);
  const file = options.file ?? fileNameOf(answers);
  const taken = faultOfPlace(file, options);
  if (taken !== undefined) return wrong(taken, terminal);
  const { value: text, diagnostics } = starterFor(answers, file, resources);
  await show(diagnostics, terminal);
  return text === undefined ? EXIT.document : write(file, text, terminal);
}

function wrong(fault: string, terminal: Terminal): ExitCode {
  terminal.error(fault);
  return EXIT.usage;
}

function faultOfForm({ form }: NewOptions, choices: readonly StandardChoice[]): string | undefined {
  const names = choices.map(({ name }) => name);
  if (form === undefined || names.includes(form)) return undefined;
  return `没有叫“${form}”的标准；${didYouMean(form, names) ?? `可以写 ${names.join("、")}`}`;
}

function faultOfPlace(file: string | undefined, { force }: NewOptions): string | undefined {
  if (file === undefined || force || !existsSync(file)) return undefined;
  return `已经有 ${file} 了，没有动它；换一个文件名，或者加 --force 重写`;
}

/** 某某局-2024.yaml, without what no file name may have. */
function fileNameOf({ name, year }: Pick<StarterAnswers, "name" | "year">): string {
  const safe = name.replace(/[\\/:*?"<>|\s]/gu, "").replace(/^\.+/, "");
  return `${safe === "" ? "预算" : safe}-${year}.yaml`;
}

function starterFor(answers: NewAnswers, file: string, resources: Resources): Outcome<string> {
  const { value: found, diagnostics } = checkedStandard(answers.form, undefined, resources);
  const around = diagnostics.filter(({ code }) => code !== "standard-not-given");
  if (found === undefined) return { diagnostics: around };
  const schema = schemaFrom(dirname(resolve(file)), packageRoot());
  const written = starterText(answers, {
    ...found,
    classification: loadClassification(resources.classification, answers.year),
    parse: standardParser(resources.trees),
    ...(schema !== undefined && { schema }),
  });
  return { ...written, diagnostics: [...around, ...written.diagnostics] };
}

function write(file: string, text: string, terminal: Terminal): ExitCode {
  try {
    writeWhole([{ path: file, bytes: Buffer.from(text) }]);
  } catch (failure) {
    terminal.error(`写不了文件 ${file}（${reasonOf(failure)}）`);
    return EXIT.environment;
  }
  const places = text.split("\n").flatMap((line) => line.replace(/(?:^|\s)#.*$/, "").match(new RegExp(TO_FILL, "g")) ?? []).length;
  terminal.out(`已写好 ${file}，有 ${places} 处“${TO_FILL}”`);
  terminal.out(`下一步：用文字编辑器打开，把“${TO_FILL}”换成自己单位的内容，没有的整行删掉；填好一些就检查一遍：`);
  terminal.out(`  budgetgen check ${/\s/.test(file) ? `"${file}"` : file}`);
  return EXIT.fine;
}
