import { styleText } from "node:util";
import stringWidth from "string-width";
import {
  type Difference,
  type FactChange,
  isSame,
  type PassageChange,
  type ProjectChange,
  type StatedChange,
  type TableChange,
  type Words,
} from "../../model/difference.ts";
import {
  CHANGE_NAMES,
  factDetails,
  factName,
  fewOf,
  namesIn,
  PASSAGE_NAMES,
  signedYuan,
  tableName,
  totalWords,
  unlikeWords,
  yuan,
} from "../../model/difference-words.ts";
import { printableIn } from "./printable.ts";

interface Paths {
  readonly before: string;
  readonly after: string;
}

type Paint = (look: "bold" | "red" | "green", text: string) => string;

/** A difference for a terminal. What went stands as [-…-], what came as {+…+}, with colours too where there are some. */
export function differenceText(found: Difference, paths: Paths, colour: boolean): string {
  const difference = printableIn(found);
  const { before, after } = printableIn(paths);
  const paint: Paint = (look, text) => (colour ? styleText(look, text, { validateStream: false }) : text);
  const { head, projects, facts, inputs, figures, tables, passages } = difference;
  const opening = [`${before} → ${after}`, `${wholeName(difference)}`, totalWords(difference), ...unlikeWords(difference).map((words) => `注意：${words}`)];
  if (isSame(difference)) return [...opening, difference.unlike.length === 0 ? "没有差别" : "除此以外没有差别"].join("\n");
  const section = (title: string, count: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ["", paint("bold", `${title}（${count}）`), ...lines];
  return [
    ...opening,
    ...section(
      "单位和标准",
      `${head.length} 处`,
      head.flatMap((each) => statedLines(each, paint)),
    ),
    ...section("项目", `${projects.length} 个`, projects.map(projectLine)),
    ...section(
      "支出",
      `${facts.length} 笔，合计 ${signedYuan(difference.after.total.minus(difference.before.total))}`,
      factLines(facts, difference.after.unit),
    ),
    ...section(
      "其他写明的内容",
      `${inputs.length} 处`,
      inputs.flatMap((each) => statedLines(each, paint)),
    ),
    ...section("数", `${figures.length} 个`, figureLines(difference)),
    ...section("表", `${tables.length} 张`, tables.flatMap(tableLines)),
    ...section("文字", `${passages.length} 处`, passageLines(passages, paint)),
  ].join("\n");
}

function wholeName({ before, after }: Difference): string {
  const nameOf = ({ unit, year, kind, standard }: Difference["after"]): string => `${unit} ${year} 年${kind}（${standard}）`;
  return nameOf(before) === nameOf(after) ? nameOf(after) : `${nameOf(before)} → ${nameOf(after)}`;
}

function statedLines({ change, section, name, project, before, after, words }: StatedChange, paint: Paint): string[] {
  const place = `${project === undefined ? section : `${section} / ${project}`} / ${name}`;
  const single = ![before, after].some((words) => words !== undefined && (words.includes("\n") || stringWidth(words) > 40));
  if (single && before !== undefined && after !== undefined) return [`  ${place}：${paint("red", before)} → ${paint("green", after)}`];
  if (words.length > 0) return [`  ${place}（${CHANGE_NAMES[change]}）`, `    ${oneLine(words.map((each) => markedWords(each, paint)).join(""))}`];
  const lines = [
    ...(before === undefined ? [] : [`    - ${paint("red", oneLine(before))}`]),
    ...(after === undefined ? [] : [`    + ${paint("green", oneLine(after))}`]),
  ];
  return [`  ${place}（${CHANGE_NAMES[change]}）`, ...lines];
}

function oneLine(text: string): string {
  return text.replaceAll("\n", "⏎");
}

function projectLine({ change, code, before, after, amounts }: ProjectChange): string {
  const coded = code === undefined ? "" : `（项目编码 ${code}）`;
  const name = change === "renamed" || change === "merged" ? `${before} → ${after}` : (after ?? before);
  const money =
    change === "added"
      ? yuan(amounts.after)
      : change === "gone"
        ? yuan(amounts.before)
        : amounts.before.equals(amounts.after)
          ? ""
          : `${yuan(amounts.before)} → ${yuan(amounts.after)}`;
  return `  ${CHANGE_NAMES[change]}  ${name}${coded}${money === "" ? "" : `  ${money}`}`;
}

/** By 支出性质, as the file has them. */
function factLines(facts: readonly FactChange[], ownUnit: string): string[] {
  const rows = facts.map((fact) => [
    CHANGE_NAMES[fact.change],
    fact.nature,
    [factName(fact), ...factDetails(fact, ownUnit)].join("，"),
    fact.before === undefined ? "" : yuan(fact.before),
    "→",
    fact.after === undefined ? "" : yuan(fact.after),
    signedYuan(fact.difference),
  ]);
  return columns(rows, [false, false, false, true, false, true, true]);
}

function figureLines({ figures }: Difference): string[] {
  const rows = figures.map(({ name, before, after, difference, shownDifference }) => [
    name,
    before?.shown ?? "",
    "→",
    after?.shown ?? "",
    shownDifference,
    `（${signedYuan(difference)}）`,
  ]);
  return columns(rows, [false, true, false, true, true, true]);
}

/** Rows and columns that a line names before it says only how many there are. */
const MOST_NAMED = 6;

function tableLines({ change, cells, ...table }: TableChange): string[] {
  const name = tableName(table);
  if (change !== "changed") return [`  ${name}：${CHANGE_NAMES[change]}`];
  const rows = fewOf(namesIn(cells, "row"), MOST_NAMED, "行");
  const named = fewOf(namesIn(cells, "column"), MOST_NAMED, "栏");
  return [`  ${name}：${cells.length} 格`, ...(rows === "" ? [] : [`    行：${rows}`]), ...(named === "" ? [] : [`    栏：${named}`])];
}

function passageLines(passages: readonly PassageChange[], paint: Paint): string[] {
  let open = "";
  return passages.flatMap(({ section, kind, change, words }) => {
    const place = section.join(" / ") || PASSAGE_NAMES.cover;
    const heading = place === open ? [] : [`  ${place}`];
    open = place;
    const kindName = PASSAGE_NAMES[kind];
    const marked = words.map((each) => markedWords(each, paint)).join("");
    return [...heading, `    ${CHANGE_NAMES[change]}${kindName}：${marked}`];
  });
}

function markedWords({ kind, text }: Words, paint: Paint): string {
  if (kind === "same") return text;
  return kind === "gone" ? paint("red", `[-${text}-]`) : paint("green", `{+${text}+}`);
}

/** Cells under each other; a full-width character is two wide. */
function columns(rows: readonly (readonly string[])[], right: readonly boolean[]): string[] {
  const widths = right.map((_, index) => Math.max(0, ...rows.map((row) => stringWidth(row[index] ?? ""))));
  return rows.map((row) =>
    `  ${row
      .map((cell, index) => {
        const blanks = " ".repeat((widths[index] ?? 0) - stringWidth(cell));
        return right[index] ? blanks + cell : cell + blanks;
      })
      .join("  ")}`.trimEnd(),
  );
}
