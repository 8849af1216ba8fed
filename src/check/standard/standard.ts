import { basename } from "node:path";
import type { Node } from "../../base/node.ts";
import type { Outcome } from "../../base/outcome.ts";
import { span } from "../../base/span.ts";
import type { Standard } from "../../model/standard.ts";
import type { StandardSources } from "../../model/standard-sources.ts";
import type { TextTemplate } from "../../model/template.ts";
import { Findings } from "../reader.ts";
import { readAccounts } from "./accounts.ts";
import { checkRepeatedTables } from "./contract-tables.ts";
import { readCorrection } from "./correction.ts";
import { readDocument } from "./document.ts";
import { readFigures } from "./figures.ts";
import { readForm } from "./forms.ts";
import { PROJECT_SECTION, readInputSpecs } from "./input-specs.ts";
import { readLists } from "./lists.ts";
import { checkNames } from "./names.ts";
import { readPack } from "./pack.ts";
import { readPhrases } from "./phrases.ts";
import { checkSelections } from "./selects-nothing.ts";
import { readTable } from "./tables.ts";
import { readDefinitions, readTerms } from "./terms.ts";
import { readWording } from "./wording.ts";

/**
 * Reads a standard's folder as one validated standard. The names in its templates need not be
 * checked again when the same files were found right before.
 */
export function checkStandard(sources: StandardSources, verified: ReadonlySet<string>): Outcome<Standard> {
  const findings = new Findings();
  const standard = readStandard(sources, findings);
  if (standard !== undefined && findings.diagnostics.length === 0 && !verified.has(sources.wording)) {
    checkNames(standard, findings);
    checkSelections(standard, findings);
    checkRepeatedTables(sources, findings);
  }
  return { ...(standard && findings.diagnostics.length === 0 && { value: standard }), diagnostics: findings.diagnostics };
}

function readStandard(sources: StandardSources, findings: Findings): Standard | undefined {
  const pack = readPack(sources.packs, findings);
  const documentNode = sources.trees.get("document.yaml");
  if (pack === undefined || documentNode === undefined) {
    return findings.error("missing-file", "标准里缺少 pack.yaml 或 document.yaml", sources.packs[0]?.span);
  }
  const labelled = [...pack.labelled];
  const { figures, quantities } = readFigures(both(sources, "figures.yaml"), findings);
  const specs = readInputSpecs(both(sources, "inputs.yaml"), findings);
  const inputs = new Map(specs.filter(({ section }) => section !== PROJECT_SECTION).map((input) => [input.name, input]));
  const projectInputs = new Map(specs.filter(({ section }) => section === PROJECT_SECTION).map((input) => [input.key, input]));
  const lists = readLists(sources.trees.get("lists.yaml"), figures, findings);
  const formats = pack.formats.others;
  const context = { format: pack.formats.table, formats, figures, inputs, projectInputs, labelled, findings };
  const tables = readAll(sources, "tables/", (key, node) => readTable(key, node, context));
  const forms = readAll(sources, "forms/", (key, node) => readForm(key, node, { formats: new Set(formats.keys()), labelled, findings }));
  const sentences = readSentences(sources);
  const textOf = (path: string): string => sources.texts.get(path)?.text ?? "";
  const document = readDocument(documentNode, { sentences, tables, forms, inputs, lists, formats }, findings);
  return (
    document && {
      ...pack,
      figures,
      quantities,
      inputs,
      projectInputs,
      lists,
      tables,
      forms,
      sentences,
      phrases: readPhrases(both(sources, "phrases.yaml"), findings),
      correction: readCorrection(both(sources, "correction.yaml"), findings),
      wording: readWording(both(sources, "wording.yaml"), findings),
      terms: readTerms(sources.trees.get("terms.yaml"), findings),
      definitions: readDefinitions(sources.trees.get("definitions.yaml"), findings),
      accounts: readAccounts(both(sources, "accounts.yaml"), { figures, inputs, projectInputs }, findings),
      document,
      styles: { page: textOf("page.css"), print: textOf("print.css"), difference: textOf("difference.css"), correction: textOf("correction.css") },
      labelled,
    }
  );
}

/** The common file of a name and the standard's own, which adds to it and redefines. */
function both(sources: StandardSources, name: string): Node[] {
  return [sources.common.get(name), sources.trees.get(name)].flatMap((node) => node ?? []);
}

/** What each YAML file of a folder of the standard declares, by the file's name. */
function readAll<Spec>(sources: StandardSources, folder: string, read: (key: string, node: Node) => Spec | undefined): ReadonlyMap<string, Spec> {
  const specs = new Map<string, Spec>();
  for (const [path, node] of sources.trees) {
    if (!path.startsWith(folder)) continue;
    const key = basename(path, ".yaml");
    const spec = read(key, node);
    if (spec) specs.set(key, spec);
  }
  return specs;
}

function readSentences(sources: StandardSources): ReadonlyMap<string, TextTemplate> {
  const sentences = new Map<string, TextTemplate>();
  for (const [path, file] of sources.texts) {
    if (!path.startsWith("sentences/")) continue;
    const source = file.text.trim();
    sentences.set(basename(path, ".hbs"), { source, span: span(file, 0, file.text.length) });
  }
  return sentences;
}
