import { EVIDENCE, EXAMINATION, FREQUENT_QUESTIONS, HEAD, TIMED, TRANSCRIPT } from './conventions';
import { conversationsOf, groupedBy, isOneWord, isSpoken, saysWho, typingButCase, type Surroundings } from './conversation';
import type { LabelCandidate } from './labelCandidates';
import { isShouted } from './stoppedLabels';

/**
 * Which candidates are labels. Equal names form a group; a group is taken when its typing, its words and its return
 * speak for it together, and the document is a transcript only when what is taken looks like a conversation.
 */
export function inferLabels(possible: readonly LabelCandidate[], around: Surroundings): readonly LabelCandidate[] {
  const all = withoutArticles(possible);
  const conversations = conversationsOf(all, around);
  const candidates = all.filter(({ handle, typing }) => !handle || conversations.has(typing));
  const told = around.isTold ? EVIDENCE.told : 0;
  const groups = groupedBy(candidates, ({ key }) => key);
  const evidence = new Map<string, number>();
  // A label inside a paragraph is suspect as far as others begin theirs.
  const share = (test: (candidate: LabelCandidate) => boolean): number => candidates.filter(test).length / Math.max(1, candidates.length);
  const usage: Usage = {
    apart: share((candidate) => candidate.startsParagraph),
    tightColons: share((candidate) => !candidate.loose) > 0.5,
    conversations,
    introduced: introducedOf(candidates),
  };
  for (const [key, group] of groups) evidence.set(key, told + evidenceOf(group, around.isListed, usage));
  let certain = candidates.filter((candidate) => (evidence.get(candidate.key) ?? 0) >= EVIDENCE.accept);
  // "ADA QUILL, CLERK:" once, then "QUILL:"; or "Ada:".
  const words = new Set(certain.filter(({ name }) => name.name.includes(' ')).flatMap(({ name }) => otherNames(name)));
  for (const [key, [first]] of groups)
    if (first && isOneWord(first) && words.has(first.name.name.toLowerCase()))
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
  if (words.size > 0 || firstInitials.size > 0)
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
  for (const candidate of certain) ways.set(typingButCase(candidate), (ways.get(typingButCase(candidate)) ?? 0) + 1);
  const usual = Math.max(2, certain.length * 0.02);
  const tight = certain.filter((candidate) => !candidate.startsParagraph).length;
  // Where labels begin paragraphs, one in the middle of a paragraph is speech, unless it opens a sentence; and a name
  // before a full stop ends a sentence rather than opens a turn, wherever it stands.
  const paragraphsOnly = tight < certain.length * 0.05;
  const scribed = certain.filter((candidate) => candidate.typed && candidate.separator === ':').length >= TRANSCRIPT.turns;
  const taken = candidates.filter((candidate) => {
    if (candidate.name.shape === 'exchange') return examined && exchanges.has(candidate);
    if (candidate.separator === 'chat' && scribed) return false;
    if (
      !candidate.startsParagraph &&
      !candidate.opensSentence &&
      !isShouted(candidate.name) &&
      (paragraphsOnly || candidate.separator !== ':')
    )
      return false;
    const alike = typings.get(candidate.typing);
    const count = Math.max(
      alike?.count ?? 0,
      isPlainlyNamed(candidate) || isOfPlace(candidate) ? (ways.get(typingButCase(candidate)) ?? 0) : 0,
    );
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
 * Leaves out what a single space makes a possible `Q` or `A`, unless such questions and answers alternate, or somebody with
 * a title or an office answers: “A” is an article far more often. An answer opens a sentence and comes after a question, or
 * after somebody who cut in.
 */
function withoutArticles(candidates: readonly LabelCandidate[]): readonly LabelCandidate[] {
  if (!candidates.some(isBare)) return candidates;
  let pairs = 0;
  let answered = 0;
  let waiting = false;
  let asked = false;
  let last: LabelCandidate | undefined;
  const kept = candidates.filter((candidate) => {
    const { shape } = candidate.name;
    if (shape === 'titled' || shape === 'office') {
      if (waiting) answered++;
      waiting = false;
      asked = true;
    }
    if (shape !== 'exchange') return true;
    const question = candidate.name.name.startsWith('Q');
    if (isBare(candidate) && !question && !(asked && (candidate.opensSentence || candidate.startsParagraph))) return false;
    if (isBare(candidate) && !question && last && isBare(last) && last.name.name === 'Q') pairs++;
    asked = question;
    waiting = question && isBare(candidate);
    last = candidate;
    return true;
  });
  if (pairs >= TRANSCRIPT.bareExchanges) return kept;
  return candidates.filter((candidate) => !isBare(candidate) || (answered >= TRANSCRIPT.bareExchanges && candidate.name.name === 'Q'));
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

function isBare({ separator, name }: LabelCandidate): boolean {
  return separator === 'space' && name.shape === 'exchange';
}

/** A title and a name, or an office, that begins a paragraph and ends in a colon. */
function isPlainlyNamed({ name, separator, startsParagraph, opensSentence, loose }: LabelCandidate): boolean {
  return (name.shape === 'titled' || name.shape === 'office') && separator === ':' && startsParagraph && opensSentence && !loose;
}

/** "Mr. QUILL of Weirton" has small letters wherever names are in capitals. */
function isOfPlace({ name, startsParagraph }: LabelCandidate): boolean {
  return name.shape === 'titled' && startsParagraph && name.name.includes(' of ');
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

/** How else somebody of several words goes, in lower case: by the family name, of a full one by the given name, by initials in brackets. */
function otherNames({ name, shape, parts }: LabelCandidate['name']): readonly string[] {
  const words = name.toLowerCase().split(' ');
  const initials = parts.filter(({ text }) => /^\p{Lu}{2,4}$/u.test(text)).map(({ text }) => text.toLowerCase());
  return [words.at(-1) ?? '', ...(shape === 'full' ? [words[0] ?? ''] : []), ...initials];
}

function initialsOf(name: string): string {
  return name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');
}

/** How the document types its labels on the whole. */
interface Usage {
  /** The share of candidates that begin a paragraph. */
  readonly apart: number;
  /** Most colons stand right after their word. */
  readonly tightColons: boolean;
  /** The typings that read like a conversation. */
  readonly conversations: ReadonlySet<string>;
  /** The typings of many different people with titles. */
  readonly introduced: ReadonlySet<string>;
}

function evidenceOf(
  group: readonly LabelCandidate[],
  isListed: (name: string) => boolean,
  { apart, tightColons, conversations, introduced }: Usage,
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
    has((candidate) => candidate.time !== undefined && !candidate.caption && !candidate.typed, EVIDENCE.timed) +
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
    has((candidate) => candidate.name.shape === 'titled' && introduced.has(candidate.typing), EVIDENCE.introduced) +
    // Lists themselves have dashes after names.
    (first.separator !== '-' && isListed(first.name.name) ? EVIDENCE.listed : 0)
  );
}

/** Where people introduce themselves nobody comes back: many titles with names before colons, at the starts of paragraphs. */
function introducedOf(candidates: readonly LabelCandidate[]): ReadonlySet<string> {
  const keys = new Map<string, Set<string>>();
  for (const { name, separator, startsParagraph, bullet, field, typing, key } of candidates) {
    if (name.shape !== 'titled' || separator !== ':' || !startsParagraph || bullet || field) continue;
    keys.set(typing, (keys.get(typing) ?? new Set()).add(key));
  }
  return new Set([...keys].filter(([, different]) => different.size >= TRANSCRIPT.introduced).map(([typing]) => typing));
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
  // Captions may mark that somebody else speaks, and never say who, or say no more than “SPEAKER:”.
  if (taken.filter(({ change, caption, separator }) => change && (caption || separator === ':')).length >= TRANSCRIPT.changes) return true;
  if (telling.length === 0 && !again) return false;
  if (speakers.size >= TRANSCRIPT.speakers || new Set(telling.map((candidate) => candidate.key)).size >= TRANSCRIPT.speakers) return true;
  return taken.some((label) => saysWho(label) || label.name.honorifics.length > 0);
}
