import { SENTENCE_ENDS } from '../text/unicode';
import { isRole } from './affiliation';
import { isCaseless } from './caseless';
import { CONVERSATION } from './conventions';
import type { LabelCandidate } from './labelCandidates';
import { ENGLISH, SPEAKS_OF_SELF, SPOKEN, STATES } from './vocabulary';

/** What the document shows beside the candidates themselves. */
export interface Surroundings {
  readonly text: string;
  /** A person says that labels are typed as these candidates are. */
  readonly isTold: boolean;
  /** Whether it declares somebody of that name, or with these initials, as a participant. */
  readonly isListed: (name: string) => boolean;
  /** How many paragraphs the document has, roughly. */
  readonly paragraphs: () => number;
}

/** The typings whose labels read like people talking in turns: names that come back, in no fixed order, before sentences. */
export function conversationsOf(candidates: readonly LabelCandidate[], around: Surroundings): ReadonlySet<string> {
  const named = candidates.filter(({ name }) => name.shape !== 'phrase' && name.shape !== 'exchange');
  const found = new Set<string>();
  for (const [typing, list] of groupedBy(named, ({ typing }) => typing)) if (readsLikePeopleTalking(list, around)) found.add(typing);
  // "FQM:" or "Q:" asks and "Moss:" answers: between them they are a conversation.
  const inOneWord = candidates.filter(({ name }) => name.shape === 'single' || name.shape === 'initials' || name.shape === 'exchange');
  for (const list of groupedBy(inOneWord, typingButCase).values()) {
    const typings = new Set(list.filter(({ name }) => name.shape !== 'exchange').map(({ typing }) => typing));
    // Where they are one without those in small letters, these take part in it.
    const isOne = [...typings].some((typing) => found.has(typing));
    const taking = isOne ? list.filter(({ handle }) => handle) : readsLikePeopleTalking(list, around) ? list : [];
    for (const { typing, name } of taking) if (name.shape !== 'exchange') found.add(typing);
  }
  return found;
}

export function groupedBy(
  candidates: readonly LabelCandidate[],
  keyOf: (candidate: LabelCandidate) => string,
): Map<string, LabelCandidate[]> {
  const groups = new Map<string, LabelCandidate[]>();
  for (const candidate of candidates) {
    const key = keyOf(candidate);
    const group = groups.get(key);
    if (group) group.push(candidate);
    else groups.set(key, [candidate]);
  }
  return groups;
}

/** How a label is typed, capitals or not: some documents have one for those who hold the floor and one for all others. */
export function typingButCase({ typing }: LabelCandidate): string {
  return typing.slice(0, typing.lastIndexOf(' '));
}

export function isOneWord({ name, time }: LabelCandidate): boolean {
  return (name.shape === 'single' || name.shape === 'initials') && time === undefined;
}

/** Whether labels that are typed alike read like one. */
function readsLikePeopleTalking(list: readonly LabelCandidate[], { text, paragraphs }: Surroundings): boolean {
  if (list.length < CONVERSATION.labels) return false;
  const times = new Map<string, number>();
  for (const { key } of list) times.set(key, (times.get(key) ?? 0) + 1);
  const returning = (often: number): number => [...times.values()].filter((count) => count >= often).length;
  if (returning(2) < CONVERSATION.returning) return false;
  const comeBack = list.map(({ key }) => key).filter((key) => (times.get(key) ?? 0) > 1);
  const someOnce = times.size > returning(2);
  if (hasSameOrder(comeBack, returning(2), someOnce ? 3 : 2) && !(someOnce && isTalk(list, text))) return false;
  // In scripts without capitals nothing but titles and offices shows that words are names.
  if (list.some(({ name }) => isCaseless(name.name)) && list.every(({ name }) => name.shape === 'single')) return false;
  // Items of a list have sentences too, settings in small letters, and actions and programmes, which have dashes after names.
  const inSentences =
    list[0]?.bullet === false &&
    !list.some(({ handle }) => handle) &&
    list[0].separator !== '-' &&
    (returning(3) >= CONVERSATION.returning || (returning(3) > 0 && returning(2) >= CONVERSATION.talking)) &&
    list.filter((candidate) => isSentence(text, candidate.end)).length >= list.length * CONVERSATION.sentences;
  // "Ada:" asks and "crow:" answers.
  const isBetweenTwo = list.some(({ handle }) => handle) && list.some(({ handle, key }) => !handle && (times.get(key) ?? 0) >= 3);
  const inRemarks = (): boolean =>
    returning(2) >= (list.every(({ typed }) => typed) || isBetweenTwo ? CONVERSATION.returning : CONVERSATION.talking) &&
    (list[0]?.separator === ':' || list[0]?.separator === '-') &&
    isTalk(list, text);
  return (inSentences || inRemarks() || namesakes(list) >= CONVERSATION.namesakes) && list.length >= paragraphs() * CONVERSATION.coverage;
}

/** How many go by one word of the full name that they have elsewhere: "Martin:" after "Martin Tarn:", as minutes have it. */
function namesakes(list: readonly LabelCandidate[]): number {
  const words = new Set(list.flatMap(({ name }) => (name.shape === 'full' ? name.name.split(' ') : [])));
  return new Set(list.filter((candidate) => isOneWord(candidate) && words.has(candidate.name.name)).map(({ key }) => key)).size;
}

