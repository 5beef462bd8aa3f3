import { personKey } from './personKey';
import type { Called } from './register';

/** "Counsel Inquiry", "Lead 2A": a side of an examination, that somebody speaks for. */
export function isParty({ name, titlePrefix }: Called): boolean {
  const words = personKey(`${titlePrefix ?? ''} ${name}`).split(' ');
  return words.some((word) => PARTY_WORD.test(word)) && words.every((word) => PARTY_WORD.test(word) || JOINING_WORD.test(word));
}

const PARTY_WORD = /^(?:counsel|inquiry|lead|leading|junior|senior|solicitor|commission|claimants?|defen[cs]e|panel|\d+[a-z]?)$/;
const JOINING_WORD = /^(?:to|the|for|of|and|module|from)$/;

/** "Lead Counsel to the Inquiry for Module 2A" is also "Lead 2A" and "Lead Inquiry". */
export function wordsOfOffice(written: string): readonly string[] {
  return personKey(written)
    .split(' ')
    .filter((word) => PARTY_WORD.test(word));
}
