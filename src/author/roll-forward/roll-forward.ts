import { error, hasErrors } from "../../base/diagnostic.ts";
import type { MapNode, Node } from "../../base/node.ts";
import type { Outcome } from "../../base/outcome.ts";
import { type SourceFile, sourceFile, span } from "../../base/span.ts";
import { readHead } from "../../check/budget/head.ts";
import { Findings } from "../../check/reader.ts";
import { withPlacesToFill } from "../../check/to-fill.ts";
import { parseYaml } from "../../load/yaml/parse.ts";
import type { Standard } from "../../model/standard.ts";
import { type Edit, edited } from "../edits.ts";
import { type Renamed, renamedCodes, type Years } from "./categories.ts";
import { oldComments } from "./made-comments.ts";
import { type Place, type PlaceKind, PlaceReader } from "./places.ts";
import { droppedProjects, endedProjects, staleNames } from "./projects.ts";
import { linked, shiftedYears, withoutOldNames } from "./sections.ts";
import { type Amounts, type Emptied, emptied, type Given, Siblings } from "./values.ts";
import { speaksOf } from "./years.ts";

export interface RollForwardSources {
  readonly tree: MapNode;
  readonly year: number;
  readonly standard: Standard;
  readonly classifications: Years;
  readonly amounts: Amounts;
  /** How next year's file names this one. */
  readonly link: string;
}

/** Next year's file, as edits of this year's, and what an officer should know of it. */
export interface RolledForward extends Omit<Renamed, "edits"> {
  readonly year: number;
  readonly edits: readonly Edit[];
  /** How many places were emptied, of each kind, and how many there are with those that were empty before. */
  readonly emptied: ReadonlyMap<PlaceKind, number>;
  readonly toFill: number;
  /** Names of the projects that are left out because they are done once. */
  readonly dropped: readonly string[];
  /** Projects whose 终止年度 is over. */
  readonly ended: readonly string[];
  /** How many confirmations (已核对) became plain comments. */
  readonly confirmations: number;
}

/**
 * Makes next year's budget file of this year's by changing small spans of its text, so that comments and order stay. The result is
 * read again: one that cannot be read, or is not of next year, is none.
 */
export function rollForward(given: RollForwardSources): Outcome<RolledForward> {
  const { tree, year, standard } = given;
  const { file } = tree.span;
  const projects = droppedProjects(tree, standard);
  const places = new PlaceReader(standard, projects.nodes).of(tree);
  const stale = staleNames(tree, projects.nodes, (name) => speaksOf(name, [year, year - 1]));
  const gone = new Set([...projects.names, ...stale.map(({ name }) => name)]);
  const values = emptiedIn(places, { year, amounts: given.amounts, gone });
  const { edits: renames, ...codes } = renamedCodes(tree, standard, given.classifications);
  const comments = oldComments(tree);
  const edits = [
    ...projects.edits,
    ...linked(tree, given.link),
    ...withoutOldNames(tree, projects.nodes),
    ...stale.map(({ edit }) => edit),
    ...shiftedYears(tree, year),
    ...comments.edits,
    ...renames,
    ...values.flatMap((value) => value.edits),
  ];
  const toFill = readAgain(file, edits, year + 1);
  if (toFill === undefined) return unsafe(file);
  const ended = endedProjects(tree, standard, projects.nodes, year + 1);
  const report = { dropped: projects.names, ended, confirmations: comments.confirmations, emptied: counted(values), toFill };
  return { value: { year: year + 1, edits, ...codes, ...report }, diagnostics: [] };
}

function emptiedIn(places: readonly Place[], given: Given): Emptied[] {
  const siblings = new Siblings();
  return places.flatMap((place) => emptied(place, siblings, given) ?? []);
}

function counted(values: readonly Emptied[]): ReadonlyMap<PlaceKind, number> {
  const counts = new Map<PlaceKind, number>();
  for (const { kind } of values) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** How many places of the new file are to be filled in; nothing where it cannot be read. */
function readAgain(file: SourceFile, edits: readonly Edit[], year: number): number | undefined {
  const { value, diagnostics } = parseYaml(sourceFile(file.path, edited(file.text, edits)), { flow: false });
  if (value === undefined || hasErrors(diagnostics) || yearOf(value) !== year) return undefined;
  return withPlacesToFill(value, []).length;
}

function yearOf(root: Node): number | undefined {
  return readHead(root, new Findings()).year?.value;
}

function unsafe(file: SourceFile): Outcome<never> {
  const message = "结转出来的文件读不通，没有写";
  return { diagnostics: [error("roll-forward-unsafe", message, span(file, 0), { hint: "这是程序的错，请把这份文件发给维护者；文件本身没有动" })] };
}
