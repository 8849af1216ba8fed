import { warning } from "../base/diagnostic.ts";
import { AMOUNT_UNITS, type AmountUnit, type Exact, exact, fromUnit } from "../base/money.ts";
import { isEmpty, type Node, type ScalarNode } from "../base/node.ts";
import type { StatedAmount } from "../model/stated.ts";
import { asScalar, type Findings } from "./reader.ts";

const AMOUNT = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*(元|万元|亿元)?$/;

/** 万元 and 亿元 may have as many decimals as reach down to a 分. */
const MOST_DECIMALS: Readonly<Record<AmountUnit, number>> = { 元: 2, 万元: 6, 亿元: 10 };

/** Larger than any department's budget: the digits that remain exact are far more, this only catches a slip of the finger. */
const MOST_DIGITS = 15;

const WHOLE = `(?:\\d{1,3}(?:,\\d{3}){1,${MOST_DIGITS / 3 - 1}}|\\d{1,${MOST_DIGITS}})`;
const BY_UNIT = AMOUNT_UNITS.map((unit) => `(?:\\.\\d{1,${MOST_DECIMALS[unit]}})?\\s*${unit === "元" ? "(?:元)?" : unit}`);

/** The texts that are amounts, as a regular expression, for those who have no reader. */
export const AMOUNT_PATTERN = `^\\s*${WHOLE}(?:${BY_UNIT.join("|")})\\s*$`;

/** No amount is as large, in the unit in which it is written. */
export const TOO_LARGE = 10 ** MOST_DIGITS;

const TO_WRITE = "金额：写元，例如 138,000；写万元必须带“万元”二字，例如 13.8万元；没有就写 0";

/** Reads an amount: 831,200 or 831200.50 is 元; 万元 must be said. */
export function readAmount(node: Node, what: string, findings: Findings, small: number = SMALL_LINE): StatedAmount | undefined {
  if (isEmpty(node)) return findings.error("missing-value", `“${what}”后面没有写金额`, node.span, "没有这笔钱就删掉这一行；确实是 0 就写 0");
  const scalar = asScalar(node, what, findings, TO_WRITE);
  if (scalar === undefined) return undefined;
  const match = AMOUNT.exec(scalar.text.trim());
  if (match?.[1] === undefined) return refuse(scalar, what, findings);
  const [, whole, fraction = "", writtenUnit] = match;
  const unitText = writtenUnit ?? "元";
  const unit = AMOUNT_UNITS.find((each) => each === unitText) ?? "元";
  const digits = whole.replaceAll(",", "");
  if (digits.length > MOST_DIGITS) return findings.error("bad-amount", `“${what}”的数“${scalar.text}”太大，不像是真的金额`, scalar.span, "检查有没有多打数字");
  if (fraction.length > MOST_DECIMALS[unit]) {
    return findings.error("bad-amount", `“${what}”的数“${scalar.text}”细过了分`, scalar.span, `${unit}最多写 ${MOST_DECIMALS[unit]} 位小数`);
  }
  const value = exact(fraction === "" ? digits : `${digits}.${fraction}`);
  const doubtful = writtenUnit === undefined && looksLikeTenThousands(value, whole, fraction, small);
  if (doubtful) warnOfUnit(scalar, what, findings);
  return { kind: "amount", amount: fromUnit(value, unit), unit, decimals: fraction.length, ...(doubtful && { doubtful }), span: scalar.span };
}

/** Fewer 元 than a line of a budget is likely to have, and than a total or last year's amount. */
const SMALL_LINE = 100;
export const SMALL_TOTAL = 10_000;
/** A price may be any amount: none of them is doubtful. */
export const ANY_AMOUNT = 0;

/** 83.12 copied from a table in 万元 would be 83 元; 5,000.00 is how a spreadsheet writes 元. */
function looksLikeTenThousands(value: Exact, whole: string, fraction: string, small: number): boolean {
  if (small === ANY_AMOUNT || value.isZero() || whole.includes(",")) return false;
  return value.lessThan(/[1-9]/.test(fraction) ? Math.max(small, 10_000) : small);
}

function warnOfUnit(scalar: ScalarNode, what: string, findings: Findings): void {
  const message = `“${what}”没有写单位，按 ${scalar.text} 元计算；是不是万元？`;
  findings.diagnostics.push(warning("unit-doubtful", message, scalar.span, { hint: `是万元就写成“${scalar.text}万元”，确实是元就写成“${scalar.text}元”` }));
}

interface Slip {
  readonly pattern: RegExp;
  readonly message: string;
  readonly hint: string;
}

const SLIPS: readonly Slip[] = [
  { pattern: /^[-－−]\s*[\d０-９]/, message: "是负数", hint: "预算金额不能小于 0；减少的钱用“上年数”对比得出，不用写" },
  { pattern: /[０-９．，]/, message: "里有全角数字或标点", hint: "换成半角，例如 138,000.50" },
  { pattern: /^[￥¥]/, message: "前面有货币符号", hint: "只写数，例如 5,000" },
  { pattern: /元[整正]$/, message: "后面多了“整”字", hint: "只写到“元”，例如 5,000元；不写单位就是元" },
  { pattern: /\d\s+\d/, message: "中间有空格", hint: "去掉空格；一行写一个数" },
  { pattern: /[万亿]$/, message: "的单位没有写全", hint: "后面补上“元”字，例如“12万元”；不写单位就是元" },
  { pattern: /^\d+,\d/, message: "的千分位逗号位置不对", hint: "每三位一个逗号，例如 1,380,000；或者不用逗号" },
  { pattern: /\d[eE][+-]?\d/, message: "是科学记数法", hint: "把数字写全，例如 1000" },
  { pattern: /^[\d,.]*[OoIl][\d,.OoIl]*$/, message: "里有字母", hint: "字母 O、l 换成数字 0、1" },
  { pattern: /[约左右多余]/, message: "不是确数", hint: "写批复的确数" },
];

function refuse(scalar: ScalarNode, what: string, findings: Findings): undefined {
  const slip = SLIPS.find(({ pattern }) => pattern.test(scalar.text));
  return findings.error(
    "bad-amount",
    slip === undefined ? `“${what}”应当写金额，“${scalar.text}”看不懂` : `“${what}”的数“${scalar.text}”${slip.message}`,
    scalar.span,
    slip?.hint ?? "写元，例如 138,000 或 138000.50；写万元必须带“万元”二字，例如 13.8万元",
  );
}
