import { printable } from "../place.ts";

/** The same with every text such as a terminal may show: what a hostile file holds is not obeyed. Amounts stay what they are. */
export function printableIn<Value>(value: Value): Value {
  return shown(value) as Value;
}

function shown(value: unknown): unknown {
  if (typeof value === "string") return value.split("\n").map(printable).join("\n");
  if (Array.isArray(value)) return value.map(shown);
  if (typeof value !== "object" || value === null || "toFixed" in value) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shown(each)]));
}
