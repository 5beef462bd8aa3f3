import { isPersonName } from '../../syntax/attendees';
import { readName } from '../../syntax/label';
import { namesOffice } from '../../syntax/offices';
import type { Label, Transcript } from '../../syntax/tree';
import { lastStartingAt, type Span } from '../../text/span';
import { declaredNames, inMixedCase, mayList, type Declared } from './declared';
import { canBeName } from './nameWords';
import { partsOfKey, personKey } from './personKey';
import { canBeOnePerson } from './titles';

/** The person a label means, where the document says so; `titlePrefix` as the label or the document has it. */
export interface Meant {
  readonly name: string;
  readonly titlePrefix?: string | undefined;
}

/** What a label calls somebody. */
type Called = Pick<Label, 'name' | 'titlePrefix'>;

/**
 * Whom the label of each turn means, where it is not the full name itself: a surname, initials, an office, `Q.` and `A.`
 * mean the one person whom the document names so. Undefined where the document does not say it, or names two.
 */
export function whoIsMeant(transcript: Transcript): readonly (Meant | undefined)[] {
  const { turns, attendees } = transcript;
  const labels = turns.map((turn) => turn.label);
  const full = labels.map(memo(isFull));
  // Nothing is asked.
  if (full.every(Boolean)) return full.map(() => undefined);
  const wanted = new Set<string>();
  for (const [turn, label] of labels.entries()) if (!full[turn]) for (const family of familiesOf(label)) wanted.add(family);
  const register = new Register();
  for (const { name, titlePrefix, role, abbreviation, span } of attendees) {
    const roles = role === undefined ? [] : role.split('; ');
    const appears = roles.some(namesOffice) && isWitnessOfList(transcript.text, span.start);
    register.add({ name, roles, presides: false, appears, ...titled(titlePrefix) }, abbreviation);
  }
  for (const [turn, label] of labels.entries())
    if (full[turn])
      register.add({
        name: label.name,
        roles: label.role === undefined ? [] : label.role.split('; '),
        presides: false,
        // "Ada Quill (Chair, Weir Trust)" is the chair of the trust.
        appears: label.organisation !== undefined,
        ...titled(label.titlePrefix),
      });
  const offices = labels.some((label) => namesOffice(label.name));
  for (const declared of declaredNames(transcript, wanted, offices || examines(labels))) register.add(declared, declared.abbreviation);
  const holders = new Map<string, Meant>();
  let examinations: Examinations | undefined;
  const examined: Examinations['meant'] = (label, offset) => (examinations ??= examinationsOf(transcript, register)).meant(label, offset);
  const calledBy = callings(register);
  return turns.map(({ label, span }, turn) => {
    // "The Deputy Speaker (Ada Quill)" holds the office until another is named in it.
    if (full[turn]) {
      const office = label.parts[0]?.span.start === label.span.start || label.nameSpan.start > (label.parts[0]?.span.start ?? Infinity);
      if (office && label.parts[0]) holders.set(officeKey(label.parts[0].text), { name: label.name, ...titled(label.titlePrefix) });
      return undefined;
    }
    const { asked, holder, named, office, holding } = calledBy(label);
    if (holder) {
      holders.set(office, holder);
      return holder;
    }
    return (asked ? examined(label, span.start) : undefined) ?? named ?? holders.get(office) ?? holding;
  });
}

/** What a label says wherever it stands. */
interface Calling {
  /** Whether examinations may say whom it means. */
  readonly asked: boolean;
  /** Who holds the office that it names, as its brackets say. */
  readonly holder: Meant | undefined;
  /** Whom its initials or its surname mean. */
  readonly named: Meant | undefined;
  /** The office that it may name. */
  readonly office: string;
  /** Who holds that, as the document says at its head. */
  readonly holding: Meant | undefined;
}

function callings(register: Register): (label: Label) => Calling {
  return memo((label) => {
    const holder = holderInBrackets(label);
    return {
      asked: mayExamine(label),
      holder: holder && (register.bySurname(holder) ?? holder),
      named: register.byAbbreviation(label) ?? register.bySurname(label),
      office: officeKey(label.name),
      holding: register.byOffice(label),
    };
  });
}

/** Asks once for each label that is written the same way. */
function memo<Answer>(ask: (label: Label) => Answer): (label: Label) => Answer {
  const known = new Map<string, Answer>();
  return (label) => {
    let answer = known.get(label.text);
    if (answer === undefined) known.set(label.text, (answer = ask(label)));
    return answer;
  };
}

/** How far above an entry the heading of its list is looked for, in UTF-16 units. */
const LIST_HEADING_WITHIN = 600;

/** Whether the heading over an entry of a list is the one of witnesses. */
function isWitnessOfList(text: string, entry: number): boolean {
  const headings = text.slice(Math.max(0, entry - LIST_HEADING_WITHIN), entry).match(/witness|members|present|attend|participants/gi);
  return headings?.at(-1)?.toLowerCase() === 'witness';
}

function titled(titlePrefix: string | undefined): { titlePrefix?: string } {
  return titlePrefix === undefined ? {} : { titlePrefix };
}

