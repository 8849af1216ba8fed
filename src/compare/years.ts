import { chineseYear } from "../base/chinese.ts";

/** How far from its own year a document speaks of years by their distance: 上年, 前年, 下年. */
const NEAR = 3;

/** Makes of a text of a budget what it would be in any year: 2023年 in the budget of 2024 is the year before. */
export type Timeless = (text: string) => string;

/** Between budgets of two years a year is no difference where it is as far from the budget's own. */
export function timelessOf(year: number, betweenYears: boolean): Timeless {
  if (!betweenYears) return (text) => text;
  const distances = new Map<string, string>();
  for (let distance = -NEAR; distance <= NEAR; distance += 1) {
    for (const spelt of [String(year + distance), chineseYear(year + distance)]) distances.set(spelt, `\u0000${distance}`);
  }
  return (text) => text.replace(/(?<![\d.,])\d{4}(?![\d,]|\.\d)|[〇一二三四五六七八九]{4}/g, (spelt) => distances.get(spelt) ?? spelt);
}

/** How years are read in each of two budgets. */
export interface Timelesses {
  readonly before: Timeless;
  readonly after: Timeless;
}

/** A text with what it is in any year. */
export interface Spelt {
  readonly text: string;
  readonly timeless: string;
}

/** What is spelt alike stayed, and so did what only moved on with the year. */
export function alike(before: Spelt, after: Spelt): boolean {
  return before.text === after.text || before.timeless === after.timeless;
}
