import type { Summary } from './analysis/summary';

/** A file that is being read; in the end with what it was found to hold, nothing when it is gone. */
export interface Reading {
  readonly uri: string;
  summary?: Summary | undefined;
}

/** Documents that wait to be read: those beside open documents first. */
export class ReadingQueue {
  private at = 0;
  private readonly elsewhere: Promise<void>[] = [];
  private readonly preferred = new Set<string>();

  constructor(private readings: Reading[]) {}

  next(): Reading | undefined {
    return this.at < this.readings.length ? this.readings[this.at++] : undefined;
  }

  /** How many nobody has begun to read. */
  get left(): number {
    return this.readings.length - this.at;
  }

  /** Has these read by `read` instead, if they still wait. Resolves when they are. */
  readElsewhere(uris: ReadonlySet<string>, read: (readings: readonly Reading[]) => Promise<void>): Promise<void> {
    const [taken, left] = this.parted(({ uri }) => uris.has(uri));
    this.readings = left;
    const reading = read(taken);
    this.elsewhere.push(reading);
    return reading;
  }

  /** Resolves when all that is read elsewhere is. */
  async others(): Promise<void> {
    await Promise.all(this.elsewhere);
  }

  /** These come before all else. */
  preferAll(uris: ReadonlySet<string>): void {
    this.readings = this.parted(({ uri }) => uris.has(uri)).flat();
  }

  /** What lies in this folder comes before all else. */
  prefer(folder: string): void {
    if (this.preferred.has(folder)) return;
    this.preferred.add(folder);
    this.readings = this.parted(({ uri }) => folderOf(uri) === folder).flat();
  }

  /** What still waits, in two parts; counted anew from the first. */
  private parted(isFirst: (reading: Reading) => boolean): readonly [Reading[], Reading[]] {
    const left = this.readings.slice(this.at);
    this.at = 0;
    return [left.filter(isFirst), left.filter((reading) => !isFirst(reading))];
  }
}

export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}
