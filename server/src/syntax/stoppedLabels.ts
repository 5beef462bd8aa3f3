import { SENTENCE_ENDS } from '../text/unicode';
import { isRole } from './affiliation';
import type { NameParts } from './label';
import { LONGEST_STOPPED, reading, type LabelEnd } from './labelReading';
import { OFFICES, ON_BEHALF, TITLE_ABBREVIATIONS, TITLES } from './vocabulary';

/** How far a label reaches that a dash ends, in UTF-16 units. */
const LONGEST_DASHED = 160;

/** What a full stop or a dash may end: a title with a name, an office, a name in capitals, or one with its role. */
export function canStop(name: NameParts): boolean {
  return name.shape === 'office' || name.titlePrefix !== undefined || isCapitals(name.name) || name.parts.length > 0;
}

/** "MR. QUILL" with its title in capitals: no sentence names anybody so, wherever its line ends. */
export function isShouted({ name, shape, titlePrefix }: NameParts): boolean {
  return (shape === 'titled' || shape === 'office') && !/\p{Ll}/u.test(`${titlePrefix ?? ''}${name}`) && name.length > 2;
}

export function isCapitals(name: string): boolean {
  return !/\p{Ll}{2}/u.test(name) && /\p{Lu}{2}/u.test(name);
}

