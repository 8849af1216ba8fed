import { type Form, type List, NUMBER, type Sentence } from "./forms.ts";

/** A document as it is on paper: words only. */
export interface PlainDocument {
  readonly year: number;
  /** The paragraphs of 情况说明. */
  readonly paragraphs: readonly string[];
  /** What the rows of each table print, by the table's number. */
  readonly tables: ReadonlyMap<string, readonly (readonly string[])[]>;
}

export type Claim = AmountClaim | ChangeClaim | ShareClaim | YearClaim;

export interface AmountClaim {
  readonly kind: "amount";
  readonly figure: string;
  readonly text: string;
  readonly brief: boolean;
}

export interface ChangeClaim {
  readonly kind: "change";
  readonly figure: string;
  readonly manner: string;
  readonly text: string;
  /** The named groups of the manner's clause. */
  readonly said: Readonly<Record<string, string | undefined>>;
}

export interface ShareClaim {
  readonly kind: "share";
  readonly part: string;
  readonly whole: string;
  readonly text: string;
}

export interface YearClaim {
  readonly kind: "year";
  readonly text: string;
}

export interface Reading {
  /** Claims, paragraph by paragraph; a paragraph that makes none is left out. */
  readonly paragraphs: readonly { readonly text: string; readonly claims: readonly Claim[] }[];
  /** Paragraphs that speak of changes or shares in words that are no sentence of the form. */
  readonly unread: readonly string[];
}

/** Words that nobody writes but to say how something changed, or what share it is. */
const TELLING = /比上年|较上年|[比与]\d{4}年|增加|减少|增长|下降|持平|不可比|占[预政\d-]|%/;

interface Pattern {
  readonly expression: RegExp;
  readonly tokens: readonly string[];
  readonly brief: boolean;
}

const patterns = new Map<Form, readonly Pattern[]>();

export function read({ paragraphs }: PlainDocument, form: Form): Reading {
  const known = patterns.get(form) ?? form.sentences.map((sentence) => patternOf(sentence, form));
  patterns.set(form, known);
  const unread: string[] = [];
  const readings = paragraphs.flatMap((text) => {
    const claims = known.flatMap((pattern) => claimsIn(text, pattern, form) ?? []);
    if (claims.length === 0 && TELLING.test(text)) unread.push(text);
    return claims.length === 0 ? [] : [{ text, claims }];
  });
  return { paragraphs: readings, unread };
}

/** A sentence as an expression with one group for each 〔token〕. */
function patternOf({ text, brief }: Sentence, form: Form): Pattern {
  const tokens: string[] = [];
  const source = text.replace(/〔([^〕]*)〕/g, (_, token: string) => {
    tokens.push(token);
    return expressionOf(token, form);
  });
  return { expression: new RegExp(`^${source}$`, "u"), tokens, brief: brief === true };
}

function expressionOf(token: string, { manners }: Form): string {
  const [kind = "", , detail = ""] = token.split(" ");
  if (kind === "金额") return `(${NUMBER})万元`;
  if (kind === "占") return `(${NUMBER})%`;
  if (kind === "年") return "(\\d{4})";
  if (kind === "名单") return "(.+?)";
  if (kind === "理由") return "([^，。；]+)";
  if (kind === "零") return `(${detail})`;
  const manner = manners[detail];
  if (kind !== "增减" || manner === undefined) throw new Error(`the reader has no 〔${token}〕`);
  return `(${manner.clause.replace(/\(\?<\w+>/g, "(?:")})`;
}

function claimsIn(text: string, { expression, tokens, brief }: Pattern, form: Form): Claim[] | undefined {
  const match = expression.exec(text);
  return match?.slice(1).flatMap((found, index): Claim[] => {
    const [kind, figure = "", detail = ""] = tokens[index]?.split(" ") ?? [];
    if (found === undefined || kind === "理由") return [];
    if (kind === "年") return [{ kind: "year", text: found }];
    if (kind === "金额" || kind === "零") return [{ kind: "amount", figure, text: kind === "零" ? "0" : found, brief }];
    if (kind === "占") return [{ kind: "share", part: figure, whole: detail, text: found }];
    if (kind === "名单") return listed(found, form.lists[figure], brief);
    return [{ kind: "change", figure, manner: detail, text: found, said: groupsOf(found, form.manners[detail]?.clause ?? "") }];
  });
}

function groupsOf(clause: string, expression: string): ChangeClaim["said"] {
  return new RegExp(`^${expression}$`, "u").exec(clause)?.groups ?? {};
}

/** What a list says of each of its entries; an entry that is none makes the list no list. */
function listed(text: string, list: List | undefined, brief: boolean): Claim[] {
  if (list === undefined) throw new Error("the reader has no such list");
  const entry = new RegExp(`^${list.entry}$`, "u");
  return text.split(list.separator).flatMap((each): Claim[] => {
    const { name, amount, share } = entry.exec(each)?.groups ?? {};
    if (name === undefined || amount === undefined) throw new Error(`“${each}” is no entry of a list: ${text}`);
    const figure = list.prefix + name;
    const claim: Claim = { kind: "amount", figure, text: amount, brief };
    return share === undefined || list.whole === undefined ? [claim] : [claim, { kind: "share", part: figure, whole: list.whole, text: share }];
  });
}
