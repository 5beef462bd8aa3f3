import { remembered } from '../../text/remembered';
import { isApostrophe } from '../../text/unicode';

/** Short forms come again, in one document and in many. */
const MOST_FORMS = 4096;

/**
 * The keys under which a token is looked up, best first: as written; without its possessive ending; with the plural
 * ending taken off; and, between tokens with at least two capitals, without regard to case. A token and a short form
 * join where one of these is among `keys(short)`.
 *
 * Plural folding and case folding never combine: "ABCs" finds "ABC" and "MOR" finds "MoR", but "GPs" does not find
 * "GPS", nor "GPS" the plural of "GP", and "it" finds nothing.
 */
export const lookups = remembered(MOST_FORMS, (form): readonly string[] => {
  const bare = withoutPossessive(form);
  const found = [form, bare];
  const one = singular(bare);
  if (one === undefined) {
    if (foldsCase(bare)) found.push(folded(bare));
  } else found.push(one);
  const stem = numberedStem(bare);
  if (stem !== undefined) found.push(stem);
  return [...new Set(found)];
});

/** The keys under which the definition of a short form is filed: as written, and folded where case may vary. */
export const keys = remembered(MOST_FORMS, (short): readonly string[] =>
  singular(short) === undefined && foldsCase(short) ? [short, folded(short)] : [short],
);

/** "ABC’s", "ABS'", "ABCs’" without their possessive ending. */
export function withoutPossessive(form: string): string {
  const last = form.charCodeAt(form.length - 1);
  const end = last === SMALL_S ? form.length - 2 : form.length - 1;
  return isApostrophe(form.charCodeAt(end)) ? form.slice(0, end) : form;
}

/** The token without its plural ending, when it has one: a lower-case s after a capital or a digit. */
export function singular(form: string): string | undefined {
  return form.charCodeAt(form.length - 1) === SMALL_S && /[\p{Lu}\d]s$/u.test(form) ? form.slice(0, -1) : undefined;
}

const SMALL_S = 0x73;

/** Marks a folded key, so that it never equals a token as written. */
const FOLDED = '~';

function folded(form: string): string {
  return FOLDED + form.toUpperCase();
}

function foldsCase(form: string): boolean {
  let capitals = 0;
  for (const character of form) if (/\p{Lu}/u.test(character)) capitals++;
  return capitals >= 2;
}

/** "ABCD-19" is also looked up as "ABCD": a number after a hyphen often is a year or a version. */
function numberedStem(form: string): string | undefined {
  return /^(\p{Lu}{2,})[-\u2010\u2011]\d+$/u.exec(form)?.[1];
}
