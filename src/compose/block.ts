import { leadingNumber, ordinal } from "../base/chinese.ts";
import type { Standard } from "../model/standard.ts";
import type { StatedText } from "../model/stated.ts";
import type { Text } from "../model/text.ts";

/** The paragraphs of a stated text; the items of a list are numbered as the standard numbers them, unless they are already. */
export function paragraphsIn({ paragraphs, list }: StatedText, print: (text: Text) => string, { ordinals }: Standard): string[] {
  const pattern = list ? ordinals.paragraph : "";
  return paragraphs.map((paragraph, index) => {
    const text = print(paragraph);
    return pattern === "" || leadingNumber(text) !== "" ? text : ordinal(pattern, index + 1) + text;
  });
}

/** A stated text as it stands in a cell: whole, one line a paragraph. */
export function blockOf(stated: StatedText, print: (text: Text) => string, standard: Standard): string {
  return paragraphsIn(stated, print, standard).join("\n");
}
