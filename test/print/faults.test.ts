import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { startBrowser } from "../../src/print/browser.ts";
import { printPdf } from "../../src/print/print-pdf.ts";
import { sweepProfiles } from "../../src/print/profile-directory.ts";
import { bundle, demand, eventually, isAlive, page, ROOT, temporaryDirectory } from "./support.ts";

const REQUEST = { html: page("预算", "", "<h1>预算</h1>"), title: "预算", language: "zh-CN" };

describe("a browser that fails", () => {
  it("is replaced when it was killed", async () => {
    const browser = startBrowser();
    demand(await printPdf(browser, REQUEST));
    const { pid = 0 } = await browser.identify();
    process.kill(pid, "SIGKILL");
    demand(await printPdf(browser, REQUEST));
    expect((await browser.identify()).pid).not.toBe(pid);
    await browser.close();
  });

  it("is replaced once for several documents", async () => {
    const browser = startBrowser();
    process.kill((await browser.identify()).pid ?? 0, "SIGKILL");
    const printed = await Promise.all([REQUEST, REQUEST, REQUEST].map((request) => printPdf(browser, request)));
    await browser.close();
    for (const one of printed) demand(one);
  });

  it("is replaced when it no longer answers", async () => {
    const browser = startBrowser({ timeouts: { boot: 10_000, command: 2_000 } });
    const { pid = 0 } = await browser.identify();
    process.kill(pid, "SIGSTOP");
    demand(await printPdf(browser, REQUEST));
    expect(await eventually(() => !isAlive(pid))).toBe(true);
    await browser.close();
  });

  it("is a diagnostic when there is no answer twice", async () => {
    const browser = startBrowser({ timeouts: { boot: 1, command: 1 } });
    const { diagnostics } = await printPdf(browser, REQUEST);
    await browser.close();
    expect(diagnostics).toMatchObject([{ code: "print-timeout", hint: expect.any(String) }]);
  });

  it.each([
    ["is not there", "/nowhere/chrome", "browser-missing"],
    ["is not a browser", "/bin/false", "browser-failed"],
  ])("is a diagnostic when what was named %s", async (_, path, code) => {
    const browser = startBrowser({ browser: path });
    const { value, diagnostics } = await printPdf(browser, REQUEST);
    await browser.close();
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ severity: "error", code, message: expect.stringContaining(path) }]);
  });

  it("is a diagnostic when it cannot be run, with what it said", async () => {
    const path = join(temporaryDirectory(), "chrome");
    writeFileSync(path, "#!/bin/sh\necho 'error while loading shared libraries: libnss3.so' >&2\nexit 127\n", { mode: 0o755 });
    const browser = startBrowser({ browser: path });
    const { diagnostics } = await printPdf(browser, REQUEST);
    await browser.close();
    expect(diagnostics[0]?.message).toContain("libnss3.so");
    const unrunnable = join(temporaryDirectory(), "chrome");
    writeFileSync(unrunnable, "not a program", { mode: 0o755 });
    const other = startBrowser({ browser: unrunnable });
    expect((await printPdf(other, REQUEST)).diagnostics[0]?.code).toBe("browser-failed");
    await other.close();
  });

  it("is a diagnostic at once when it died before it was connected", async () => {
    const browser = startBrowser({ browser: "/bin/false" });
    for (const end = Date.now() + 100; Date.now() < end; );
    const { diagnostics } = await printPdf(browser, REQUEST);
    await browser.close();
    expect(diagnostics[0]?.message).toContain("退出码 1");
  }, 10_000);

  it("is not started without fonts, since it would die", async () => {
    const browser = startBrowser({ fonts: temporaryDirectory() });
    const { diagnostics } = await printPdf(browser, REQUEST);
    await browser.close();
    expect(diagnostics[0]?.code).toBe("fonts-missing");
  });

  it("ends nothing when nobody ever asks for it", async () => {
    const browser = startBrowser({ browser: "/nowhere/chrome" });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await browser.close();
  });
});

describe("what is left behind", () => {
  const program = `
    import { startBrowser } from "./src/print/browser.ts";
    const browser = startBrowser({ fonts: ${JSON.stringify(join(ROOT, "fonts"))} });
    console.log((await browser.identify()).pid);
    if (process.argv[2] === "exit") process.exit(0);
    if (process.argv[2] === "close") await browser.close();
    else setInterval(() => {}, 1000);`;

  it.each(["exit", "close", "SIGINT", "SIGTERM", "SIGKILL"] as const)("is no process after %s", async (end) => {
    const node = spawn(process.execPath, [await bundle(program), end], { stdio: ["ignore", "pipe", "inherit"] });
    const exited = new Promise<string | number | null>((resolve) => node.once("exit", (code, signal) => resolve(signal ?? code)));
    const pid = Number(await Promise.race([new Promise((resolve) => node.stdout.once("data", resolve)), exited]));
    expect(pid).toBeGreaterThan(0);
    if (end.startsWith("SIG")) node.kill(end as NodeJS.Signals);
    expect(await exited).toBe(end.startsWith("SIG") ? end : 0);
    expect(await eventually(() => !isAlive(pid))).toBe(true);
    const profiles = readdirSync(tmpdir()).filter((name) => name.startsWith(`budgetgen-profile-${node.pid}-`));
    if (end !== "SIGKILL") expect(profiles).toEqual([]);
  });

  it("is swept at a later start, but nothing that is in use or new", () => {
    const directory = temporaryDirectory();
    const make = (owner: number, time: Date): string => {
      const path = join(directory, `budgetgen-profile-${owner}-abc`);
      mkdirSync(path);
      utimesSync(path, time, time);
      return path;
    };
    const dead = make(2 ** 22 + 1, new Date(0));
    const used = make(process.pid, new Date(0));
    const fresh = make(2 ** 22 + 2, new Date());
    sweepProfiles(directory);
    expect([dead, used, fresh].map((path) => existsSync(path))).toEqual([false, true, true]);
  });
});
