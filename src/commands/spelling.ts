import { type Edit, edited } from "../author/edits.ts";

/** Stands for the line end of Windows while a text is edited: no text that was read has one. */
const WINDOWS = "\r";

/** A whole text as the bytes of its file: with the byte order mark that it has and line ends of one kind; in UTF-8. */
export function inOneSpelling(bytes: Buffer, text: string): Buffer {
  const ends = /\r\0?\n/.test(bytes.toString("latin1")) ? "\r\n" : "\n";
  return Buffer.from(markOf(bytes) + text.replaceAll("\n", ends));
}

/** An edited text as bytes, with the byte order mark and the line ends that its file has, each line its own; in UTF-8. */
export function editedInSpelling(bytes: Buffer, text: string, edits: readonly Edit[]): Buffer {
  const ends =
    bytes
      .toString("latin1")
      .replaceAll("\0", "")
      .match(/\r\n?|\n/g) ?? [];
  const windows = ends.filter((end) => end === "\r\n").length * 2 > ends.length;
  const usual = windows ? WINDOWS : "\n";
  const same = text.split("\n").length - 1 === ends.length;
  let at = 0;
  const marked = text.replace(/\n/g, () => {
    const end = same ? ends[at] : undefined;
    at += 1;
    return end === undefined ? usual : end === "\r\n" ? WINDOWS : "\n";
  });
  const result = edited(
    marked,
    edits.map((edit) => ({ ...edit, text: edit.text.replaceAll("\n", usual) })),
  );
  return Buffer.from(markOf(bytes) + result.replaceAll(WINDOWS, "\r\n"));
}

function markOf(bytes: Buffer): string {
  return bytes.subarray(0, 3).equals(Buffer.from("\ufeff")) ? "\ufeff" : "";
}
