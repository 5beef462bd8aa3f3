import type { Span } from '../text/span';
import { MOST_NAMES, remembered } from '../text/remembered';
import { isRole } from './affiliation';
import { foldedWord, NAME_WORD, wordsOf, type Word } from './labelWords';
import { OFFICE_MODIFIERS, OFFICES, RANKS_OF_PLACES, VOICE_MODIFIERS, VOICE_NOUNS } from './vocabulary';

/** An office or a voice in place of a name. */
interface Office {
  readonly name: string;
  readonly nameSpan: Span;
  readonly shape: 'office' | 'phrase' | 'titled';
}

/** Longest office that shows itself by its words, in words; also one in front of a name. */
export const LONGEST_OFFICE = 24;

/** Whether a whole label names an office or a voice and nobody in particular. */
export const namesOffice = remembered(MOST_NAMES, (label) => {
  const words = wordsOf(label, 0, label.length);
  return words.length > 0 && (isOffice(words) || isVoice(words) || roleHolder(label, words) !== undefined);
});

/** An office of the table, a voice, or “The” before capitalised words. */
export function officeOf(words: readonly Word[]): Office | undefined {
  const text = words.map((word) => word.text).join(' ');
  // Programs that tell voices apart write them "spk_0".
  if (!/^(?:\p{Lu}|spk \d|speaker \d)/u.test(text)) return undefined;
  const known = isOffice(words) || isVoice(words);
  // "The" before capitalised words is an office that is not in the table.
  const unknown =
    /^(?:The|THE)$/.test(words[0]?.text ?? '') &&
    words.length > 1 &&
    words.length < 5 &&
    words.slice(1).every((word) => NAME_WORD.test(word.text));
  if (!known && !unknown) return undefined;
  return {
    name: text,
    nameSpan: { start: (words[0] as Word).start, end: (words.at(-1) as Word).end },
    shape: known ? 'office' : 'phrase',
  };
}

/** "The Earl of Weirton", "The Lord Bishop of Upper Lune": a rank and its place are a person’s name. */
export function rankOf(words: readonly Word[]): Office | undefined {
  const of = words.findIndex((word) => /^of$/i.test(word.text));
  const first = words[0];
  const place = words.slice(of + 1);
  if (!first || of < 1 || of > 4 || place.length === 0 || place.length > 4) return undefined;
  if (!RANKS_OF_PLACES.has((words[of - 1] as Word).text.toLowerCase()) || !words.slice(0, of).every((word) => /^\p{Lu}/u.test(word.text)))
    return undefined;
  if (!place.every((word) => NAME_WORD.test(word.text) || /^(?:and|the|of)$/i.test(word.text))) return undefined;
  const last = words.at(-1) ?? first;
  return { name: words.map((word) => word.text).join(' '), nameSpan: { start: first.start, end: last.end }, shape: 'titled' };
}

/** "The Minister of Roads, Rivers and Weirs": an office that is not in the table, shown by the article and its head noun. */
export function roleHolder(text: string, words: readonly Word[]): Office | undefined {
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last || words.length < 2 || words.length > LONGEST_OFFICE) return undefined;
  const article = /^(?:the|le|la|die)$/i.test(first.text);
  // "SECRETARY FOR RIVERS": in capitals it takes no article.
  const capitals = !article && words.length > 2 && words.every((word) => /^[\p{Lu}'’,&-]+$/u.test(word.text));
  if (!article && !(capitals && words.some((word) => /^(?:OF|FOR|AT)$/.test(word.text)))) return undefined;
  const role = text.slice((words[article ? 1 : 0] as Word).start, last.end);
  if (!/^\p{Lu}/u.test(role) || !isRole(role.split(',')[0] ?? '') || /[.;:?!]/.test(role)) return undefined;
  if (
    words.some((word) => /^\p{Ll}/u.test(word.text) && !/^(?:of|for|the|to|and|in|at|on|with|de|du|des|la|et|pro|tempore)$/.test(word.text))
  )
    return undefined;
  return { name: text.slice(first.start, last.end).replace(/\s+/g, ' '), nameSpan: { start: first.start, end: last.end }, shape: 'office' };
}

const OFFICE_STARTS = new Set([...OFFICES].map((office) => office.split(' ')[0]));

/** Whether the words name an office of the table, whatever modifies it: "The Acting Speaker", "Mr. Chairman", "Vice Chair". */
export function isOffice(words: readonly { readonly text: string }[]): boolean {
  const first = foldedWord(words[0]?.text ?? '');
  if (!OFFICE_STARTS.has(first) && !OFFICE_MODIFIERS.has(first) && !first.startsWith("l'")) return false;
  const lower = words.map((word) => foldedWord(word.text));
  for (let from = 0; from < lower.length; from++) {
    if (OFFICES.has(lower.slice(from).join(' '))) return true;
    const elided = (lower[from] ?? '').replace(/^l'/, '');
    if (elided !== lower[from] && OFFICES.has([elided, ...lower.slice(from + 1)].join(' '))) return true;
    if (!OFFICE_MODIFIERS.has(lower[from] ?? '')) return false;
  }
  return false;
}

/** One word alone is a field of a form as well (`GUEST:`), these in capitals are not. */
const SHOUTED_VOICE = /^(?:PARTICIPANT|ATTENDEE|QUESTIONER|RESPONDENT|PANELL?IST|INTERVIEWEE|JUROR|REPORTER|VOICE)$/;

/** Whether the words mean a voice and nobody in particular: "An hon. Member", "Speaker 2", "UNIDENTIFIED MALE", "PARTICIPANT", "Des voix". */
function isVoice(words: readonly Word[]): boolean {
  const numbered = words.length > 1 && /^(?:#?\d{1,3}|\p{L})$/u.test(words.at(-1)?.text ?? '');
  if (!VOICE_NOUNS.has(foldedWord(words.at(numbered ? -2 : -1)?.text ?? ''))) return false;
  const lower = words.map((word) => foldedWord(word.text));
  if (numbered) lower.pop();
  const noun = lower.at(-1) ?? '';
  const before = lower.slice(0, -1);
  return (
    (numbered || before.length > 0 || noun.endsWith('s') || SHOUTED_VOICE.test(words[0]?.text ?? '')) &&
    before.every((word) => VOICE_MODIFIERS.has(word) || VOICE_NOUNS.has(word))
  );
}
