const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LONGEST_COMMENT = 65_535;

/** Bytes that may stand for an empty file when it is packed. */
const SMALLEST = 64;

/**
 * How many bytes an archive says that it holds when unpacked; infinite where it does not say. The reader unpacks no
 * entry beyond what is said of it, so this bounds what a stranger's file can take.
 */
export function unpackedSize(bytes: Buffer): number {
  const end = endOfDirectory(bytes);
  if (end === undefined) return 0;
  let at = bytes.readUInt32LE(end + 16);
  let total = 0;
  for (let left = bytes.readUInt16LE(end + 10); left > 0 && at + ENTRY_LENGTH <= bytes.length && bytes.readUInt32LE(at) === ENTRY; left--) {
    const [packed, unpacked] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
    total += unpacked === 0 && packed > SMALLEST ? Number.POSITIVE_INFINITY : unpacked;
    at += ENTRY_LENGTH + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return total;
}

function endOfDirectory(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = bytes.length - END_LENGTH; at >= first; at--) if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  return undefined;
}
