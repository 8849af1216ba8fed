import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../support/compile.ts";

const FINE = readFileSync(join(ROOT, "test", "museum", "nothing-wrong.yaml"), "utf8");

/** The budget file that an example of a page stands for: its sections in place of those of a right file. */
export function fileOfFragment(fragment: string): string {
  if (/^标准: /m.test(fragment) && /^单位:/m.test(fragment)) return fragment;
  const own = sectionsOf(fragment);
  const placed = sectionsOf(FINE).map(({ name, text }) => own.find((each) => each.name === name)?.text ?? text);
  const names = new Set(sectionsOf(FINE).map(({ name }) => name));
  return [...placed, ...own.filter(({ name }) => !names.has(name)).map(({ text }) => text)].join("");
}

/** Top-level sections, each from its name at the margin to the next; a name may be spoilt by its colon, which is the mistake shown. */
function sectionsOf(text: string): { readonly name: string; readonly text: string }[] {
  const sections: { name: string; text: string }[] = [];
  for (const line of text.trimEnd().split("\n")) {
    const name = /^([^\s#:：?-][^:：]*)[:：]/.exec(line)?.[1]?.trim();
    const last = sections.at(-1);
    if (name !== undefined) sections.push({ name, text: `${line}\n` });
    else if (last === undefined) sections.push({ name: "", text: `${line}\n` });
    else last.text += `${line}\n`;
  }
  return sections;
}
