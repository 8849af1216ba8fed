import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Diagnostic, error, hasErrors, sortDiagnostics } from "./base/diagnostic.ts";
import { withoutFollowOns } from "./base/follow-on.ts";
import type { Node } from "./base/node.ts";
import type { Outcome } from "./base/outcome.ts";
import { type SourceFile, span } from "./base/span.ts";
import { checkBudget } from "./check/budget/budget.ts";
import { readHead } from "./check/budget/head.ts";
import { listedOf } from "./check/lists/listed.ts";
import { Findings } from "./check/reader.ts";
import { checkStandard } from "./check/standard/standard.ts";
import { composeDocument } from "./compose/document.ts";
import type { ReadyTemplates } from "./compose/templates.ts";
import { confirm } from "./confirm/confirm.ts";
import { derive } from "./derive/derive.ts";
import { readLastYear } from "./last-year/last-year.ts";
import { loadOfficialList } from "./load/classification/official-list.ts";
import { loadClassification } from "./load/classification.ts";
import { loadStandard } from "./load/standard.ts";
import { loadText } from "./load/text.ts";
import { readTreeCache, type TreeCache } from "./load/yaml/cache.ts";
import { parseYaml } from "./load/yaml/parse.ts";
import type { ApprovalList, ListedApprovals } from "./model/approval-list.ts";
import type { CompiledReasons } from "./model/asked-reason.ts";
import type { Budget } from "./model/budget.ts";
import { type Classification, withOwn } from "./model/classification.ts";
import type { Derived } from "./model/derived.ts";
import type { BudgetDocument } from "./model/document.ts";
import type { Standard } from "./model/standard.ts";
import type { StandardSources } from "./model/standard-sources.ts";
import { uncoveredCharacters } from "./print/coverage.ts";
import { reconcileFigures } from "./reconcile/reconcile.ts";
import { renderPrint } from "./render/document.ts";

/** Folders that the compiler reads beside the budget file. */
export interface Resources {
  /** The folder of standards. */
  readonly standards: string;
  /** Folders that the user names, each a standard or several of them; looked through before the installed ones. */
  readonly given?: readonly string[];
  /** The standard that is used whatever one a budget names. */
  readonly sources?: StandardSources;
  /** The folder of 科目. */
  readonly classification: string;
  /** The folder of lists of 科目 that a bureau imported; where it is not given, 科目 beside the budget file. */
  readonly lists?: string;
  /** A bureau's own list of what it approved. */
  readonly approvals?: ApprovalList;
  /** Trees of the package's own files, parsed when it was built. */
  readonly trees: TreeCache;
  /** What was made of a standard's folder when it was built. */
  readonly ready: (folder: string) => ReadyStandard | undefined;
}

/** A standard as it was found right when the package was built: only speed depends on it. */
export interface ReadyStandard {
  /** The texts of all its files; where they are others now, it is checked again. */
  readonly wording: string;
  readonly templates: ReadyTemplates;
}

export interface Compiled {
  readonly file: SourceFile;
  readonly document: BudgetDocument;
  readonly standard: Standard;
  /** What the document is made of: the facts, what was derived of them, and the 科目 by which both are named. */
  readonly budget: Budget;
  readonly derived: Derived;
  readonly classification: Classification;
}

/** The package's own folder, found from where this module lies: beside the sources or in dist. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

/** The package's folders, without anything made beforehand. */
export function packageResources(root: string = packageRoot()): Resources {
  return {
    standards: join(root, "templates"),
    classification: join(root, "src", "classification"),
    trees: new Map(),
    ready: () => undefined,
  };
}

/** The package's folders with what was made of them when it was built; only speed depends on that. */
export function readyResources(root: string = packageRoot()): Resources {
  const plain = packageResources(root);
  const ready = (folder: string): ReadyStandard | undefined => {
    const made = join(root, "dist", "ready", `${basename(folder)}.cjs`);
    return dirname(folder) === plain.standards && existsSync(made) ? (createRequire(import.meta.url)(made) as ReadyStandard) : undefined;
  };
  return { ...plain, trees: readTreeCache(join(root, "dist", "trees"), plain.standards), ready };
}

