import { isRole } from './affiliation';
import { CONVERSATION, EVIDENCE, EXAMINATION, FREQUENT_QUESTIONS, HEAD, TIMED, TRANSCRIPT } from './conventions';
import type { LabelCandidate } from './labelCandidates';
import { ENGLISH, SPOKEN, STATES } from './vocabulary';

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

/**
 * Which candidates are labels. Equal names form a group; a group is taken when its typing, its words and its return
 * speak for it together, and the document is a transcript only when what is taken looks like a conversation.
 */
export function inferLabels(possible: readonly LabelCandidate[], around: Surroundings): readonly LabelCandidate[] {
  const candidates = withoutArticles(possible);
  const told = around.isTold ? EVIDENCE.told : 0;
  const groups = new Map<string, LabelCandidate[]>();
  for (const candidate of candidates) {
    const key = candidate.key;
    const group = groups.get(key);
    if (group) group.push(candidate);
    else groups.set(key, [candidate]);
  }
  const conversations = conversationsOf(candidates, around);
  const evidence = new Map<string, number>();
  // A label inside a paragraph is suspect as far as others begin theirs.
  const share = (test: (candidate: LabelCandidate) => boolean): number => candidates.filter(test).length / Math.max(1, candidates.length);
  const usage: Usage = {
    apart: share((candidate) => candidate.startsParagraph),
    tightColons: share((candidate) => !candidate.loose) > 0.5,
    conversations,
  };
  for (const [key, group] of groups) evidence.set(key, told + evidenceOf(group, around.isListed, usage));
  let certain = candidates.filter((candidate) => (evidence.get(candidate.key) ?? 0) >= EVIDENCE.accept);
  // "ADA QUILL, CLERK:" once, then "QUILL:".
  const families = new Set(certain.filter(({ name }) => name.name.includes(' ')).map(({ name }) => familyOf(name.name)));
  for (const [key, [first]] of groups)
    if (first && isOneWord(first) && families.has(first.name.name.toLowerCase()))
      evidence.set(key, (evidence.get(key) ?? 0) + EVIDENCE.listed);
  // "Ada Quill:" once, then "AQ:"; such names do not show how the other labels are typed.
  const once = new Set<string>();
  const firstInitials = new Map<string, number>();
  for (const { name, start } of certain)
    if (name.shape === 'initials' && !firstInitials.has(name.name)) firstInitials.set(name.name, start);
  for (const [key, [first]] of groups)
    if (first?.name.shape === 'full' && first.startsParagraph && first.start < (firstInitials.get(initialsOf(first.name.name)) ?? 0)) {
      if ((evidence.get(key) ?? 0) < EVIDENCE.accept) once.add(key);
      evidence.set(key, (evidence.get(key) ?? 0) + EVIDENCE.listed);
    }
  if (families.size > 0 || firstInitials.size > 0)
    certain = candidates.filter((candidate) => (evidence.get(candidate.key) ?? 0) >= EVIDENCE.accept);
  const exchanges = exchangesOf(candidates);
  const examined = isExamination([...exchanges], certain, around.text);
  if (certain.length < TRANSCRIPT.turns && !examined && !around.isTold) return [];

  const typings = new Map<string, { count: number; oneWord: number }>();
  for (const candidate of certain) {
    if (once.has(candidate.key)) continue;
    const typing = typings.get(candidate.typing) ?? { count: 0, oneWord: 0 };
    typing.count++;
    if (isOneWord(candidate)) typing.oneWord++;
    typings.set(candidate.typing, typing);
  }
  const ways = new Map<string, number>();
  for (const candidate of certain) ways.set(wayOf(candidate), (ways.get(wayOf(candidate)) ?? 0) + 1);
  const usual = Math.max(2, certain.length * 0.02);
  const tight = certain.filter((candidate) => !candidate.startsParagraph).length;
  // Where labels begin paragraphs, one in the middle of a paragraph is speech, unless it opens a sentence; and a name
  // before a full stop ends a sentence rather than opens a turn, wherever it stands.
  const paragraphsOnly = tight < certain.length * 0.05;
  const scribed = certain.filter((candidate) => candidate.typed && candidate.separator === ':').length >= TRANSCRIPT.turns;
  const taken = candidates.filter((candidate) => {
    if (candidate.name.shape === 'exchange') return examined && exchanges.has(candidate);
    if (candidate.separator === 'chat' && scribed) return false;
    if (!candidate.startsParagraph && !candidate.opensSentence && !isShouted(candidate) && (paragraphsOnly || candidate.separator !== ':'))
      return false;
    const alike = typings.get(candidate.typing);
    const count = Math.max(alike?.count ?? 0, isPlainlyNamed(candidate) ? (ways.get(wayOf(candidate)) ?? 0) : 0);
    const besideExchanges = examined && (candidate.name.shape === 'titled' || candidate.name.shape === 'office');
    const typing =
      count >= usual || besideExchanges
        ? EVIDENCE.sameTyping[kindOfTyping(candidate, (alike?.oneWord ?? 0) * 2 >= count, conversations)]
        : count * 100 < certain.length
          ? EVIDENCE.rareTyping
          : 0;
    return (evidence.get(candidate.key) ?? 0) + typing >= EVIDENCE.accept;
  });
  const labels = withoutHeadings(withoutAddresses(taken, around.text));
  return examined || around.isTold || (isConversation(certain, labels, conversations) && isSpoken(labels, around)) ? labels : [];
}

