import { lowerCase } from '../text/lowerCase';
import { MOST_NAMES, MOST_WORDS, remembered } from '../text/remembered';
import { isCaseless, isCaselessOffice } from './caseless';
import { BODY_NOUNS, ROLE_MODIFIERS, ROLE_NOUNS } from './vocabulary';

/** What somebody is and for whom, as the brackets of a label or the entry of a list say it. */
export interface Affiliation {
  /** Roles and offices in the order written. */
  readonly roles: readonly string[];
  readonly organisation?: string | undefined;
}

/**
 * Tells roles from organisations. The organisation is the last comma part, or what follows a dash, or a bracketed part
 * of its own; a part whose head noun says what somebody is ("Head of …", "… Manager") is a role.
 */
export function affiliation(parts: readonly string[]): Affiliation {
  const roles: string[] = [];
  let organisation: string | undefined;
  for (const part of parts) {
    const [role, body] = splitPart(part.trim());
    if (role) roles.push(role);
    if (body && organisation === undefined) organisation = body;
  }
  return organisation === undefined ? { roles } : { roles, organisation };
}

type RoleAndBody = readonly [role: string | undefined, organisation: string | undefined];

const splitPart = remembered(MOST_NAMES, (part): RoleAndBody => {
  const from = /^(?:accompanied by|representing|on behalf of|from)\s+(?:the\s+)?(.+)$/i.exec(part);
  if (from) return [undefined, from[1]];
  const comma = part.indexOf(',');
  const dash = /\s[-–—]\s/.exec(part);
  if (dash && (comma < 0 || dash.index < comma)) {
    const left = part.slice(0, dash.index).trim();
    const right = part.slice(dash.index + dash[0].length).trim();
    if (isRole(left)) return isRole(right) ? [part, undefined] : [left, right];
    if (isRole(right) && comma < 0) return [right, left];
    // A hyphen with spaces sets a role apart; an en dash may belong to the name of a branch.
    if (dash[0].trim() === '-' && !isBody(left)) return [left, right];
  }
  if (comma >= 0) {
    const last = part.lastIndexOf(',');
    const right = part.slice(last + 1).trim();
    const left = part.slice(0, last).trim();
    if (isRole(right)) return isRole(firstPiece(left)) ? [part, undefined] : [right, left];
    return isRole(firstPiece(left)) || !isBody(firstPiece(left)) ? [left, right] : [undefined, part];
  }
  const at = /\s+(?:at|from|with|for) the\s+|\s+(?:at|from|with)\s+/.exec(part);
  if (at && isRole(part.slice(0, at.index)) && /^\p{Lu}/u.test(part.slice(at.index + at[0].length)) && !/ for /.test(at[0])) {
    return [part.slice(0, at.index), part.slice(at.index + at[0].length)];
  }
  return splitUnpunctuated(part);
});

/** "Chief Executive Harrow Council", "HBC Chief Executive Officer": a role and an organisation with nothing between them. */
function splitUnpunctuated(part: string): RoleAndBody {
  const words = part.split(/\s+/);
  const isWordOfRole = (word: string): boolean => ROLE_NOUNS.has(lowerCase(word)) || ROLE_MODIFIERS.has(lowerCase(word));
  let end = 0;
  for (let i = 0; i < words.length && isWordOfRole(words[i] ?? ''); i++) if (ROLE_NOUNS.has(lowerCase(words[i] ?? ''))) end = i + 1;
  if (end > 0 && end < words.length && /^\p{Lu}/u.test(words[end] ?? '') && !isRole(words.slice(end).join(' '))) {
    const rest = words.slice(end).join(' ');
    // "Service User", "Deputy Mayor for …" stay whole: only a run that ends in a noun and goes on with a name is split.
    if (words.length - end >= 2 || /^[\p{Lu}\d&]{2,}$/u.test(rest)) return [words.slice(0, end).join(' '), rest];
  }
  if (words.length > 1 && /^\p{Lu}[\p{Lu}\d&]+$/u.test(words[0] ?? '') && words.slice(1).every(isWordOfRole)) {
    const role = words.slice(1).join(' ');
    if (isRole(role) && !ROLE_NOUNS.has((words[0] ?? '').toLowerCase())) return [role, words[0]];
  }
  return isRole(part) ? [part, undefined] : [undefined, part];
}

function firstPiece(text: string): string {
  return text.split(',')[0] ?? text;
}

/** Whether the head noun of a phrase names a kind of organisation. */
function isBody(phrase: string): boolean {
  const head = phrase.split(PREPOSITION)[0] ?? phrase;
  return BODY_NOUNS.has((head.trim().split(/\s+/).at(-1) ?? '').toLowerCase()) || /^[\p{Lu}\d&]{2,}$/u.test(phrase);
}

const PREPOSITION =
  /\s(?:of|for|to|at|in|on|with|from|and|de|du|des|del|dei|delle?|della|degli|al?|ai|alla|alle|agli|per|da|do|dos|das|à|aux?|für|der|beim|im|van|voor)\s|\sdell['’]/i;

const NOUN_FIRST =
  /^(?:ministre|rapporteure?|présidente?|secrétaire|député|députée|sénat(?:eur|rice)|ministr[oa]|relat(?:ore|rice)|assessore|senadora?|diputad[oa]|timbalan|perdana|menteri|setiausaha|pengerusi)$/i;

const isRoleNoun = remembered(MOST_WORDS, (word) => ROLE_NOUNS.has(word.toLowerCase().replace(/[,.;]$/, '')));

function isNoun(word: string | undefined): boolean {
  return word !== undefined && isRoleNoun(word);
}

/** Whether a phrase says what somebody is: the head noun, before any "of" or "for", is a role noun. */
export const isRole = remembered(MOST_NAMES, (phrase) => {
  if (isCaseless(phrase)) return isCaselessOffice(phrase);
  const words = phrase.trim().split(/\s+/);
  const preposition = words.length > 1 ? PREPOSITION.exec(phrase) : null;
  const head = preposition ? phrase.slice(0, preposition.index).trim().split(/\s+/) : words;
  // "ministre délégué", "Relatrice per la maggioranza": some languages have the noun first.
  return isNoun(head.at(-1)) || (isNoun(words.at(-1)) && words.length <= 8) || NOUN_FIRST.test(words[0] ?? '');
});
