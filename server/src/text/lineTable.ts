/** A place as editors count it: both 0-based, `character` in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/**
 * A stretch of one line that was typed over, no line break before or after. Offsets are those of the text that the table
 * was made of.
 */
export interface Patch {
  /** 0-based. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** How long the text is that stands there now, in UTF-16 units. */
  readonly length: number;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * Where the lines of a text start. A line ends at LF, CR LF or a lone CR, as in the Language Server Protocol.
 * A text that ends with a line break has one more, empty, line after it. Total: offsets and places outside
 * the text are moved to its nearest end.
 *
 * A table with patches leads from offsets of the text as it was to places in the text as it is, and back: what is known
 * by offsets stays true after typing, and nothing has to be moved. A place inside a patch leads to the patch's start.
 */
export class LineTable {
  private constructor(
    /** Offset of the first character of every line, ascending; never empty. */
    readonly starts: Uint32Array,
    /** Length of the text in UTF-16 units. */
    readonly length: number,
    /** At most one a line. */
    readonly patches: readonly Patch[] = [],
  ) {}

  /** The table that has these `starts` of a text of this `length`; they are shared. */
  static from(starts: Uint32Array, length: number): LineTable {
    return new LineTable(starts, length);
  }

  /** The same lines, these stretches of them typed over; they take the place of all patches before. */
  patched(patches: readonly Patch[]): LineTable {
    return new LineTable(this.starts, this.length, patches);
  }

  static of(text: string): LineTable {
    if (!text.includes('\r')) return LineTable.ofLineFeeds(text);
    let starts = new Uint32Array(Math.max(16, text.length >> 5));
    let count = 1;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > CARRIAGE_RETURN || (code !== LINE_FEED && code !== CARRIAGE_RETURN)) continue;
      if (code === CARRIAGE_RETURN && text.charCodeAt(i + 1) === LINE_FEED) i++;
      if (count === starts.length) {
        const larger = new Uint32Array(count * 2);
        larger.set(starts);
        starts = larger;
      }
      starts[count++] = i + 1;
    }
    return new LineTable(starts.slice(0, count), text.length);
  }

  /** The engine looks for one character several times faster than a loop does. */
  private static ofLineFeeds(text: string): LineTable {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return new LineTable(Uint32Array.from(starts), text.length);
  }

  get count(): number {
    return this.starts.length;
  }

  /** The 0-based line that holds `offset`; at once where it is `likely`. */
  lineAt(offset: number, likely = 0): number {
    if (this.startOf(likely) <= offset && offset < this.endOf(likely)) return likely;
    const { starts } = this;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Offset of the first character of a 0-based line; the text's length when there is no such line. */
  startOf(line: number): number {
    return this.starts[line] ?? this.length;
  }

  /** Offset just after a line's break: the start of the next line, or the end of the text. */
  endOf(line: number): number {
    return this.startOf(line + 1);
  }

  placeAt(offset: number, likely?: number): Place {
    const inside = Math.max(0, Math.min(offset, this.length));
    const line = this.lineAt(inside, likely);
    return { line, character: this.patchedOffset(line, inside) - this.startOf(line) };
  }

  offsetAt(place: Place): number {
    if (place.line < 0) return 0;
    if (place.line >= this.count) return this.length;
    const start = this.startOf(place.line);
    const patch = this.patchOn(place.line);
    let offset = start + Math.max(0, place.character);
    if (patch && offset > patch.start) offset = offset < patch.start + patch.length ? patch.start : offset - growth(patch);
    return Math.max(start, Math.min(offset, this.endOf(place.line)));
  }

  private patchOn(line: number): Patch | undefined {
    return this.patches.length === 0 ? undefined : this.patches.find((patch) => patch.line === line);
  }

  /** Where an offset stands in its line now. */
  private patchedOffset(line: number, offset: number): number {
    const patch = this.patchOn(line);
    if (!patch || offset <= patch.start) return offset;
    return offset >= patch.end ? offset + growth(patch) : Math.min(offset, patch.start + patch.length);
  }
}

function growth({ start, end, length }: Patch): number {
  return length - (end - start);
}
