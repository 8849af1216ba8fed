/** How wide a blank other than the half-width one may have been meant to be, the likeliest first. */
const WIDTHS: readonly ((blank: string) => number)[] = [
  (blank) => (blank === "\t" ? 2 : 1),
  (blank) => (blank === "\t" ? 4 : blank === "\u3000" ? 2 : 1),
  (blank) => (blank === "\t" ? 8 : 1),
];

interface Level {
  /** How far its lines are indented. */
  readonly indent: number;
  /** Where their keys stand: behind the “- ” of an item. */
  readonly column: number;
  /** How many digits the key begins with, as the code of a 科目 does. */
  readonly digits: number;
}

/** How many digits words begin with. */
export function digitsOf(words: string): number {
  return /^\d*/.exec(words)?.[0].length ?? 0;
}

/** The levels that are open at a line, and what an indentation of tabs or wide blanks was meant to be among them. */
export class Indentations {
  private levels: Level[] = [];
  /** Whether the line before has a key and nothing behind it, so that a deeper one must follow. */
  private opening = false;
  private readonly known = new Map<string, number>();

  enter(level: Level, opening: boolean): void {
    this.levels = [...this.levels.filter(({ indent }) => indent < level.indent), level];
    this.opening = opening;
  }

  /** The indentation that was meant of a line that begins with so many digits; `next` is that of the next line in plain blanks. */
  meant(lead: string, next: number | undefined, digits: number): number {
    const possible = this.possible(next);
    const before = this.known.get(lead);
    const widths = WIDTHS.map((widthOf) => [...lead].reduce((sum, blank) => sum + (blank === " " ? 1 : widthOf(blank)), 0));
    const likely = before === undefined ? widths : [before, ...widths];
    const [deeper = 0] = possible;
    const alike = digits === 0 ? undefined : this.levels.findLast((level) => level.digits === digits && likely.includes(level.column))?.column;
    const fitting = this.opening && likely.includes(deeper) ? deeper : (alike ?? likely.find((width) => possible.includes(width)));
    const meant = fitting ?? deeper;
    this.known.set(lead, meant);
    return meant;
  }

  /** Where a line may stand here: at a level that is open, or one deeper where the line before asks for it. */
  private possible(next: number | undefined): readonly number[] {
    const open = this.levels.flatMap(({ indent, column }) => (indent === column ? [indent] : [column, indent])).toReversed();
    const last = this.levels.at(-1)?.column ?? 0;
    if (!this.opening) return open;
    return [next !== undefined && next > last ? next : last + 2, ...open];
  }
}
