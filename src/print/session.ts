import type { Connection } from "puppeteer-core/internal/cdp/Connection.js";
import type { BrowserProcess } from "./browser-process.ts";
import type { FontServer } from "./font-sheet.ts";
import { PrintPage } from "./print-page.ts";
import { browserFailed, PrintProblem } from "./problems.ts";
import { connect, type Timeouts, Wire } from "./wire.ts";

/** A browser process and what its pages are opened with. */
interface Parts {
  readonly process: BrowserProcess;
  readonly connection: Connection;
  readonly wire: Wire;
  readonly fonts: FontServer | undefined;
  readonly timeouts: Timeouts;
}

/** One connected browser with the pages it has open. It is never mended, only replaced. */
export class Session {
  readonly #parts: Parts;
  readonly #idle: PrintPage[] = [];
  /** The page that the browser opened by itself, until it is taken. */
  #first: string | undefined;

  private constructor(parts: Parts, first: string | undefined) {
    this.#parts = parts;
    this.#first = first;
  }

  static async connect(process: BrowserProcess, fonts: FontServer | undefined, timeouts: Timeouts): Promise<Session> {
    const connection = await connect(process);
    const wire = new Wire(connection, process, timeouts.command);
    const { targetInfos } = await wire.send("Target.getTargets", undefined, { timeout: timeouts.boot });
    const first = targetInfos.find(({ type }) => type === "page")?.targetId;
    const session = new Session({ process, connection, wire, fonts, timeouts }, first);
    // Opened while the document is still being made, so that it need not wait for its page.
    session.#idle.push(await session.#open());
    return session;
  }

  async version(): Promise<string> {
    return (await this.#parts.wire.send("Browser.getVersion")).product;
  }

  /** Lends a page to one document. A page that failed is not lent again. */
  async lend<Result>(work: (page: PrintPage) => Promise<Result>): Promise<Result> {
    const page = this.#idle.pop() ?? (await this.#open());
    const result = await work(page);
    this.#idle.push(page);
    return result;
  }

  async #open(): Promise<PrintPage> {
    const { wire, connection, process, fonts, timeouts } = this.#parts;
    const first = this.#first;
    this.#first = undefined;
    const targetId = first ?? (await wire.send("Target.createTarget", { url: "about:blank" })).targetId;
    const { sessionId } = await wire.send("Target.attachToTarget", { targetId, flatten: true });
    const session = connection.session(sessionId);
    if (!session) throw new PrintProblem(browserFailed(process.path, "页面没有打开"), true);
    return await PrintPage.open(new Wire(session, process, timeouts.command), session, fonts);
  }
}
