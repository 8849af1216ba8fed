import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./compile.ts";

/** 连州's budget, the example of most tests, and the one of the year before to which it links. */
export const LIANZHOU = join(ROOT, "budgets", "lianzhou.yaml");
const LAST_YEAR = "lianzhou-2023.yaml";
const LINK = `上年文件: ${LAST_YEAR}\n`;

/** What 连州's document of 2024 says of 2023, as a file without last year's file has to state it. */
const STATED = `上年数:
  收入总计: 479.66万元
  支出总计: 479.66万元
  因公出国（境）费: 0
  公务用车购置费: 0
  公务用车运行维护费: 2.5万元
  公务接待费: 1万元
  机关运行经费: 0
`;

/** 连州's file as it is: it links to last year's, which has to lie beside it where it is compiled (`putLastYear`). */
export function lianzhouText(): string {
  return readFileSync(LIANZHOU, "utf8");
}

/** 连州's file with 上年数 stated in it instead of the link: it stands alone, and prints the same document. */
export function lianzhouAlone(): string {
  const parts = lianzhouText().split(LINK);
  if (parts.length !== 2) throw new Error(`${LIANZHOU} should link to ${LAST_YEAR} once`);
  return parts.join(STATED);
}

/** Puts last year's file into a folder in which texts of 连州's are compiled. */
export function putLastYear(folder: string): void {
  copyFileSync(join(ROOT, "budgets", LAST_YEAR), join(folder, LAST_YEAR));
}