/** What became of a file: its document, and whether it was read to the end. */
export interface Compilation extends Outcome<Compiled> {
  /**
   * What not all rules could look at: the rest of the file, where mistakes of format, of the standard or of the head stopped the reading,
   * or the figures, where some money could not be read. Absent where every rule has looked.
   */
  readonly unfinished?: "rest" | "figures";
  /** Findings that the file itself confirms as right (已核对), which are not among the others. */
  readonly confirmed: readonly Diagnostic[];
  /** What the bureau's own list says of its unit. */
  readonly approved?: ListedApprovals;
  /** The reasons that the document's sentences print, given or not; absent where the figures could not be told. */
  readonly reasons?: CompiledReasons;
}

/** load ─ check ─ derive ─ reconcile ─ compose: from a budget file to its document, with everything that is wrong. */
export function compileBudget(path: string, resources: Resources): Compilation {
  const diagnostics: Diagnostic[] = [];
  const keep = <Value>(outcome: Outcome<Value>): Value | undefined => {
    diagnostics.push(...outcome.diagnostics);
    return outcome.value;
  };
  const progress: Progress = { unfinished: "rest" };
  const value = run(path, resources, keep, progress);
  const complete = value !== undefined && diagnostics.every(({ severity, confirmable }) => severity !== "error" || confirmable);
  const { diagnostics: left, confirmed } = progress.tree ? confirm(sortDiagnostics(diagnostics), progress.tree, complete) : { diagnostics, confirmed: [] };
  const approved = progress.approved && { approved: progress.approved };
  const { unfinished, reasons } = progress;
  const outcome = { diagnostics: sortDiagnostics(left), confirmed, ...(unfinished && { unfinished }), ...approved, ...(reasons && { reasons }) };
  return value === undefined || hasErrors(left) ? outcome : { ...outcome, value };
}

/** Characters of a document that no bundled face has, each with its place in the budget file. */
export function printability({ file, document, standard }: Compiled, text: string = renderPrint(document, standard.styles, new Map())): Diagnostic[] {
  return uncoveredCharacters(text).map((character) => {
    const at = file.text.indexOf(character);
    const place = at < 0 ? undefined : span(file, at, at + character.length);
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return error("missing-glyph", `字体里没有“${character}”（U+${code}），印出来会是空框`, place, {
      hint: "换一个写法，例如用部首说明或者拼音；这个字确实要用时请告诉维护者",
    });
  });
}

/** How far the reading of a file has come. */
interface Progress {
  tree?: Node;
  unfinished: Compilation["unfinished"];
  approved?: ListedApprovals;
  reasons?: CompiledReasons;
}

type Keep = <Value>(outcome: Outcome<Value>) => Value | undefined;

/** A budget file as it was read, with what it is to be compiled by. */
interface ReadFile {
  readonly file: SourceFile;
  readonly tree: Node;
  readonly standard: Standard;
  readonly templates: ReadyTemplates;
  readonly classification: Classification;
  readonly classificationOf: (year: number | undefined) => Outcome<Classification>;
  readonly stated: Budget;
}

/** load ─ check. */
function read(path: string, resources: Resources, keep: Keep, progress: Progress): ReadFile | undefined {
  const file = keep(loadText(path));
  const parsed = file && parseYaml(file, { flow: false });
  const tree = parsed && keep(parsed);
  if (file === undefined || tree === undefined) return undefined;
  progress.tree = tree;
  const chosen = chooseStandard(tree, resources, keep);
  const classificationOf = (year: number | undefined): Outcome<Classification> => classificationBeside(path, year, resources);
  const classification = chosen && keep(classificationOf(readHead(tree, new Findings()).year?.value));
  if (chosen === undefined || classification === undefined) return undefined;
  const checked = checkBudget(tree, chosen.standard, classification);
  const stated = keep({ ...checked, diagnostics: withoutFollowOns(checked.diagnostics, parsed?.diagnostics ?? []) });
  return stated && { file, tree, ...chosen, classification, classificationOf, stated };
}

