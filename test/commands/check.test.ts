import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv } from "ajv";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../../src/cli.ts";
import { readArguments } from "../../src/commands/arguments.ts";
import { runCheck } from "../../src/commands/check.ts";
import { EXIT } from "../../src/commands/exit.ts";
import { pageOf } from "../../src/commands/pages.ts";
import { ROOT } from "../support/compile.ts";
import { SARIF } from "./sarif-schema.ts";

const MUSEUM = join(ROOT, "test", "museum");
const FINE = readFileSync(join(MUSEUM, "nothing-wrong.yaml"), "utf8");

/** Wrong codes and amounts without a unit: as many errors behind as many warnings as wanted. */
function budgetWith(warnings: number, errors: number): string {
  const lines = [
    ...Array.from({ length: warnings }, (_, index) => `    ${30202 + index}: 99`),
    ...Array.from({ length: errors }, (_, index) => `    ${30280 + index}: 0`),
  ];
  return FINE.replace("    30211 差旅费: 0\n", `${lines.join("\n")}\n`);
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "budgetgen-check-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function run(...argv: string[]): Promise<{ code: number; out: string; error: string }> {
  const out: string[] = [];
  const error: string[] = [];
  const code = await main(argv, { out: (line) => out.push(line), error: (line) => error.push(line), colour: false, env: process.env });
  return { code, out: out.join("\n"), error: error.join("\n") };
}

/** A code written twice: a finding with a related place. */
const TWICE = FINE.replace("    30211 差旅费: 0\n", "    30201: 0\n");

describe("check --format text", () => {
  it("shows a related place with its own line, marked under full-width text", async () => {
    const path = write("单位.yaml", TWICE);
    const { error, out } = await run("check", path);
    expect(error).toBe(
      [
        `${path}:19:5: 错误[duplicate-key] 科目 30201 写了两次`,
        "   19 |     30201: 0",
        "      |     ^^^^^",
        `  第一次写在这里：${path}:18:5`,
        "   18 |     30201 办公费: 10,000",
        "      |     ^^^^^^^^^^^^",
        "  怎么改：合并成一处",
      ].join("\n"),
    );
    expect(out).toBe(`${path}：共 1 处错误；与金额有关的核对还没有做，改好后再检查一遍`);
  });
});

describe("check --format short", () => {
  it("is one line a finding, and nothing else", async () => {
    const path = write("单位.yaml", TWICE);
    expect(await run("check", path, "--format", "short")).toEqual({
      code: EXIT.document,
      out: `${path}:19:5: 错误[duplicate-key] 科目 30201 写了两次`,
      error: "",
    });
    expect(await run("check", write("好.yaml", FINE), "--format", "short")).toEqual({ code: EXIT.fine, out: "", error: "" });
  });

  it("says in a line of its own how many are not listed", async () => {
    const path = write("单位.yaml", budgetWith(0, 3));
    const { out } = await run("check", path, "--format", "short", "--max", "1");
    expect(out.split("\n")).toHaveLength(2);
    expect(out).toContain(`${path}: 另有 2 处没有列出，用 --max 0 看全部`);
  });
});

