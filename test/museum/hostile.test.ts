import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Compiled } from "../../src/compile.ts";
import { renderFragment, renderPage, renderPrint } from "../../src/render/document.ts";
import { cleanValue, compileText } from "../derive/support.ts";

/** Every free text of a budget file stands at a @ of its own, in all the styles in which YAML writes a text. */
const FILE = readFileSync(join(import.meta.dirname, "hostile.budget"), "utf8");
const PLACES = FILE.split("@").length - 1;

/** Words that some reader on the way might obey: HTML, CSS, Handlebars, URLs. Each place gets them with its own number. */
const HOSTILE = [
  "<script>alert(1)</script>",
  "{{年度}}{{{单位名称}}}{{#if 三公经费.有}}",
  "</style></title></textarea>-->",
  "\"onload=alert(1) x='",
  "<img src=x onerror=alert(1)>&lt;b&gt;&#60;",
  "<!--<svg/onload=alert(1)>",
  "]]>$<%= 1 %>`$&$1",
  "[点](javascript:alert(1))![图](https://example.com/a.png)",
  "file:///etc/passwd <a href='javascript:alert(1)'>点</a>",
  "<base href=//example.com><link rel=stylesheet href=//example.com/a.css>",
  "\\u003cscript\\u003e</td></tr></table>",
];

function compiledWith(words: (place: number) => string): Compiled {
  const [first = "", ...rest] = FILE.split("@");
  return cleanValue(compileText(first + rest.map((text, index) => words(index + 1) + text).join("")), "warnings");
}

interface Token {
  /** `<td class>` for a tag with the names of its attributes, or the text between two tags. */
  readonly tag?: string;
  readonly text?: string;
}

const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

/** A small reader of HTML: tags with quoted attributes, text, a raw <style>. What it cannot read is a failure. */
function tokensOf(html: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /<!DOCTYPE html>|<style>.*?<\/style>|<(\/?[a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"<>]*")*)\s*>|([^<>]+)|(.)/gsy;
  for (const [whole, tag, attributes = "", text, unread] of html.matchAll(pattern)) {
    if (unread !== undefined) throw new Error(`not HTML: ${unread}`);
    if (text !== undefined) tokens.push({ text: text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity) });
    else if (tag === undefined) tokens.push({ tag: whole });
    else tokens.push({ tag: `<${tag}${attributes.replace(/="[^"]*"/g, "").replace(/\s+/g, " ")}>` });
  }
  return tokens;
}

const tagsOf = (tokens: readonly Token[]): string[] => tokens.flatMap(({ tag }) => tag ?? []);
const textOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text ?? "").join("");

const EDITIONS: readonly (readonly [name: string, render: (compiled: Compiled) => string])[] = [
  ["the HTML edition", ({ document, standard }) => renderPage(document, standard.styles)],
  ["the printed edition", ({ document, standard }) => renderPrint(document, standard.styles, new Map())],
  ["the fragment", ({ document }) => renderFragment(document)],
];

const harmless = compiledWith((place) => `文字${place}号。`);

describe.each(EDITIONS)("%s", (_, render) => {
  const wanted = tagsOf(tokensOf(render(harmless)));

  test.each(HOSTILE)("shows %s as text in every place, and has no other elements or attributes for it", (words) => {
    const tokens = tokensOf(render(compiledWith((place) => `文${place}${words}${place}号`)));
    expect(tagsOf(tokens)).toEqual(wanted);
    const text = textOf(tokens);
    const lost = Array.from({ length: PLACES }, (_unused, index) => `文${index + 1}${words}${index + 1}号`).filter((each) => !text.includes(each));
    expect(lost).toEqual([]);
  });
});

test("every place of the file is a text of the document", () => {
  expect(PLACES).toBe(25);
});
