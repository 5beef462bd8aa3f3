/** White space as `\s` has it, with the zero-width space and the byte-order mark; by UTF-16 code unit. */
export function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13) || code === 0;
  if (code < 0x85) return false;
  return (
    code === 0xa0 ||
    code === 0x85 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x3000
  );
}

/** Number of runs without white space. */
export function countWords(text: string, start = 0, end = text.length): number {
  let words = 0;
  let inside = false;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const space = (code <= 32 || code >= 0x85) && isSpace(code);
    if (!space && !inside) words++;
    inside = !space;
  }
  return words;
}

const LOWER = /^\p{Ll}/u;
const UPPER = /^\p{Lu}/u;

/** Whether the text begins with a lower-case letter, quotation marks and brackets aside. */
export function startsLower(text: string, offset: number): boolean {
  return LOWER.test(text.slice(skipOpening(text, offset), offset + 12));
}

/** Whether the text begins with a capital, quotation marks and brackets aside. */
export function startsUpper(text: string, offset: number): boolean {
  return UPPER.test(text.slice(skipOpening(text, offset), offset + 12));
}

function skipOpening(text: string, offset: number): number {
  let at = offset;
  while (at < offset + 4 && '"\'“‘([*_'.includes(text.charAt(at))) at++;
  return at;
}

const CLOSING = new Set('"\'”’)]*_»'.split(''));

/**
 * Whether a line that ends at `end` leaves its sentence open: it does not end in `.` `?` `!` `:` `…` or `--`,
 * closing quotes and brackets aside.
 */
export function isUnfinished(text: string, start: number, end: number): boolean {
  let at = end;
  while (at > start && CLOSING.has(text.charAt(at - 1))) at--;
  if (at === start) return false;
  const last = text.charAt(at - 1);
  if ('.?!:…'.includes(last)) return false;
  return !(last === '-' && text.charAt(at - 2) === '-') && last !== '—';
}