const DASH = /(?:\.?\s?(?:—|[–-]{2}|\s–)|\.-(?=\s))\s?(?=["“‘'`([*¿¡«]?[\p{Lu}\d])/u;

/** `Senator ABLE—Thank you`, `Ada Able (ABC). – Thank you`, `Mr. Able.--Thank you`, `Sra. ABLE.- Gracias`. */
export function dashEnd(window: string, start: number): LabelEnd | undefined {
  const reach = window.slice(start, start + LONGEST_DASHED);
  if (!reach.includes('—') && !reach.includes(' –') && !reach.includes('--') && !reach.includes('.-')) return undefined;
  const first = DASH.exec(reach);
  const dash = first && reach.slice(0, first.index).includes('(') ? DASH.exec(outsideBrackets(reach)) : first;
  if (!dash || dash.index < 2 || (dash.index > LONGEST_STOPPED && !/[,(]/.test(reach.slice(0, LONGEST_STOPPED)))) return undefined;
  const stops = dash[0].startsWith('.');
  const [textEnd, end] = [start + dash.index, start + dash.index + dash[0].length];
  const label = reading('—', start, textEnd, end, window) ?? (stops ? withPhrase(start, textEnd, end, window) : undefined);
  if (!label) return undefined;
  return (stops && label.name.shape === 'full') || canStop(label.name) ? label : undefined;
}

/** `Ada Able (ABC), blue-card speech. –`, `Ada Able, for the Greens. –`: whatever stands before a stop and a dash says how or for whom. */
function withPhrase(start: number, textEnd: number, end: number, window: string): LabelEnd | undefined {
  const comma = window.lastIndexOf(', ', textEnd);
  if (comma <= start) return undefined;
  const label = reading('—', start, comma, end, window);
  if (label?.name.shape !== 'full' && label?.name.shape !== 'titled') return undefined;
  const phrase = window.slice(comma + 2, textEnd);
  // Titles of books stand there too.
  if (!/^\p{Ll}/u.test(phrase) && !isRole(phrase.replace(TAIL, '')) && !ON_BEHALF.test(phrase)) return undefined;
  const part = { text: phrase, span: { start: comma + 2 - start, end: textEnd - start } };
  return { ...label, textEnd, name: { ...label.name, parts: [...label.name.parts, part] } };
}

/** "President-in-Office" is a president. */
const TAIL = /(?<=\p{Ll})-\p{Ll}[\p{L}-]*/u;

/** In UTF-16 units. */
const LONGEST_ENTRY = 40;

const SPACED_DASH = /\s[–—-]\s+(?=\S)/;

/** `AQ - thank you`, `Ada – thank you`, `O SR. ABLE (ABC) - Obrigado`. */
export function spacedDashEnd(window: string, start: number): LabelEnd | undefined {
  const reach = window.slice(start, start + LONGEST_STOPPED * 2);
  if (!reach.includes('-') && !reach.includes('–') && !reach.includes('—')) return undefined;
  const first = SPACED_DASH.exec(reach);
  const dash = first && reach.slice(0, first.index).includes('(') ? SPACED_DASH.exec(outsideBrackets(reach)) : first;
  if (!dash || dash.index > LONGEST_STOPPED * (/\)$/.test(reach.slice(0, dash.index)) ? 2 : 1)) return undefined;
  const label = reading('-', start, start + dash.index, start + dash.index + dash[0].length, window);
  if (!label || label.name.shape === 'phrase' || /\d/.test(label.name.name)) return undefined;
  // `O SR. ABLE (ABC - DE) - Com a palavra, …`: entries of lists are shorter.
  const [follows = ''] = window.slice(label.end).split(/[\r\n]/, 1);
  const speaks = follows.length > LONGEST_ENTRY || SENTENCE_ENDS.includes(follows.slice(-1));
  return speaks && isShouted(label.name) && label.name.parts.length > 0 ? { ...label, separator: '—' } : label;
}

/** The text with what stands in brackets blotted out, so that nothing in them ends a label. */
function outsideBrackets(text: string): string {
  let depth = 0;
  let out = '';
  for (const char of text) {
    out += depth > 0 ? 'X'.repeat(char.length) : char;
    if (char === '(' || char === '[') depth++;
    else if ((char === ')' || char === ']') && depth > 0) depth--;
  }
  return out;
}

/** `Mr. Able. Thank you`, `The CHAIRMAN. Order.`, `ADA ABLE. Thank you`. */
export function stopEnd(window: string, start: number): LabelEnd | undefined {
  const first = /^[\p{L}’']+/u.exec(window.slice(start, start + 30))?.[0] ?? '';
  if (!opensStopped(first)) return undefined;
  const reach = start + LONGEST_STOPPED;
  for (let at = window.indexOf('.', start); at >= 0 && at < reach; at = window.indexOf('.', at + 1)) {
    const capitals = !/\p{Ll}{2}/u.test(window.slice(start, at));
    const follows = capitals ? /^\s*[\p{Lu}\d"“‘'`($[—-]/u : /^\s+[\p{Lu}\d"“‘'`($[—-]/u;
    if (!follows.test(window.slice(at + 1, at + 8)) || /(?:^|\s)\p{L}$|\.$/u.test(window.slice(start, at))) continue;
    const label = reading('.', start, at, at + 1, window);
    // "SEC. 2", "ET AL.": what is short and in capitals is abbreviated.
    const named =
      label &&
      isCapitals(label.name.name) &&
      (label.name.shape === 'full' || label.name.shape === 'single') &&
      label.name.parts.every(
        (part) =>
          label.name.shape === 'full' && (isRole(part.text) || (window[start + part.span.start - 1] === '(' && PARTY.test(part.text))),
      );
    if (label && (label.name.shape === 'office' || label.name.titlePrefix !== undefined || named))
      return { ...label, glued: !/\s/.test(window[at + 1] ?? ' ') };
  }
  return undefined;
}

/** "PD-IDP", "M5S", "PdF": the short form of a party, and no place or year. */
const PARTY = /^(?=.*\p{Lu}.*\p{Lu})[\p{L}\d&/.-]{2,12}$/u;

function opensStopped(word: string): boolean {
  const lower = word.toLowerCase();
  if (lower === 'the' || lower === 'le' || lower === 'la' || lower === 'an') return true;
  return TITLES.has(lower) || OFFICES.has(lower) || TITLE_ABBREVIATIONS.has(word) || /^\p{Lu}{2,}/u.test(word);
}
