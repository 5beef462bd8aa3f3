import { milliseconds } from '../files/clock';
import { readBytes } from '../files/nodeFiles';

/** After so much time the event loop is let go on, in milliseconds. */
const SLICE_MS = 8;

/** So long this thread searches alone where others would have to be started for it, which slows this one down. In milliseconds. */
const ALONE_MS = 500;

/** So many documents another thread searches at once. */
const BATCH = 8;

/** Of some documents, those that hold the words, and those that hold the longest of them. */
export interface Found {
  readonly whole: readonly string[];
  readonly part: readonly string[];
}

/** Another thread that searches: as `searchHere`. */
export type Searcher = (words: string, uris: readonly string[]) => Promise<Found>;

/**
 * The documents at `file:` URIs whose bytes hold the words in one of their usual spellings; where none does, those that
 * hold the longest word. As fast as files can be read, since nothing is decoded; texts that are not UTF-8 are missed.
 * `others` help when it has taken `aloneFor` milliseconds; what one of them fails at is searched here, and so is what they
 * are still at in the end: a thread that has just been started answers late.
 */
export async function searchFiles(
  words: string,
  uris: readonly string[],
  cancelled: () => boolean,
  others: readonly Searcher[] = [],
  aloneFor = ALONE_MS,
): Promise<readonly string[]> {
  const [whole, part] = [new Set<string>(), new Set<string>()];
  let next = 0;
  const take = (count: number): readonly string[] => (cancelled() ? [] : uris.slice(next, (next += count)));
  const add = (found: Found): void => {
    for (const uri of found.whole) whole.add(uri);
    for (const uri of found.part) part.add(uri);
  };
  /** What others are at, and what they failed at. */
  const elsewhere = new Set<readonly string[]>();
  const searchBy = async (other: Searcher): Promise<void> => {
    for (let batch = take(BATCH); batch.length > 0; batch = take(BATCH)) {
      elsewhere.add(batch);
      const found = await other(words, batch).catch(() => undefined);
      if (!found) return;
      add(found);
      elsewhere.delete(batch);
    }
  };
  const takeBack = (): readonly string[] => {
    const [batch = []] = cancelled() ? [] : elsewhere;
    elsewhere.delete(batch);
    return batch;
  };
  const held = searcher(words);
  const helpers = [...others];
  const begun = milliseconds();
  let started = begun;
  for (let here = take(1); here.length > 0; here = next < uris.length ? take(1) : takeBack()) {
    add(foundIn(here, held));
    const now = milliseconds();
    if (now - begun >= aloneFor) for (const other of helpers.splice(0)) void searchBy(other);
    if (now - started < SLICE_MS) continue;
    await new Promise(setImmediate);
    started = milliseconds();
  }
  return uris.filter((uri) => (whole.size > 0 ? whole : part).has(uri));
}

/** The same in one go, of documents that are few enough for it. */
export function searchHere(words: string, uris: readonly string[]): Found {
  return foundIn(uris, searcher(words));
}

function foundIn(uris: readonly string[], held: (uri: string) => keyof Found | undefined): Found {
  const [whole, part]: [string[], string[]] = [[], []];
  for (const uri of uris) {
    const what = held(uri);
    if (what === 'whole') whole.push(uri);
    if (what !== undefined) part.push(uri);
  }
  return { whole, part };
}

/** Says how much of the words a document holds. */
function searcher(words: string): (uri: string) => keyof Found | undefined {
  const longest = words.split(/\s+/).reduce((best, word) => (word.length > best.length ? word : best), '');
  const [parts, wholes] = [spellings(longest), spellings(words)];
  return (uri) => {
    const bytes = readable(uri);
    if (!bytes || !parts.some((part) => bytes.includes(part))) return undefined;
    return wholes.some((whole) => bytes.includes(whole)) ? 'whole' : 'part';
  };
}

/** As typed, in small letters, in capitals, and with a capital at the head of each word. */
function spellings(words: string): readonly Buffer[] {
  const lower = words.toLowerCase();
  const titled = lower.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  return [...new Set([words, lower, lower.toUpperCase(), titled])].map((spelling) => Buffer.from(spelling));
}

function readable(uri: string): Buffer | undefined {
  try {
    return readBytes(uri);
  } catch {
    return undefined;
  }
}
