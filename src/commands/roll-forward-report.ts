import type { PlaceKind } from "../author/roll-forward/places.ts";
import type { RolledForward } from "../author/roll-forward/roll-forward.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { TO_FILL } from "../check/to-fill.ts";

interface Told {
  readonly path: string;
  readonly target: string;
  /** How many errors this year's file has. */
  readonly errors: number;
  readonly encoding: readonly Diagnostic[];
}

const KINDS: readonly (readonly [words: string, kinds: readonly PlaceKind[]])[] = [
  ["金额、数量", ["amount"]],
  ["批复", ["approval"]],
  ["原因", ["reason"]],
  ["每年重写的、说到年份的文字", ["yearly", "text", "reference"]],
  ["说到年份的名称", ["name"]],
];

/** What an officer is told of a file that was rolled forward. */
export function reportOf(rolled: RolledForward, { path, target, errors, encoding }: Told): string[] {
  const { year, dropped, ended, renamed, doubtful, confirmations } = rolled;
  return [
    `已写好 ${target}：${year} 年的预算文件，上年文件是 ${path}`,
    ...toFillLines(rolled),
    ...list("一次性的项目没有带过来", dropped),
    ...list(`终止年度早于 ${year} 年的项目照样带过来了，请核对`, ended),
    ...list(`科目照 ${year} 年的科目表改了`, renamed),
    ...list(`${year} 年的科目表里没有、或者名称不一样的科目，没有改，请核对`, doubtful),
    ...(confirmations === 0 ? [] : [`  “已核对” ${confirmations} 处改成了“上年已核对”，不再起作用；今年仍然对的，请重新核对再写`]),
    ...(errors === 0 ? [] : [`  ${path} 有 ${errors} 处错误，照样带过来了；上年文件有错误时上年数算不出，请先改好它：budgetgen check ${quoted(path)}`]),
    ...(encoding.some(({ code }) => code === "other-encoding") ? [`  ${path} 的编码不是 UTF-8，新文件写成了 UTF-8`] : []),
    `下一步：用文字编辑器打开，把“${TO_FILL}”换成 ${year} 年的内容，没有的整行删掉；填好一些就检查一遍：`,
    `  budgetgen check ${quoted(target)}`,
    ...(rolled.emptied.has("reason") ? ["其他都填好了，原因可以先按数字起草：", `  budgetgen reasons ${quoted(target)}`] : []),
  ];
}

function toFillLines({ emptied, toFill }: RolledForward): string[] {
  const kinds = KINDS.flatMap(([words, some]) => {
    const count = some.reduce((sum, kind) => sum + (emptied.get(kind) ?? 0), 0);
    return count === 0 ? [] : [`${words} ${count} 处`];
  });
  const parts = kinds.length === 0 ? "" : `；这次要重写的：${kinds.join("，")}`;
  return [`  ${TO_FILL} ${toFill} 处${parts}`];
}

/** As many as are read in one go; all of them are in the file. */
const MOST_LISTED = 12;

function list(what: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  const rest = items.length > MOST_LISTED ? [`    …… 另有 ${items.length - MOST_LISTED} 个`] : [];
  return [`  ${what}（${items.length} 个）：`, ...items.slice(0, MOST_LISTED).map((item) => `    ${item.replace(/\s+/g, " ")}`), ...rest];
}

function quoted(path: string): string {
  return /\s/.test(path) ? `"${path}"` : path;
}
