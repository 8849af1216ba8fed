import { describe, expect, it } from "vitest";
import { budgetText, documentOfTiny, findingsOfTiny, hintsOfTiny, paragraphsOf, type Tiny, type Written } from "../support/tiny-standard.ts";

const PHRASES = `changes:
  变化:
    增加: 增加{{差额}}
    减少: 减少{{差额}}
    持平: 持平
    基数为零: 新增{{差额}}
`;

function tinyOf(list: string, sentence: string): Tiny {
  const document =
    "title: 题\ncover: [{ role: title, text: 题 }]\ncontents: 目录\nparts:\n  - section: 部分\n    content:\n      - { sentence: one, each: 单 }\n";
  return { files: { "document.yaml": document, "lists.yaml": list, "sentences/one.hbs": sentence, "phrases.yaml": PHRASES } };
}

const CATEGORIES = tinyOf("单: { axis: 功能科目, level: 项, zeros: true }\n", "{{名称}}{{变化 本项}}。");
const PROJECTS = tinyOf("单: { axis: 项目, zeros: true }\n", "{{名称}}{{变化 本项}}。");

const linked = (money: string, before: string, head = ""): Written => ({
  budget: budgetText(money, { year: 2024, head: `上年文件: 2023.yaml\n${head}` }),
  beside: { "2023.yaml": budgetText(before, { year: 2023 }) },
});

const said = (tiny: Tiny, written: Written): string[] => paragraphsOf(documentOfTiny(tiny, written));
const codesOf = (tiny: Tiny, written: Written): string[] => findingsOfTiny(tiny, written).map((line) => line.split(" ")[0] ?? "");

// 2010308 信访事务 became 20140 in 2024.
const BEFORE = `基本支出:
  2010308:
    30101: 50,000
    30201: 10,000
项目支出:
  - 项目名称: 大厅
    支出:
      2010308:
        30201: 20,000
`;
const NOW = `基本支出:
  2014001:
    30101: 60,000
项目支出:
  - 项目名称: 大厅
    支出:
      2014004:
        30201: 30,000
`;

describe("a 科目 that this year's list has not", () => {
  it("is reported where nothing tells what became of it", () => {
    expect(findingsOfTiny(CATEGORIES, linked(NOW, BEFORE)).filter((line) => line.startsWith("last-year"))).toEqual([
      "last-year-category-gone 上年的科目“2010308 信访事务”今年没有了，上年的 80,000元没有对上今年的科目",
    ]);
  });

  it.each([
    ["whole", "2010308 信访事务: 2014001 行政运行", ["行政运行减少2万元。", "信访业务新增3万元。"]],
    ["by 支出性质, the rest elsewhere", "2010308:\n    基本支出: 2014001\n    其余: 2014004", ["行政运行持平。", "信访业务增加1万元。"]],
    ["the rest written first", "2010308:\n    其余: 2014004\n    基本支出: 2014001", ["行政运行持平。", "信访业务增加1万元。"]],
    ["by 经济科目", "2010308:\n    30101 基本工资: 2014001\n    其余: 2014004", ["行政运行增加1万元。", "信访业务持平。"]],
    ["by 项目", "2010308:\n    大厅: 2014004\n    其余: 2014001", ["行政运行持平。", "信访业务增加1万元。"]],
  ])("is what 科目对照 says: %s", (_, line, sentences) => {
    expect(said(CATEGORIES, linked(NOW, BEFORE, `科目对照:\n  ${line}\n`))).toEqual(sentences);
  });

  it("is matched by itself below a 款 that took the place of another, by its name", () => {
    // 21006 中医药 became 21017 as a whole.
    const before = "基本支出:\n  2100601:\n    30201: 20,000\n";
    const now = "基本支出:\n  2101704:\n    30201: 20,000\n";
    expect(said(CATEGORIES, linked(now, before))).toEqual(["中医（民族医）药专项持平。"]);
    // What 科目对照 says comes first.
    expect(said(CATEGORIES, linked(now, before, "科目对照:\n  2100601: 2101799\n"))).toEqual([
      "中医（民族医）药专项新增2万元。",
      "其他中医药事务支出减少2万元。",
    ]);
  });

  it("that 科目对照 has in part is to be completed there", () => {
    const now = linked(NOW, BEFORE, "科目对照:\n  2010308:\n    基本支出: 2014001\n");
    expect(findingsOfTiny(CATEGORIES, now)).toContain("last-year-category-gone 上年的科目“2010308 信访事务”今年没有了，上年的 20,000元没有对上今年的科目");
    expect(hintsOfTiny(CATEGORIES, now).join()).toContain("在“科目对照:”的 2010308 下补一行“其余: 今年的编码 名称”");
  });

  it("of nothing but 0 is no matter", () => {
    const before = "基本支出:\n  2010308:\n    30201: 0\n  2014001:\n    30101: 10,000\n".replace(
      "  2014001:\n    30101: 10,000\n",
      "  2010301:\n    30101: 10,000\n",
    );
    expect(codesOf(CATEGORIES, linked("基本支出:\n  2010301:\n    30101: 10,000\n", before))).toEqual([]);
  });

  it("two of last year's may be one now", () => {
    const before = "基本支出:\n  2010308:\n    30101: 20,000\n  2010301:\n    30101: 10,000\n";
    const now = "基本支出:\n  2010301:\n    30101: 40,000\n";
    expect(said(CATEGORIES, linked(now, before, "科目对照:\n  2010308: 2010301\n"))).toEqual(["行政运行增加1万元。"]);
  });
});

