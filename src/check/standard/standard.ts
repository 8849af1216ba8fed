import { basename } from "node:path";
import type { Node } from "../../base/node.ts";
import type { Outcome } from "../../base/outcome.ts";
import { span } from "../../base/span.ts";
import type { Standard } from "../../model/standard.ts";
import type { StandardSources } from "../../model/standard-sources.ts";
import type { TableSpec } from "../../model/table.ts";
import type { TextTemplate } from "../../model/template.ts";
import { Findings } from "../reader.ts";
import { readDocument } from "./document.ts";
import { readFigures, readInputSpecs } from "./figures.ts";
import { checkNames } from "./names.ts";
import { readPack } from "./pack.ts";
import { readPhrases, readTerms } from "./phrases.ts";
import { readTable, type TableContext } from "./tables.ts";

/**
 * Reads a standard's folder as one validated standard. The names in its templates need not be
 * checked again when the same files were found right before.
 */
export function checkStandard(sources: StandardSources, verified: ReadonlySet<string>): Outcome<Standard> {
  const findings = new Findings();
  const standard = readStandard(sources, findings);
  if (standard !== undefined && findings.diagnostics.length === 0 && !verified.has(sources.wording)) checkNames(standard, findings);
  return { ...(standard && findings.diagnostics.length === 0 && { value: standard }), diagnostics: findings.diagnostics };
}

function readStandard(sources: StandardSources, findings: Findings): Standard | undefined {
  const pack = readPack(sources.packs, findings);
  const documentNode = sources.trees.get("document.yaml");
  if (pack === undefined || documentNode === undefined) {
    return findings.error("missing-file", "标准里缺少 pack.yaml 或 document.yaml", sources.packs[0]?.span);
  }
  const figures = readFigures(both(sources, "figures.yaml"), findings);
  const inputs = readInputSpecs(both(sources, "inputs.yaml"), findings);
  const tables = readTables(sources, { format: pack.formats.table, figures, findings });
  const sentences = readSentences(sources);
  const names = { sentences: new Set(sentences.keys()), tables: new Set(tables.keys()), inputs: new Set(inputs.keys()) };
  const document = readDocument(documentNode, names, findings);
  return (
    document && {
      ...pack,
      figures,
      inputs,
      tables,
      sentences,
      phrases: readPhrases(sources.trees.get("phrases.yaml"), findings),
      terms: readTerms(sources.trees.get("terms.yaml"), findings),
      document,
      styles: { page: sources.texts.get("page.css")?.text ?? "", print: sources.texts.get("print.css")?.text ?? "" },
    }
  );
}

/** The common file of a name and the standard's own, which adds to it and redefines. */
function both(sources: StandardSources, name: string): Node[] {
  return [sources.common.get(name), sources.trees.get(name)].flatMap((node) => node ?? []);
}

function readTables(sources: StandardSources, context: TableContext): ReadonlyMap<string, TableSpec> {
  const tables = new Map<string, TableSpec>();
  for (const [path, node] of sources.trees) {
    if (!path.startsWith("tables/")) continue;
    const key = basename(path, ".yaml");
    const table = readTable(key, node, context);
    if (table) tables.set(key, table);
  }
  return tables;
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
