import { type Diagnostic, warning } from "../base/diagnostic.ts";
import type { Node } from "../base/node.ts";
import { didYouMean } from "../base/suggest.ts";
import { type Confirmation, confirmationsIn } from "./comments.ts";

/** What is left to say of a file, and what its officer has confirmed. */
export interface Confirmed {
  readonly diagnostics: readonly Diagnostic[];
  readonly confirmed: readonly Diagnostic[];
}

/**
 * Takes out what the file's own comments confirm: `# 已核对 CODE：理由` above an entry or behind it. Only a warning, a note
 * or an error that says so can be confirmed, only with a reason; `complete` tells whether every rule has run, so that a
 * confirmation without a finding is known to be idle.
 */
export function confirm(found: readonly Diagnostic[], root: Node, complete: boolean): Confirmed {
  const all = confirmationsIn(root);
  if (all.length === 0) return { diagnostics: found, confirmed: [] };
  const confirmations = all.filter(({ inText }) => !inText);
  const inTexts = all.filter(({ inText, above }) => inText && above);
  const valid = confirmations.filter(({ codes, reason }) => codes.length > 0 && reason !== "");
  const confirmed = found.filter((diagnostic) => mayBeConfirmed(diagnostic) && valid.some((each) => confirms(each, diagnostic)));
  const kept = found.filter((diagnostic) => !confirmed.includes(diagnostic));
  const faults = confirmations.flatMap((each) => (valid.includes(each) ? faultsOf(each, found, complete) : [withoutReason(each)]));
  return { diagnostics: [...kept, ...faults, ...inTexts.map(inText)], confirmed };
}

function mayBeConfirmed({ severity, confirmable }: Diagnostic): boolean {
  return severity !== "error" || confirmable === true;
}

function confirms({ codes, target }: Confirmation, { code, span }: Diagnostic): boolean {
  return codes.includes(code) && span !== undefined && lies(span, target);
}

function lies(span: NonNullable<Diagnostic["span"]>, { file, start, end }: Confirmation["target"]): boolean {
  return span.file.path === file.path && span.start >= start && span.start <= end;
}

/** It would be published as words of the text. */
function inText({ span }: Confirmation): Diagnostic {
  return warning("confirmation-in-text", "这行“已核对”写在正文里，会照样印出来，也不起作用", span, { hint: "移到这段正文的名称上面，单独写一行" });
}

function withoutReason({ codes, span }: Confirmation): Diagnostic {
  const missing = codes.length === 0 ? "没有写核对过哪一种提示" : "没有写理由，不起作用";
  return warning("confirmation-incomplete", `“已核对”${missing}`, span, {
    hint: "写成“# 已核对 提示的代号：理由”，例如“# 已核对 amount-in-text：合同总价，与本年预算无关”",
  });
}

function faultsOf(confirmation: Confirmation, found: readonly Diagnostic[], complete: boolean): Diagnostic[] {
  const here = found.filter(({ span }) => span !== undefined && lies(span, confirmation.target));
  return confirmation.codes.flatMap((code) => {
    const same = here.filter((diagnostic) => diagnostic.code === code);
    if (same.some(mayBeConfirmed)) return [];
    if (same.length > 0) return [refused(code, confirmation)];
    return complete ? [idle(code, confirmation, here)] : [];
  });
}

function refused(code: string, { span }: Confirmation): Diagnostic {
  return warning("confirmation-refused", `${code} 是必须改的错误，不能用“已核对”放过`, span, { hint: "照那条错误的“怎么改”改好，再删掉这条“已核对”" });
}

function idle(code: string, { span }: Confirmation, here: readonly Diagnostic[]): Diagnostic {
  const others = [...new Set(here.filter(mayBeConfirmed).map((diagnostic) => diagnostic.code))];
  const hint =
    others.length === 0
      ? "内容已经改过的，删掉这条“已核对”；它只管下面的一项，或者写在同一行后面的那一项"
      : `这里的提示是 ${others.join("、")}，${didYouMean(code, others) ?? "代号有没有写错？"}`;
  return warning("confirmation-unused", `这里没有 ${code} 这种提示，“已核对”没有用处`, span, { hint });
}