const project = (name: string, amount: string, more = ""): string => `  - 项目名称: ${name}\n${more}    支出:\n      2010302:\n        30201: ${amount}\n`;

describe("a project", () => {
  const of = (...projects: string[]): string => `项目支出:\n${projects.join("")}`;

  it("is last year's of the same 项目编码, whatever its name", () => {
    const written = linked(of(project("新名", "30,000", "    项目编码: A1\n")), of(project("旧名", "20,000", "    项目编码: A1\n")));
    expect(said(PROJECTS, written)).toEqual(["新名增加1万元。"]);
  });

  it("is told by its name where its 项目编码 is that of several", () => {
    const coded = (name: string, amount: string): string => project(name, amount, "    项目编码: A1\n");
    const written = linked(of(coded("大厅", "30,000"), coded("热线", "50,000")), of(coded("热线", "20,000"), coded("大厅", "10,000")));
    expect(said(PROJECTS, written)).toEqual(["大厅增加2万元。", "热线增加3万元。"]);
  });

  it("is the one that it names as 上年名称", () => {
    const written = linked(of(project("大厅运行", "30,000", "    上年名称: 窗口服务\n")), of(project("窗口服务", "20,000")));
    expect(said(PROJECTS, written)).toEqual(["大厅运行增加1万元。"]);
  });

  it("is each of those that it names, parted by 、, which may stand in a name too", () => {
    const before = of(project("大厅运行", "20,000"), project("会务、接待", "5,000"), project("物业", "8,000"));
    const written = linked(of(project("大厅运行和物业", "30,000", "    上年名称: 大厅运行、会务、接待、物业\n")), before);
    expect(said(PROJECTS, written)).toEqual(["大厅运行和物业减少0.3万元。"]);
    expect(codesOf(PROJECTS, written)).toEqual([]);
  });

  it("takes a comma between them for 、", () => {
    const written = linked(of(project("大厅", "30,000", "    上年名称: 运行，物业\n")), of(project("运行", "20,000"), project("物业", "8,000")));
    expect(said(PROJECTS, written)).toEqual(["大厅增加0.2万元。"]);
  });

  it("is told which of the names that it says nobody had", () => {
    const before = of(project("大厅运行", "20,000"), project("物业费", "8,000"));
    const written = linked(of(project("大厅运行和物业", "30,000", "    上年名称: 大厅运行、物业\n")), before);
    expect(findingsOfTiny(PROJECTS, written)).toEqual(["last-year-project-unmatched 上年文件里没有叫“物业”的项目"]);
  });

  it("with another 上年名称 leaves its own name of last year to nobody", () => {
    const written = linked(of(project("甲项目", "30,000", "    上年名称: 乙项目\n")), of(project("甲项目", "10,000"), project("乙项目", "20,000")));
    expect(said(PROJECTS, written)).toEqual(["甲项目增加1万元。", "甲项目减少1万元。"]);
  });

  it("goes by its name among those that share a 项目编码, and is no two of this year's", () => {
    const code = "    项目编码: A1\n";
    const written = linked(
      of(project("乙项", "50,000", code), project("甲项", "30,000", code)),
      of(project("甲项", "20,000", code), project("乙项", "10,000", code)),
    );
    expect(said(PROJECTS, written)).toEqual(["乙项增加4万元。", "甲项增加1万元。"]);
    const renamed = linked(of(project("热线系统建设", "30,000", code)), of(project("甲项", "20,000", code), project("乙项", "10,000", code)));
    expect(said(PROJECTS, renamed)).toEqual(["热线系统建设新增3万元。", "甲项减少2万元。", "乙项减少1万元。"]);
  });

  it("of a near name is asked about, and of the same or a far one not", () => {
    const asked = (now: string, before: string): string[] => codesOf(PROJECTS, linked(of(project(now, "20,000")), of(project(before, "20,000"))));
    expect(asked("大厅运行经费", "大厅运行费")).toEqual(["last-year-project-near"]);
    expect(asked("大厅运行经费", "大厅运行经费")).toEqual([]);
    expect(asked("大厅运行经费", "信息化建设")).toEqual([]);
  });
});

