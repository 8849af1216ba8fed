import { describe, expect, it } from "vitest";
import type { Environment } from "../../src/print/cache-directory.ts";
import { findBrowser, type Machine } from "../../src/print/find-browser.ts";

const BUNDLED = "/cache/chromium";

function machine(programs: readonly string[], changes: Partial<Machine> = {}): Machine {
  return {
    platform: "linux",
    architecture: "x64",
    isProgram: (path) => programs.includes(path),
    bundled: () => BUNDLED,
    ...changes,
  };
}

async function pathOf(env: Environment, where: Machine, browser?: string): Promise<string | undefined> {
  return (await findBrowser({ browser, env }, where)).value?.path;
}

describe("the order of finding", () => {
  const all = machine(["/named", "/from-env", "/usr/bin/chromium"]);

  it("goes by option, environment, bundled, installed", async () => {
    const env = { BUDGETGEN_BROWSER: "/from-env", PATH: "/usr/bin" };
    expect(await pathOf(env, all, "/named")).toBe("/named");
    expect(await pathOf(env, all)).toBe("/from-env");
    expect(await pathOf({ PATH: "/usr/bin" }, all)).toBe(BUNDLED);
    expect(await pathOf({}, { ...all, bundled: () => undefined })).toBe("/usr/bin/chromium");
  });

  it("has nothing bundled for other architectures and systems", async () => {
    expect(await pathOf({}, { ...all, architecture: "arm64" })).toBe("/usr/bin/chromium");
    expect(await pathOf({}, { ...all, platform: "darwin" })).toBeUndefined();
  });

  it("takes Edge first on Windows, wherever programs lie", async () => {
    const env = { PROGRAMFILES: "C:\\Programs", "PROGRAMFILES(X86)": "C:\\Old", LOCALAPPDATA: "C:\\Me" };
    const edge = "C:\\Old\\Microsoft\\Edge\\Application\\msedge.exe";
    const chrome = "C:\\Programs\\Google\\Chrome\\Application\\chrome.exe";
    const own = "C:\\Me\\Google\\Chrome\\Application\\chrome.exe";
    expect(await pathOf(env, machine([edge, chrome, own], { platform: "win32" }))).toBe(edge);
    expect(await pathOf(env, machine([chrome, own], { platform: "win32" }))).toBe(chrome);
    expect(await pathOf(env, machine([own], { platform: "win32" }))).toBe(own);
  });

  it("looks into both folders of applications on macOS", async () => {
    const own = "/Users/a/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    expect(await pathOf({ HOME: "/Users/a" }, machine([own], { platform: "darwin" }))).toBe(own);
  });

  it("prefers an installed headless shell to a full browser", async () => {
    const shell = machine(["/usr/bin/chromium", "/usr/bin/chromium-headless-shell"], { bundled: () => undefined });
    expect(await pathOf({}, shell)).toBe("/usr/bin/chromium-headless-shell");
  });
});

describe("a browser that cannot be had", () => {
  it("is never passed over when it was named", async () => {
    const option = await findBrowser({ browser: "/nowhere", env: {} }, machine(["/usr/bin/chromium"]));
    expect(option.value).toBeUndefined();
    expect(option.diagnostics[0]).toMatchObject({ code: "browser-missing", message: "--browser 指定的浏览器不存在：/nowhere" });
    const named = await findBrowser({ env: { BUDGETGEN_BROWSER: "/nowhere" } }, machine([]));
    expect(named.diagnostics[0]?.message).toContain("BUDGETGEN_BROWSER");
  });

  it("is a diagnostic with one line to mend it", async () => {
    const { diagnostics } = await findBrowser({ env: {} }, machine([], { bundled: () => undefined }));
    expect(diagnostics).toMatchObject([{ severity: "error", code: "browser-missing" }]);
    expect(diagnostics[0]?.hint).toMatch(/^安装.*。$/);
  });

  it("gives way to an installed one when it cannot be unpacked", async () => {
    const bundled = () => Promise.reject(new Error("ENOSPC: no space left"));
    expect(await pathOf({}, machine(["/usr/bin/chromium"], { bundled }))).toBe("/usr/bin/chromium");
    const { diagnostics } = await findBrowser({ env: {} }, machine([], { bundled }));
    expect(diagnostics[0]).toMatchObject({ code: "browser-unpack-failed", message: expect.stringContaining("ENOSPC") });
  });
});