/** What follows are remarks, in small letters or without a full stop as notes have them, and enough is what people say to each other. */
function isTalk(list: readonly LabelCandidate[], text: string): boolean {
  let remarks = 0;
  let spoken = 0;
  for (const { end } of list) {
    const { says, isRemark } = remark(text, end);
    if (says) spoken++;
    if (says || isRemark) remarks++;
  }
  if (remarks < list.length * CONVERSATION.sentences || spoken < list.length * CONVERSATION.spokenInNotes) return false;
  return !list.some(({ handle }) => handle) || isBetweenPeople(list, text);
}

/** Descriptions of settings say “you” and “please” too: handles must speak of themselves, or answer, two of them or more. */
function isBetweenPeople(list: readonly LabelCandidate[], text: string): boolean {
  const own = list.filter(({ end }) => isOwn(text, end));
  return new Set(own.map(({ key }) => key)).size >= CONVERSATION.returning && own.length >= list.length * CONVERSATION.spokenInNotes;
}

function remark(text: string, from: number): { readonly says: boolean; readonly isRemark: boolean } {
  const follows = restOfLine(text, from);
  return { says: SPOKEN.test(follows), isRemark: follows.length > 50 || REMARK.test(follows) };
}

function isOwn(text: string, from: number): boolean {
  return SPEAKS_OF_SELF.test(restOfLine(text, from));
}

/**
 * All that the inference reads after a possible label at `end`, so that it can be told whether an edit changes it; the
 * next label stands at one of `nexts`.
 */
export function readAfterLabel(text: string, end: number, nexts: readonly number[]): unknown {
  return [isSentence(text, end), remark(text, end), isOwn(text, end), [...nexts, text.length].map((next) => hear(text, end, next))];
}

const [BEGINS, ENDS] = ['["“‘\'(「]?', `[${SENTENCE_ENDS}]["”’')」]?`];
const SENTENCE = new RegExp(`^${BEGINS}[\\p{Lu}\\p{Lt}\\p{Lo}\\d].*${ENDS}$`, 'u');
const REMARK = new RegExp(`^${BEGINS}[\\p{L}\\d].*${ENDS}$`, 'u');

function restOfLine(text: string, from: number): string {
  const line = /^\s*([^\n\r]*)/.exec(text.slice(from, from + 200))?.[1]?.trim() ?? '';
  return line.endsWith('>') ? line.replace(CLOSING_TAGS, '') : line;
}

const CLOSING_TAGS = /(?:\s*<\/\w+>)+$/;

/** Three or more keys that come back in the same order, so many times or more, as in a list of records. */
function hasSameOrder(keys: readonly string[], different: number, times: number): boolean {
  if (different < 3 || keys.length < different * times) return false;
  const again = keys.filter((key, index) => index >= different && keys[index - different] === key).length;
  return again >= (keys.length - different) * CONVERSATION.sameOrder;
}

/** What follows is a sentence, or a line long enough to be cut from one. */
function isSentence(text: string, from: number): boolean {
  const follows = restOfLine(text, from);
  return follows.length > (isCaseless(follows) ? 20 : 50) || SENTENCE.test(follows);
}

/** How far into what follows a label, in UTF-16 units, and after how many of them it is looked at. */
const HEARD = 300;
const MOST_HEARD = 100;

/**
 * Whether some of what follows the labels says “I”, “you” or “thank you”. A programme, a list of duties or works, a log
 * and minutes that report do not, and name people in the same way; nor do people come
 * back in them who ask, or say in whole sentences what is, was or will be. Titles ask questions too, and so do people of whom
 * the document says that they take part. What is not in English is believed.
 */
export function isSpoken(labels: readonly LabelCandidate[], { text, isListed }: Surroundings): boolean {
  const heard = labels.slice(0, MOST_HEARD);
  const wanted = heard.length * CONVERSATION.spoken;
  let spoken = 0;
  let stated = 0;
  let english = 0;
  for (const [index, { end, caption, change, name }] of heard.entries()) {
    if (caption || change) return true;
    const speech = hear(text, end, labels[index + 1]?.start ?? text.length);
    if (speech.spoken || (speech.asks && isListed(name.name))) spoken++;
    else if (speech.english) english++;
    if (speech.states || speech.asks) stated++;
    if (spoken >= wanted) return true;
  }
  if (english < heard.length * CONVERSATION.english) return true;
  const returning = new Set(heard.map(({ key }) => key)).size < heard.length;
  // "(Chair)", "MBE": these are seldom written before a title or a duty.
  const saysMore = heard.some((label) => label.separator !== 'line' && (saysWho(label) || label.name.honorifics.length > 0));
  if (saysMore) return returning || stated > 0;
  return returning && stated >= heard.length * CONVERSATION.stated;
}

/** What the first paragraph after a label sounds like; `next` is where the next label stands. */
function hear(text: string, from: number, next: number): Heard {
  const follows = firstParagraph(text.slice(from, Math.min(from + HEARD, next)));
  return {
    spoken: SPOKEN.test(follows),
    asks: follows.endsWith('?'),
    states: /^["“‘']?\p{Lu}/u.test(follows) && STATES.test(follows),
    english: ENGLISH.test(follows),
  };
}

interface Heard {
  readonly spoken: boolean;
  readonly asks: boolean;
  readonly states: boolean;
  readonly english: boolean;
}

function firstParagraph(text: string): string {
  return /\S(?:.|\r?\n(?!\s*\n))*/.exec(text)?.[0].trimEnd() ?? '';
}

/** Brackets with a role or an organisation, which begin with a capital; "(optional)" says nothing of anybody. */
export function saysWho({ name }: LabelCandidate): boolean {
  return name.parts.some((part) => /^[\p{Lu}\d]/u.test(part.text) || isRole(part.text));
}
