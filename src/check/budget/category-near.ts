import { nearest } from "../../base/suggest.ts";
import { type Categories, type CategoryLevel, levelOf, sameName } from "../../model/classification.ts";

/** “30201 办公费”, as it is best written. */
export function written(code: string, categories: Categories): string {
  return `${code} ${categories.get(code)?.name ?? ""}`.trim();
}

export function codesAt(level: CategoryLevel, categories: Categories): string[] {
  return [...categories.keys()].filter((code) => levelOf(code) === level);
}

/** The code that was probably meant by one that nobody knows. */
export function nearestCode(code: string, name: string, level: CategoryLevel, categories: Categories): string | undefined {
  return exchanged(code, name, categories) ?? codeNamed(name, level, categories, code) ?? nearestOf(code, codesAt(level, categories));
}

/** The code with two neighbouring digits exchanged, when there is only one such 科目, or one with the name that was written. */
function exchanged(code: string, name: string, categories: Categories): string | undefined {
  const swaps = [...code].slice(1).map((digit, index) => code.slice(0, index) + digit + code[index] + code.slice(index + 2));
  const known = [...new Set(swaps)].filter((each) => categories.get(each) !== undefined);
  const named = known.filter((each) => sameName(categories.get(each)?.name ?? "", name));
  const [only] = name === "" ? known : named;
  return (name === "" ? known : named).length === 1 ? only : undefined;
}

/** The nearest code, one of the same 款 or 类 before any other. */
function nearestOf(code: string, codes: readonly string[]): string | undefined {
  const within = (length: number): string | undefined =>
    nearest(
      code,
      codes.filter((each) => each.startsWith(code.slice(0, length))),
    );
  return within(5) ?? within(3) ?? nearest(code, codes);
}

/** The code of a name; where several have it (事业运行), the one in the same 款 or 类 as what was written. */
export function codeNamed(name: string, level: CategoryLevel, categories: Categories, near = ""): string | undefined {
  if (name === "") return undefined;
  const codes = codesAt(level, categories).filter((code) => sameName(categories.get(code)?.name ?? "", name));
  if (codes.length <= 1) return codes[0];
  return (
    codes.find((code) => near.length >= 5 && code.startsWith(near.slice(0, 5))) ?? codes.find((code) => near.length >= 3 && code.startsWith(near.slice(0, 3)))
  );
}
