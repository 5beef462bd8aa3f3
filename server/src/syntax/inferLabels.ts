import { isRole } from './affiliation';
import { EVIDENCE, TRANSCRIPT } from './conventions';
import type { LabelCandidate } from './labelCandidates';

/**
 * Which candidates are labels. Equal names form a group; a group is taken when its typing, its words and its return
 * speak for it together, and the document is a transcript only when what is taken looks like a conversation.
 * `isListed` tells whether the document declares somebody of that name as a participant.
 */
export function inferLabels(candidates: readonly LabelCandidate[], isListed: (name: string) => boolean): readonly LabelCandidate[] {
  const groups = new Map<string, LabelCandidate[]>();
  for (const candidate of candidates) {
    const key = keyOf(candidate);
    const group = groups.get(key);
    if (group) group.push(candidate);
    else groups.set(key, [candidate]);
  }
  const evidence = new Map<string, number>();
  // A label inside a paragraph is suspect as far as others begin theirs.
  const apart = candidates.filter((candidate) => candidate.startsParagraph).length / Math.max(1, candidates.length);
  for (const [key, group] of groups) evidence.set(key, evidenceOf(group, isListed, apart));
  const certain = candidates.filter((candidate) => (evidence.get(keyOf(candidate)) ?? 0) >= EVIDENCE.accept);
  if (certain.length < TRANSCRIPT.turns) return [];

  const typings = new Map<string, number>();
  for (const candidate of certain) typings.set(typingOf(candidate), (typings.get(typingOf(candidate)) ?? 0) + 1);
  const usual = Math.max(2, certain.length * 0.02);
  const tight = certain.filter((candidate) => !candidate.startsParagraph).length;
  // Where labels begin paragraphs, one in the middle of a paragraph is speech, unless it opens a sentence; and a name
  // before a full stop ends a sentence rather than opens a turn, wherever it stands.
  const paragraphsOnly = tight < certain.length * 0.05;
  const taken = candidates.filter((candidate) => {
    if (!candidate.startsParagraph && !candidate.opensSentence && (paragraphsOnly || candidate.separator === '.')) return false;
    const alike = typings.get(typingOf(candidate)) ?? 0;
    const typing =
      alike >= usual
        ? EVIDENCE.sameTyping[candidate.name.shape === 'single' && !candidate.timed ? 'oneWord' : 'other']
        : alike * 100 < certain.length
          ? EVIDENCE.rareTyping
          : 0;
    return (evidence.get(keyOf(candidate)) ?? 0) + typing >= EVIDENCE.accept;
  });
  return isConversation(certain, taken) ? taken : [];
}

function keyOf(candidate: LabelCandidate): string {
  return `${candidate.name.titlePrefix ?? ''} ${candidate.name.name}`.toLowerCase().replace(/\s+/g, ' ').trim();
}

function typingOf(candidate: LabelCandidate): string {
  const capitals = /\p{Ll}/u.test(candidate.name.name) ? 'mixed' : 'capitals';
  return `${candidate.bold ? 'bold' : 'plain'} ${candidate.separator} ${capitals}`;
}

function evidenceOf(group: readonly LabelCandidate[], isListed: (name: string) => boolean, apart: number): number {
  const has = (test: (candidate: LabelCandidate) => boolean, weight: number): number => (group.some(test) ? weight : 0);
  const first = group[0] as LabelCandidate;
  return (
    EVIDENCE.shape[first.name.shape] +
    has((candidate) => candidate.bold, EVIDENCE.bold) +
    has((candidate) => saysWho(candidate), EVIDENCE.part) +
    has((candidate) => candidate.name.honorifics.length > 0, EVIDENCE.honorific) +
    has((candidate) => candidate.questionNumber, EVIDENCE.questionNumber) +
    has((candidate) => candidate.timed, EVIDENCE.timed) +
    (group.every((candidate) => candidate.loose) ? EVIDENCE.loose : 0) +
    (group.every((candidate) => !candidate.startsParagraph) ? EVIDENCE.insideParagraph * apart : 0) +
    EVIDENCE.again(group.length) +
    (isListed(first.name.name) ? EVIDENCE.listed : 0)
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
function isConversation(certain: readonly LabelCandidate[], taken: readonly LabelCandidate[]): boolean {
  if (taken.length < TRANSCRIPT.turns) return false;
  const telling = taken.filter(
    (label) =>
      saysWho(label) ||
      label.name.honorifics.length > 0 ||
      label.questionNumber ||
      label.timed ||
      label.name.shape === 'titled' ||
      label.name.shape === 'office',
  );
  const speakers = new Set(certain.map(keyOf));
  const again = speakers.size < certain.length;
  if (telling.length === 0 && !again) return false;
  if (speakers.size >= TRANSCRIPT.speakers || new Set(telling.map(keyOf)).size >= TRANSCRIPT.speakers) return true;
  return taken.some((label) => saysWho(label) || label.name.honorifics.length > 0);
}
