import type { MapEntry, ScalarNode } from "../../base/node.ts";
import type { Findings } from "../reader.ts";

/** “2010350” and “2010350 事业运行” are different keys of the file and the same 科目. */
export function refuseRepeatedCodes(entries: readonly MapEntry[], findings: Findings): void {
  const byCode = new Map<string, ScalarNode>();
  for (const { key } of entries) {
    const code = /^\d+/.exec(key.text.trim())?.[0];
    const first = code === undefined ? undefined : byCode.get(code);
    if (code !== undefined && first === undefined) byCode.set(code, key);
    if (first === undefined || first.text === key.text) continue;
    findings.error("duplicate-key", `科目 ${code} 写了两次`, key.span, "合并成一处", [{ message: "第一次写在这里", span: first.span }]);
  }
}
