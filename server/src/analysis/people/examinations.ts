import { isPersonName } from '../../syntax/attendees';
import { readName } from '../../syntax/label';
import type { Label, Transcript } from '../../syntax/tree';
import { lastStartingAt, type Span } from '../../text/span';
import { inMixedCase, mayList } from './declared';
import { isParty, wordsOfOffice } from './parties';
import { personKey } from './personKey';
import { isOne, titled, type Called, type Meant, type Register } from './register';

/** Who asks and who answers, and from where on in the text. */
export interface Examinations {
  meant(label: Called, offset: number): Meant | undefined;
}

/** The headings that name who examines ("BY MR. TARN:", "Questions from Counsel to the Inquiry") and the witness who is sworn. */
export function examinationsOf(transcript: Transcript, register: Register): Examinations {
  const { text, turns } = transcript;
  const asking: { readonly span: Span; readonly who: Meant | undefined; readonly office: readonly string[] }[] = [];
  const answering: { readonly span: Span; readonly who: Meant | undefined }[] = [];
  const asLabel = (written: string): Meant | undefined => {
    const read = readName(written.trim());
    if (!read || read.shape === 'phrase' || read.shape === 'office') return undefined;
    if (read.name.includes(' ')) return { name: inMixedCase(read.name), ...titled(read.titlePrefix) };
    const declared = register.bySurname(read);
    if (declared || read.titlePrefix === undefined) return declared;
    return { name: inMixedCase(read.name), titlePrefix: inMixedCase(read.titlePrefix) };
  };
  for (const match of text.matchAll(EXAMINER)) {
    const written = match[1] ?? '';
    asking.push({ span: spanOf(match), who: asLabel(written), office: wordsOfOffice(written) });
  }
  for (const match of text.matchAll(BESIDE_QUESTION))
    asking.push({ span: spanOf(match), who: asLabel(match[1] ?? match[2] ?? ''), office: [] });
  for (const match of text.matchAll(WITNESS)) {
    const { code, sworn } = match.groups ?? {};
    const who = code === undefined ? asLabel(match.slice(1).find((written) => written !== undefined) ?? '') : undefined;
    if (code === undefined && (!who || !isPersonName(who.name))) continue;
    const span = spanOf(match);
    const other = answering.at(-1);
    // Of two who are sworn with nobody speaking in between, either may answer.
    const together =
      who && other?.who && sworn !== undefined && !isOne(other.who.name, who.name) && !between(turns, other.span.start, span.start);
    answering.push({ span, who: together ? undefined : who });
  }
  // Where no heading says who asks, it is the counsel who speaks right before an answer; not the bench.
  if (asking.length === 0 || !/^[ \t\d]*(?:Q[.:]?[ \t]+\()?B[Yy] M/m.test(text))
    for (const [index, { label }] of turns.entries()) {
      const before = turns[index - 1];
      if (label.name !== 'A' || before === undefined || !/^M(?:r|rs|s|iss)\b/i.test(before.label.titlePrefix ?? '')) continue;
      asking.push({ span: before.span, who: asLabel(`${before.label.titlePrefix ?? ''} ${before.label.name}`), office: [] });
    }
  asking.sort((a, b) => a.span.start - b.span.start);
  // "Questions from Counsel to the Inquiry": whoever speaks first after it holds that office.
  const isWitness = ({ name }: Label): boolean => answering.some(({ who }) => who && personKey(who.name) === personKey(name));
  const resolved = asking.map((each) => {
    if (each.who || each.office.length === 0) return each;
    const from = lastStartingAt(turns, each.span.start) + 1;
    const first = turns
      .slice(from, from + MOST_TURNS_APART)
      .find(({ label }) => label.titlePrefix !== undefined && !isParty(label) && !isWitness(label))?.label;
    const who = first && (register.bySurname(first) ?? { name: first.name, ...titled(first.titlePrefix) });
    return { ...each, who };
  });
  const before = <Item extends { readonly span: Span }>(items: readonly Item[], offset: number): Item | undefined =>
    items[lastStartingAt(items, offset)];
  return {
    meant: (label, offset) => {
      const { name } = label;
      const key = personKey(name);
      if (ASKS.test(key)) return before(resolved, offset)?.who;
      if (ANSWERS.test(key)) return before(answering, offset)?.who;
      const examiner = before(resolved, offset);
      if (!examiner || examiner.office.length === 0) return undefined;
      const words = isParty(label) ? wordsOfOffice(`${label.titlePrefix ?? ''} ${name}`) : [];
      return words.length > 0 && words[0] === examiner.office[0] && words.every((word) => examiner.office.includes(word))
        ? examiner.who
        : undefined;
    },
  };
}

/** Whether anybody begins to speak between two places. */
function between(turns: Transcript['turns'], from: number, to: number): boolean {
  return lastStartingAt(turns, from) !== lastStartingAt(turns, to);
}

/** How many turns after its heading counsel first speaks, at most. */
const MOST_TURNS_APART = 8;

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}

