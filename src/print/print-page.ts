import type { Protocol } from "puppeteer-core";
import type { CDPSession } from "puppeteer-core/internal/api/CDPSession.js";
import { type FontServer, fontSheet } from "./font-sheet.ts";
import { PrintProblem, printIncomplete } from "./problems.ts";
import type { Wire } from "./wire.ts";

/** Chromium gives a page's memory back only when told to: 1 GB of it after a hundred documents. */
const PRINTS_BETWEEN_COLLECTIONS = 50;

/** A page of the browser that can reach nothing, used for one document after another. */
export class PrintPage {
  readonly #wire: Wire;
  readonly #frame: string;
  readonly #fonts: FontServer | undefined;
  #prints = 0;

  private constructor(wire: Wire, frame: string, fonts: FontServer | undefined) {
    this.#wire = wire;
    this.#frame = frame;
    this.#fonts = fonts;
  }

  /**
   * Shuts a blank page off: no scripts, no network, and every request refused unless it is for one
   * of our faces. With the policy in the document that makes four walls; any three were seen to leak.
   */
  static async open(wire: Wire, session: CDPSession, fonts: FontServer | undefined): Promise<PrintPage> {
    session.on("Fetch.requestPaused", (event) => void answer(wire, event, fonts));
    const [{ frameTree }] = await Promise.all([
      wire.send("Page.getFrameTree"),
      wire.send("Emulation.setScriptExecutionDisabled", { value: true }),
      wire.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] }),
      wire.send("Network.enable"),
      wire.send("Network.emulateNetworkConditions", {
        offline: true,
        latency: 0,
        downloadThroughput: 0,
        uploadThroughput: 0,
      }),
      // Faces are fetched by the layout that wants them; on paper, so layout must be that of paper.
      ...(fonts ? [wire.send("Emulation.setEmulatedMedia", { media: "print" })] : []),
    ]);
    return new PrintPage(wire, frameTree.frame.id, fonts);
  }

  async setContent(html: string): Promise<void> {
    const send = (text: string) => this.#wire.send("Page.setDocumentContent", { frameId: this.#frame, html: text });
    if (!this.#fonts) {
      await send(html);
      return;
    }
    const named = this.#fonts.faces.filter(({ family }) => html.includes(family));
    await send(html.replace("</head>", () => `${fontSheet(named)}</head>`));
    await this.#waitForFonts();
  }

  /** Printed as one base64 string: quicker than the stream, and a budget is no more than a few MB. */
  async print(tagged: boolean): Promise<Buffer> {
    const { data } = await this.#wire.send("Page.printToPDF", {
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: tagged,
      generateDocumentOutline: tagged,
    });
    if (++this.#prints % PRINTS_BETWEEN_COLLECTIONS === 0) await this.#wire.send("HeapProfiler.collectGarbage");
    return Buffer.from(data, "base64");
  }

  /**
   * Printing does not wait for web fonts. A face is asked for by the layout that lacks it, and a face
   * for rare characters by the layout that finds them missing in the others: so layout is forced until
   * it asks for nothing more. Those that only the margins of pages use are asked for by hand. The
   * debugger may run this although the page may run nothing.
   */
  async #waitForFonts(): Promise<void> {
    const { result } = await this.#wire.send("Runtime.evaluate", {
      expression: `(async () => {
        const ours = [...document.fonts].filter((face) => face.family.includes("BudgetGen"));
        await Promise.allSettled(ours.filter((face) => !face.family.includes("Fallback")).map((face) => face.load()));
        for (let pending = -1, before; pending !== before; ) {
          before = pending;
          document.documentElement.getBoundingClientRect();
          await document.fonts.ready;
          pending = ours.filter((face) => face.status === "unloaded").length;
        }
        return !ours.some((face) => face.status === "error");
      })()`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (result.value !== true) throw new PrintProblem(printIncomplete("字体没有载入"), true);
  }
}

/** Failed as aborted, since a refused navigation must leave the document where it is. */
async function answer(wire: Wire, event: Protocol.Fetch.RequestPausedEvent, fonts: FontServer | undefined): Promise<void> {
  const { requestId } = event;
  try {
    const body = await fonts?.body(event.request.url);
    if (body === undefined) await wire.send("Fetch.failRequest", { requestId, errorReason: "Aborted" });
    else {
      // The document has no origin of its own, so a font is always foreign to it.
      const responseHeaders = [
        { name: "Access-Control-Allow-Origin", value: "*" },
        { name: "Content-Type", value: "font/ttf" },
      ];
      await wire.send("Fetch.fulfillRequest", { requestId, responseCode: 200, responseHeaders, body });
    }
  } catch {
    // The page is gone, or the request: whoever waits for the print is told by the print itself.
  }
}
