import { type Report, remainder } from "../checked.ts";
import type { Terminal } from "../exit.ts";
import { show, summary, unfinishedWords } from "../summary.ts";

/** Findings as a person reads them, with their lines; behind each file how many there are. */
export function textReport(terminal: Terminal): Report {
  return {
    file: async (checked) => {
      await show(checked.listed, terminal);
      const rest = remainder(checked);
      if (rest !== undefined) terminal.error(rest);
      const confirmed = checked.confirmed === 0 ? "" : `；另有 ${checked.confirmed} 处已核对`;
      terminal.out(`${checked.path}：${summary(checked.diagnostics)}${confirmed}${unfinishedWords(checked.unfinished)}`);
    },
    end: (lines) => {
      for (const line of lines) terminal.out(line);
    },
  };
}
