import type { Span } from '../text/span';
import { SENTENCE_ENDS } from '../text/unicode';
import type { NameParts, NameShape } from './label';
import { CASELESS } from './vocabulary';

/**
 * Labels in scripts that know no capitals (Chinese, Japanese, Korean, Hebrew, Arabic, Thai, those of India): nothing but a
 * title or an office shows that words are a name, so that all others count only in a conversation with such.
 */

/** The signs of ordinals are letters of Latin text. */
const STARTS = /^[\s*_]*(?![ªº])\p{Lo}/u;

/** Before the first letter of them there is none, in UTF-16 units. */
const FIRST_LETTER = 0x05d0;

/** Whether it begins in one of those that part no words, or few: nothing but a speech stands after a colon there. */
export function isEastAsian(text: string): boolean {
  return /^[\s*_]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text);
}

/** Whether the text begins in such a script, marks of emphasis left out. */
export function isCaseless(text: string): boolean {
  const code = text.charCodeAt(0);
  return (code >= FIRST_LETTER || code <= 95) && STARTS.test(text);
}

/** In UTF-16 units, with its brackets; in words without them. */
const LONGEST = 60;
const MOST_WORDS = 7;

const WORD = /^[\p{Lo}\p{M}\p{N}\p{Cf}]+(?:[-־‐・·.'’"׳״ー][\p{Lo}\p{M}\p{N}]+|[.'’׳ー])*$/u;
const BRACKET = /\s?[（(]([^（）()]{1,30})[)）]$/;

/** What stands in place of a name, or is one: its shape, and where in it the name and the title are. Offsets are relative to the words. */
interface Called {
  readonly shape: NameShape;
  readonly name: Span;
  readonly title?: Span;
}

/**
 * Reads such a name, `{name}[（part）]`. The name in brackets after an office is whoever holds it. Offsets are relative to
 * `text`; the title may stand after the name.
 */
export function readCaseless(text: string): NameParts | undefined {
  const trimmed = text.trimEnd();
  if (trimmed.length > LONGEST) return undefined;
  const bracket = BRACKET.exec(trimmed);
  const start = trimmed.search(/[^\s*_]/);
  const written = (bracket ? trimmed.slice(0, bracket.index) : trimmed).slice(start).replace(/[\s*_]+$/, '');
  const called = calledBy(written);
  if (!called) return undefined;
  const inner = bracket?.[1]?.trim() ?? '';
  const at = bracket ? text.indexOf(inner, bracket.index) : 0;
  const office = { text: written, span: { start, end: start + written.length } };
  const holder = called.shape === 'office' && inner.length > 1 ? calledBy(inner) : undefined;
  if (holder && holder.shape !== 'office') return parts(text, at, { ...holder, shape: 'titled' }, [office]);
  return parts(text, start, called, bracket ? [{ text: inner, span: { start: at, end: at + inner.length } }] : []);
}

function parts(text: string, from: number, { shape, name, title }: Called, others: NameParts['parts']): NameParts {
  const shift = ({ start, end }: Span): Span => ({ start: from + start, end: from + end });
  const written = (span: Span): string => text.slice(span.start, span.end).replace(/[\s*_]+/g, ' ');
  const titleSpan = title && shift(title);
  return {
    name: written(shift(name)),
    nameSpan: shift(name),
    ...(titleSpan ? { titlePrefix: written(titleSpan), titleSpan } : {}),
    honorifics: [],
    honorificSpans: [],
    parts: others,
    shape,
  };
}

function calledBy(written: string): Called | undefined {
  const words = written.split(/[\s*_]+/);
  const plain = words.map((word) => word.replace(/[״]/g, '"').replace(/[׳’]/g, "'"));
  if (words.length > MOST_WORDS || !words.every((word) => WORD.test(word)) || CASELESS.headings.has(plain.join('_'))) return undefined;
  const whole = { start: 0, end: written.length };
  if (isOffice(plain)) return { shape: 'office', name: whole };
  const [first = '', second] = words;
  if (second !== undefined && (CASELESS.titlesBefore.has(plain[0] ?? '') || CASELESS.titlesBeforeEnd.some((end) => first.endsWith(end))))
    return {
      shape: 'titled',
      name: { start: written.indexOf(second, first.length), end: whole.end },
      title: { start: 0, end: first.length },
    };
  const title = CASELESS.titlesAfter.find((end) => written.endsWith(end));
  const name = { start: 0, end: written.length - (title?.length ?? 0) };
  const before = written.slice(0, name.end).trimEnd();
  if (title !== undefined && TITLED_NAME.test(before) && !CASELESS.nobody.some((start) => written.startsWith(start)))
    return { shape: 'titled', name: { start: 0, end: before.length }, title: { start: name.end, end: whole.end } };
  return { shape: AROUND_TITLE.test(written) ? 'titled' : 'single', name: whole };
}

/** Whether words in such a script say what somebody is. */
export function isCaselessOffice(text: string): boolean {
  return isOffice(text.trim().split(/\s+/));
}

/** "王大河" before "議員". */
const TITLED_NAME = /^\p{Lo}{1,4}(?: \p{Lo}{1,4})?$/u;
/** "王委員小川": the title stands between family name and given name. */
const AROUND_TITLE = /^\p{Lo}{1,2}委員\p{Lo}{1,3}$/u;

function isOffice(words: readonly string[]): boolean {
  const office = words.join('_');
  if (CASELESS.offices.has(office)) return true;
  if (words.length > 1) return false;
  const modifier = [...CASELESS.officeModifiers].find((word) => office.startsWith(word));
  return (
    (modifier !== undefined && CASELESS.offices.has(office.slice(modifier.length))) ||
    CASELESS.officeEnds.some((end) => office.endsWith(end))
  );
}

/** Marks that somebody else speaks. */
export const SPEAKER_MARKS = '○◯〇●◎';

/** A mark before the name, and a wide space after it: ○委員長（山田君）, ○위원장 김. */
const MARKED = new RegExp(
  `([${SPEAKER_MARKS}]\\s?)((?=\\p{Lo})[^\\s:：（(]{1,30}(?: (?=\\p{Lo})[^\\s:：（(]{1,20}){0,2}(?:\\s?[（(][^（）()]{1,30}[)）])?)(?:\\u3000|\\t| {2,})(?=\\S)`,
  'uy',
);

/** In UTF-16 units, if it ends no sentence. */
const SHORTEST_SPEECH = 15;

/** Where such a label stands, relative to `window`; undefined where there is none. */
export function markedLabel(
  window: string,
  from: number,
): { readonly textStart: number; readonly textEnd: number; readonly end: number } | undefined {
  MARKED.lastIndex = from;
  const match = MARKED.exec(window);
  if (!match) return undefined;
  const [rest = ''] = window.slice(from + match[0].length).split(/[\r\n]/, 1);
  // A roll has nothing but the name there.
  if (rest.length < SHORTEST_SPEECH && !SENTENCE_ENDS.includes(rest.trimEnd().slice(-1))) return undefined;
  const textStart = from + (match[1] as string).length;
  return { textStart, textEnd: textStart + (match[2] as string).length, end: from + match[0].length };
}
