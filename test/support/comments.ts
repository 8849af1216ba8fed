import { Parser } from "yaml";

/** Every comment of a YAML text, in order, without blanks at its end. */
export function commentsOf(text: string): string[] {
  const found: string[] = [];
  JSON.stringify([...new Parser().parse(text)], (_, value: { type?: string; source?: string } | undefined) => {
    if (value?.type === "comment" && value.source !== undefined) found.push(value.source.trimEnd());
    return value;
  });
  return found;
}