describe("check --format json", () => {
  it("has the documented shape", async () => {
    const path = write("单位.yaml", TWICE);
    const { code, out, error } = await run("check", path, "--format", "json");
    expect([code, error]).toEqual([EXIT.document, ""]);
    expect(JSON.parse(out)).toEqual({
      version: 1,
      files: [
        {
          file: path,
          summary: { errors: 1, warnings: 0, notes: 0, unlisted: 0, confirmed: 0, complete: false },
          findings: [
            {
              file: path,
              line: 19,
              column: 5,
              endLine: 19,
              endColumn: 10,
              severity: "error",
              code: "duplicate-key",
              message: "科目 30201 写了两次",
              hint: "合并成一处",
              related: [{ file: path, line: 18, column: 5, endLine: 18, endColumn: 14, message: "第一次写在这里" }],
            },
          ],
        },
      ],
    });
  });

  it("counts columns in characters, also beyond the basic plane", async () => {
    const path = write("单位.yaml", FINE.replace("承担测试。", "𬭎𫖯𬬭承担【收人总计】。"));
    const [file] = JSON.parse((await run("check", path, "--format", "json")).out).files;
    expect(file.findings).toEqual([expect.objectContaining({ code: "unknown-figure", line: 21, column: 14, endColumn: 20 })]);
  });

  it("says of each file whether it was read to the end, and is one text for all", async () => {
    const { out } = await run("check", write("坏.yaml", FINE.replace("    30211", "   30211")), write("好.yaml", FINE), "--format", "json");
    const { files } = JSON.parse(out);
    expect(files.map(({ summary }: { summary: object }) => summary)).toEqual([
      { errors: 1, warnings: 0, notes: 0, unlisted: 0, confirmed: 0, complete: false },
      { errors: 0, warnings: 0, notes: 0, unlisted: 0, confirmed: 0, complete: true },
    ]);
  });

  it("lists everything, unless it is asked for less", async () => {
    const path = write(
      "单位.yaml",
      budgetWith(0, 17).replace("货物: 0", "货物: 零").replace("工程: 0", "工程: 零").replace("服务: 0", "服务: 零").replace("车辆: 0辆", "车辆: 零"),
    );
    const all = JSON.parse((await run("check", path, "--format", "json")).out).files[0];
    expect([all.findings.length, all.summary.unlisted]).toEqual([21, 0]);
    const some = JSON.parse((await run("check", path, "--format", "json", "--max", "5")).out).files[0];
    expect([some.findings.length, some.summary.unlisted, some.summary.errors]).toEqual([5, 16, 21]);
  });
});

