const DECODERS = ["utf-8", "gb18030"] as const;

/** The text of a file in UTF-8, UTF-16 or GBK, as spreadsheet programs write it; nothing where it is none. */
export function decodeText(bytes: Buffer): string | undefined {
  const mark = bytes.subarray(0, 2).toString("hex");
  if (mark === "fffe") return decode(bytes, "utf-16le");
  if (mark === "feff") return decode(bytes, "utf-16be");
  if (bytes.includes(0)) return undefined;
  for (const decoder of DECODERS) {
    const text = decode(bytes, decoder);
    if (text !== undefined) return text;
  }
  return undefined;
}

function decode(bytes: Buffer, decoder: string): string | undefined {
  try {
    return new TextDecoder(decoder, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
