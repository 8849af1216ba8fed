import { type Diagnostic, error } from "../base/diagnostic.ts";
import type { Node } from "../base/node.ts";

/** What a drafted reason begins with until an officer has put the real one in its place. */
export const TO_CONFIRM = "待确认：";

const MARK = /^\s*待确认\s*(?:[:：]|$)/;

/** Whether a value is a draft that nobody has confirmed. */
export function isToConfirm(node: Node): boolean {
  return node.kind === "scalar" && MARK.test(node.text);
}

export function toConfirm(what: string, { span }: Node): Diagnostic {
  const hint = `改成真正的原因（为什么增减，不只是哪一项增减），再去掉“${TO_CONFIRM}”`;
  return error("reason-to-confirm", `“${what}”的原因是按数字起草的，还没有确认`, span, { hint });
}
