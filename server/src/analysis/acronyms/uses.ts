import { singular, withoutPossessive } from './forms';
import { isAcronymShaped, isDigit, isLetter, Kind, kindAt } from './shape';

export interface FoundUse {
  /** As written, with its plural or possessive ending. */
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/** So many words in a row in capitals are a heading or shouting, in which no word is an acronym by its shape. */
const SHOUTING = 4;

const NONE: ReadonlySet<string> = new Set();

/**
 * Every token with the shape of a short form, in order; also inside hyphen compounds ("ABC-led"). `known`: short forms
 * that this document defines, whatever their shape: their exact tokens are uses too. Linear in the text.
 */
export function findUses(text: string, known: ReadonlySet<string> = NONE): readonly FoundUse[] {
  const found: FoundUse[] = [];
  let hasLower = false;
  let words = 0;
  let run: ShoutedRun = { words: 0, firstUse: 0, end: 0 };
  for (let at = 0; at < text.length; at++) {
    if (kindAt(text, at) === Kind.other) continue;
    const token = tokenAt(text, at);
    words++;
    hasLower ||= token.hasLower;
    const shouted = !token.hasLower && token.hasCapital;
    if (!shouted || !onlySpace(text, run.end, at)) {
      if (run.words >= SHOUTING) dropUnknown(found, run.firstUse, known);
      run = { words: 0, firstUse: found.length, end: 0 };
    }
    if (shouted) run = { words: run.words + 1, firstUse: run.firstUse, end: token.end };
    if (token.mayBeShort || known.size > 0) collect(text, token, known, found);
    at = token.end - 1;
  }
  if (run.words >= SHOUTING) dropUnknown(found, run.firstUse, known);
  if (!hasLower && words > 1) dropShouted(text, found, known);
  return withPhrases(text, known, found);
}

interface ShoutedRun {
  readonly words: number;
  /** Index into the uses of the first that stands in the run. */
  readonly firstUse: number;
  readonly end: number;
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly hasCapital: boolean;
  readonly hasLower: boolean;
  readonly hasHyphen: boolean;
  /** Whether it has two capitals, or a capital and a digit, without which only a known short form can be one. */
  readonly mayBeShort: boolean;
}

const DIGIT_MARK = 1;
/** More than the digits of any token that matters. */
const CAPITAL_MARK = 1_000_000;

function isWordCharacter(character: string): boolean {
  return isLetter(character) || isDigit(character);
}

function isHyphen(character: string): boolean {
  return character === '-' || character === '\u2010' || character === '\u2011';
}

function isApostrophe(character: string): boolean {
  return character === "'" || character === '’';
}

/** The token from `start`: letters and digits with hyphens, ampersands and apostrophes between them, and a final possessive apostrophe. */
function tokenAt(text: string, start: number): Token {
  let at = start;
  let marks = 0;
  let hasLower = false;
  let hasHyphen = false;
  for (; at < text.length; at++) {
    const kind = kindAt(text, at);
    if (kind === Kind.lower) hasLower = true;
    else if (kind === Kind.capital || kind === Kind.digit) marks += kind === Kind.capital ? CAPITAL_MARK : DIGIT_MARK;
    else if (kind === Kind.other) {
      const character = text.charAt(at);
      const inside = isHyphen(character) || isApostrophe(character) || character === '&';
      if (!inside || kindAt(text, at + 1) === Kind.other) break;
      if (isHyphen(character)) hasHyphen = true;
    }
  }
  const possessive = isApostrophe(text.charAt(at)) && /[sS]/.test(text.charAt(at - 1)) && !isOpeningQuote(text.charAt(start - 1));
  return { start, end: possessive ? at + 1 : at, hasCapital: marks >= CAPITAL_MARK, hasLower, hasHyphen, mayBeShort: marks > CAPITAL_MARK };
}

function isOpeningQuote(character: string): boolean {
  return character === "'" || character === '‘' || character === '`';
}

function onlySpace(text: string, start: number, end: number): boolean {
  return end - start <= 3 && text.slice(start, end).trim() === '';
}

function collect(text: string, token: Token, known: ReadonlySet<string>, found: FoundUse[]): void {
  const form = text.slice(token.start, token.end);
  if (!token.mayBeShort && !token.hasHyphen && !known.has(form) && !/['’]s?$|s$/.test(form)) return;
  if (isUse(form, known)) {
    if (!token.hasHyphen || isOneForm(form, known)) {
      if (!isPostcode(text, form, token.end)) found.push({ form, start: token.start, end: token.end });
      return;
    }
  }
  if (!token.hasHyphen) return;
  let start = token.start;
  for (const part of form.split(/[-\u2010\u2011]/)) {
    if (isUse(part, known)) found.push({ form: part, start, end: start + part.length });
    start += part.length + 1;
  }
}

function isUse(form: string, known: ReadonlySet<string>): boolean {
  const bare = withoutPossessive(form);
  if (known.has(form) || known.has(bare)) return true;
  const one = singular(bare);
  if (one !== undefined) return known.has(one) || isAcronymShaped(one);
  return isAcronymShaped(bare) || /^\d{1,2}[-\u2010\u2011]\p{Lu}{2,}$/u.test(bare);
}

/**
 * Whether a hyphen compound is one short form ("IL-2", "SPI-M") and not two ("ABC-DEF") or one with a word beside it
 * ("ABC-led"): some part cannot stand alone, and none is a word.
 */
function isOneForm(form: string, known: ReadonlySet<string>): boolean {
  const bare = withoutPossessive(form);
  const one = singular(bare) ?? bare;
  if (known.has(bare) || known.has(one)) return true;
  const parts = one.split(/[-\u2010\u2011]/);
  return parts.every((part) => /^[\p{Lu}\d]+$/u.test(part)) && parts.some((part) => /^(?:\p{Lu}|\d{1,2})$/u.test(part));
}

/** "QX1Y 2AB": the first half of a British postcode is no short form. */
function isPostcode(text: string, form: string, end: number): boolean {
  return /^[A-Z]{1,2}\d[A-Z\d]?$/.test(form) && /^ \d[A-Z]{2}(?![A-Za-z])/.test(text.slice(end, end + 5));
}

function dropUnknown(found: FoundUse[], from: number, known: ReadonlySet<string>): void {
  const kept = found.slice(from).filter((use) => known.has(use.form));
  found.length = from;
  for (const use of kept) found.push(use);
}

/** In a text without a small letter only what stands in brackets is a short form. */
function dropShouted(text: string, found: FoundUse[], known: ReadonlySet<string>): void {
  const kept = found.filter(
    (use) => known.has(use.form) || (/[([]/.test(text.charAt(use.start - 1)) && /[)\]]/.test(text.charAt(use.end))),
  );
  found.length = 0;
  for (const use of kept) found.push(use);
}

/** Adds the uses of known short forms of two words ("Con A"), in place of those that stand inside them. */
function withPhrases(text: string, known: ReadonlySet<string>, found: readonly FoundUse[]): readonly FoundUse[] {
  let all = found;
  for (const phrase of known) {
    if (!phrase.includes(' ')) continue;
    const phrases: FoundUse[] = [];
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
      const end = at + phrase.length;
      if (!isWordCharacter(text.charAt(at - 1)) && !isWordCharacter(text.charAt(end))) phrases.push({ form: phrase, start: at, end });
    }
    if (phrases.length > 0) all = merged(all, phrases);
  }
  return all;
}

/** Both lists in order; of `uses` only those that no phrase covers. */
function merged(uses: readonly FoundUse[], phrases: readonly FoundUse[]): readonly FoundUse[] {
  const result: FoundUse[] = [];
  let next = 0;
  for (const phrase of phrases) {
    for (let use = uses[next]; use !== undefined && use.start < phrase.end; use = uses[++next])
      if (use.end <= phrase.start) result.push(use);
    result.push(phrase);
  }
  return [...result, ...uses.slice(next)];
}