describe("a unit", () => {
  const UNITS = tinyOf("单: { axis: 单位, zeros: true }\n", "{{名称}}{{变化 本项}}。");
  const spends = (amount: string, indent = ""): string => `${indent}基本支出:\n${indent}  2010301:\n${indent}    30201: ${amount}\n`;
  const below = (name: string, amount: string, more = ""): string => `  - 名称: ${name}\n    性质: 事业单位\n${more}${spends(amount, "    ")}`;
  const whole = (own: string, ...units: string[]): string => `${spends(own)}下属单位:\n${units.join("")}`;

  it("that publishes is last year's that did, whatever it is called; others go by name before 编码", () => {
    const code = (written: string): string => `    编码: "${written}"\n`;
    const { budget, beside } = linked(
      whole("40,000", below("甲站", "30,000", code("1")), below("丙所", "20,000", code("2"))),
      whole("30,000", below("甲站", "10,000", code("2")), below("乙站", "10,000", code("1")), below("丁所", "10,000")),
    );
    const last = beside?.["2023.yaml"]?.replace("名称: 某局", "名称: 某某局") ?? "";
    const confirmed = budget?.replace("上年文件: 2023.yaml", "上年文件: 2023.yaml  # 已核对 last-year-file-unit：改了名称") ?? "";
    expect(said(UNITS, { budget: confirmed, beside: { "2023.yaml": last } })).toEqual([
      "某局增加1万元。",
      "甲站增加1万元。",
      "丙所新增2万元。",
      "丁所减少1万元。",
    ]);
  });

  it("has its own projects, where several units share a 项目编码", () => {
    const shared = (name: string, amount: string): string => `    项目支出:\n${project(name, amount, "    项目编码: A1\n").replace(/^/gm, "    ").trimEnd()}\n`;
    const units = (one: string, other: string): string =>
      `项目支出:\n${project("甲", one, "    项目编码: A1\n")}下属单位:\n  - 名称: 乙站\n    性质: 事业单位\n${shared("乙", other)}`;
    expect(said(PROJECTS, linked(units("30,000", "50,000"), units("20,000", "10,000")))).toEqual(["甲增加1万元。", "乙增加4万元。"]);
  });
});

describe("同口径调整", () => {
  const WHOLE: Tiny = {
    files: {
      "document.yaml": "title: 题\ncover: [{ role: title, text: 题 }]\ncontents: 目录\nparts:\n  - section: 部分\n    content:\n      - { sentence: one }\n",
      "sentences/one.hbs": "支出{{变化 支出总计}}，基本支出{{变化 基本支出}}。",
      "phrases.yaml": `${PHRASES}同口径: （按同口径为{{上年数}}：{{原因}}）\n`,
    },
  };
  const MONEY = "基本支出:\n  2010301:\n    30101: 30,000\n";
  const HEAD = "同口径调整:\n  支出总计:\n    上年数: 2.5万元\n    原因: 职能划入\n";

  it("is the base, and says so; what is not adjusted is against the file", () => {
    const before = "基本支出:\n  2010301:\n    30101: 20,000\n";
    expect(said(WHOLE, linked(MONEY, before, HEAD)).at(-1)).toBe("支出增加0.5万元（按同口径为2.5万元：职能划入），基本支出增加1万元。");
  });

  it("needs no file", () => {
    const budget = budgetText(MONEY, { head: `${HEAD}上年数:\n  基本支出: 2万元\n` });
    expect(said(WHOLE, { budget }).at(-1)).toBe("支出增加0.5万元（按同口径为2.5万元：职能划入），基本支出增加1万元。");
  });

  it("of several parts gives the whole all their reasons, each once, as the standard sets them apart", () => {
    const money = "基本支出:\n  2010301:\n    30217: 30,000\n    30212: 20,000\n";
    const part = (name: string, reason: string): string => `  ${name}:\n    上年数: 1万元\n    原因: ${reason}\n`;
    const zero = "上年数:\n  公务用车购置费: 0\n  公务用车运行维护费: 0\n";
    const of = (phrases: string, other: string): string | undefined => {
      const files = { ...WHOLE.files, "sentences/one.hbs": "三公经费{{变化 三公经费}}。", "phrases.yaml": WHOLE.files["phrases.yaml"] + phrases };
      const head = `同口径调整:\n${part("公务接待费", "职能划入")}${part("因公出国（境）费", other)}${zero}`;
      return said({ files }, { budget: budgetText(money, { head }) }).at(-1);
    };
    expect(of("", "人员转入")).toBe("三公经费增加3万元（按同口径为2万元：人员转入；职能划入）。");
    expect(of("同口径之间: 以及\n", "人员转入")).toBe("三公经费增加3万元（按同口径为2万元：人员转入以及职能划入）。");
    expect(of("", "职能划入")).toBe("三公经费增加3万元（按同口径为2万元：职能划入）。");
  });

  it("is refused where the standard has no words for it", () => {
    const silent = { files: { ...WHOLE.files, "phrases.yaml": PHRASES } };
    const budget = budgetText(MONEY, { head: `${HEAD}上年数:\n  基本支出: 2万元\n` });
    expect(codesOf(silent, { budget })).toEqual(["adjustment-without-words"]);
  });
});
