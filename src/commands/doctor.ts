import { describeEnvironment } from "../print/describe-environment.ts";
import { EXIT, type ExitCode, type Terminal } from "./exit.ts";
import { show } from "./summary.ts";

const SOURCES = { option: "由 --browser 指定", environment: "由环境变量 BUDGETGEN_BROWSER 指定", bundled: "随 npm 包安装", installed: "本机已安装" } as const;

/** doctor: which browser and fonts are used, and one line to mend each thing that is missing. */
export async function runDoctor(browser: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const report = await describeEnvironment({ env: terminal.env, ...(browser !== undefined && { browser }) });
  terminal.out(`Node.js：${process.version}`);
  if (report.browser) terminal.out(`浏览器：${report.browser.version}（${SOURCES[report.browser.source]}）${report.browser.path}`);
  terminal.out(`字体：${report.fonts.directory}（${report.fonts.delivery === "installed" ? "由 fontconfig 提供" : "随页面提供"}）`);
  for (const { family, file, present } of report.fonts.faces) terminal.out(`  ${present ? "有" : "缺"}  ${family}（${file}）`);
  await show(report.diagnostics, terminal);
  terminal.out(report.diagnostics.length === 0 ? "可以生成 PDF" : "现在还不能生成 PDF，请按上面“怎么改”处理；HTML 不受影响");
  return report.diagnostics.length === 0 ? EXIT.fine : EXIT.environment;
}