/**
 * Leaves out what a single space makes a possible `Q` or `A`, unless such questions and answers alternate: “A” is an
 * article far more often. An answer opens a sentence and comes after a question, or after somebody who cut in.
 */
function withoutArticles(candidates: readonly LabelCandidate[]): readonly LabelCandidate[] {
  if (!candidates.some(isBare)) return candidates;
  let pairs = 0;
  let asked = false;
  let last: LabelCandidate | undefined;
  const kept = candidates.filter((candidate) => {
    const { shape } = candidate.name;
    if (shape === 'titled' || shape === 'office') asked = true;
    if (shape !== 'exchange') return true;
    const question = candidate.name.name.startsWith('Q');
    if (isBare(candidate) && !question && !(asked && (candidate.opensSentence || candidate.startsParagraph))) return false;
    if (isBare(candidate) && !question && last && isBare(last) && last.name.name === 'Q') pairs++;
    asked = question;
    last = candidate;
    return true;
  });
  return pairs >= TRANSCRIPT.bareExchanges ? kept : candidates.filter((candidate) => !isBare(candidate));
}

/** "Chair. Thank you.", right after a label with its colon: the speech begins with whom it addresses. */
function withoutAddresses(taken: readonly LabelCandidate[], text: string): readonly LabelCandidate[] {
  return taken.filter(({ separator, start }, index) => {
    const before = taken[index - 1];
    return separator !== '.' || before?.separator !== ':' || text.slice(before.end, start).trim() !== '';
  });
}

/** Where those that stand alone on their lines have their times, what never has one is a heading. */
function withoutHeadings(taken: readonly LabelCandidate[]): readonly LabelCandidate[] {
  const alone = taken.filter(({ separator }) => separator === 'line');
  const timed = alone.filter(({ time }) => time !== undefined);
  if (timed.length < TIMED.least || timed.length < alone.length * TIMED.share) return taken;
  const keys = new Set(timed.map(({ key }) => key));
  return taken.filter(({ separator, key }) => separator !== 'line' || keys.has(key));
}

/** Where most questions and answers are `Q.` and `A.`, the few that begin "Question:" or "Answer:" are read out by somebody. */
function exchangesOf(candidates: readonly LabelCandidate[]): ReadonlySet<LabelCandidate> {
  const all = candidates.filter(({ name }) => name.shape === 'exchange');
  const letters = all.filter(({ name }) => name.name.length === 1);
  return new Set(letters.length * 2 > all.length ? letters : all);
}

