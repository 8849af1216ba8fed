import { leadingNumber } from "../base/chinese.ts";
import type { Block, BudgetDocument, FormBlock, TableBlock } from "../model/document.ts";

/** A block with the headings above it, from the part down. */
export interface Placed<Kind extends Block = Block> {
  readonly block: Kind;
  readonly section: readonly string[];
}

/** A heading with what stands right below it. */
export interface Section {
  readonly path: readonly string[];
  readonly blocks: readonly Block[];
}

const PART_NUMBER = /^第[零一二三四五六七八九十百\d]+(?:部分|章|节|篇)[\s　]*/;

/** A heading or label without its number, which moves when another comes before it. */
export function withoutNumber(text: string): string {
  const rest = text.replaceAll("\u200b", "").replace(PART_NUMBER, "");
  return rest.slice(leadingNumber(rest).length).trim();
}

/** The sections of a document, in reading order. */
export function sectionsOf(document: BudgetDocument): Section[] {
  return document.parts.flatMap(({ heading, blocks }) => {
    const sections: { path: string[]; blocks: Block[] }[] = [{ path: [plain(heading.text)], blocks: [] }];
    for (const block of blocks) {
      if (block.kind !== "heading") sections.at(-1)?.blocks.push(block);
      else sections.push({ path: [...(sections.at(-1)?.path.slice(0, block.heading.level - 1) ?? []), plain(block.heading.text)], blocks: [] });
    }
    return sections;
  });
}

function plain(heading: string): string {
  return heading.replaceAll("\u200b", "");
}

/** Every table or form of a document, with the headings above it. */
export function placed(document: BudgetDocument): Placed<TableBlock | FormBlock>[] {
  return sectionsOf(document).flatMap(({ path, blocks }) =>
    blocks.flatMap((block) => (block.kind === "table" || block.kind === "form" ? [{ block, section: path }] : [])),
  );
}