function run(path: string, resources: Resources, keep: Keep, progress: Progress): Compiled | undefined {
  const given = read(path, resources, keep, progress);
  if (given === undefined) return undefined;
  const { file, tree, standard, templates, classification, stated } = given;
  progress.unfinished = stated.unread.money ? "figures" : undefined;
  const standardOf = (other: Node): Standard | undefined => standardLike(other, tree, standard, resources);
  const lastYear = readLastYear({ tree, budget: stated, standard, classification }, { classificationOf: given.classificationOf, standardOf });
  keep(lastYear);
  const unread = { ...stated.unread, lastYear: hasErrors(lastYear.diagnostics) };
  const budget = { ...stated, unread, ...(lastYear.value && { lastYearFile: lastYear.value.lastYear }) };
  const known = withOwn(classification, stated.ownCategories ?? [], lastYear.value?.ownCategories);
  const listed = resources.approvals && keep(listedOf(resources.approvals, stated.unit, standard));
  if (listed !== undefined) progress.approved = listed;
  const made = composed({ budget, standard, classification: known, templates }, keep, listed);
  if (made === undefined) return undefined;
  const { asked, derived, document } = made;
  // What is drafted of half the money would be wrong.
  if (!unread.money && !unread.lastYear) progress.reasons = { asked, derived, linked: budget.lastYearFile !== undefined };
  return { file, standard, budget, classification: known, derived, document };
}

/** The standard by which another file is read: this one's, where both name the same. */
function standardLike(other: Node, tree: Node, standard: Standard, resources: Resources): Standard | undefined {
  const nameIn = (node: Node): string | undefined => readHead(node, new Findings()).standard?.value;
  return nameIn(other) === nameIn(tree) ? standard : chooseStandard(other, resources, ({ value }) => value)?.standard;
}

/** The folder beside a budget file in which its bureau keeps the 科目 that it imported. */
export const LISTS_FOLDER = "科目";

/** 科目 of a year, with the bureau's own list where there is one. */
export function classificationBeside(path: string, year: number | undefined, { classification, lists }: Resources): Outcome<Classification> {
  const official = year === undefined ? undefined : loadOfficialList(lists ?? join(dirname(path), LISTS_FOLDER), year);
  if (hasErrors(official?.diagnostics ?? [])) return { diagnostics: official?.diagnostics ?? [] };
  return { value: loadClassification(classification, year, official?.value), diagnostics: official?.diagnostics ?? [] };
}

/** The standard that a budget file names, with what was made of it when the package was built. */
function chooseStandard(tree: Node, resources: Resources, keep: Keep): { readonly standard: Standard; readonly templates: ReadyTemplates } | undefined {
  const findings = new Findings();
  const { standard: named } = readHead(tree, findings);
  keep({ diagnostics: findings.diagnostics });
  if (named === undefined) return undefined;
  const { standards, given, trees } = resources;
  const sources = resources.sources ?? keep(loadStandard(standards, named.value, named.span, trees, given));
  if (sources === undefined) return undefined;
  const ready = resources.ready(sources.folders[0]?.path ?? "");
  const standard = keep(checkStandard(sources, new Set(ready && [ready.wording])));
  return standard && { standard, templates: ready?.templates ?? new Map() };
}

/** derive ─ reconcile ─ compose. */
function composed(
  given: Omit<Parameters<typeof composeDocument>[0], "derived">,
  keep: Keep,
  listed: ListedApprovals | undefined,
): (Pick<Compiled, "document" | "derived"> & Pick<CompiledReasons, "asked">) | undefined {
  const { budget, standard, classification } = given;
  const derived = keep(derive(budget, standard, classification));
  if (derived === undefined) return undefined;
  keep({ diagnostics: reconcileFigures({ budget, derived, standard, classification, ...(listed && { listed }) }) });
  const outcome = composeDocument({ ...given, derived });
  const document = keep(outcome);
  return document && { document, derived, asked: outcome.reasons };
}
