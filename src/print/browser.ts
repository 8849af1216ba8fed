import type { FoundBrowser } from "./find-browser.ts";
import { type BrowserOptions, launch, type Running } from "./launch.ts";
import type { PrintPage } from "./print-page.ts";
import { PrintProblem } from "./problems.ts";

/** Begins to start a browser and returns at once: it boots while the document is being made. */
export function startBrowser(options: BrowserOptions = {}): Browser {
  return new Browser(options);
}

/** A browser that replaces itself when it dies or hangs. */
export class Browser {
  readonly #options: BrowserOptions;
  #running: Promise<Running>;
  #closed = false;

  constructor(options: BrowserOptions) {
    this.#options = options;
    this.#running = this.#launch(false);
  }

  /**
   * Lends a page to `work`; when the browser fails at it, once more a page of a new browser.
   * Failures come as PrintProblem. Calls may overlap: each has a page of its own.
   */
  async use<Result>(work: (page: PrintPage) => Promise<Result>): Promise<Result> {
    const first = this.#running;
    try {
      return await lend(first, work);
    } catch (thrown) {
      if (this.#closed || !(thrown instanceof PrintProblem && thrown.retryable)) throw thrown;
    }
    await end(first);
    // Of several documents that the same browser failed, the first one replaces it.
    if (this.#running === first) this.#running = this.#launch(true);
    return await lend(this.#running, work);
  }

  /** Which browser this is and how it calls itself. */
  async identify(): Promise<FoundBrowser & { readonly version: string; readonly pid: number | undefined }> {
    const { found, process, session } = await this.#running;
    return { ...found, version: await (await session).version(), pid: process.pid };
  }

  /** Ends the browser and all it started, and removes its files. */
  async close(): Promise<void> {
    this.#closed = true;
    await end(this.#running);
  }

  #launch(secondTry: boolean): Promise<Running> {
    const running = launch(this.#options, secondTry);
    // Whoever uses the browser is told of its failure; until then it must not end the program.
    running.catch(() => undefined);
    return running;
  }
}

async function lend<Result>(running: Promise<Running>, work: (page: PrintPage) => Promise<Result>): Promise<Result> {
  return await (await (await running).session).lend(work);
}

async function end(running: Promise<Running>): Promise<void> {
  const launched = await running.catch(() => undefined);
  launched?.process.end();
}