/** Whether an examination may say whom a label means. */
export function mayExamine(label: Called): boolean {
  const key = personKey(label.name);
  return ASKS.test(key) || ANSWERS.test(key) || isParty(label);
}

/** Whether a stretch of text may tell who examines, who is examined or who comes later. */
export function mayDeclare(text: string): boolean {
  EXAMINER.lastIndex = 0;
  BESIDE_QUESTION.lastIndex = 0;
  WITNESS.lastIndex = 0;
  return EXAMINER.test(text) || BESIDE_QUESTION.test(text) || WITNESS.test(text) || mayList(text);
}

/** What labels call whoever asks and whoever answers; folded. */
const ASKS = /^(?:q|question|interviewer)$/;
const ANSWERS = /^(?:a|answer|the witness|witness|interviewee)$/;

// White space is counted, so that a run of it that leads nowhere costs no more than its length.
const EXAMINER =
  /^[ \t\d#*_<]*(?:BY(?=[^\n\r:]{3,80}:|\s{1,80}(?:THE\b|M(?:R|RS|S|ISS)\b|DR\b|ADV|ATT|COUNSEL|JUDGE|JUSTICE|SENATOR|MEMBER|COMMISSIONER|CHAIR))|By(?= (?:M(?:r|rs|s|iss)|Dr)\b)|(?:DIRECT |CROSS[- ]|RE-?DIRECT |RE-?CROSS[- ]|FURTHER )*(?:EXAMINATION|QUESTIONS?|QUESTIONING|QUESTIONED|EXAMINED|INTERVIEWED|CONTINUED) (?:BY|FROM)|(?:Direct |Cross[- ]|Re-?direct |Re-?cross[- ]|Further )*(?:[Ee]xamin(?:ed|ation)|[Qq]uestion(?:s|ing|ed)?|Interviewed) (?:[Bb]y|[Ff]rom)|Interviewer:?|INTERVIEWER:?)\s{1,80}((?:THE |the |The )?\p{Lu}[^:\n\r]{2,60}?)[ \t*_]{0,80}:?[ \t*_]{0,80}(?:\d{1,2}:\d{2}(?::\d{2})?[ \t]{0,80})?$/gmu;

/** `Q.   (BY MS. QUILL)  And then?`, `BY MS. QUILL:  Q.  And then?`: beside a question stands who asks from there on. */
const BESIDE_QUESTION =
  /^[ \t\d]{0,80}(?:Q[.:]?[ \t]{1,40}\(B[Yy] ([^()\n\r]{3,60})\)|BY ((?:M(?:R|S|RS|ISS)|DR)\.? [^:;?!\n\r]{2,40}):[ \t]{1,40}(?=Q[.:]?[ \t]))/gmu;

/** The words by which records tell that somebody takes the oath, in small letters, in capitals, or with one at their head. */
const OATH = [
  'having been',
  'having first',
  'after having',
  'after being',
  'after first being',
  'being first',
  'was called',
  'called as',
  'duly sworn',
  'duly affirmed',
  'first duly',
  'sworn',
  'affirmed',
].flatMap((words) => [words, words.charAt(0).toUpperCase() + words.slice(1), words.toUpperCase()]);
const FULL_NAME = "(?:\\p{Lu}[\\p{L}.'’-]* ){1,3}\\p{Lu}[\\p{L}'’-]+";

/** "ADA QUILL, duly sworn", "<ADA QUILL, sworn", "Ada Quill (affirmed)", "DEPOSITION OF ADA QUILL", "WITNESS: ADA QUILL". */
const WITNESS = new RegExp(
  [
    "(?:^|[*_\\n\\r])[ \\t\\d*_<]{0,80}(?<sworn>(?:\\p{Lu}[\\p{L}.'’-]*[ \\t]+){1,5}\\p{Lu}[\\p{L}'’-]+(?:,? (?:MBE|OBE|CBE|QC|KC|MP|Jr\\.|Sr\\.))?)\\s{0,80},?" +
      // "PLAINTIFF’S WITNESS," or what service somebody is of.
      "(?:\\s{0,80}\\d{1,2}\\s{1,80}|\\s{1,80})(?:\\p{Lu}[\\p{L}.'’ ]{1,40},\\s{1,20})?" +
      `(?:\\((?:re)?(?:[Aa]ffirmed|AFFIRMED|[Ss]worn|SWORN|[Cc]alled|[Rr]ecalled)|(?:the witness )?(?:${OATH.join('|')}))`,
    // "V59 (affirmed)": somebody whose name is withheld.
    '^[ \\t\\d]{0,80}(?<code>\\p{Lu}{1,4}-?\\d{1,4})[ \\t]{1,40}\\((?:re)?(?:[Aa]ffirmed|[Ss]worn)',
    `[Ii]nterview (?:of|with) (${FULL_NAME})`,
    `(?:[Dd]eposition of|DEPOSITION OF) (${FULL_NAME})`,
    `^Interviewee:? (${FULL_NAME})`,
    `^[ \\t]{0,40}(?:WITNESS|Witness):[ \\t]{1,40}(${FULL_NAME})[ \\t]{0,40}$`,
  ].join('|'),
  'gmu',
);
