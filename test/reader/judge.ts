import type { Form, TableCell } from "./forms.ts";
import { hundredthsIn, percentOf, written } from "./numbers.ts";
import { type AmountClaim, type ChangeClaim, type Claim, type PlainDocument, type Reading, read, type ShareClaim } from "./read.ts";

/** What a reader with a calculator finds out about a document. */
export interface Judgement {
  /** What does not add up, and what could not be read. */
  readonly complaints: readonly string[];
  /** Hundredths of 万元 by figure, as the document prints them. */
  readonly amounts: ReadonlyMap<string, bigint>;
  /** How often each kind of claim was read and recomputed. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Before the names of figures that are of one paragraph only. */
const LOCAL = "本段·";

/** Holds a document against itself, and against last year's amounts (hundredths of 万元) where they are given. */
export function judge(document: PlainDocument, form: Form, lastYear?: ReadonlyMap<string, bigint>): Judgement {
  return new Reader(document, form, lastYear).judge();
}

class Reader {
  private readonly complaints: string[] = [];
  private readonly amounts = new Map<string, bigint>();
  private readonly counts = new Map<string, number>();
  private readonly document: PlainDocument;
  private readonly form: Form;
  private readonly lastYear: ReadonlyMap<string, bigint> | undefined;

  constructor(document: PlainDocument, form: Form, lastYear: ReadonlyMap<string, bigint> | undefined) {
    this.document = document;
    this.form = form;
    this.lastYear = lastYear;
  }

  judge(): Judgement {
    const { paragraphs, unread } = this.reading();
    for (const text of unread) this.complain(`no sentence of the form: ${text}`);
    for (const text of this.document.paragraphs) this.readNonsense(text);
    const amounts = paragraphs.flatMap(({ claims }) => claims.filter((claim) => claim.kind === "amount"));
    for (const claim of amounts) this.amount(claim);
    for (const cell of [...this.form.cells, ...this.listedCells()]) this.cell(cell);
    for (const { claims } of paragraphs) this.paragraph(claims);
    return { complaints: this.complaints, amounts: this.amounts, counts: this.counts };
  }

  private reading(): Reading {
    try {
      return read(this.document, this.form);
    } catch (failure) {
      this.complain(String(failure));
      return { paragraphs: [], unread: [] };
    }
  }

  private complain(what: string): void {
    this.complaints.push(what);
  }

  private count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  /** Words that no sentence may have, whatever it is about. */
  private readNonsense(text: string): void {
    for (const wrong of ["增加-", "减少-", "增长-0", "下降-0", "不足0%", "NaN", "undefined", "Infinity"]) {
      if (text.includes(wrong)) this.complain(`“${wrong}” in: ${text}`);
    }
    const [empty] = /[：，；、][，；。、]|（）|为。|是[，。]|其中[：]?。|包括[：]?。/u.exec(text) ?? [];
    if (empty !== undefined) this.complain(`something is missing at “${empty}” in: ${text}`);
  }

  /** Every amount is written as the form writes amounts, and the same wherever it stands again. */
  private amount({ figure, text, brief }: AmountClaim): void {
    const { amounts } = this.form;
    const value = this.numberIn(text, figure, brief ? { ...amounts, zeros: "dropped" } : amounts);
    const known = this.amounts.get(figure);
    this.count("amount");
    if (figure.startsWith(LOCAL) || value === undefined) return;
    if (known !== undefined && known !== value) this.complain(`${figure} is ${known} and ${value} (hundredths)`);
    this.amounts.set(figure, value);
  }

  private numberIn(text: string, what: string, style: Form["amounts"]): bigint | undefined {
    const value = hundredthsIn(text);
    if (value === undefined) this.complain(`${what} is no number: ${text}`);
    else if (written(value, style) !== text) this.complain(`${what} is written ${text}, not ${written(value, style)}`);
    return value;
  }

  /** The rows of a table in which each entry of a list stands again. */
  private listedCells(): TableCell[] {
    return Object.values(this.form.lists).flatMap(({ prefix, table }): TableCell[] => {
      const entries = table === undefined ? [] : [...this.amounts.keys()].filter((figure) => figure.startsWith(prefix));
      return entries.map((figure) => ({ figure, table: table ?? "", label: figure.slice(prefix.length) }));
    });
  }

  /** A table that prints a figure again prints the same. */
  private cell({ figure, table, label, right = 0 }: TableCell): void {
    const said = this.amounts.get(figure);
    const rows = this.document.tables.get(table) ?? [];
    if (said === undefined) return;
    const found = rows.flatMap((row) => {
      // A row without a label is the only one of its table.
      const at = label === "" ? 0 : row.findIndex((text) => bare(text) === label) + 1;
      return label !== "" && at === 0 ? [] : [row[at + right] ?? ""];
    });
    // A table without a row for it is empty: nothing is left to be printed but 0.
    const [printed = ""] = found;
    if (hundredthsIn(printed) !== said) this.complain(`${figure} is ${said} in the sentence and “${printed}” in table ${table}`);
    this.count("cell");
  }

