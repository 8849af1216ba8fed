import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nextFile } from "../../../src/author/roll-forward/file-name.ts";
import type { Amounts } from "../../../src/author/roll-forward/values.ts";
import { ROOT } from "../../support/compile.ts";
import { rolled } from "./rolling.ts";

const HEAD = "标准: 随州\n年度: 2024\n文种: 部门预算\n单位:\n  名称: 某局\n  性质: 事业单位\n";
const ROLLED_HEAD = HEAD.replace("2024", "2025");
const LINK = "上年文件: 上年.yaml\n";

/** What becomes of lines behind the head of a file. */
function becomes(lines: string, amounts: Amounts = "to fill"): string {
  const { text } = rolled(HEAD + lines, amounts);
  const head = ROLLED_HEAD + LINK;
  return text.startsWith(head) ? text.slice(head.length) : text.slice(ROLLED_HEAD.length);
}

const PROJECT = "项目支出:\n  - 项目名称: 大厅运行\n    支出:\n      2010350:\n        30201: 5万元\n";
const ROLLED_PROJECT = PROJECT.replace("5万元", "待填  # 上年 5万元");

describe("an amount", () => {
  it.each([
    ["138,000", "待填  # 上年 138,000"],
    ["138,000  # 核过", "待填  # 上年 138,000  # 核过"],
    ["13.8万元", "待填  # 上年 13.8万元"],
    ['"138,000"', "待填  # 上年 138,000"],
    ["'138,000' # 核过", "待填  # 上年 138,000 # 核过"],
    ["　138,000　", "待填  # 上年 138,000"],
    ["|\n      138,000", "待填  # 上年 138,000"],
    ["| # 核过\n      138,000\n", "待填  # 上年 138,000 # 核过\n"],
    ["0", "待填  # 上年 0"],
    ["待填", "待填"],
    ["待填  # 上年 138,000", "待填"],
    ["240,000  # 上年 138,000", "待填  # 上年 240,000"],
    ["240,000  # 上年 5人  # 已核对 甲：乙", "待填  # 上年 240,000  # 上年已核对 甲：乙"],
    ["240,000  # 上年 138,000  # 核过", "待填  # 上年 240,000  # 核过"],
    ["240,000  # 上年 减了两项", "待填  # 上年 240,000  # 上年 减了两项"],
    ["\n      一般公共预算: 5\n      事业收入上年结转: 0.5元", "\n      一般公共预算: 待填  # 上年 5\n      事业收入上年结转: 待填  # 上年 0.5元"],
  ])("%j → %j", (written, wanted) => {
    const line = "基本支出:\n  2010350 事业运行:\n    30201 办公费: ";
    expect(becomes(`${line}${written}\n`)).toBe(`${line}${wanted}\n`);
  });

  it("right behind a section is a mistake and stays", () => {
    const lines = "批复: 5万元\n基本支出: 5万元\n原因: 有人退休\n";
    expect(rolled(HEAD + lines).text).toBe(ROLLED_HEAD + lines.replace("5万元\n", `5万元\n${LINK}`));
  });

  it("that is none is kept above its place", () => {
    expect(becomes("政府采购:\n  货物: 约 10 万\n")).toBe("政府采购:\n  # 上年：约 10 万\n  货物: 待填\n");
  });

  it.each<[Amounts, string, string]>([
    ["zero", "货物: 20,000 # 核过", "货物: 0  # 上年 20,000 # 核过"],
    ["zero", "货物: 0", "货物: 0"],
    ["zero", "明细: 无", "明细: 无"],
    ["keep", "货物: 20,000  # 上年 5", "货物: 20,000"],
    ["keep", "明细: 无", "明细: 无"],
    ["to fill", "明细: 无", "明细: 待填  # 上年 无"],
  ])("%s: %s → %s", (amounts, written, wanted) => expect(becomes(`政府采购:\n  ${written}\n`, amounts)).toBe(`政府采购:\n  ${wanted}\n`));

  it("of things that are counted, priced, approved, of 下属单位, of a project", () => {
    const lines = [
      "批复:\n  收入总计: 5万元\n",
      "下属单位:\n  - 名称: 某中心\n    性质: 事业单位\n    结转下年:\n      2010350: 3\n    项目支出:\n      - 项目名称: 甲\n        支出:\n          2010350:\n            30201: 4\n",
      "政府采购:\n  明细:\n    - 采购类别: 货物\n      数量: 4\n      单价: 10,000\n",
      "国有资产:\n  车辆: 1辆\n  房屋: 1,250.5平方米\n  单价50万元以上通用设备: 0台（套）\n",
      "人员:\n  在职人员: 74人\n",
    ].join("");
    const wanted = lines.replace(/: (\d[\d,.]*[^\n\d]*)\n/g, ": 待填  # 上年 $1\n");
    expect(rolled(HEAD + lines).text).toBe(ROLLED_HEAD + wanted.replace("下属单位:", `${LINK}下属单位:`));
    const kept = rolled(HEAD + lines, "keep").text;
    expect(kept).toBe(ROLLED_HEAD + lines.replace(": 5万元\n", `: 待填  # 上年 5万元\n${LINK}`));
  });
});

