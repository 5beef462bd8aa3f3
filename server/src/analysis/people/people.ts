import { affiliation } from '../../syntax/affiliation';
import { namesOffice } from '../../syntax/offices';
import type { Attendee, Label, Paragraph, Transcript } from '../../syntax/tree';
import { Flow } from '../../text/flow';
import type { FactInText } from '../factInText';
import type { Mention, PersonFact } from '../summary';
import { bracketedNames, type BracketedName } from './brackets';
import { capitalRuns, type CapitalRun } from './capitals';
import { decider, type PlacedSighting } from './decide';
import { introducedName, type IntroducedName } from './introductions';
import { whoIsMeant } from './labelled';
import type { Meant } from './register';
import { isNameless } from './nameless';
import { canBeName } from './nameWords';
import { partsOfKey, personKey } from './personKey';
import { Roster, type Known } from './roster';
import { sightings } from './sightings';

export { joinsDocuments } from './nameless';
export { personKey } from './personKey';

/** The people of one document: speakers, attendees, then who is introduced. */
export interface People {
  readonly people: readonly PersonFact[];
  /** Where they are named outside of labels, in text order. */
  readonly mentions: readonly Mention[];
  /** For every turn, the key of who speaks. */
  readonly speakers: readonly string[];
  /** Everybody by the names that others call them. */
  readonly roster: Roster;
}

/**
 * Who is in a document: its speakers, its attendees and signatories, and those whom the text itself introduces with a
 * role, a title or a completion in brackets. Total; two passes over the paragraphs, linear in the text.
 */
export function findPeople(transcript: Transcript): People {
  const roster = new Roster();
  const meant = whoIsMeant(transcript);
  const speakers = addSpeakers(roster, transcript.turns, meant);
  const attendees = transcript.attendees.filter((attendee) => !isNameless(attendee.name) && couldBePerson(attendee.name));
  for (const attendee of attendees) addAttendee(roster, attendee);
  const read = transcript.paragraphs
    .filter((paragraph) => paragraph.kind !== 'attendee' && paragraph.kind !== 'signature')
    .map((paragraph) => reading(transcript, paragraph));
  addIntroduced(roster, read, speakers);
  const placed = read.flatMap((paragraph, index) => sightingsIn(roster, paragraph, read[index + 1]?.turn !== paragraph.turn));
  const decide = decider(placed, roster, (turn) => speakers[turn]);
  const declared = attendees.map((attendee) => declaration(transcript, attendee));
  const named = placed.map((sighting) => mention(sighting, decide(sighting)));
  const mentions = [...declared, ...named].sort((a, b) => a.span.start - b.span.start);
  return { people: [...roster.people].map(fact), mentions, speakers: speakers.map((speaker) => speaker.key), roster };
}

/**
 * All that the two passes take from the joined text of one paragraph of speech, in a form that can be compared.
 */
export function peopleIn(text: string, roster: Roster): readonly FactInText[] {
  const runs = capitalRuns(text);
  const brackets = text.includes('[') ? bracketedNames(text) : [];
  const facts: FactInText[] = [];
  const put = (says: object, places: readonly number[]): void => void facts.push({ says: JSON.stringify(says), places });
  for (const bracket of brackets) {
    const { start, end, role, ...says } = bracket;
    put({ ...says, role: role?.text }, role ? [start, end, role.start, role.end] : [start, end]);
  }
  for (const run of runs) {
    const first = run.words[0];
    const last = run.words.at(-1);
    if (!first || !last || run.words.length < 2) continue;
    if (isThing(text, run)) put({ thing: run.words.map((word) => word.folded) }, [first.start, last.end]);
    const introduced = introducedName(text, run);
    if (!introduced) continue;
    const { start, role, ...says } = introduced;
    put(
      { ...says, role: role?.role, organisation: role?.organisation },
      role ? [start, last.end, role.start, role.end] : [start, last.end],
    );
  }
  for (const { start, end, known, ...says } of sightings(text, runs, brackets, roster))
    put({ ...says, known: known?.key, atEnd: text.length - end <= 3 }, [start, end]);
  return facts;
}

