import { describe, expect, it } from "vitest";
import { error, note, warning } from "../../src/base/diagnostic.ts";
import { sourceFile, span } from "../../src/base/span.ts";
import { confirmationsIn } from "../../src/confirm/comments.ts";
import { confirm } from "../../src/confirm/confirm.ts";
import { parseYaml } from "../../src/load/yaml/parse.ts";
import { cleanValue } from "../derive/support.ts";

const tree = (text: string) => cleanValue(parseYaml(sourceFile("单位.yaml", text), { flow: false }));

/** What each confirmation of a text speaks of, as the file has it. */
function targets(text: string): string[] {
  return confirmationsIn(tree(text))
    .filter(({ inText }) => !inText)
    .map(({ target }) => text.slice(target.start, target.end).trimEnd());
}

describe("a confirmation speaks of", () => {
  it("the entry below it, with all that stands in it", () => {
    expect(targets("甲: 1\n# 已核对 a：是\n乙:\n  丙: 2\n  丁: 3\n戊: 4\n")).toEqual(["乙:\n  丙: 2\n  丁: 3"]);
  });

  it("a whole item of a list when it stands above one", () => {
    expect(targets("项目:\n  # 已核对 a：是\n  - 名称: 甲\n    金额: 1\n  - 名称: 乙\n    金额: 2\n")).toEqual(["名称: 甲\n    金额: 1"]);
  });

  it("the entry on its line when it stands behind one", () => {
    expect(targets("项目:\n  - 名称: 甲 # 已核对 a：是\n    金额: 1\n")).toEqual(["名称: 甲"]);
  });

  it("one entry when several stand above it", () => {
    expect(targets("# 已核对 a：是\n# 别的注释\n# 已核对 b：是\n甲: 1\n乙: 2\n")).toEqual(["甲: 1", "甲: 1"]);
  });

  it("nothing when it is part of a text", () => {
    expect(targets('甲: |\n  正文\n  # 已核对 a：是\n乙: "a # 已核对 a：是"\n丙: 1\n')).toEqual([]);
  });

  it("itself when nothing follows, so that it is said to be idle", () => {
    expect(targets("甲: 1\n# 已核对 a：是\n")).toEqual(["# 已核对 a：是"]);
  });
});

describe("what is confirmed", () => {
  const text = "# 已核对 a、b: 有合同\n甲: 1\n乙: 2\n";
  const root = tree(text);
  const at = (words: string) => span(root.span.file, text.indexOf(words), text.indexOf(words) + 1);

  it("is every warning, note and confirmable error of its codes in its entry, and nothing else", () => {
    const gone = [warning("a", "", at("甲")), note("b", "", at("1")), error("a", "", at("1"), { confirmable: true })];
    const left = [warning("a", "", at("乙")), note("c", "", at("1")), warning("a", "")];
    expect(confirm([...gone, ...left], root, true)).toEqual({ confirmed: gone, diagnostics: left });
  });

  it("is no error that must be mended, and that is said", () => {
    const wrong = error("a", "", at("1"));
    const { confirmed, diagnostics } = confirm([wrong], root, false);
    expect(confirmed).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["a", "confirmation-refused"]);
  });

  it("is said to be nothing only when all rules have run", () => {
    expect(confirm([], root, false).diagnostics).toEqual([]);
    expect(confirm([], root, true).diagnostics.map(({ code }) => code)).toEqual(["confirmation-unused", "confirmation-unused"]);
  });
});
