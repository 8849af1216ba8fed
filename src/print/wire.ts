import type { Connection } from "puppeteer-core/internal/cdp/Connection.js";
import type { BrowserProcess } from "./browser-process.ts";
import { browserFailed, PrintProblem, printTimeout, reasonOf } from "./problems.ts";

/** What puppeteer's connection and its sessions have in common: commands with their types. */
type Send = Connection["send"];

/** How long the browser may take, in milliseconds. */
export interface Timeouts {
  /** To answer at all after its start; a first start from a cold disk takes seconds. */
  readonly boot: number;
  /** For one command. The longest, printing, takes some 5 ms a page. */
  readonly command: number;
}

export const TIMEOUTS: Timeouts = { boot: 30_000, command: 60_000 };

/**
 * Commands to a browser or to one page of it. Every one has a watchdog: a browser that is stopped,
 * or whose helper has died, answers nothing for ever. Whatever goes wrong comes out as a problem
 * that a fresh browser may not have.
 */
export class Wire {
  readonly #channel: { readonly send: Send };
  readonly #process: BrowserProcess;
  readonly #timeout: number;

  constructor(channel: { readonly send: Send }, process: BrowserProcess, timeout: number) {
    this.#channel = channel;
    this.#process = process;
    this.#timeout = timeout;
  }

  readonly send: Send = async (method, params, options) => {
    const timeout = options?.timeout ?? this.#timeout;
    try {
      return await this.#channel.send(method, params, { timeout });
    } catch (thrown) {
      throw await this.#problem(thrown, timeout);
    }
  };

  async #problem(thrown: unknown, timeout: number): Promise<PrintProblem> {
    const reason = reasonOf(thrown);
    if (reason.includes("timed out")) return new PrintProblem(printTimeout(timeout / 1000), true, thrown);
    const words = await this.#process.lastWords();
    return new PrintProblem(browserFailed(this.#process.path, words || reason), true, thrown);
  }
}

/**
 * Connects puppeteer's own connection to the pipe. Only that part of the library is loaded: its
 * Browser and Page take 160 ms to import even when bundled, this 6, and of their work we need nothing.
 */
export async function connect(process: BrowserProcess): Promise<Connection> {
  const [{ Connection }, { PipeTransport }] = await Promise.all([
    import("puppeteer-core/internal/cdp/Connection.js"),
    import("puppeteer-core/internal/node/PipeTransport.js"),
  ]);
  try {
    await process.spawned;
  } catch (thrown) {
    throw new PrintProblem(browserFailed(process.path, reasonOf(thrown)), true, thrown);
  }
  const connection = new Connection("", new PipeTransport(process.toBrowser, process.fromBrowser));
  // A browser that died before anyone listened closed its pipe unheard, and would be waited for in vain.
  void process.exited.then(() => connection.dispose());
  return connection;
}