/** Who speaks each turn. A label that comes back unchanged says nothing new. */
function addSpeakers(roster: Roster, turns: Transcript['turns'], meant: readonly (Meant | undefined)[]): readonly Known[] {
  const added = new Map<string, { readonly known: Known; readonly meant: Meant | undefined }>();
  return turns.map(({ label }, turn) => {
    const before = added.get(label.text);
    const known = before && before.meant?.name === meant[turn]?.name ? before.known : addSpeaker(roster, label, meant[turn]);
    added.set(label.text, { known, meant: meant[turn] });
    known.turns++;
    return known;
  });
}

function addSpeaker(roster: Roster, label: Label, meant: Meant | undefined): Known {
  const first = label.parts[0];
  const last = label.parts.at(-1);
  const span = first && last ? { start: first.span.start, end: last.span.end } : label.span;
  // "The Chairman" says of whom it means that they are it.
  const role = label.role ?? (meant && namesOffice(label.name) && label.name.length > 1 ? label.name.replace(/^the /i, '') : undefined);
  const titlePrefix = label.titlePrefix ?? meant?.titlePrefix;
  return roster.add({
    name: meant?.name ?? label.name,
    titlePrefix,
    honorifics: label.honorifics,
    role: {
      role,
      organisation: label.organisation,
      source: 'label',
      span,
    },
    present: true,
    since: label.span.start,
    nameless: meant === undefined && isNameless(label.name),
  });
}

/** An entry of a list may also be a body or a job: "Digital Services", "Managing Director". */
function couldBePerson(name: string): boolean {
  return name.split(' ').some((word) => canBeName(word === word.toUpperCase() ? word.charAt(0) + word.slice(1).toLowerCase() : word));
}

function addAttendee(roster: Roster, attendee: Attendee): void {
  const { name, titlePrefix, honorifics, role, organisation, span } = attendee;
  const source = attendee.kind === 'signature' ? 'signature' : 'attendee';
  roster.add({
    name,
    titlePrefix,
    honorifics,
    role: { role, organisation, source, span },
    present: true,
    since: span.start,
  });
}

/** A paragraph as both passes read it. */
interface Reading {
  readonly flow: Flow;
  readonly runs: readonly CapitalRun[];
  readonly brackets: readonly BracketedName[];
  readonly where: Mention['where'];
  readonly turn: number;
}

function reading(transcript: Transcript, paragraph: Paragraph): Reading {
  const flow = Flow.of(transcript.text, paragraph.pieces);
  const brackets = flow.text.includes('[') ? bracketedNames(flow.text) : [];
  return { flow, runs: capitalRuns(flow.text), brackets, where: whereOf(paragraph), turn: paragraph.turn };
}

/** First pass: whom the text introduces. What stands after "the" anywhere in it is a thing: "the Green Paper". */
function addIntroduced(roster: Roster, read: readonly Reading[], speakers: readonly Known[]): void {
  const things = new Set<string>();
  const introductions: { readonly flow: Flow; readonly introduced: IntroducedName; readonly speaker: Known | undefined }[] = [];
  for (const { flow, runs, brackets, where, turn } of read) {
    if (where === 'heading') continue;
    for (const bracket of brackets) addBracketed(roster, flow, bracket);
    for (const run of runs) {
      if (run.words.length < 2) continue;
      if (isThing(flow.text, run)) things.add(run.words.map((word) => word.folded).join(' '));
      const introduced = introducedName(flow.text, run);
      if (introduced) introductions.push({ flow, introduced, speaker: speakers[turn] });
    }
  }
  for (const { flow, introduced, speaker } of introductions) {
    if (introduced.titlePrefix === undefined && things.has(introduced.folded) && !roster.byFullName(introduced.folded)) continue;
    addNamed(roster, flow, introduced, speaker);
  }
}

/** "the Green Paper" */
function isThing(text: string, run: CapitalRun): boolean {
  return text.startsWith('the ', (run.words[0]?.start ?? 0) - 4);
}

