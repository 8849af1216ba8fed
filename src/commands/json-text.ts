/** Signs that a terminal obeys or that hide what stands beside them; JSON.stringify escapes only those below U+0020. */
const UNSEEN = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A value as JSON that may be looked at in a terminal: what a hostile file holds stays an escape. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
