import { documentWords, fillLabel } from "../model/document-words.ts";
import type { NoteSpec, Table, TableSpec } from "../model/table.ts";
import type { Sources } from "./sources.ts";
import type { Wording } from "./wording.ts";

/**
 * The notes under a table. A unit's own note takes the place of the standard's, except that an
 * empty table always says that it is empty: the law asks for the statement (财预〔2016〕143号).
 */
export function composeNotes(spec: TableSpec, { title, empty }: Table, sources: Sources, words: Wording): string[] {
  const { budget, derived, standard, report } = sources;
  const applies = ({ when }: NoteSpec): boolean => when === "always" || (when === "empty") === empty;
  const fixed = spec.notes.filter(applies);
  const own = budget.tableNotes.get(title ?? "")?.map((text) => derived.print(text, [], report));
  const statements = fixed.filter(({ when }) => when === "empty").map(({ text }) => words.fill(text));
  const notes = own === undefined ? fixed.map(({ text }) => words.fill(text)) : [...statements, ...own.filter((note) => !statements.includes(note))];
  const label = fillLabel(spec.noteLabel ?? standard.labels.note, documentWords(budget, standard, spec.format.unit));
  return labelled(notes, label);
}

/** Notes as they stand: empty ones left out, the first with 注： unless it says so itself. */
export function labelled(notes: readonly string[], label: string): string[] {
  const said = notes.filter((note) => note !== "");
  return said.map((note, index) => (index === 0 && !note.startsWith(label) ? label + note : note));
}
