import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { budgetSchema } from "../../src/author/schema/schema.ts";
import { sourceFile } from "../../src/base/span.ts";
import { parseYaml } from "../../src/load/yaml/parse.ts";
import { ROOT } from "../support/compile.ts";
import { mutantsOf, sampleOf, treeOf, yamlOf } from "./mutations.ts";
import { asEditor, disagreement, SCHEMA, sourcesOf, validatorOf, verdictOn } from "./verdicts.ts";

const INPUTS = `招商:
  引进项目: { kind: 数量, measure: 个, 说明: 上年引进的项目数 }
  级次: { kind: 文字, values: ["1", "2"] }
  活动:
    kind: 明细
    fields:
      名称: { kind: 文字, required: true }
      次数: { kind: 数量, required: true }
      单价: { kind: 金额, required: true }
      经费: { kind: 金额, product: [次数, 单价] }
  指标:
    kind: 明细
    levels: [类, 项]
    value: 金额
    fields:
      金额: { kind: 金额 }
      依据: { kind: 文字 }
国有资产:
  车位: { kind: 数量, measure: 个(含(地)下) }
项目支出:
  受益人群: { kind: 文字 }
各类说明: { kind: 文字, by: 功能科目款 }
`;

const PACK = "name: 某市\nnorm: 测试用\nextends: qingyuan\nrequired: [引进项目, 车位, 单位/简称, 项目支出/受益人群, 各类说明]\n";

const STATED = `招商:
  引进项目: 12个
  级次: 1
  活动:
    - 名称: 推介会
      次数: 2
      单价: 3万元
  指标:
    产业:
      到位: 2,300万元
      落地:
        依据: 备案
各类说明:
  20103: 运转
`;

describe("a standard from elsewhere", () => {
  const root = mkdtempSync(join(tmpdir(), "budgetgen-schema-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, "city");
  mkdirSync(folder);
  writeFileSync(join(folder, "pack.yaml"), PACK);
  writeFileSync(join(folder, "inputs.yaml"), INPUTS);
  const sources = sourcesOf([folder]);
  const validate = validatorOf(budgetSchema(sources));
  const lianzhou = readFileSync(join(ROOT, "budgets", "lianzhou.yaml"), "utf8");
  const own =
    STATED +
    lianzhou
      .replace("标准: 清远县区", "标准: 某市")
      .replace("  性质: 事业单位", "  性质: 事业单位\n  简称: 中心")
      .replace("  固定资产: ", "  车位: 3个(含(地)下)\n  固定资产: ")
      .replaceAll(/^( +)(?:- )?项目名称: .*$/gm, (line, blanks: string) => `${line}\n${blanks}  受益人群: 市民`);

  it("is unknown to the schema of the installed ones, and to the checker without it", () => {
    const { 标准: name } = SCHEMA.properties ?? {};
    expect(typeof name === "object" && name.enum).not.toContain("某市");
    expect(verdictOn(own).shape.map(({ code }) => code)).toEqual(["unknown-standard"]);
  });

  it("has keys of its own, which no other standard has", () => {
    expect(verdictOn(own, sources.standards).shape).toEqual([]);
    expect(validate(asEditor(own))).toBe(true);
    const others = own.replace("标准: 某市", "标准: 清远");
    expect(validate(asEditor(others))).toBe(false);
    expect(new Set(verdictOn(others, sources.standards).shape.map(({ code }) => code))).toEqual(new Set(["unknown-key"]));
  });

  it("is agreed on by schema and checker, whatever is changed", () => {
    const { value } = parseYaml(sourceFile("own.yaml", own), { flow: false });
    const mutants = value === undefined ? [] : sampleOf(mutantsOf(treeOf(value)), 200);
    const wrong = mutants.flatMap(({ name, tree }) => {
      const text = yamlOf(tree);
      const verdict = verdictOn(text, sources.standards);
      const found = verdict.file === "unreadable" ? undefined : disagreement(text, verdict, validate);
      return found === undefined ? [] : [`${name}: ${found}`];
    });
    expect(mutants.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  }, 120_000);
});
