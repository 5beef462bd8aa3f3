import type { Flow } from '../text/flow';
import type { Span } from '../text/span';
import { wordEndingAt } from '../text/unicode';
import { isRole } from './affiliation';
import { findDate } from './dates';
import { foldedWord } from './labelWords';
import type { Insertion, InsertionKind } from './tree';
import { BODY_NOUNS, HONORIFICS, TITLES } from './vocabulary';

/** Longest insertion in UTF-16 units; what is longer is no insertion, though its brackets are in order. */
const LONGEST = 600;

/** A paragraph with more open brackets than this is not prose; the rest is not worth telling. */
const MOST_UNCLOSED = 50;

export interface FoundInsertions {
  readonly insertions: readonly Insertion[];
  /** Opening brackets that nothing closes before the paragraph ends. */
  readonly unclosed: readonly Span[];
}

/** What the transcriber added to one paragraph. `isSurname` knows the family names of the document's people, in lower case. */
export function findInsertions(flow: Flow, wholeIsNote: boolean, isSurname: (word: string) => boolean): FoundInsertions {
  const { text } = flow;
  const insertions: Insertion[] = [];
  const open: number[] = [];
  for (let at = nextBracket(text, 0); at < text.length; at = nextBracket(text, at + 1)) {
    if (text[at] === '[') {
      open.push(at);
      continue;
    }
    const start = open.pop();
    // An insertion inside another belongs to it.
    if (start === undefined || open.length > 0 || at - start > LONGEST) continue;
    const content = text.slice(start + 1, at);
    const end = at + 1;
    if (text.charAt(end) === '(' || /^[\^x ]?$/.test(content) || content.startsWith('^')) continue;
    const kind = wholeIsNote ? 'note' : kindOf(content, text.slice(Math.max(0, start - 60), start), text.slice(end, end + 30), isSurname);
    insertions.push({ kind, span: flow.spanOf(start, end), text: content });
  }
  // "[0, 1)" is an interval.
  const unclosed = open
    .filter((at) => !/^\[\s*[\d.-]+\s*,/.test(text.slice(at, at + 20)))
    .slice(0, MOST_UNCLOSED)
    .map((at) => flow.spanOf(at, at + 1));
  for (const match of text.matchAll(/\((inaudible|indistinct|unclear|overspeaking|\?)\)/gi)) {
    insertions.push({ kind: 'inaudible', span: flow.spanOf(match.index, match.index + match[0].length), text: match[1] ?? '' });
  }
  insertions.sort((a, b) => a.span.start - b.span.start);
  return { insertions, unclosed };
}

function nextBracket(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '[' && text[at] !== ']') at++;
  return at;
}

const MONTH_OR_YEAR =
  /^(?:\d{4}|(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:\s+\d{4})?)$/i;

function kindOf(content: string, before: string, after: string, isSurname: (word: string) => boolean): InsertionKind {
  const bare = content.trim();
  const words = bare.split(/\s+/);
  const first = words[0] ?? '';
  if (/^(?:inaudible|indistinct|unclear|overspeaking|crosstalk|sic)\b/i.test(bare)) return 'inaudible';
  if (MONTH_OR_YEAR.test(bare) || findDate(bare)) return 'date';
  if (HONORIFICS.has(bare)) return 'honorific';
  if (words.length <= 2 && words.every((word) => TITLES.has(foldedWord(word))) && /^\p{Lu}/u.test(bare) && /^\s*\p{Lu}/u.test(after))
    return 'title';
  if (bare.includes(',') && isRole(bare.slice(bare.indexOf(',') + 1).split(',')[0] ?? '')) return 'role';
  const previous = wordEndingAt(before, before.trimEnd().length, 0, "'’.-");
  if (/^[\p{Lu}\d]{2,}s?$/u.test(previous) && words.length > 1 && words.filter((word) => /^\p{Lu}/u.test(word)).length > 1) return 'gloss';
  if (isRole(bare) && /^\p{Lu}/u.test(bare)) return 'role';
  if (/^\p{Ll}/u.test(bare) || /^(?:The|Her|His|A|An|Our|Their)\b/.test(first)) return 'completion';
  if (words.length > 2) return isRole(previous) || previous === '' ? 'role' : 'completion';
  if (words.some((word) => BODY_NOUNS.has(word.toLowerCase().replace(/s$/, '')))) return 'completion';
  if (/^[\p{Lu}\d]{2,}$/u.test(first)) return 'completion';
  const titleBefore = TITLES.has(foldedWord(previous));
  if (titleBefore && /^\s*\p{Lu}\p{Ll}/u.test(after) && /^\p{Lu}/u.test(previous)) return 'givenName';
  if (isSurname((words.at(-1) ?? '').toLowerCase())) return 'surname';
  if (/^\p{Lu}/u.test(previous) && /^\p{Lu}\p{L}*(?:['’-]\p{Lu}\p{L}+)*$/u.test(first)) return 'surname';
  return 'other';
}
