import { createRequire } from "node:module";
import type HandlebarsCompiler from "handlebars";
import { position, type Span, span } from "../../base/span.ts";
import { didYouMean } from "../../base/suggest.ts";
import type { TextTemplate } from "../../model/template.ts";
import type { Findings } from "../reader.ts";

/** What a template may name, and with which helper. */
export interface TemplateNames {
  /** Names that stand alone: {{年度}}. */
  readonly words: ReadonlySet<string>;
  /** For each helper what its arguments may be, one after another. */
  readonly helpers: ReadonlyMap<string, readonly ReadonlySet<string>[]>;
  /** For each name by which a template may branch its flags: {{#if 上年结转.有}}. */
  readonly branches: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Amounts and percentages belong to facts; a template that holds one is refused. Thresholds are constants of the pack. */
const AMOUNT_IN_WORDS = /\d[\d,.]*\s*(?:万元|亿元|元|%|％)/;

/** Checks a template on its syntax tree, so that a wrong name is found even inside a branch that is not taken. */
export function checkTemplate(template: TextTemplate, names: TemplateNames, findings: Findings): void {
  if (!template.source.includes("{{")) {
    const amount = AMOUNT_IN_WORDS.exec(template.source);
    if (amount !== null) refuseAmount(amount[0], template.span, findings);
    return;
  }
  let program: hbs.AST.Program;
  try {
    program = parse(template.source);
  } catch (failure) {
    const [, line = "1"] = /line (\d+)/.exec(String(failure)) ?? [];
    findings.error("template-syntax", `模板写得不对（第 ${line} 行）`, template.span, "花括号要成对：{{名称}}");
    return;
  }
  new TemplateChecker(template, names, findings).program(program);
}

/** The template compiler takes long to load, and standards that were checked when the package was built do without it. */
function parse(source: string): hbs.AST.Program {
  const require = createRequire(import.meta.url);
  return (require("handlebars") as typeof HandlebarsCompiler).parse(source);
}

function refuseAmount(amount: string, place: Span, findings: Findings): void {
  findings.error("amount-in-template", `模板里不能写数“${amount}”`, place, "金额写进预算文件；限额、期限写进 pack.yaml 的 constants");
}

class TemplateChecker {
  private readonly template: TextTemplate;
  private readonly names: TemplateNames;
  private readonly findings: Findings;

  constructor(template: TextTemplate, names: TemplateNames, findings: Findings) {
    this.template = template;
    this.names = names;
    this.findings = findings;
  }

  program(program: hbs.AST.Program | undefined): void {
    for (const statement of program?.body ?? []) this.statement(statement);
  }

  private statement(statement: hbs.AST.Statement): void {
    if (statement.type === "ContentStatement") this.content(statement as hbs.AST.ContentStatement);
    else if (statement.type === "MustacheStatement") this.mustache(statement as hbs.AST.MustacheStatement);
    else if (statement.type === "BlockStatement") this.block(statement as hbs.AST.BlockStatement);
    else if (statement.type !== "CommentStatement") this.refuse(statement, "template-syntax", "模板里只能用 {{名称}}、{{词 名称}} 和 {{#if 名称.有}}");
  }

  private content(content: hbs.AST.ContentStatement): void {
    const amount = AMOUNT_IN_WORDS.exec(content.value);
    if (amount !== null) refuseAmount(amount[0], this.place(content), this.findings);
  }

  private mustache(mustache: hbs.AST.MustacheStatement): void {
    const name = (mustache.path as hbs.AST.PathExpression).original;
    if (!mustache.escaped || mustache.hash?.pairs.length) {
      this.refuse(mustache, "template-syntax", "这里只能写 {{名称}} 或者 {{词 名称}}");
    } else if (mustache.params.length === 0) {
      this.known(mustache, String(name), this.names.words, "名称");
    } else {
      this.helper(mustache, String(name), mustache.params);
    }
  }

  private helper(mustache: hbs.AST.MustacheStatement, name: string, params: readonly hbs.AST.Expression[]): void {
    const allowed = this.names.helpers.get(name);
    if (allowed === undefined) {
      this.refuse(mustache, "unknown-name", `没有“${name}”这个词`, didYouMean(name, this.names.helpers.keys()));
    } else if (allowed.length !== params.length) {
      this.refuse(mustache, "template-syntax", `“${name}”后面要写 ${allowed.length} 个名称，这里有 ${params.length} 个`);
    } else {
      params.forEach((argument, index) => {
        const text = argument.type === "StringLiteral" ? (argument as hbs.AST.StringLiteral).value : (argument as hbs.AST.PathExpression).original;
        this.known(argument, String(text), allowed[index] ?? new Set(), `“${name}”可以用的名称`);
      });
    }
  }

  private block(block: hbs.AST.BlockStatement): void {
    const keyword = (block.path as hbs.AST.PathExpression).original;
    const [condition] = block.params;
    const path = condition?.type === "PathExpression" ? (condition as hbs.AST.PathExpression) : undefined;
    const plain = path !== undefined && path.original === path.parts.join(".") && !block.hash?.pairs.length;
    const parts = plain ? path.parts.map(String) : [];
    if (!["if", "unless"].includes(String(keyword)) || parts.length !== 2) {
      this.refuse(block, "template-syntax", "分支只能写 {{#if 名称.有}} 或 {{#unless 名称.有}}");
    } else {
      const [name = "", flag = ""] = parts;
      const flags = this.names.branches.get(name);
      if (flags === undefined) this.known(block, name, new Set(this.names.branches.keys()), "可以分支的名称");
      else this.known(block, flag, flags, `“${name}”的分支（${[...flags].join("、")}）`);
    }
    this.program(block.program);
    this.program(block.inverse);
  }

  private known(node: hbs.AST.Node, name: string, known: ReadonlySet<string>, what: string): void {
    if (!known.has(name)) this.refuse(node, "unknown-name", `“${name}”不是${what}`, didYouMean(name, known));
  }

  private refuse(node: hbs.AST.Node, code: string, message: string, hint?: string): void {
    this.findings.error(code, message, this.place(node), hint);
  }

  /** The place of a syntax node: its line and column count from the template's own start. */
  private place(node: hbs.AST.Node): Span {
    const { file, start, end } = this.template.span;
    const first = position(file, start).line;
    const found = file.text.indexOf(this.template.source.split("\n")[node.loc.start.line - 1] ?? "", file.lineStarts[first - 1] ?? 0);
    if (found < 0) return this.template.span;
    const at = found + node.loc.start.column;
    const width = node.loc.end.line === node.loc.start.line ? node.loc.end.column - node.loc.start.column : 1;
    return at <= end ? span(file, at, at + width) : this.template.span;
  }
}