/** Given name and family name, of somebody and not of an office. */
function isFull(label: Label): boolean {
  const { name } = label;
  return (
    name.includes(' ') &&
    !isParty(label) &&
    !namesOffice(name) &&
    // "The Defendant Quill" is an office and a surname.
    !/^the /i.test(name) &&
    partsOfKey(personKey(name), false).given !== undefined &&
    !/^\p{L} /u.test(name)
  );
}

/** "MR. SPEAKER (Quill)", "The Clerk-at-the-Table (Ms. Eve Sand)", "WIT [MS. ASH]": who holds the office that stands before it. */
function holderInBrackets({ name, text }: Label): Meant | undefined {
  const bracket = /[([]([^()[\]]{2,60})[)\]]$/.exec(text)?.[1]?.trim();
  if (bracket === undefined) return undefined;
  const read = readName(bracket);
  const office = namesOffice(name);
  if (read?.shape === 'titled' && (office || /^the /i.test(name) || SHORT_OFFICE.test(name)))
    return { name: inMixedCase(read.name), titlePrefix: read.titlePrefix };
  // A name of its own says less: parties, languages and what a reporter remarks stand in brackets too.
  const surname = inMixedCase(bracket);
  return office && /^\p{Lu}\p{L}*\p{Ll}{2}$/u.test(surname) && canBeName(surname) && !NO_SURNAME.test(surname)
    ? { name: surname }
    : undefined;
}

/** "MJ", "WIT": what courts call somebody for short. */
const SHORT_OFFICE = /^\p{Lu}{2,4}$/u;
const NO_SURNAME =
  /^(?:Con|Lab|Lib|Ind|Nat|Dem|Rep|Labor|Reform|Independent|Spanish|Russian|Arabic|Portuguese|Maori)$|^(?:Continu|Resum|Read|Interject|Interpret|Translat|Remote|Virtual)/;

/** Whether an examination may say whom a label means. */
function mayExamine(label: Called): boolean {
  const key = personKey(label.name);
  return ASKS.test(key) || ANSWERS.test(key) || isParty(label);
}

/** What labels call whoever asks and whoever answers; folded. */
const ASKS = /^(?:q|question|interviewer)$/;
const ANSWERS = /^(?:a|answer|the witness|witness|interviewee)$/;

/** "Counsel Inquiry", "Lead 2A": a side of an examination, that somebody speaks for. */
function isParty({ name, titlePrefix }: Called): boolean {
  const words = personKey(`${titlePrefix ?? ''} ${name}`).split(' ');
  return words.some((word) => PARTY_WORD.test(word)) && words.every((word) => PARTY_WORD.test(word) || JOINING_WORD.test(word));
}

const PARTY_WORD = /^(?:counsel|inquiry|lead|leading|junior|senior|solicitor|commission|claimants?|defen[cs]e|panel|\d+[a-z]?)$/;
const JOINING_WORD = /^(?:to|the|for|of|and|module|from)$/;

/** The family names that a label may mean: the whole, its last word, and "Quill" of "Quill of Weirton". */
function familiesOf({ name }: Called): readonly string[] {
  const key = personKey(name).replace(/ of .*/, '');
  return [...new Set([key, key.slice(key.lastIndexOf(' ') + 1)])];
}

/** Whether labels ask for people whose names they do not hold: initials, `Q.` and `A.`. */
function examines(labels: readonly Label[]): boolean {
  return labels.some(({ name, titlePrefix }) => titlePrefix === undefined && /^\p{Lu}{1,4}$/u.test(name));
}

/** "The Chairman", "CHAIR" and "Chairperson" are one office. */
function officeKey(name: string): string {
  return personKey(name)
    .replace(/^(?:the|mr|madam|mme|m|le|la) /, '')
    .replace(/chair(?:man|woman|person|lady)/g, 'chair');
}

/** The offices, folded, of those who preside. */
const PRESIDING = /^(?:chair|presiding officer|president|convener|convenor|speaker)$/;

/** Those whom the document declares, by what a label may call them. */
class Register {
  private readonly families = new Map<string, Declared[]>();
  private readonly abbreviations = new Map<string, Declared[]>();
  private readonly initials = new Map<string, Declared[]>();
  private readonly offices = new Map<string, Declared[]>();
  private readonly presiding: Declared[] = [];

  add(declared: Declared, abbreviation?: string): void {
    const key = personKey(declared.name);
    const { family } = partsOfKey(key, declared.titlePrefix !== undefined);
    if (family === undefined || namesOffice(declared.name)) return;
    for (const each of new Set([family, family.slice(family.lastIndexOf(' ') + 1)])) keep(this.families, each, declared);
    for (const role of declared.roles) keep(this.offices, officeKey(role.replace(/ (?:of|for|to) .*/i, '')), declared);
    if (declared.titlePrefix !== undefined && namesOffice(declared.titlePrefix))
      keep(this.offices, officeKey(declared.titlePrefix), declared);
    if (declared.presides) this.presiding.push(declared);
    if (abbreviation !== undefined) keep(this.abbreviations, abbreviation, declared);
    else if (key.includes(' ')) keep(this.initials, key.replace(/(\S)\S*\s*/g, '$1').toUpperCase(), declared);
  }

