import { html, type Markup, styleSheet } from "./markup.ts";

/** Nothing may be fetched, run or embedded; only our own style sheet applies, and fonts that the print stage serves. */
const POLICY: Markup = { html: "default-src 'none'; style-src 'unsafe-inline'; font-src https://budgetgen.invalid; base-uri 'none'; form-action 'none'" };

/** What the head of a page says of it. */
export interface PageHead {
  readonly title: string;
  readonly author: string;
  readonly language: string;
}

/** One file without any request to anywhere. */
export function wholePage({ title, author, language }: PageHead, css: string, body: Markup): string {
  return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${author}">
<title>${title}</title>
<style>
${styleSheet(css)}</style>
</head>
<body>
${body}</body>
</html>
`.html;
}
