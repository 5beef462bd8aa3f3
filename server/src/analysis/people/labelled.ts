import { readName } from '../../syntax/label';
import { namesOffice } from '../../syntax/offices';
import type { Label, Transcript } from '../../syntax/tree';
import { declaredNames, inMixedCase } from './declared';
import { examinationsOf, mayExamine, type Examinations } from './examinations';
import { canBeName } from './nameWords';
import { isParty } from './parties';
import { partsOfKey, personKey } from './personKey';
import { familiesOf, officeKey, Register, titled, type Meant } from './register';

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
        // "Ada Quill (Chair, Weir Trust)" is the chair of the trust, and no "President of the Commission" presides.
        appears: label.organisation !== undefined || /^president (?:of|for)\b/i.test(label.role ?? ''),
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

/** Whether labels ask for people whose names they do not hold: initials, `Q.` and `A.`. */
function examines(labels: readonly Label[]): boolean {
  return labels.some(({ name, titlePrefix }) => titlePrefix === undefined && /^\p{Lu}{1,4}$/u.test(name));
}