function isBare({ separator }: LabelCandidate): boolean {
  return separator === 'space';
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
function isSpoken(labels: readonly LabelCandidate[], { text, isListed }: Surroundings): boolean {
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

/** How a label is typed, capitals or not: some documents have one for those who hold the floor and one for all others. */
function wayOf({ typing }: LabelCandidate): string {
  return typing.slice(0, typing.lastIndexOf(' '));
}

/** A title and a name, or an office, that begins a paragraph and ends in a colon. */
function isPlainlyNamed({ name, separator, startsParagraph, opensSentence, loose }: LabelCandidate): boolean {
  return (name.shape === 'titled' || name.shape === 'office') && separator === ':' && startsParagraph && opensSentence && !loose;
}

/** "MR. QUILL." with its title in capitals: no sentence names anybody so, wherever its line ends. */
function isShouted({ name }: LabelCandidate): boolean {
  return (
    (name.shape === 'titled' || name.shape === 'office') && !/\p{Ll}/u.test(`${name.titlePrefix ?? ''}${name.name}`) && name.name.length > 2
  );
}

/** One word alone is a label like the others where they are one word too. */
function kindOfTyping(
  candidate: LabelCandidate,
  mostAreOneWord: boolean,
  conversations: ReadonlySet<string>,
): keyof typeof EVIDENCE.sameTyping {
  if (!isOneWord(candidate)) return 'other';
  if (candidate.name.shape === 'initials') return mostAreOneWord ? 'initials' : 'oneWord';
  return mostAreOneWord && conversations.has(candidate.typing) ? 'other' : 'oneWord';
}

function familyOf(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1).toLowerCase();
}

function initialsOf(name: string): string {
  return name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');
}

function isOneWord({ name, time }: LabelCandidate): boolean {
  return (name.shape === 'single' || name.shape === 'initials') && time === undefined;
}

/** How the document types its labels on the whole. */
interface Usage {
  /** The share of candidates that begin a paragraph. */
  readonly apart: number;
  /** Most colons stand right after their word. */
  readonly tightColons: boolean;
  /** The typings that read like a conversation. */
  readonly conversations: ReadonlySet<string>;
}

function evidenceOf(
  group: readonly LabelCandidate[],
  isListed: (name: string) => boolean,
  { apart, tightColons, conversations }: Usage,
): number {
  const has = (test: (candidate: LabelCandidate) => boolean, weight: number): number => (group.some(test) ? weight : 0);
  const all = (test: (candidate: LabelCandidate) => boolean, weight: number): number => (group.every(test) ? weight : 0);
  const first = group[0] as LabelCandidate;
  return (
    EVIDENCE.shape[first.name.shape] +
    Math.max(...[...new Set(group.map((candidate) => candidate.separator))].map((separator) => EVIDENCE.separator[separator])) +
    has((candidate) => candidate.bold, EVIDENCE.bold) +
    has((candidate) => candidate.bold && candidate.separator === '-', EVIDENCE.boldBeforeDash) +
    has((candidate) => saysWho(candidate), EVIDENCE.part) +
    has((candidate) => candidate.name.honorifics.length > 0, EVIDENCE.honorific) +
    has((candidate) => candidate.questionNumber, EVIDENCE.questionNumber) +
    has((candidate) => candidate.time !== undefined && !candidate.caption, EVIDENCE.timed) +
    has((candidate) => candidate.change, EVIDENCE.change) +
    has((candidate) => candidate.typed || candidate.caption, EVIDENCE.typed) +
    has(
      (candidate) => conversations.has(candidate.typing),
      first.separator === '-' ? EVIDENCE.conversationAfterDashes : EVIDENCE.conversation,
    ) +
    all((candidate) => candidate.loose && tightColons, EVIDENCE.loose) +
    all((candidate) => candidate.glued, EVIDENCE.glued) +
    all((candidate) => candidate.bullet && !conversations.has(candidate.typing), EVIDENCE.bullet) +
    all((candidate) => !candidate.startsParagraph, EVIDENCE.insideParagraph * apart) +
    all((candidate) => candidate.field, EVIDENCE.field) +
    EVIDENCE.again(group.length) +
    // Lists themselves have dashes after names.
    (first.separator !== '-' && isListed(first.name.name) ? EVIDENCE.listed : 0)
  );
}

/** The typings whose labels read like people talking in turns: names that come back, in no fixed order, before sentences. */
function conversationsOf(candidates: readonly LabelCandidate[], { text, paragraphs }: Surroundings): ReadonlySet<string> {
  const byTyping = new Map<string, LabelCandidate[]>();
  for (const candidate of candidates) {
    if (candidate.name.shape === 'phrase' || candidate.name.shape === 'exchange') continue;
    const list = byTyping.get(candidate.typing);
    if (list) list.push(candidate);
    else byTyping.set(candidate.typing, [candidate]);
  }
  const found = new Set<string>();
  let all: number | undefined;
  for (const [typing, list] of byTyping) {
    if (list.length < CONVERSATION.labels) continue;
    const times = new Map<string, number>();
    for (const candidate of list) times.set(candidate.key, (times.get(candidate.key) ?? 0) + 1);
    const returning = (often: number): number => [...times.values()].filter((count) => count >= often).length;
    if (returning(2) < CONVERSATION.returning) continue;
    if (
      hasSameOrder(
        list.map((candidate) => candidate.key),
        times.size,
      )
    )
      continue;
    // Items of a list have sentences too.
    const inSentences =
      list[0]?.bullet === false &&
      // So have actions and programmes, which have dashes after names.
      list[0].separator !== '-' &&
      returning(3) >= CONVERSATION.returning &&
      list.filter((candidate) => isSentence(text, candidate.end)).length >= list.length * CONVERSATION.sentences;
    if (
      !inSentences &&
      !(returning(2) >= CONVERSATION.talking && (list[0]?.separator === ':' || list[0]?.separator === '-') && isTalk(list, text))
    )
      continue;
    all ??= paragraphs();
    if (list.length >= all * CONVERSATION.coverage) found.add(typing);
  }
  return found;
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
  return remarks >= list.length * CONVERSATION.sentences && spoken >= list.length * CONVERSATION.spokenInNotes;
}

function remark(text: string, from: number): { readonly says: boolean; readonly isRemark: boolean } {
  const follows = restOfLine(text, from);
  return { says: SPOKEN.test(follows), isRemark: follows.length > 50 || REMARK.test(follows) };
}

/**
 * All that the inference reads after a possible label at `end`, so that it can be told whether an edit changes it; the
 * next label stands at one of `nexts`.
 */
export function readAfterLabel(text: string, end: number, nexts: readonly number[]): unknown {
  return [isSentence(text, end), remark(text, end), [...nexts, text.length].map((next) => hear(text, end, next))];
}

const REMARK = /^["“‘'(]?[\p{L}\d].*[.?!…]["”’')]?$/u;

function restOfLine(text: string, from: number): string {
  return /^\s*([^\n\r]*)/.exec(text.slice(from, from + 200))?.[1]?.trim() ?? '';
}

/** Three or more keys that come back in the same order again and again, as in a list of records. */
function hasSameOrder(keys: readonly string[], different: number): boolean {
  if (different < 3 || keys.length < different * 2) return false;
  const again = keys.filter((key, index) => index >= different && keys[index - different] === key).length;
  return again >= (keys.length - different) * CONVERSATION.sameOrder;
}

/** What follows is a sentence, or a line long enough to be cut from one. */
function isSentence(text: string, from: number): boolean {
  const follows = restOfLine(text, from);
  return follows.length > 50 || /^["“‘'(]?[\p{Lu}\p{Lt}\d].*[.?!…]["”’')]?$/u.test(follows);
}

/** `Q.` and `A.` are turns where other labels stand beside them, or where the document says that somebody is examined. */
function isExamination(exchanges: readonly LabelCandidate[], certain: readonly LabelCandidate[], text: string): boolean {
  const questions = exchanges.filter(({ name }) => name.name.startsWith('Q')).length;
  if (questions < TRANSCRIPT.exchanges || exchanges.length > questions * 3) return false;
  if (certain.length >= TRANSCRIPT.turns) return true;
  return (
    exchanges.length - questions >= TRANSCRIPT.exchanges &&
    EXAMINATION.test(text.slice(0, HEAD)) &&
    !FREQUENT_QUESTIONS.test(text.slice(0, 1000))
  );
}

/** Brackets with a role or an organisation, which begin with a capital; "(optional)" says nothing of anybody. */
function saysWho({ name }: LabelCandidate): boolean {
  return name.parts.some((part) => /^[\p{Lu}\d]/u.test(part.text) || isRole(part.text));
}

/**
 * Somebody speaks again, or a role, a title, an office, a question number or a time shows speakers; and there are two
 * of them who are certain, or one who is not just two capitalised words.
 */
function isConversation(certain: readonly LabelCandidate[], taken: readonly LabelCandidate[], conversations: ReadonlySet<string>): boolean {
  if (taken.length < TRANSCRIPT.turns) return false;
  const telling = taken.filter(
    (label) =>
      saysWho(label) ||
      label.name.honorifics.length > 0 ||
      label.questionNumber ||
      label.time !== undefined ||
      label.name.shape === 'titled' ||
      label.name.shape === 'office',
  );
  const alike = taken.filter((candidate) => conversations.has(candidate.typing));
  const speakers = new Set([...certain, ...alike].map((candidate) => candidate.key));
  const again = alike.length > 0 || speakers.size < certain.length;
  // Captions may mark that somebody else speaks, and never say who.
  if (taken.filter((candidate) => candidate.change && candidate.caption).length >= TRANSCRIPT.changes) return true;
  if (telling.length === 0 && !again) return false;
  if (speakers.size >= TRANSCRIPT.speakers || new Set(telling.map((candidate) => candidate.key)).size >= TRANSCRIPT.speakers) return true;
  return taken.some((label) => saysWho(label) || label.name.honorifics.length > 0);
}