function addBracketed(roster: Roster, flow: Flow, bracket: BracketedName): void {
  const folded = personKey(bracket.name);
  const known = roster.byFullName(folded);
  if (!known && !(bracket.certain && folded.includes(' '))) return;
  const said = bracket.role ? affiliation([bracket.role.text]) : undefined;
  const span = bracket.role ? flow.spanOf(bracket.role.start, bracket.role.end) : undefined;
  roster.add({
    name: known?.name ?? bracket.name,
    ...(bracket.titlePrefix !== undefined && !known?.present ? { titlePrefix: bracket.titlePrefix } : {}),
    honorifics: bracket.honorifics,
    ...(said && span ? { role: roleFact(said.roles.join('; '), said.organisation, span) } : {}),
    present: false,
    since: flow.sourceAt(bracket.start),
  });
}

function roleFact(
  role: string | undefined,
  organisation: string | undefined,
  span: { start: number; end: number },
): PersonFact['roles'][number] {
  const spaced = (words: string): string => words.replace(/\s+/g, ' ');
  return {
    ...(role ? { role: spaced(role) } : {}),
    ...(organisation !== undefined ? { organisation: spaced(organisation) } : {}),
    source: 'text',
    span,
  };
}

function addNamed(roster: Roster, flow: Flow, introduced: IntroducedName, speaker: Known | undefined): void {
  const known = roster.byFullName(introduced.folded);
  if (introduced.self && speaker && known !== speaker) {
    const parts = partsOfKey(introduced.folded, false);
    if (parts.family !== undefined && (parts.family === speaker.family || parts.given === speaker.given)) {
      roster.alias(speaker, introduced.folded);
      // "Dr Able: I am Jane Able."
      if (!speaker.name.includes(' ') && parts.family === speaker.family) speaker.name = introduced.name;
      return;
    }
  }
  if (!known && introduced.self && !introduced.role) return;
  const { role } = introduced;
  roster.add({
    name: known && known.key !== personKey(introduced.name) ? known.name : introduced.name,
    ...(introduced.titlePrefix !== undefined && !known?.present ? { titlePrefix: introduced.titlePrefix } : {}),
    honorifics: introduced.honorifics,
    ...(role ? { role: roleFact(role.role, role.organisation, flow.spanOf(role.start, role.end)) } : {}),
    present: false,
    since: flow.sourceAt(introduced.start),
  });
}

interface Placed extends PlacedSighting {
  readonly span: Mention['span'];
  readonly text: string;
  readonly where: Mention['where'];
}

/** Second pass: where this paragraph names somebody. */
function sightingsIn(roster: Roster, { flow, runs, brackets, where, turn }: Reading, lastOfTurn: boolean): readonly Placed[] {
  const { text } = flow;
  const placed: Placed[] = [];
  for (const sighting of sightings(text, runs, brackets, roster)) {
    if (where === 'heading' && sighting.form === 'given') continue;
    const span = flow.spanOf(sighting.start, sighting.end);
    const endsTurn = lastOfTurn && turn >= 0 && text.length - sighting.end <= 3;
    const { form, start, end, known, given, family, title } = sighting;
    // Each by its name: spreading objects of several shapes costs more than all that is done with them.
    placed.push({
      form,
      start,
      end,
      known,
      given,
      family,
      title,
      at: span.start,
      turn,
      endsTurn,
      span,
      text: text.slice(start, end).replace(/\s+/g, ' '),
      where,
    });
  }
  return placed;
}

function whereOf(paragraph: Paragraph): Mention['where'] {
  if (paragraph.kind === 'footnote') return 'footnote';
  if (paragraph.kind === 'heading' || paragraph.kind === 'header') return 'heading';
  return paragraph.turn >= 0 ? 'speech' : 'prose';
}

function mention(sighting: Placed, known: Known | undefined): Mention {
  const { span, text, form, where } = sighting;
  return { span, text, form, person: known?.key, where };
}

function declaration(transcript: Transcript, attendee: Attendee): Mention {
  const text = transcript.text.slice(attendee.nameSpan.start, attendee.nameSpan.end).replace(/\s+/g, ' ');
  return {
    span: attendee.nameSpan,
    text,
    form: 'full',
    person: personKey(attendee.name),
    where: attendee.kind === 'signature' ? 'signature' : 'attendee',
  };
}

function fact(known: Known): PersonFact {
  const { key, name, titlePrefix, honorifics, roles } = known;
  return { key, name, titlePrefix, honorifics, roles };
}