  byAbbreviation({ name, titlePrefix }: Called): Meant | undefined {
    if (titlePrefix !== undefined || !/^\p{Lu}{2,4}$/u.test(name)) return undefined;
    // What the document says goes before what initials would be.
    return meant(oneOf(this.abbreviations.get(name) ?? this.initials.get(name) ?? []));
  }

  bySurname(label: Called): Meant | undefined {
    if (namesOffice(label.name) || isParty(label)) return undefined;
    for (const family of familiesOf(label)) {
      const bearers = (this.families.get(family) ?? []).filter(
        (declared) => declared.name.includes(' ') && canBeOnePerson(label.titlePrefix ?? '', declared.titlePrefix),
      );
      if (bearers.length > 0) return meant(oneOf(bearers));
    }
    return undefined;
  }

  byOffice({ name }: Called): Meant | undefined {
    if (!namesOffice(name)) return undefined;
    const office = officeKey(name);
    const holders = this.offices.get(office) ?? [];
    if (PRESIDING.test(office)) {
      const presiding = oneOf(this.presiding);
      if (presiding) return meant(presiding);
      // Whoever is heard presides elsewhere: nothing says which of the offices the label means.
      if (holders.some((holder) => holder.appears)) return undefined;
    }
    return meant(oneOf(holders));
  }
}

function keep(map: Map<string, Declared[]>, key: string, declared: Declared): void {
  const list = map.get(key);
  if (list) list.push(declared);
  else map.set(key, [declared]);
}

/** The one person that all of these are, with the fullest name; undefined where they are two. */
function oneOf(declared: readonly Declared[]): Declared | undefined {
  let best: Declared | undefined;
  for (const each of declared) {
    if (!best) best = each;
    else if (!isOne(best.name, each.name)) return undefined;
    else if (each.name.length > best.name.length && each.name.split(' ').length <= 4) best = each;
  }
  return best;
}

/** "Ada Quill" and "Ada B. Quill", "A. Quill" and "Ada Quill". */
function isOne(name: string, other: string): boolean {
  const [a, b] = [personKey(name).split(' '), personKey(other).split(' ')];
  const [first, second] = [a[0] ?? '', b[0] ?? ''];
  if (a.at(-1) !== b.at(-1)) return false;
  return first === second || (first.length === 1 && second.startsWith(first)) || (second.length === 1 && first.startsWith(second));
}

function meant(declared: Declared | undefined): Meant | undefined {
  return declared && { name: inMixedCase(declared.name), ...titled(declared.titlePrefix) };
}

/** Whether a stretch of text may tell who examines, who is examined or who comes later. */
export function mayDeclare(text: string): boolean {
  EXAMINER.lastIndex = 0;
  WITNESS.lastIndex = 0;
  return EXAMINER.test(text) || WITNESS.test(text) || mayList(text);
}

/** Who asks and who answers, and from where on in the text. */
interface Examinations {
  meant(label: Called, offset: number): Meant | undefined;
}

// White space is counted, so that a run of it that leads nowhere costs no more than its length.
const EXAMINER =
  /^[ \t\d#*_<]*(?:BY|By(?= (?:M(?:r|rs|s|iss)|Dr)\b)|(?:DIRECT |CROSS[- ]|RE-?DIRECT |RE-?CROSS[- ]|FURTHER )*(?:EXAMINATION|QUESTIONS?|QUESTIONING|QUESTIONED|EXAMINED|INTERVIEWED|CONTINUED) (?:BY|FROM)|(?:Direct |Cross[- ]|Re-?direct |Re-?cross[- ]|Further )*(?:[Ee]xamin(?:ed|ation)|[Qq]uestion(?:s|ing|ed)?|Interviewed) (?:[Bb]y|[Ff]rom)|Interviewer:?|INTERVIEWER:?)\s{1,80}((?:THE |the |The )?\p{Lu}[^:\n\r]{2,60}?)[ \t*_]{0,80}:?[ \t*_]{0,80}(?:\d{1,2}:\d{2}(?::\d{2})?[ \t]{0,80})?$/gmu;

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

/** Whether anybody begins to speak between two places. */
function between(turns: Transcript['turns'], from: number, to: number): boolean {
  return lastStartingAt(turns, from) !== lastStartingAt(turns, to);
}

/** How many turns after its heading counsel first speaks, at most. */
const MOST_TURNS_APART = 8;

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}

/** The headings that name who examines ("BY MR. TARN:", "Questions from Counsel to the Inquiry") and the witness who is sworn. */
function examinationsOf(transcript: Transcript, register: Register): Examinations {
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
  if (!/^[ \t\d]*BY M/m.test(text))
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

/** "Lead Counsel to the Inquiry for Module 2A" is also "Lead 2A" and "Lead Inquiry". */
function wordsOfOffice(written: string): readonly string[] {
  return personKey(written)
    .split(' ')
    .filter((word) => PARTY_WORD.test(word));
}
