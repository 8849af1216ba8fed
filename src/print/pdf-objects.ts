/**
 * Just enough of a PDF to read what Chromium writes: a classic cross-reference table, and objects in
 * plain text. Not a PDF parser; what it does not recognise it reports by giving nothing.
 */
export class PdfObjects {
  readonly bytes: Buffer;
  /** One character a byte, so that offsets in it are offsets in the file. */
  readonly text: string;
  readonly xrefStart: number;
  readonly trailer: string;
  readonly #offsets = new Map<number, number>();

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.text = bytes.toString("latin1");
    const end = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.text.slice(-64));
    this.xrefStart = Number(end?.[1] ?? -1);
    const table = /^xref\n0 (\d+)\n/.exec(this.text.slice(this.xrefStart, this.xrefStart + 32));
    if (!end || !table) throw new Error("PDF 的交叉引用表不合预期");
    const count = Number(table[1]);
    const first = this.xrefStart + table[0].length;
    for (let number = 1; number < count; number++) this.#offsets.set(number, Number(this.text.slice(first + number * 20, first + number * 20 + 10)));
    this.trailer = this.text.slice(first + count * 20, this.text.lastIndexOf("startxref"));
  }

  /** Where an object's own entry of the table begins; entries are 20 bytes each. */
  entryAt(number: number): number {
    return this.text.indexOf("\n", this.xrefStart + 5) + 1 + number * 20;
  }

  /** First and last offset of an object, from its number to after its `endobj`. */
  extent(number: number): [start: number, end: number] {
    const start = this.#offsets.get(number);
    if (start === undefined) throw new Error(`PDF 缺少对象 ${number}`);
    return [start, this.text.indexOf("endobj", start) + "endobj".length];
  }

  object(number: number): string {
    return this.text.slice(...this.extent(number));
  }

  /** The object that a key of the trailer or of another object refers to. */
  reference(holder: string, key: string): number | undefined {
    const found = new RegExp(`/${key} (\\d+) 0 R`).exec(holder);
    return found ? Number(found[1]) : undefined;
  }

  get catalog(): string {
    const root = this.reference(this.trailer, "Root");
    return root === undefined ? "" : this.object(root);
  }
}
