import type { Flow } from '../text/flow';
import type { Span } from '../text/span';
import { isRole } from './affiliation';
import { findDate } from './dates';
import type { Insertion, InsertionKind } from './tree';
import { BODY_NOUNS, HONORIFICS, TITLES } from './vocabulary';

/** Longest insertion in UTF-16 units; a bracket that does not close within it is left open. */
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
  const unclosed: Span[] = [];
  for (let open = text.indexOf('['); open >= 0; open = text.indexOf('[', open + 1)) {
    const close = text.slice(open, open + LONGEST).indexOf(']');
    const next = text.slice(open + 1, open + LONGEST).indexOf('[');
    if (close < 0 || (next >= 0 && next + 1 < close)) {
      if (unclosed.length < MOST_UNCLOSED) unclosed.push(flow.spanOf(open, open + 1));
      continue;
    }
    const content = text.slice(open + 1, open + close);
    const end = open + close + 1;
    if (text.charAt(end) !== '(' && !/^[\^x ]?$/.test(content) && !content.startsWith('^') && !content.startsWith('[')) {
      const kind = wholeIsNote ? 'note' : kindOf(content, text.slice(Math.max(0, open - 60), open), text.slice(end, end + 30), isSurname);
      insertions.push({ kind, span: flow.spanOf(open, end), text: content });
    }
    open = end - 1;
  }
  for (const match of text.matchAll(/\((inaudible|indistinct|unclear|overspeaking|\?)\)/gi)) {
    insertions.push({ kind: 'inaudible', span: flow.spanOf(match.index, match.index + match[0].length), text: match[1] ?? '' });
  }
  insertions.sort((a, b) => a.span.start - b.span.start);
  return { insertions, unclosed };
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
  if (
    words.length <= 2 &&
    words.every((word) => TITLES.has(word.toLowerCase().replace(/\.$/, ''))) &&
    /^\p{Lu}/u.test(bare) &&
    /^\s*\p{Lu}/u.test(after)
  )
    return 'title';
  if (bare.includes(',') && isRole(bare.slice(bare.indexOf(',') + 1).split(',')[0] ?? '')) return 'role';
  const previous = /([\p{L}\p{N}'’.-]+)\s*$/u.exec(before)?.[1] ?? '';
  if (/^[\p{Lu}\d]{2,}s?$/u.test(previous) && words.length > 1 && words.filter((word) => /^\p{Lu}/u.test(word)).length > 1) return 'gloss';
  if (isRole(bare) && /^\p{Lu}/u.test(bare)) return 'role';
  if (/^\p{Ll}/u.test(bare) || /^(?:The|Her|His|A|An|Our|Their)\b/.test(first)) return 'completion';
  if (words.length > 2) return isRole(previous) || previous === '' ? 'role' : 'completion';
  if (words.some((word) => BODY_NOUNS.has(word.toLowerCase().replace(/s$/, '')))) return 'completion';
  if (/^[\p{Lu}\d]{2,}$/u.test(first)) return 'completion';
  const titleBefore = TITLES.has(previous.toLowerCase().replace(/\.$/, ''));
  if (titleBefore && /^\s*\p{Lu}\p{Ll}/u.test(after) && /^\p{Lu}/u.test(previous)) return 'givenName';
  if (isSurname((words.at(-1) ?? '').toLowerCase())) return 'surname';
  if (/^\p{Lu}/u.test(previous) && /^\p{Lu}\p{L}*(?:['’-]\p{Lu}\p{L}+)*$/u.test(first)) return 'surname';
  return 'other';
}
