import { singular, withoutPossessive } from './forms';
import { isAcronymShaped, Kind, kindAt } from './shape';
import { allTokensOf, isInCapitals, tokenAt, tokensOf, type Token } from './tokens';

export interface FoundUse {
  /** As written, with its plural or possessive ending. */
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/** The short forms that a document defines, of any shape: their exact tokens are uses too. */
export class KnownForms {
  private readonly forms: ReadonlySet<string>;
  /** Those whose shape does not show that they may be one. */
  private readonly plain: readonly string[];
  /** Those of two words ("Con A"). */
  readonly phrases: readonly string[];

  constructor(forms: Iterable<string>) {
    this.forms = new Set(forms);
    this.plain = [...this.forms].filter((form) => !form.includes(' ') && !tokenAt(form, 0).mayBeShort);
    this.phrases = [...this.forms].filter((form) => form.includes(' '));
  }

  has(form: string): boolean {
    return this.forms.has(form);
  }

  /** Whether the text may use one whose shape does not show it. */
  mayHidePlain(text: string): boolean {
    return this.plain.some((form) => text.includes(form));
  }
}

const NOTHING_KNOWN = new KnownForms([]);

/**
 * Every token with the shape of a short form, in order; also inside hyphen compounds ("ABC-led"), and what is known.
 * `tokens` are those of the text, where they have been found before. Linear in the text.
 */
export function findUses(text: string, known: KnownForms = NOTHING_KNOWN, tokens: readonly Token[] = tokensOf(text)): readonly FoundUse[] {
  const found: FoundUse[] = [];
  for (const token of known.mayHidePlain(text) ? allTokensOf(text) : tokens) collect(text, token, known, found);
  if (found.length > 0 && isInCapitals(text)) dropShouted(text, found, known);
  return withPhrases(text, known, found);
}

function collect(text: string, token: Token, known: KnownForms, found: FoundUse[]): void {
  const form = text.slice(token.start, token.end);
  if (!token.mayBeShort && !token.hasHyphen && !known.has(form) && !/['’]s?$|s$/.test(form)) return;
  const put = (use: FoundUse): void => {
    if (!token.shouted || known.has(use.form)) found.push(use);
  };
  if (isUse(form, known)) {
    if (!token.hasHyphen || isOneForm(form, known)) {
      if (!isPostcode(text, form, token.end)) put({ form, start: token.start, end: token.end });
      return;
    }
  }
  if (!token.hasHyphen) return;
  let start = token.start;
  for (const part of form.split(/[-\u2010\u2011]/)) {
    if (isUse(part, known)) put({ form: part, start, end: start + part.length });
    start += part.length + 1;
  }
}

function isUse(form: string, known: KnownForms): boolean {
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
function isOneForm(form: string, known: KnownForms): boolean {
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

/** In a text without a small letter only what stands in brackets is a short form. */
function dropShouted(text: string, found: FoundUse[], known: KnownForms): void {
  const kept = found.filter(
    (use) => known.has(use.form) || (/[([]/.test(text.charAt(use.start - 1)) && /[)\]]/.test(text.charAt(use.end))),
  );
  found.length = 0;
  for (const use of kept) found.push(use);
}

/** Adds the uses of known short forms of two words ("Con A"), in place of those that stand inside them. */
function withPhrases(text: string, known: KnownForms, found: readonly FoundUse[]): readonly FoundUse[] {
  let all = found;
  for (const phrase of known.phrases) {
    const phrases: FoundUse[] = [];
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
      const end = at + phrase.length;
      if (kindAt(text, at - 1) === Kind.other && kindAt(text, end) === Kind.other) phrases.push({ form: phrase, start: at, end });
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
