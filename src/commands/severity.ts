import type { Severity } from "../base/diagnostic.ts";

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: "错误", warning: "警告", note: "提示" };
