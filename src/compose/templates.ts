import { createRequire } from "node:module";
import type HandlebarsCompiler from "handlebars";

/**
 * Templates that were compiled when the package was built, by their source and their words. The template compiler alone takes longer to load than a document takes to compose.
 */
export type ReadyTemplates = ReadonlyMap<string, TemplateSpecification>;
export type TemplateSpecification = object;

/** Text is plain and strict: a name that does not exist is a mistake, and escaping is the render stage's. */
function optionsOf(helpers: readonly string[]): CompileOptions {
  return { noEscape: true, strict: true, knownHelpersOnly: true, knownHelpers: Object.fromEntries(helpers.map((name) => [name, true])) };
}

export function templateKey(source: string, helpers: readonly string[]): string {
  return [source, ...helpers].join("\0");
}

/** The template as a program for the runtime: the ready one, or compiled now. */
export function templateSpecification(source: string, helpers: readonly string[], ready: ReadyTemplates): TemplateSpecification {
  return ready.get(templateKey(source, helpers)) ?? evaluate(precompileTemplate(source, helpers));
}

/** The template's program as the text of a JavaScript object. */
export function precompileTemplate(source: string, helpers: readonly string[]): string {
  const require = createRequire(import.meta.url);
  const compiler = require("handlebars") as typeof HandlebarsCompiler;
  return String(compiler.precompile(source, optionsOf(helpers)));
}

/** The compiler's own output, made of a checked template of a standard's folder: never of a budget's text. */
function evaluate(program: string): TemplateSpecification {
  return new Function(`return (${program});`)() as TemplateSpecification;
}
