/** Writes numbers and strings one after the other; a string that comes again costs a byte or two. */
export class ByteWriter {
  private bytes = new Uint8Array(4096);
  private readonly strings = new Map<string, number>();
  private aside: ByteWriter | undefined;
  /** Bytes written. */
  length = 0;

  /** A whole number from 0 to 2^32 - 1, in one to five bytes, small ones in few (LEB128). */
  number(value: number): void {
    this.reserve(5);
    let rest = value >>> 0;
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  /** A whole number below 2^31 either way; those near 0 in few bytes (zigzag). */
  signed(value: number): void {
    this.number((value << 1) ^ (value >> 31));
  }

  text(value: string): void {
    const known = this.strings.get(value);
    if (known !== undefined) {
      this.number(known << 1);
      return;
    }
    this.strings.set(value, this.length);
    let isNarrow = true;
    for (let at = 0; at < value.length && isNarrow; at++) isNarrow = value.charCodeAt(at) < 256;
    this.number((value.length << 2) | (isNarrow ? 1 : 3));
    this.reserve(value.length * 2);
    for (let at = 0; at < value.length; at++) {
      const code = value.charCodeAt(at);
      this.bytes[this.length++] = code & 255;
      if (!isNarrow) this.bytes[this.length++] = code >> 8;
    }
  }

  /** What `write` writes, which is numbers alone, with its length in bytes before it, so that it can be passed over. */
  sized(write: (writer: ByteWriter) => void): void {
    this.aside ??= new ByteWriter();
    this.aside.length = 0;
    write(this.aside);
    this.number(this.aside.length);
    this.reserve(this.aside.length);
    this.bytes.set(this.aside.bytes.subarray(0, this.aside.length), this.length);
    this.length += this.aside.length;
  }

  /** A text that may be missing. */
  optional(value: string | undefined): void {
    this.number(value === undefined ? 0 : 1);
    if (value !== undefined) this.text(value);
  }

  /** Fills up with zeros to a multiple of four bytes, and then takes whole numbers as they stand in memory. */
  aligned(values: Uint32Array): void {
    while (this.length % 4 !== 0) this.number(0);
    this.reserve(values.byteLength);
    this.bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), this.length);
    this.length += values.byteLength;
  }

  /** A copy of what was written. */
  finished(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.length);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

/** Reads what `ByteWriter` wrote, from any place at which something begins. */
export class ByteReader {
  /** Texts that are too long or too wide for `interned`, by where they stand. */
  private strings: Map<number, string> | undefined;

  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
  ) {}

  number(): number {
    let byte = this.bytes[this.at++] as number;
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = this.bytes[this.at++] as number;
      value |= (byte & 127) << shift;
    }
    return value >>> 0;
  }

  signed(): number {
    const value = this.number();
    return (value >>> 1) ^ -(value & 1);
  }

  text(): string {
    const start = this.at;
    const head = this.number();
    if ((head & 1) === 1) return this.characters(start, head);
    const place = head >>> 1;
    const known = this.strings?.get(place);
    if (known !== undefined) return known;
    const next = this.at;
    this.at = place;
    const text = this.characters(place, this.number());
    this.at = next;
    return text;
  }

  /** Passes over a text. */
  passText(): undefined {
    const head = this.number();
    if ((head & 1) === 1) this.at += (head >>> 2) * sizeOf(head);
  }

  /** The sums of so many numbers: the first, the first two, and so on. As fast as it can be, since documents have many lines. */
  sums(count: number): Uint32Array {
    const sums = new Uint32Array(count);
    const { bytes } = this;
    let { at } = this;
    let sum = 0;
    for (let index = 0; index < count; index++) {
      const byte = bytes[at] as number;
      if (byte < 128) {
        sum += byte;
        at++;
      } else {
        this.at = at;
        sum += this.number();
        at = this.at;
      }
      sums[index] = sum;
    }
    this.at = at;
    return sums;
  }

  /** Whole numbers as `ByteWriter.aligned` wrote them, where they stand: `bytes.byteOffset` is a multiple of four. */
  aligned(count: number): Uint32Array {
    const start = (this.at + 3) & ~3;
    this.at = start + count * 4;
    return new Uint32Array(this.bytes.buffer, this.bytes.byteOffset + start, count);
  }

  /** Passes over so many bytes. */
  skip(size: number): void {
    this.at += size;
  }

  optional(): string | undefined {
    return this.number() === 0 ? undefined : this.text();
  }

  private characters(place: number, head: number): string {
    const length = head >>> 2;
    const size = sizeOf(head);
    const { bytes, at } = this;
    this.at += length * size;
    if (length <= LONGEST_INTERNED && size === 1) return interned(bytes, at, length);
    const text = decoded(bytes, at, length, size);
    this.strings ??= new Map();
    this.strings.set(place, text);
    return text;
  }
}

/** How many bytes a unit takes in a text with this head. */
function sizeOf(head: number): 1 | 2 {
  return (head & 2) === 0 ? 1 : 2;
}

/** In UTF-16 units: as much as becomes a string at once. */
const CHUNK = 2048;

function decoded(bytes: Uint8Array, start: number, length: number, size: 1 | 2): string {
  let text = '';
  for (let from = 0; from < length; from += CHUNK) {
    const end = Math.min(from + CHUNK, length);
    const codes = size === 1 ? bytes.subarray(start + from, start + end) : wideCodes(bytes, start + from * 2, end - from);
    // Applied, since spreading takes five times as long before the engine has compiled it.
    text += Reflect.apply(String.fromCharCode, undefined, codes);
  }
  return text;
}

function wideCodes(bytes: Uint8Array, start: number, length: number): Uint16Array {
  return Uint16Array.from({ length }, (_, at) => (bytes[start + 2 * at] as number) | ((bytes[start + 2 * at + 1] as number) << 8));
}

/** Names and short forms come again in many documents: each place keeps the string that was last read there. */
const INTERNED = new Array<string | undefined>(1 << 14).fill(undefined);
const LONGEST_INTERNED = 64;

function interned(bytes: Uint8Array, start: number, length: number): string {
  let hash = length;
  for (let at = start; at < start + length; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  const slot = (hash ^ (hash >>> 15)) & (INTERNED.length - 1);
  const known = INTERNED[slot];
  if (known?.length === length) {
    let same = 0;
    while (same < length && known.charCodeAt(same) === bytes[start + same]) same++;
    if (same === length) return known;
  }
  const text = decoded(bytes, start, length, 1);
  INTERNED[slot] = text;
  return text;
}
