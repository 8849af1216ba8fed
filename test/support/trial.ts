import { showDiagnostic } from "../../src/commands/report.ts";
import { compileBudget, printability, type Resources } from "../../src/compile.ts";
import { renderFragment, renderPage, renderPrint } from "../../src/render/document.ts";

/** What became of a file that was checked and built as far as its HTML. */
export interface Trial {
  readonly document: boolean;
  readonly findings: number;
  /** What must never be: an exception, or neither a document nor an error. */
  readonly fault?: string;
}

/** Words of the machine, which no officer should meet in a message. */
const MACHINE = /\b(?:undefined|NaN|\[object|TypeError|RangeError|SyntaxError|is not a function|Cannot read|prototype of|Infinity)\b/;

/** Checks a file and builds its HTML; says what is wrong with the program, not with the file. */
export function tried(path: string, resources: Resources, text: string): Trial {
  try {
    const { value, diagnostics } = compileBudget(path, resources);
    const shown = diagnostics.map((diagnostic) => showDiagnostic(diagnostic, false));
    const errors = diagnostics.filter(({ severity }) => severity === "error").length;
    const state = { document: value !== undefined, findings: diagnostics.length };
    if ((value === undefined) !== errors > 0) return { ...state, fault: `${errors} errors and ${value ? "a" : "no"} document` };
    const machine = diagnostics.find(({ message, hint = "" }) => MACHINE.test(message + hint) && !MACHINE.test(text));
    if (machine !== undefined) return { ...state, fault: `a message of the machine: ${shown[diagnostics.indexOf(machine)]}` };
    if (value === undefined) return state;
    const html = [
      renderPage(value.document, value.standard.styles),
      renderFragment(value.document),
      renderPrint(value.document, value.standard.styles, new Map()),
    ];
    printability(value);
    const unsafe = html.find((each) => UNSAFE.test(withoutStyle(each)));
    return unsafe === undefined ? state : { ...state, fault: `in the HTML: ${UNSAFE.exec(withoutStyle(unsafe))?.[0]}` };
  } catch (failure) {
    return { document: false, findings: 0, fault: failure instanceof Error ? (failure.stack ?? failure.message) : String(failure) };
  }
}

/** Elements and attributes that run or fetch something; in text they stand escaped. */
const UNSAFE =
  /<(?:script|img|iframe|object|embed|link|base|form|input|svg|video|audio|source)\b|<[a-z][^<>]*\s(?:on[a-z]+|src|srcset|data|action)=|<a [^<>]*href="(?!#)|<style/i;

/** Without the one style sheet of the page's own. */
function withoutStyle(html: string): string {
  return html.replace(/<style>[^<]*<\/style>/, "");
}
