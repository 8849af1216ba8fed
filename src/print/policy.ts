import { FONT_ORIGIN } from "./font-sheet.ts";

/** The policy that the page to be printed must open with. It names nothing that leads outside. */
export const PRINT_POLICY = `default-src 'none'; style-src 'unsafe-inline'; font-src ${FONT_ORIGIN}; img-src data:; base-uri 'none'; form-action 'none'`;

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  "default-src": ["'none'"],
  "style-src": ["'none'", "'unsafe-inline'"],
  "font-src": ["'none'", FONT_ORIGIN],
  "img-src": ["'none'", "data:"],
};

/** Anchored at the start: a policy binds only what comes after it, so nothing may come before. */
const OPENING =
  /^\s*<!doctype html>\s*<html(?:\s[^<>]*)?>\s*<head>\s*(?:<meta charset="?utf-8"?\s*\/?>\s*)?<meta http-equiv="Content-Security-Policy" content="([^"]*)"\s*\/?>/i;

/** No policy stops a page from going elsewhere by itself, and what is then printed is another page. */
const REFRESH = /<meta\s[^>]*http-equiv\s*=\s*["']?refresh/i;

/** Why a page may not be printed, in Chinese; undefined when its policy shuts everything out. */
export function policyFault(html: string): string | undefined {
  const policy = OPENING.exec(html)?.[1];
  if (policy === undefined) return "没有位于 <head> 开头的 Content-Security-Policy";
  if (REFRESH.test(html)) return "含有自动跳转";
  const directives = policy.split(";").map((directive) => directive.trim().split(/\s+/));
  if (!directives.some(([name, ...sources]) => name === "default-src" && sources.join(" ") === "'none'")) {
    return "缺少 default-src 'none'";
  }
  const loose = directives.find(([name = "", ...sources]) => !sources.every((source) => isClosed(name, source)));
  return loose && `${loose.join(" ")} 放得太宽`;
}

function isClosed(name: string, source: string): boolean {
  return (ALLOWED[name] ?? ["'none'"]).includes(source);
}
