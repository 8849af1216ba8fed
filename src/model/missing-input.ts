import type { InputSpec } from "./stated.ts";

/** Where an input stands in a budget file, in the officer's words: 国有资产 / 车辆. */
export function whereOf({ section, key }: InputSpec): string {
  return section === key ? key : `${section} / ${key}`;
}

/** What to write where an input is missing. */
export function hintForMissing({ section, key, kind, measure }: InputSpec): string {
  if (kind === "items") return `在“${section}:”下补上“${key}:”，下面每一项以“- ”开头；没有就写“${key}: 无”`;
  if (section === key) return `补上“${key}:”`;
  return kind === "text" ? `在“${section}:”下补上“${key}”` : `在“${section}:”下补一行“${key}: …”；没有就写 0${measure ?? ""}`;
}
