/** What a template does with names: prints a word of them, or begins, turns and ends a branch. */
export type TemplateToken =
  | { readonly kind: "words"; readonly word: string; readonly names: readonly string[] }
  | { readonly kind: "branch"; readonly name: string; readonly flag: string; readonly negated: boolean }
  | { readonly kind: "else" }
  | { readonly kind: "end" };

/** The tokens of a template that was found right, in order. */
export function templateTokens(source: string): TemplateToken[] {
  return [...source.matchAll(/\{\{([^}]*)\}\}/g)].map(([, inner = ""]) => {
    const [word = "", ...names] = [...inner.matchAll(/"([^"]*)"|[^\s"]+/g)].map((match) => match[1] ?? match[0]);
    if (word === "else") return { kind: "else" };
    if (word.startsWith("/")) return { kind: "end" };
    if (!word.startsWith("#")) return { kind: "words", word, names };
    const [name = "", flag = ""] = (names[0] ?? "").split(".");
    return { kind: "branch", name, flag, negated: word === "#unless" };
  });
}
