import { describe, expect, it } from "vitest";
import { renderFragment, renderPage, renderPrint } from "../../src/render/document.ts";
import { budgetText, compileTiny, type Tiny } from "../support/tiny-standard.ts";

const MONEY = "基本支出:\n  2010301:\n    30201: 10,000\n";

const table = (columns: string, total: string): string =>
  `title: 表\ncolumns: [${columns}]\nrows: [{ axis: 功能科目, levels: [类] }, { total: 合　计, across: true${total} }]\n`;
const CODES = "{ heading: 类, text: 类编码 }, { heading: 款, text: 款编码 }, { heading: 名称, text: 名称 }";
const AMOUNTS = "{ heading: 合计, role: total }, { heading: 金额, where: {} }";

/** The same document in its three editions. */
function editions(text: string): [string, string][] {
  const tiny: Tiny = { files: { "tables/1.yaml": text } };
  const { value } = compileTiny(tiny, { budget: budgetText(MONEY) });
  if (value === undefined) throw new Error("nothing compiled");
  const { document, standard } = value;
  return [
    ["page", renderPage(document, standard.styles)],
    ["print", renderPrint(document, standard.styles, new Map())],
    ["fragment", renderFragment(document)],
  ];
}

interface Rendered {
  readonly text: string;
  readonly columns: number;
}

/** The cells of each row of a table's body. */
function rowsIn(html: string): Rendered[][] {
  const body = /<tbody>(.*?)<\/tbody>/s.exec(html)?.[1] ?? "";
  return [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
    [...row.matchAll(/<(t[dh])([^>]*)>(.*?)<\/\1>/gs)].map(([, , attributes = "", text = ""]) => ({
      text,
      columns: Number(/colspan="(\d+)"/.exec(attributes)?.[1] ?? 1),
    })),
  );
}

describe("a total across the text columns", () => {
  it.each(editions(table(`${CODES}, ${AMOUNTS}`, "")))("is one cell in the %s edition, and nothing stands beside it", (_, html) => {
    expect(rowsIn(html)).toEqual([
      [
        { text: "201", columns: 1 },
        { text: "", columns: 1 },
        { text: "一般公共服务支出", columns: 1 },
        { text: "1.00", columns: 1 },
        { text: "1.00", columns: 1 },
      ],
      [
        { text: "合　计", columns: 3 },
        { text: "1.00", columns: 1 },
        { text: "1.00", columns: 1 },
      ],
    ]);
  });

  it.each(editions(table(`{ heading: 名称, text: 名称 }, ${AMOUNTS}`, "")))("over one column is a cell like any other in the %s edition", (name, html) => {
    expect(rowsIn(html)[1]?.map(({ columns }) => columns)).toEqual([1, 1, 1]);
    // Only what stands over the printed table, its title and unit line, spans.
    if (name !== "print") expect(html).not.toContain("colspan");
  });

  it.each(editions(table(`${CODES}, ${AMOUNTS}, { heading: 备注, text: 空白 }`, "")))("leaves text columns behind the amounts in the %s edition", (_, html) => {
    expect(rowsIn(html)[1]).toEqual([
      { text: "合　计", columns: 3 },
      { text: "1.00", columns: 1 },
      { text: "1.00", columns: 1 },
      { text: "", columns: 1 },
    ]);
  });

  it.each(editions(table(`${CODES}, ${AMOUNTS}`, "")))("names its row in the %s edition", (_, html) => {
    expect(html).toMatch(/<th scope="row"[^>]* colspan="3"[^>]*>合　计<\/th>/);
  });
});