  private paragraph(claims: readonly Claim[]): void {
    const own = claims.filter((claim): claim is AmountClaim => claim.kind === "amount" && claim.figure.startsWith(LOCAL));
    const local = new Map(own.map(({ figure, text }) => [figure, hundredthsIn(text)]));
    const amountOf = (figure: string): bigint | undefined => local.get(figure) ?? this.amounts.get(figure);
    for (const claim of claims) {
      if (claim.kind === "change") this.change(claim);
      if (claim.kind === "share") this.share(claim, amountOf);
      if (claim.kind === "year" && claim.text !== String(this.document.year)) this.complain(`the year ${claim.text} in a document of ${this.document.year}`);
    }
  }

  private share({ part, whole, text }: ShareClaim, amountOf: (figure: string) => bigint | undefined): void {
    const [some, all] = [amountOf(part), amountOf(whole)];
    if (some === undefined || all === undefined) {
      this.complain(`the share of ${part} in ${whole}: one of them is not printed`);
      return;
    }
    const share = all === 0n ? 0n : percentOf(some, all);
    if (written(share, this.form.rates) !== text) this.complain(`${part} is ${some} of ${all}: ${written(share, this.form.rates)}%, not ${text}%`);
    this.count("share");
  }

  private change(claim: ChangeClaim): void {
    const { figure, said, text } = claim;
    const now = this.amounts.get(figure);
    if (now === undefined) {
      this.complain(`${figure} changes and is not printed: ${text}`);
      return;
    }
    const difference = said.still === undefined ? this.numberIn(said.difference ?? "", `the change of ${figure}`, this.form.amounts) : 0n;
    if (difference === undefined) return;
    if (difference < 0n) this.complain(`${figure} changes by less than nothing: ${text}`);
    const base = said.verb === "减少" ? now + difference : now - difference;
    this.count(kindOf(now, base));
    this.direction(claim, difference);
    this.rate(claim, difference, base);
    const adjusted = said.adjusted ?? said.stillAdjusted;
    if (adjusted !== undefined) {
      if (this.numberIn(adjusted, `the adjusted base of ${figure}`, this.form.amounts) !== base)
        this.complain(`${figure} is said to have been ${base}: ${text}`);
      this.count("adjusted base");
    }
    const expected = this.lastYear?.get(figure);
    if (this.lastYear === undefined) return;
    if (expected === undefined) this.complain(`nobody knows what ${figure} was last year: ${text}`);
    else if (expected !== base) this.complain(`${figure} was ${expected}, and is said to have been ${base}: ${now} ${text}`);
    this.count("base");
  }

  /** The direction, the still, the reason and the year of a clause are those of its difference. */
  private direction({ figure, manner, said, text }: ChangeClaim, difference: bigint): void {
    const { still, reason } = this.form.manners[manner] ?? { still: "持平", reason: "never" };
    const nothing = difference === 0n;
    if (nothing && (said.still ?? said.verb) !== still) this.complain(`${figure} stands still, which is ${still}: ${text}`);
    for (const verb of [said.rateVerb, said.reasonVerb]) if (verb !== undefined && up(verb) !== up(said.verb)) this.complain(`two directions: ${text}`);
    for (const year of [said.year, said.stillYear]) {
      if (year !== undefined && Number(year) !== this.document.year - 1) this.complain(`${figure} is compared with ${year}: ${text}`);
    }
    if (reason === "where it moved" && nothing !== (said.reason === undefined)) this.complain(`a reason without a change, or a change without one: ${text}`);
    if (reason === "where it moved or its parts did" && !nothing && said.reason === undefined) this.complain(`no reason: ${figure} ${text}`);
  }

  private rate({ manner, said, text, figure }: ChangeClaim, difference: bigint, base: bigint): void {
    if (this.form.manners[manner]?.rated !== true || said.still !== undefined) return;
    if (base === 0n) {
      if (said.noBase === undefined || said.rate !== undefined) this.complain(`${figure} was 0, which has no percentage: ${text}`);
      return;
    }
    const rate = percentOf(difference, base);
    const less = rate === 0n && difference > 0n;
    this.count(less ? "rate below what is printed" : "rate");
    const expected = less ? `不足${written(1n, this.form.rates)}` : written(rate, this.form.rates);
    const printed = said.rate === undefined ? said.noBase : (said.under ?? "") + said.rate;
    if (printed !== expected) this.complain(`${figure}: ${difference} of ${base} is ${expected}%, not ${printed}: ${text}`);
  }
}

function up(verb: string | undefined): boolean {
  return verb === "增加" || verb === "增长";
}

function kindOf(now: bigint, base: bigint): string {
  if (base === 0n) return now === 0n ? "both 0" : "from 0";
  if (now === base) return "still";
  if (now === 0n) return "to 0";
  return now > base ? "more" : "less";
}

/** A label without the ordinal before it. */
function bare(label: string): string {
  return label.trim().replace(/^(?:其中：)?(?:[一二三四五六七八九十廿]+、|（[一二三四五六七八九十\d]+）|\d+[、.]\s*)/u, "");
}
