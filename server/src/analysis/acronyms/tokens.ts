import { isApostrophe, nextCapital } from '../../text/unicode';
import { Kind, kindAt } from './shape';

/** Letters and digits with hyphens, ampersands and apostrophes between them, and a final possessive apostrophe. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly hasHyphen: boolean;
  /** Whether it has two capitals, or a capital and a digit, without which only a known short form can be one. */
  readonly mayBeShort: boolean;
  /** Whether it stands in a heading or in shouting, in which no word is an acronym by its shape. */
  readonly shouted: boolean;
}

/** So many words in a row in capitals are a heading or shouting. */
const SHOUTING = 4;

/** The tokens that may be short forms by their shape, in order. Only capitals are looked at, and what they stand in. */
export function tokensOf(text: string): readonly Token[] {
  const run = new Run();
  let end = 0;
  for (let at = nextCapital(text, 0); at >= 0; at = nextCapital(text, end)) {
    const token = tokenAt(text, startOf(text, at, end));
    end = token.end;
    if (!token.hasLower || token.mayBeShort) run.take(text, token, token.mayBeShort);
  }
  return run.finished();
}

/** All tokens of a text, in order. */
export function allTokensOf(text: string): readonly Token[] {
  const run = new Run();
  for (let at = 0; at < text.length; at++) {
    if (kindAt(text, at) === Kind.other) continue;
    const token = tokenAt(text, at);
    run.take(text, token, true);
    at = token.end - 1;
  }
  return run.finished();
}

/** Whether the text has words, and none of them a small letter. */
export function isInCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && allTokensOf(text).length > 1;
}

/** Collects tokens and marks those that stand in a row of words in capitals. */
class Run {
  private readonly tokens: WrittenToken[] = [];
  private words = 0;
  private firstToken = 0;
  private end = 0;

  /** The next token that has a capital or is kept. */
  take(text: string, token: FoundToken, isKept: boolean): void {
    const capitals = token.hasCapital && !token.hasLower;
    if (!capitals || !onlySpace(text, this.end, token.start)) this.close();
    if (capitals) {
      this.words++;
      this.end = token.end;
    }
    const { start, end, hasHyphen, mayBeShort } = token;
    if (isKept) this.tokens.push({ start, end, hasHyphen, mayBeShort, shouted: false });
  }

  finished(): readonly Token[] {
    this.close();
    return this.tokens;
  }

  private close(): void {
    if (this.words >= SHOUTING) for (const token of this.tokens.slice(this.firstToken)) token.shouted = true;
    this.words = 0;
    this.firstToken = this.tokens.length;
    this.end = 0;
  }
}

type WrittenToken = { -readonly [Name in keyof Token]: Token[Name] };

interface FoundToken extends Omit<Token, 'shouted'> {
  readonly hasCapital: boolean;
  readonly hasLower: boolean;
}

const DIGIT_MARK = 1;
/** More than the digits of any token that matters. */
const CAPITAL_MARK = 1_000_000;

/** The token from `start`. */
export function tokenAt(text: string, start: number): FoundToken {
  let at = start;
  let marks = 0;
  let hasLower = false;
  let hasHyphen = false;
  for (; at < text.length; at++) {
    const kind = kindAt(text, at);
    if (kind === Kind.lower) hasLower = true;
    else if (kind === Kind.capital) marks += CAPITAL_MARK;
    else if (kind === Kind.digit) marks += DIGIT_MARK;
    else if (kind === Kind.other) {
      const code = text.charCodeAt(at);
      if (!isConnector(code) || kindAt(text, at + 1) === Kind.other) break;
      if (isHyphen(code)) hasHyphen = true;
    }
  }
  const possessive = isApostrophe(text.charCodeAt(at)) && /[sS]/.test(text.charAt(at - 1)) && !isOpeningQuote(text.charAt(start - 1));
  return { start, end: possessive ? at + 1 : at, hasHyphen, hasCapital: marks >= CAPITAL_MARK, hasLower, mayBeShort: marks > CAPITAL_MARK };
}

/** Where the token begins that `at` stands in; not before `floor`. */
function startOf(text: string, at: number, floor: number): number {
  let start = at;
  while (start > floor) {
    if (kindAt(text, start - 1) !== Kind.other) start--;
    else if (start - 1 > floor && isConnector(text.charCodeAt(start - 1)) && kindAt(text, start - 2) !== Kind.other) start -= 2;
    else break;
  }
  return start;
}

function isConnector(code: number): boolean {
  return isHyphen(code) || isApostrophe(code) || code === 38;
}

function isHyphen(code: number): boolean {
  return code === 45 || code === 0x2010 || code === 0x2011;
}

function isOpeningQuote(character: string): boolean {
  return character === "'" || character === '‘' || character === '`';
}

function onlySpace(text: string, start: number, end: number): boolean {
  return end - start <= 3 && text.slice(start, end).trim() === '';
}
