import { OPTIONS, type OptionName } from "./options.ts";
import { COMMANDS } from "./registry.ts";

/** What --help prints: made of what each command and option says of itself. */
export function help(): string {
  return [
    "budgetgen：由一份预算文件生成公开的部门预算（HTML 和 PDF）",
    section(
      "用法",
      COMMANDS.flatMap(({ usage }) => usage.map((line) => `budgetgen ${line}`)),
    ),
    section("命令", columns(COMMANDS.flatMap(({ about }) => about))),
    section("选项", columns(Object.entries(OPTIONS).map(([name, option]) => [spelling(name as OptionName), option.about] as const))),
    section(
      "例子",
      COMMANDS.flatMap(({ examples }) => examples.map((line) => `budgetgen ${line}`)),
    ),
    "结束代码：0 正常；1 预算文件或者标准有错误；2 命令写得不对；3 环境有问题（浏览器、字体、磁盘、没有读文件的权限）\n预算文件怎么写：docs/budget-file.zh-CN.md；全部提示：docs/errors.zh-CN.md",
  ].join("\n\n");
}

function spelling(name: OptionName): string {
  const option = OPTIONS[name];
  const short = "short" in option ? `-${option.short}, ` : "";
  return `${short}--${name}${"value" in option ? ` ${option.value}` : ""}`;
}

function section(title: string, lines: readonly string[]): string {
  return [`${title}：`, ...lines.map((line) => `  ${line}`)].join("\n");
}

/** Two columns; a Chinese character is two wide. */
function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => widthOf(left)));
  return rows.map(([left, right]) => `${left}${" ".repeat(width - widthOf(left) + 2)}${right}`);
}

function widthOf(text: string): number {
  return text.length + (text.match(/[^\x20-\x7e]/g)?.length ?? 0);
}
