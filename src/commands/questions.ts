import { createInterface, type Interface } from "node:readline/promises";
import type { Person } from "./exit.ts";

/** A question that is put until it is answered rightly. */
export interface Question<Answer> {
  /** What is asked, without a colon. */
  readonly text: string;
  /** What is taken where nothing is typed, as it is shown. */
  readonly usual?: string;
  /** From what was typed to an answer; words on what is wrong with it where it is none. */
  readonly read: (typed: string) => { readonly answer: Answer } | { readonly fault: string };
}

/** Asks one thing after another; whoever presses Ctrl-C or ends the input is asked nothing more. */
export class Questioner {
  private readonly lines: Interface;
  private readonly ended = new AbortController();

  constructor({ input, output }: Person) {
    this.lines = createInterface({ input, output });
    this.lines.once("SIGINT", () => this.ended.abort());
    this.lines.once("close", () => this.ended.abort());
    this.say = (words) => void output.write(`${words}\n`);
  }

  private readonly say: (words: string) => void;

  /** The answer, or nothing where the person has had enough. */
  async ask<Answer>({ text, usual, read }: Question<Answer>): Promise<Answer | undefined> {
    const prompt = `${text}${usual === undefined ? "" : `（直接回车是 ${usual}）`}：`;
    for (;;) {
      const typed = await this.lines.question(prompt, { signal: this.ended.signal }).catch(() => undefined);
      if (typed === undefined) return undefined;
      const result = read(typed.trim() === "" && usual !== undefined ? usual : typed.trim());
      if ("answer" in result) return result.answer;
      this.say(`  ${result.fault}`);
    }
  }

  /** One of several things, by its number or its name. */
  async choose(text: string, choices: readonly Choice[], usual?: string): Promise<string | undefined> {
    this.say(`${text}：`);
    choices.forEach(({ name, remark = "" }, index) => void this.say(`  ${index + 1}  ${name}${remark === "" ? "" : `  ${remark}`}`));
    const read = (typed: string): ReturnType<Question<string>["read"]> => {
      const chosen = choices.find(({ name }, index) => typed === name || typed === String(index + 1));
      return chosen === undefined ? { fault: `写 1 到 ${choices.length} 的序号，或者写名称` } : { answer: chosen.name };
    };
    return await this.ask({ text: "写序号或者名称", read, ...(usual !== undefined && { usual }) });
  }

  close(): void {
    this.lines.close();
  }
}

/** One of the things to choose from. */
export interface Choice {
  readonly name: string;
  readonly remark?: string;
}