describe("check --format sarif", () => {
  const validate = new Ajv({ allErrors: true }).compile(SARIF);

  it("is a log of SARIF 2.1.0 with rules, columns in characters, and related places", async () => {
    const path = write("单位.yaml", TWICE);
    const { code, out, error } = await run("check", path, write("好.yaml", FINE), "--format", "sarif");
    expect([code, error]).toEqual([EXIT.document, ""]);
    const log = JSON.parse(out);
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    const [{ tool, results, columnKind }] = log.runs;
    expect(columnKind).toBe("unicodeCodePoints");
    const [rule] = tool.driver.rules;
    expect(rule).toMatchObject({ id: "duplicate-key", shortDescription: { text: pageOf("duplicate-key")?.title } });
    expect(rule.help.text).not.toMatch(/```|^#/m);
    expect(rule.help.markdown).toContain("## 怎么改");
    const place = (startLine: number, startColumn: number, endLine: number, endColumn: number): object => ({
      artifactLocation: { uri: pathToFileURL(path).href },
      region: { startLine, startColumn, endLine, endColumn },
    });
    expect(results).toEqual([
      {
        ruleId: "duplicate-key",
        ruleIndex: 0,
        level: "error",
        message: { text: "科目 30201 写了两次\n怎么改：合并成一处" },
        locations: [{ physicalLocation: place(19, 5, 19, 10) }],
        relatedLocations: [{ id: 0, message: { text: "第一次写在这里" }, physicalLocation: place(18, 5, 18, 14) }],
      },
    ]);
  });

  it("is one whatever is found, and says what it does not hold", async () => {
    const files = ["many-at-once", "wrong-indentation", "reason-circle", "unit-doubtful", "nothing-wrong"].map((name) => join(MUSEUM, `${name}.yaml`));
    const log = JSON.parse((await run("check", ...files, "--format", "sarif", "--max", "2")).out);
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    const [{ tool, results, invocations }] = log.runs;
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
    const told = invocations[0].toolExecutionNotifications.map(({ level, message }: { level: string; message: { text: string } }) => [level, message.text]);
    expect(told).toEqual([
      ["note", `${files[0]}：另有 3 处没有列出，用 --max 0 看全部`],
      ["warning", expect.stringContaining("many-at-once.yaml；其余内容还没有检查")],
      ["warning", expect.stringContaining("wrong-indentation.yaml；其余内容还没有检查")],
    ]);
  });

  it("keeps a relative path relative, as a URI", async () => {
    mkdirSync(join(folder, "甲 乙"));
    write("甲 乙/a#1.yaml", TWICE);
    const before = process.cwd();
    process.chdir(folder);
    try {
      const log = JSON.parse((await run("check", join("甲 乙", "a#1.yaml"), "--format", "sarif")).out);
      expect(log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(`${encodeURIComponent("甲 乙")}/a%231.yaml`);
    } finally {
      process.chdir(before);
    }
  });
});

describe("check --format github", () => {
  it("writes commands whose parts cannot be mistaken for one another", async () => {
    const path = write("a,b:c%.yaml", FINE.replace("差旅费: 0", "差旅费: 10%"));
    const { code, out, error } = await run("check", path, "--format", "github");
    expect([code, error]).toEqual([EXIT.document, ""]);
    const title = `${pageOf("bad-amount")?.title}（bad-amount）`;
    const file = path.replace("%", "%25").replace(",", "%2C").replace(":", "%3A");
    expect(out).toBe(
      `::error file=${file},line=19,col=16,endLine=19,endColumn=19,title=${title}::“30211 差旅费”应当写金额，“10%25”看不懂` +
        "%0A怎么改：写元，例如 138,000 或 138000.50；写万元必须带“万元”二字，例如 13.8万元",
    );
  });

  it("has a command for each severity, and one line a command", async () => {
    const path = write("单位.yaml", budgetWith(1, 2));
    const { out } = await run("check", path, "--format", "github", "--max", "2");
    expect(out.split("\n").map((line) => /^::(\w+) /.exec(line)?.[1])).toEqual(["error", "error", "notice"]);
    expect((await run("check", path, "--format", "github")).out).toMatch(/^::warning file=/);
  });
});

describe("check --max", () => {
  const placesOf = (text: string): string[] => [...text.matchAll(/:(\d+:\d+): (?:错误|警告)/g)].map(([, place = ""]) => place);

  it("tells one finding of each place before a second of any", async () => {
    const path = write(
      "单位.yaml",
      "标准: 清远县区\n年度: 2024\n文种: 单位预算\n单位:\n  名称: 某中心\n  性质: 事业单位\n基本支出:\n  2010350 事业运行:\n    30201 办公费: 零\n    30211: 1.2.3\n",
    );
    expect(placesOf((await run("check", path, "--max", "3")).error)).toEqual(["1:1", "9:16", "10:12"]);
  });

  it("never leaves out an error for a warning, and lists what is left by place", async () => {
    const path = write("单位.yaml", budgetWith(3, 2));
    expect(placesOf((await run("check", path, "--max", "1")).error)).toEqual(["22:5"]);
    const { error, out } = await run("check", path, "--max", "3");
    expect(placesOf(error)).toEqual(["19:12", "22:5", "23:5"]);
    expect(error).toMatch(/另有 2 处没有列出，用 --max 0 看全部$/);
    expect(out).toBe(`${path}：共 2 处错误，3 处警告；与金额有关的核对还没有做，改好后再检查一遍`);
  });

  it("is 20 a file where nothing is said, and 0 is all", async () => {
    const paths = ["甲.yaml", "乙.yaml"].map((name) => write(name, budgetWith(3, 19)));
    const { error } = await run("check", ...paths);
    expect(error.match(/错误\[/g)).toHaveLength(38);
    expect(error.match(/警告\[/g)).toHaveLength(2);
    expect(error.match(/^另有 2 处没有列出，用 --max 0 看全部$/gm)).toHaveLength(2);
    const all = (await run("check", ...paths, "--max", "0")).error;
    expect([all.match(/(?:错误|警告)\[/g)?.length, all.includes("没有列出")]).toEqual([44, false]);
  });
});

/** A standard's folder that holds none of the name that a budget gives: a note, and no more. */
function otherStandard(): string {
  mkdirSync(join(folder, "own"));
  write("own/pack.yaml", "name: 某市\nnorm: 测试用\nextends: qingyuan\n");
  return join(folder, "own");
}

describe("what a hostile file holds", () => {
  const CONTROLS = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u;

  it.each(["text", "short", "json", "sarif", "github"])("cannot steer a terminal in %s", async (format) => {
    const spoilt = write("单位.yaml", FINE.replace("概况:", '"概\\e[31m\\u009b\u202e况":').replace("名称: 某中心", "名称: 某\u202e中心"));
    const { out, error } = await run("check", spoilt, "--format", format, "--max", "0");
    expect(out + error).toContain("control-character");
    expect(`${out}\n${error}`).not.toMatch(CONTROLS);
  });
});

describe("exit codes of check", () => {
  it("is 1 for errors, and with --strict for warnings", async () => {
    expect((await run("check", write("错.yaml", budgetWith(0, 1)))).code).toBe(EXIT.document);
    const warned = join(MUSEUM, "unit-doubtful-whole.yaml");
    expect((await run("check", warned)).code).toBe(EXIT.fine);
    expect((await run("check", warned, "--strict")).code).toBe(EXIT.document);
    expect((await run("check", write("好.yaml", FINE), "--strict")).code).toBe(EXIT.fine);
  });

  it("is 0 for a note, also with --strict", async () => {
    const { code, error } = await run("check", write("单位.yaml", FINE), "--standard", otherStandard(), "--strict");
    expect([code, error.includes("提示[standard-not-given]")]).toEqual([EXIT.fine, true]);
  });

  it("is 2 for a file that is not there or a folder, and 3 for one that is there and cannot be read", async () => {
    expect((await run("check", join(folder, "没有.yaml"))).code).toBe(EXIT.usage);
    expect(await run("check", folder)).toMatchObject({ code: EXIT.usage, error: expect.stringContaining("是文件夹，不是预算文件") });
    const lines: string[] = [];
    const keep = (line: string): void => void lines.push(line);
    expect(await runCheck([folder], { out: keep, error: keep, colour: false, env: {} })).toBe(EXIT.environment);
    expect(lines.join("\n")).toContain("错误[file-unreadable]");
  });

  it("is the worst of several files", async () => {
    expect((await run("check", write("错.yaml", budgetWith(0, 1)), write("好.yaml", FINE))).code).toBe(EXIT.document);
  });
});

describe("build", () => {
  it("only counts notes, and stays quiet otherwise", async () => {
    const path = write("单位.yaml", FINE);
    const out = join(folder, "out");
    const { code, error } = await run("build", path, "-o", out, "--format", "html", "--standard", otherStandard());
    expect([code, error]).toEqual([EXIT.fine, `${path}：另有 1 处提示，用 budgetgen check 看`]);
    expect(await run("build", path, "-o", out, "--format", "html")).toMatchObject({ code: EXIT.fine, error: "" });
  });
});

describe("arguments of check", () => {
  const path = join(MUSEUM, "nothing-wrong.yaml");
  it.each([
    [["check", path, "--format", "sarif", "--max", "0", "--strict"], "run"],
    [["check", path, "--format", "html"], "wrong"],
    [["check", path, "--max", "viel"], "wrong"],
    [["check", path, "--max=-1"], "wrong"],
    [["check", path, "--max"], "wrong"],
    [["build", path, "--max", "1"], "wrong"],
    [["build", path, "--strict"], "wrong"],
    [["build", path, "--format", "sarif"], "wrong"],
    [["explain", "--format", "json"], "wrong"],
  ])("%j is %s", (argv, command) => {
    expect(readArguments(argv).command).toBe(command);
  });
});