describe("a text", () => {
  it.each([
    ["到2024年底完成", true],
    ["到 2023 年底完成", true],
    ["到２０２４年底完成", true],
    ["到二〇二四年底完成", true],
    ["到二○二三年底完成", true],
    ["截至2023-12-31", true],
    ["2023—2025年完成", true],
    ["2020年开始", false],
    ["到2025年完成", false],
    ["市财预〔2024〕1号", false],
    ["合同编号：TFZW-202401-A", false],
    ["电话 20240000 年检", false],
    ["每年2024件", false],
  ])("%s is emptied: %s", (words, emptied) => {
    const wanted = emptied ? `  # 上年：${words}\n  主要职责: 待填\n` : `  主要职责: ${words}\n`;
    expect(becomes(`概况:\n  主要职责: ${words}\n`)).toBe(`概况:\n${wanted}`);
  });

  it("in a block has all its lines above, and keeps the comment of its first line", () => {
    expect(becomes("概况:\n  主要职责: |  # 照三定方案\n    2024年的工作：\n\n      一、甲；\n    二、#乙。\n\n\n  机构设置: 办公室。\n")).toBe(
      "概况:\n  # 上年：2024年的工作：\n  # 上年：一、甲；\n  # 上年：二、#乙。\n  主要职责: 待填  # 照三定方案\n\n\n  机构设置: 办公室。\n",
    );
  });

  it("in a list is emptied alone", () => {
    expect(becomes("概况:\n  主要职责:\n    - 承担甲工作。\n    - |\n      2024年承担乙工作。\n    - 承担丙工作。\n")).toBe(
      "概况:\n  主要职责:\n    - 承担甲工作。\n    # 上年：2024年承担乙工作。\n    - 待填\n    - 承担丙工作。\n",
    );
  });

  it("over several lines, in quotes, on a line of its own", () => {
    expect(becomes("概况:\n  主要职责: 承担甲\n    乙，2024年完成。\n  机构设置:\n    '到2024年：#7个。'\n公开:\n  封面日期: \"二〇一九\" # 定了再改\n")).toBe(
      "概况:\n  # 上年：承担甲乙，2024年完成。\n  主要职责: 待填\n  # 上年：到2024年：#7个。\n  机构设置:\n    待填\n公开:\n  # 上年：二〇一九\n  封面日期: 待填 # 定了再改\n" +
        LINK,
    );
  });

  it("that is stated anew each year is emptied whatever it says", () => {
    expect(becomes("国有资产:\n  截至: 年底\n")).toBe("国有资产:\n  # 上年：年底\n  截至: 待填\n");
    expect(becomes("国有资产:\n  拟购置内容: 打印机\n", "keep")).toBe("国有资产:\n  # 上年：打印机\n  拟购置内容: 待填\n");
    const goals = "    绩效指标:\n      产出指标:\n        数量指标:\n          办件量:\n            上年值: 1万件\n            指标值: 2万件\n";
    expect(becomes(PROJECT + goals)).toBe(ROLLED_PROJECT + goals.replace("            上年值: 1万件", "            # 上年：1万件\n            上年值: 待填"));
  });

  it("that is a reason is emptied, each line; its comment stays", () => {
    expect(becomes("原因:\n  # 会上说的\n  收入总计: |\n    甲\n    乙\n  支出总计: 同收入总计 # 一样\n  2010350 事业运行: 丙\n")).toBe(
      "原因:\n  # 会上说的\n  # 上年：甲\n  # 上年：乙\n  收入总计: 待填\n  # 上年：同收入总计\n  支出总计: 待填 # 一样\n  # 上年：丙\n  2010350 事业运行: 待填\n",
    );
  });

  it("on the years of a project stays, as do names of units", () => {
    const lines = "    起始年度: 2024年\n    终止年度: 2024年\n    项目编码: 2024年\n";
    expect(becomes(PROJECT + lines)).toBe(ROLLED_PROJECT + lines);
    expect(rolled(HEAD.replace("某局", "2024年会筹备组")).text).toContain("名称: 2024年会筹备组\n");
  });

  it("that is a name at the place of a key keeps the rest, so that names stay apart", () => {
    const goals = (one: string, other: string): string => `    绩效指标:\n      产出指标:\n        数量指标:\n${one}          ${other}: 3件\n`;
    expect(becomes(PROJECT + goals("          2024年办件量: 2件\n", "2023年办件量"))).toBe(
      ROLLED_PROJECT + goals("          # 上年：2024年办件量\n          待填年办件量: 2件\n          # 上年：2023年办件量\n", "待填年办件量待填"),
    );
  });

  it("above which last year's words stand already has this year's alone", () => {
    expect(becomes("原因:\n  # 上年：甲\n  # 上年：乙\n  收入总计: 丙\n  # 上年：丁\n  支出总计: 待填\n")).toBe(
      "原因:\n  # 上年：丙\n  收入总计: 待填\n  支出总计: 待填\n",
    );
  });

  it("may hold what looks like a comment of ours", () => {
    const lines = "概况:\n  主要职责: |\n    # 上年：甲\n    甲  # 上年 5\n    # 已核对 amount-in-text：乙\n";
    expect(becomes(lines)).toBe(lines);
  });
});

