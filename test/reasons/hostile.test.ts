import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../../src/cli.ts";
import { compileBudget } from "../../src/compile.ts";
import { RESOURCES } from "../support/compile.ts";
import { inFolder, LAST, NOW, yearText } from "./support.ts";

/** Names that some reader on the way might obey. */
const NAMES = [
  "$&$1`",
  "{{名称}}{{差额}}",
  "【收入总计】",
  "(a+)+$[^]\\d",
  "<script>alert(1)</script>",
  "__proto__",
  "# 待确认：",
  "同收入总计",
  "増".repeat(3_000),
  "a: b",
  "'单“双”\"",
  "1e9",
  "~",
];

const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`;

test.each(NAMES.map((name) => [name.slice(0, 20), name]))("a project called %s", async (_short, name) => {
  const folder = mkdtempSync(join(tmpdir(), "budgetgen-hostile-"));
  try {
    const path = join(folder, "now.yaml");
    writeFileSync(join(folder, "last.yaml"), yearText(LAST));
    writeFileSync(path, yearText({ ...NOW, projects: { [quoted(name)]: "500,000" }, reasons: { 收入总计: quoted(`新增${name}，${name}增加50万元`) } }));
    const { reasons } = compileBudget(path, RESOURCES);
    const decomposition = reasons?.derived.contributions("支出总计");
    if (reasons !== undefined) expect(decomposition?.rest.isZero()).toBe(true);
    const said: string[] = [];
    const code = await main(["reasons", path], { out: (line) => void said.push(line), error: (line) => void said.push(line), colour: false, env: {} });
    expect([0, 1]).toContain(code);
    expect(said.join("\n")).not.toMatch(/undefined|NaN|\[object|TypeError|\.ts:\d/);
    expect(readFileSync(path, "utf8")).toContain(`收入总计: ${quoted(`新增${name}，${name}增加50万元`)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a reason of 200,000 characters that names what there is again and again", () => {
  inFolder((folder) => {
    writeFileSync(join(folder, "last.yaml"), yearText(LAST));
    const words = "基本工资增加、奖金增加5万元和".repeat(13_000);
    writeFileSync(join(folder, "now.yaml"), yearText({ ...NOW, reasons: { 收入总计: words, 支出总计: words, 三公经费: words, 公务接待费: words } }));
    const { diagnostics } = compileBudget(join(folder, "now.yaml"), RESOURCES);
    expect(diagnostics.filter(({ code }) => code === "reason-item-direction").length).toBeGreaterThan(10);
  });
});

test("last year's drafts that were never confirmed keep none of its figures from being read", () => {
  inFolder((folder) => {
    writeFileSync(join(folder, "last.yaml"), yearText({ ...LAST, reasons: { 收入总计: "待确认：基本工资增加1万元" } }));
    writeFileSync(join(folder, "now.yaml"), yearText(NOW));
    const { reasons, diagnostics } = compileBudget(join(folder, "now.yaml"), RESOURCES);
    expect(diagnostics.flatMap(({ code, severity }) => (severity === "error" ? [code] : []))).toEqual(Array(4).fill("missing-reason"));
    expect(reasons?.asked.map(({ name, lastYear }) => [name, lastYear])).toEqual([
      ["收入总计", undefined],
      ["支出总计", undefined],
      ["三公经费", undefined],
      ["公务接待费", undefined],
    ]);
  });
});
