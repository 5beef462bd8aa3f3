import { BODY_NOUNS } from '../../syntax/vocabulary';
import { accept, type RatedDefinition } from './accept';
import { acceptRearranged } from './rearranged';
import { isDigit, isLetter } from './shape';
import { shortFormAt, shortFormBefore, type ShortForm } from './shortForms';
import { wordsAfter, wordsBefore, type Word } from './words';

/** How far a bracket is looked into, in UTF-16 units. */
const LONGEST_CONTENT = 280;

const OPENING = /[([]/g;

/** The definitions that round and square brackets make: "long form (SF)", "SF (long form)", "SF [long form]". */
export function findBracketed(text: string): readonly RatedDefinition[] {
  const found: RatedDefinition[] = [];
  OPENING.lastIndex = 0;
  while (OPENING.test(text)) {
    const open = OPENING.lastIndex - 1;
    const close = closingOf(text, open);
    if (close < 0) continue;
    const definition = longBefore(text, open, close) ?? shortBefore(text, open, close) ?? bothInside(text, open, close);
    if (definition) found.push(definition);
  }
  return found;
}

/** The bracket that closes the one at `open`, or -1 when there is none near. */
function closingOf(text: string, open: number): number {
  const opening = text.charAt(open);
  const closing = opening === '(' ? ')' : ']';
  const last = Math.min(text.length, open + LONGEST_CONTENT);
  let depth = 0;
  for (let at = open + 1; at < last; at++) {
    const character = text.charAt(at);
    if (character === opening && ++depth > 2) return -1;
    if (character === closing && depth-- === 0) return at;
  }
  return -1;
}

const INTRODUCTION =
  /^(?:["'“‘«„*_`\s]+|(?:the|an?|or|also|now|aka|a\.k\.a\.|hereinafter|hereafter|henceforth|herein|thereafter|subsequently|in short|for short|short|generally|commonly|usually|sometimes|often|simply|collectively|known|called|termed|named|designated|abbreviated|abbreviation|acronym|initialism|initials|referred to|as|to|by the acronym|by its acronym|in english|i\.e\.|e\.g\.)(?=[\s:,"“‘'])[:,]?)/i;

/** "long form (SF)", and "(SF; 2019)", "(the “SF”)", "(hereinafter SF)", "(“SF” or “the Plan”)" after a long form. */
function longBefore(text: string, open: number, close: number): RatedDefinition | undefined {
  let words: readonly Word[] | undefined;
  let rearranged: RatedDefinition | undefined;
  for (const [start, end] of segments(text, open + 1, close)) {
    const short = onlyShortForm(text, start, end);
    if (!short) continue;
    words ??= wordsBefore(text, endOfLong(text, open));
    if (short.shape === 'word' && isGlued(text, open)) continue;
    const definition = accept(text, { short, words, fixed: 'last', evidence: 'plain', kind: 'longThenBracketed' });
    if (definition) return definition;
    rearranged ??= acceptRearranged(text, short, words);
  }
  return rearranged;
}

const MOST_SEGMENTS = 4;
const SEPARATORS = /[;,|]\s|[;|]|\s(?:or|and|in|from|since|for|also|hereinafter|hereafter)\s|\s[-–—]+\s|:\s|—/g;

/** The parts of a bracket, as [start, end): between commas, semicolons and "or". */
function segments(text: string, start: number, end: number): readonly (readonly [number, number])[] {
  const content = text.slice(start, end);
  const parts: [number, number][] = [];
  let from = 0;
  for (const match of content.matchAll(SEPARATORS)) {
    if (match.index > from) parts.push([start + from, start + match.index]);
    from = match.index + match[0].length;
    if (parts.length === MOST_SEGMENTS) return parts;
  }
  parts.push([start + from, end]);
  return parts;
}

/** The short form that is all that a part holds, introductions ("the", "hereinafter"), quotes and a year aside. */
function onlyShortForm(text: string, start: number, end: number): ShortForm | undefined {
  let at = start;
  for (let skipped = 0; skipped < 12; skipped++) {
    const introduction = INTRODUCTION.exec(text.slice(at, Math.min(end, at + 40)))?.[0];
    if (introduction === undefined) break;
    at += introduction.length;
  }
  const short = shortFormAt(text, at);
  if (!short || short.end > end) return undefined;
  return /^["'”’»*_.,;:!\s]*(?:(?:19|20)\d\d[a-z]?|for short|hereinafter|hereafter|\(.*)?["'”’»*_.\s]*$/.test(text.slice(short.end, end))
    ? short
    : undefined;
}

/** Where the long form before a bracket ends: white space, a comma and closing quotes left out. */
function endOfLong(text: string, open: number): number {
  let at = open;
  while (at > 0 && open - at < 6 && /[\s,"'”’»*_]/.test(text.charAt(at - 1))) at--;
  return at;
}

/** Whether no space stands before a bracket, as in code and names of substances. */
function isGlued(text: string, open: number): boolean {
  return isLetter(text.charAt(open - 1)) || isDigit(text.charAt(open - 1));
}

const CLARIFICATION =
  /^(?:["'“‘«*_\s]+|(?:or|that is|i\.e\.|ie|meaning|namely|in full|which (?:is|means|stands for)|(?:which )?(?:is )?(?:an? |the )?(?:short|acronym|abbreviation|initials) (?:for|of)|(?:which )?(?:stands|standing) for|from|called|formally|officially|properly)(?=[\s:,"“‘'])[:,]?)/i;

/** "SF (long form)", "SF [long form]". */
function shortBefore(text: string, open: number, close: number): RatedDefinition | undefined {
  let end = open;
  while (end > 0 && open - end < 4 && /[\s"'”’»*_]/.test(text.charAt(end - 1))) end--;
  const short = shortFormBefore(text, end);
  if (!short || (short.shape === 'word' && isGlued(text, open))) return undefined;
  const square = text.charAt(open) === '[';
  let at = open + 1;
  for (let skipped = 0; skipped < 4; skipped++) {
    const introduction = CLARIFICATION.exec(text.slice(at, Math.min(close, at + 50)))?.[0];
    if (introduction === undefined) break;
    at += introduction.length;
  }
  const kind = square ? 'gloss' : 'shortThenBracketed';
  let best: RatedDefinition | undefined;
  for (const stop of stops(text, at, close)) {
    const definition = accept(text, { short, words: wordsAfter(text, at, stop), fixed: 'both', evidence: 'plain', kind });
    if (definition && (!best || definition.quality > best.quality + 0.1)) best = definition;
  }
  return best ?? (square ? editorsGloss(text, short, at, close) : undefined);
}

/** Where a long form inside a bracket may end: at its commas and semicolons, and at its end. */
function stops(text: string, start: number, close: number): readonly number[] {
  const ends: number[] = [close];
  for (let at = start; at < close && ends.length < 5; at++)
    if (/[,;:.–—]/.test(text.charAt(at)) && /\s/.test(text.charAt(at + 1))) ends.push(at);
  return ends;
}

/**
 * A transcriber's gloss whose letters do not match: square brackets right after an acronym around a capitalised phrase
 * that names a body. A person or a place in such brackets completes something else.
 */
function editorsGloss(text: string, short: ShortForm, start: number, close: number): RatedDefinition | undefined {
  const spelling = short.spellings[0] ?? '';
  if (short.shape !== 'acronym' || !/^\p{Lu}[\p{Lu}\d&-]+$/u.test(spelling)) return undefined;
  if (text.slice(start, close).includes(',') || text.charAt(short.end) !== ' ') return undefined;
  const words = wordsAfter(text, start, close);
  const last = words.at(-1);
  const first = words[0];
  const weighty = words.filter((word) => !word.small);
  if (!first || !last || first.small || last.end !== close || weighty.length < 2 || !weighty.every((word) => word.capital))
    return undefined;
  const namesBody = words.some((word) => BODY_NOUNS.has(word.forms[0] ?? ''));
  if (!namesBody && !/\d/.test(spelling)) return undefined;
  return {
    short: spelling,
    long: text.slice(first.start, last.end),
    kind: 'gloss',
    shortStart: short.start,
    shortEnd: short.start + spelling.length,
    longStart: first.start,
    longEnd: last.end,
    quality: 0,
  };
}

/** "(SF: long form)" and "(SF – long form)". */
function bothInside(text: string, open: number, close: number): RatedDefinition | undefined {
  const short = shortFormAt(text, open + 1);
  if (!short || short.end >= close) return undefined;
  const joint = /^["'”’]?\s?(?:[:=–—]|-{1,2}\s|,\s(?:or\s|i\.e\.,?\s|short for\s)?)\s?(?:the\s)?["'“‘]?/.exec(
    text.slice(short.end, Math.min(close, short.end + 24)),
  )?.[0];
  if (joint === undefined) return undefined;
  const words = wordsAfter(text, short.end + joint.length, close);
  return accept(text, { short, words, fixed: 'both', evidence: 'apposition', kind: 'shortThenBracketed' });
}