describe("a project", () => {
  const item = (name: string, more = ""): string => `  - 项目名称: ${name}\n    支出:\n      2010350:\n        30201: 5万元\n${more}`;
  const gone = (name: string): string => `  # 上年的一次性项目“${name}”没有带过来\n`;

  it.each(["一次性: 是", "项目类型: 一次性项目", "项目属性: 一次性项目", '项目属性: "一次性项目"'])("of which the file says “%s” is left out", (words) => {
    const { text, dropped } = rolled(`${HEAD}项目支出:\n${item("修缮", `    ${words}\n    # 在里面\n`)}  # 后一个的\n${item("运行")}`, "keep");
    expect([text, dropped]).toEqual([`${ROLLED_HEAD}${LINK}项目支出:\n${gone("修缮")}  # 后一个的\n${item("运行")}`, ["修缮"]]);
  });

  it.each(["一次性: 否", "项目类型: 阶段性项目", "项目类型: 常年性项目", "项目用途: 一次性项目"])("of which the file says “%s” is carried", (words) => {
    const lines = `项目支出:\n${item("修缮", `    ${words}\n`)}`;
    expect(becomes(lines, "keep")).toBe(lines);
  });

  it("that is the only one takes its section along", () => {
    const lines = `政府采购:\n  货物: 0\n项目支出:  # 两个\n  # 甲的\n${item("甲", "    一次性: 是\n")}${item("乙", "    一次性: 是\n")}# 以后的\n人员:\n  在职人员: 5人\n`;
    expect(becomes(lines, "keep")).toBe(`政府采购:\n  货物: 0\n# 两个\n${gone("甲").trimStart()}${gone("乙").trimStart()}# 以后的\n人员:\n  在职人员: 5人\n`);
  });

  it("of a 下属单位, behind a dash on a line of its own", () => {
    const unit = (projects: string): string => `下属单位:\n  - 名称: 某中心\n    性质: 事业单位\n    项目支出:\n${projects}`;
    const own = "      -\n        # 里面的\n        项目名称: 甲\n        一次性: 是\n        支出:\n          2010350:\n            30201: 4\n";
    const other = "      - 项目名称: 乙\n        支出:\n          2010350:\n            30201: 4\n";
    expect(becomes(unit(own + other), "keep")).toBe(unit(`      # 上年的一次性项目“甲”没有带过来\n${other}`));
  });

  it("that is left out empties what refers to it", () => {
    const purchase = (name: string): string => `政府采购:\n  明细:\n    - 采购项目: 空调\n      采购类别: 货物\n${name}      数量: 1\n      单价: 5\n`;
    const goals = "概况:\n  主要职责: 做好大厅修缮。\n";
    const { text } = rolled(
      `${HEAD}项目支出:\n${item("大厅修缮", "    一次性: 是\n")}${item("运行")}${purchase("      所属项目: 大厅修缮\n")}${goals}`,
      "keep",
    );
    expect(text).toContain(purchase("      # 上年：大厅修缮\n      所属项目: 待填\n"));
    expect(text).toContain("  # 上年：做好大厅修缮。\n  主要职责: 待填\n");
  });

  it("that is left out leaves the comments at its margin", () => {
    const lines = `项目支出:\n${item("甲", "  # 以下没有定\n    # 甲的\n    一次性: 是\n# 行首\n    项目用途: 乙\n")}${item("丙")}`;
    expect(becomes(lines, "keep")).toBe(`项目支出:\n${gone("甲")}  # 以下没有定\n# 行首\n${item("丙")}`);
  });

  it("that is over is carried and told", () => {
    const { text, ended } = rolled(`${HEAD}项目支出:\n${item("甲", "    终止年度: 2024\n")}${item("乙", "    终止年度: 2025\n")}`, "keep");
    expect([text.includes("项目名称: 甲"), ended]).toEqual([true, ["甲（终止年度 2024）"]]);
  });

  it("that is named after the year is to be named anew, and says what it was called", () => {
    const purchase = "政府采购:\n  明细:\n    - 采购类别: 货物\n      所属项目: 2024年会务\n";
    const lines = `项目支出:\n${item("2024年会务")}${purchase}`;
    const once = becomes(lines, "keep");
    expect(once).toBe(
      `项目支出:\n  # 上年：2024年会务\n${item("待填\n    上年名称: 2024年会务")}${purchase.replace("      所属项目: 2024年会务", "      # 上年：2024年会务\n      所属项目: 待填")}`,
    );
    expect(rolled(ROLLED_HEAD + once.replaceAll("待填", "2025年会务")).text).toContain(
      "  # 上年：2025年会务\n  - 项目名称: 待填\n    上年名称: 2025年会务\n    # 上年的“上年名称”",
    );
  });

  it("loses what it says of the year before, at whatever place", () => {
    const comment = "# 上年的“上年名称”没有带过来，两年的名称一样就对得上";
    expect(becomes(`项目支出:\n${item("甲", "    上年名称: 乙 # 改了\n    项目用途: 丙\n")}`, "keep")).toBe(
      `项目支出:\n${item("甲", `    ${comment}\n    项目用途: 丙\n`)}`,
    );
    expect(becomes(`项目支出:\n  - 上年名称: 乙 # 改了\n    # 新的\n    项目名称: 甲\n`, "keep")).toBe(
      `项目支出:\n  # 改了\n  # 新的\n  ${comment}\n  - 项目名称: 甲\n`,
    );
  });
});

describe("last year's file", () => {
  const DROPPED = (key: string, why: string): string => `# 上年的“${key}”没有带过来，${why}\n`;

  it("stands in the place of 上年数; what speaks of the year before is left out", () => {
    expect(
      becomes(
        "# 公开的\n上年数:  # 万元\n  收入总计: 5\n  # 里面的\n  支出总计: 5\n  # 后面的\n\n# 以前的\n前年数:\n  收入总计: 5\n# 钱\n科目对照:\n  甲: 乙\n同口径调整:\n  甲: 乙\n",
      ),
    ).toBe(
      [
        `# 公开的\n${LINK}${DROPPED("上年数", "上年的数由上年文件算出")}\n`,
        `# 以前的\n${DROPPED("前年数", "前年的数由上年文件得出")}`,
        `# 钱\n${DROPPED("科目对照", "今年的科目又有变动的另写")}${DROPPED("同口径调整", "今年还要调整的另写")}`,
      ].join(""),
    );
  });

  it.each(["旧.yaml", '"旧.yaml"', "|\n  旧.yaml"])("takes the place of the one before: %j", (old) => {
    expect(becomes(`# 文件\n上年文件: ${old} # 公开过\n`.replace("\n  旧.yaml # 公开过", " # 公开过\n  旧.yaml"))).toMatch(
      /^# 文件\n上年文件: 上年.yaml(?: # 公开过)?\n$/,
    );
  });

  it("takes the place of nothing", () => expect(becomes("# 文件\n上年文件:\n")).toBe(`# 文件\n${LINK}`));

  it("stands behind 批复 where there was none", () => {
    expect(becomes("批复:\n  收入总计: 5 # 会上的\n\n# 钱\n结转下年:\n  2010350: 5\n", "keep")).toBe(
      `批复:\n  收入总计: 待填  # 上年 5 # 会上的\n${LINK}\n# 钱\n结转下年:\n  2010350: 5\n`,
    );
  });

  it.each([
    ["某局-2024.yaml", "某局-2024.yaml"],
    ["../a b.yaml", '"../a b.yaml"'],
    ["a: b.yaml", '"a: b.yaml"'],
    ["-a.yaml", '"-a.yaml"'],
  ])("%s is named as YAML wants it", (name, wanted) => expect(rolled(HEAD, "keep", name).text).toBe(`${ROLLED_HEAD}上年文件: ${wanted}\n`));

  it("is left behind for good: the comments on it do not add up", () => {
    const once = rolled(`${HEAD}上年数:\n  收入总计: 5\n${PROJECT}    一次性: 是\n原因:\n  收入总计: 甲 # 已核对 reason-direction：对\n`).text;
    const twice = rolled(once.replaceAll("待填", "5")).text;
    expect(once.match(/没有带过来|上年已核对/g)).toHaveLength(3);
    expect(twice).toBe(`${HEAD.replace("2024", "2026")}${LINK}原因:\n  # 上年：5\n  收入总计: 待填\n`);
  });
});

describe("the year", () => {
  it.each([
    ["年度: 2024", "年度: 2025"],
    ['年度: "2024" # 四位', '年度: "2025" # 四位'],
  ])("%s → %s", (written, wanted) => expect(rolled(HEAD.replace("年度: 2024", written), "keep").text).toContain(`\n${wanted}\n`));

  it("is shifted in the comments at the top that name the budget, and nowhere else", () => {
    const top = (year: string, wide: string, chinese: string): string =>
      `# 某局 ${year} 年部门预算\n# ${wide}年度预算、${chinese}年单位预算\n# 2024年3月批的；由 2023 年部门预算改成\n`;
    const rest = "# 2024 年部门预算的批复\n批复:\n  收入总计: 待填\n";
    expect(rolled(top("2024", "２０２４", "二〇二四") + HEAD + rest).text).toBe(top("2025", "２０２５", "二〇二五") + ROLLED_HEAD + rest + LINK);
  });
});

describe("a confirmation", () => {
  it("was last year's, and is one no more", () => {
    const { text, confirmations } = rolled(`${HEAD}# 已核对 staff-wages：对\n#已核对 甲：乙\n人员:\n  在职人员: 5人  # 已核对 staff-wages：对\n`);
    expect([text, confirmations]).toEqual([
      `${ROLLED_HEAD}${LINK}# 上年已核对 staff-wages：对\n# 上年已核对 甲：乙\n人员:\n  在职人员: 待填  # 上年 5人  # 上年已核对 staff-wages：对\n`,
      3,
    ]);
  });
});

describe("a 科目", () => {
  const file = (year: number, key: string): string => `${HEAD.replace("2024", String(year))}基本支出:\n  ${key}:\n    30201: 5万元\n`;
  const key = (text: string): string | undefined => /基本支出:\n {2}(.*):\n/.exec(text)?.[1];

  it.each([
    ["2013804 市场主体管理", "2013804 经营主体管理"],
    ["2013804", "2013804"],
    ["2100601 中医（民族医）药专项", "2101704 中医（民族医）药专项"],
    ["2100601", "2101704"],
  ])("that is called or numbered otherwise next year: %s → %s", (written, wanted) => {
    expect(key(rolled(file(2023, written), "keep").text)).toBe(wanted);
  });

  it("that moved to several places, or to none, stays and is told", () => {
    const { text, doubtful, renamed } = rolled(file(2023, "2010308 信访事务"), "keep");
    expect([key(text), doubtful, renamed]).toEqual(["2010308 信访事务", ["2010308 信访事务"], []]);
  });

  it("of the file's own, or of no list, is left alone", () => {
    for (const written of ["2010398 某专项", "2999998 没有"]) {
      const { text, doubtful } = rolled(`${file(2023, written)}自设科目:\n  2010398 某专项: 市财预〔2023〕1号\n`, "keep");
      expect([key(text), doubtful]).toEqual([written, []]);
    }
  });
});

it.each([
  ["某局.yaml", "某局-2025.yaml"],
  ["某局-2024.yaml", "某局-2025.yaml"],
  ["2024.yaml", "2025.yaml"],
  ["某局-2024-final.yaml", "某局-2025-final.yaml"],
  ["a2024b.yaml", "a2025b.yaml"],
  ["2024/某局.yml", "2024/某局-2025.yml"],
  ["2024-2024.yaml", "2024-2025.yaml"],
  ["某局-2023.yaml", "某局-2023-2025.yaml"],
  ["120245.yaml", "120245-2025.yaml"],
  ["某局", "某局-2025"],
])("next year's file of %s is %s", (path, wanted) => expect(nextFile(path, 2024)).toBe(wanted));

it("becomes what the manual shows", () => {
  const manual = readFileSync(join(ROOT, "docs", "budget-file.zh-CN.md"), "utf8");
  const section = /### 1\.3 结转到下一年\n(.*?)\n### /s.exec(manual)?.[1] ?? "";
  const [before = "", after = ""] = [...section.matchAll(/```yaml\n(.*?)```/gs)].map(([, text = ""]) => text);
  const named = (text: string): string => text.replace("年度:", "标准: 清远\n年度:");
  expect(rolled(named(before), "to fill", "某某局-2024.yaml").text).toBe(named(after));
});
