/**
 * Folded name used to join documents: lower case, no diacritics, straight quotes, single spaces, no full stops
 * ("Jo  O’Néill" → "jo o'neill", "J. P. Able" → "j p able"). Two persons with one name cannot be told apart by it; two
 * spellings of one person are not joined. Any text is taken.
 */
export function personKey(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/\./g, ' ')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Words of ASCII letters, one space between them: most names. */
const PLAIN = /^[a-zA-Z]+(?: [a-zA-Z]+)*$/;

/** The parts of a name that others call a person by; folded as in `personKey`. */
export interface NameParts {
  readonly given?: string | undefined;
  /** With its particles: "van der berg". */
  readonly family?: string | undefined;
}

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

/** Lower-case words that belong to the family name that follows. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'van der den von zu de la del della di da dos du le el al bin ibn ap y ten ter'.split(' '),
);

/** Capitalised words that a family name begins with; folded. */
const CAPITAL_PARTICLES = new Set('o ni ui nic mac van von de du la le el al bin di da del st'.split(' '));

/** Whether a folded word begins a family name of several words: "Ó Broin", "Van Able". */
export function beginsFamilyName(folded: string): boolean {
  return CAPITAL_PARTICLES.has(folded);
}

/**
 * Given and family name of a key. A single word is a family name when a title stands before it ("Mr Able"), otherwise
 * a given name; "Able of Ohio" is Able. Initials are nobody's given name.
 */
export function partsOfKey(key: string, titled: boolean): NameParts {
  const of = key.indexOf(' of ');
  const words = (of > 0 ? key.slice(0, of) : key).split(' ').filter((word) => word !== '' && !SUFFIXES.has(word));
  const last = words.at(-1);
  if (last === undefined) return {};
  if (words.length === 1) return titled ? { family: last } : { given: last };
  let from = words.length - 1;
  while (from > 1 && (PARTICLES.has(words[from - 1] ?? '') || CAPITAL_PARTICLES.has(words[from - 1] ?? ''))) from--;
  const family = words.slice(from).join(' ');
  const first = words[0] ?? '';
  if (PARTICLES.has(first) || CAPITAL_PARTICLES.has(first)) return { family: words.join(' ') };
  return first.length > 1 ? { given: first, family } : { family };
}
