import { type Diagnostic, error } from "../base/diagnostic.ts";

/** A failure of the machine rather than of the document; carried as an exception inside the stage only. */
export class PrintProblem extends Error {
  readonly diagnostic: Diagnostic;
  /** Whether a fresh browser may do better: true of crashes and hangs, false of wrong input. */
  readonly retryable: boolean;

  constructor(diagnostic: Diagnostic, retryable = false, cause?: unknown) {
    super(diagnostic.message, { cause });
    this.name = "PrintProblem";
    this.diagnostic = diagnostic;
    this.retryable = retryable;
  }
}

const environment = (code: string, message: string, hint: string): Diagnostic => error(code, message, undefined, { hint });

/** No browser was found anywhere. */
export function browserMissing(): Diagnostic {
  return environment("browser-missing", "没有找到可用的浏览器，无法生成 PDF。", "安装 Chrome、Edge 或 Chromium，或用 --browser 指明浏览器程序的路径。");
}

/** A browser was named, by option or environment variable, that is not there. */
export function browserNotAt(path: string, namedBy: string): Diagnostic {
  return environment("browser-missing", `${namedBy} 指定的浏览器不存在：${path}`, "改正这个路径，或者去掉它，由程序自己寻找浏览器。");
}

/** The browser that came with the program could not be unpacked. */
export function browserNotUnpacked(reason: string): Diagnostic {
  return environment(
    "browser-unpack-failed",
    `自带的浏览器解压失败：${reason}`,
    "重新执行 npm install，并确认磁盘有 300 MB 空间；也可用 --browser 指明已安装的浏览器。",
  );
}

/** The browser did not start, or died at work. */
export function browserFailed(path: string, reason: string): Diagnostic {
  return environment("browser-failed", `浏览器无法运行：${path}${reason && `（${reason}）`}`, "运行 budgetgen doctor 查看原因，或用 --browser 换一个浏览器。");
}

/** The browser did not answer in time, twice. */
export function printTimeout(seconds: number): Diagnostic {
  return environment("print-timeout", `浏览器超过 ${seconds} 秒没有响应，已经重试一次。`, "关闭占用内存和处理器的程序后重试；文件特别大时可拆成几份。");
}

/** The font directory has no usable face. */
export function fontsMissing(directory: string, files: readonly string[]): Diagnostic {
  const what = files.length > 0 ? `缺少字体文件：${files.join("、")}` : "没有字体";
  return environment("fonts-missing", `字体目录 ${directory} ${what}。`, "重新安装本程序，字体随程序一起提供。");
}

/** The HTML lacks the policy that forbids it to load anything. */
export function policyMissing(reason: string): Diagnostic {
  return environment(
    "print-policy",
    `待打印的网页缺少安全策略，拒绝打印（${reason}）。`,
    "这是程序或模板的缺陷：<head> 的第一项须是 Content-Security-Policy。",
  );
}

/** Links of the contents lead nowhere. */
export function anchorsMissing(anchors: readonly string[]): Diagnostic {
  return environment("print-anchor", `目录所指的位置在正文中找不到：${anchors.join("、")}`, "这是程序或模板的缺陷：每个链接都须指向一个存在的标题。");
}

/** Filling in page numbers moved the pages, again and again. */
export function pagesUnstable(prints: number): Diagnostic {
  return environment("print-unstable", `填入目录页码后页码又变化，打印 ${prints} 次仍未稳定。`, "这是模板的缺陷：给目录的页码留出固定的宽度。");
}

/** What came out is not the document that was asked for. */
export function printIncomplete(what: string): Diagnostic {
  return environment("print-incomplete", `生成的 PDF 不完整：${what}。`, "换用自带的浏览器后重试；仍然如此则是程序的缺陷。");
}

/** First telling line of a foreign error, fit to be put in parentheses. */
export function reasonOf(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return (text.split("\n").find((line) => line.trim() !== "") ?? "").trim().slice(0, 200);
}
