import type { Known, Roster } from './roster';
import type { Sighting } from './sightings';
import { canBeOnePerson } from './titles';

/** A sighting with what stands around it. */
export interface PlacedSighting extends Sighting {
  /** Offset in the document. */
  readonly at: number;
  /** Index of its turn, or -1. */
  readonly turn: number;
  /** Whether the turn ends with it: "Thank you. Nick?" */
  readonly endsTurn: boolean;
}

/** Who speaks a turn, as far as it is known; undefined outside of the turns. */
export type SpeakerOf = (turn: number) => Known | undefined;

/** Titles by which the members of a body address each other, however well they know each other. */
const MEMBERS = new Set(
  'member senator deputy councillor cllr alderman representative congressman congresswoman delegate minister'.split(' '),
);

/** More people of one name than this are not told apart one by one. */
const MANY = 8;

/**
 * Decides whom names alone mean. A given name means the one person of the room who bears it; of several, the one whom
 * the transcriber completed with a surname in brackets; else who is not the speaker and is not addressed formally;
 * else who speaks next, or spoke last. Undefined where that does not decide: nobody is guessed.
 */
export function decider(
  all: readonly PlacedSighting[],
  roster: Roster,
  speakerOf: SpeakerOf,
): (sighting: PlacedSighting) => Known | undefined {
  const completed = new Set<string>();
  const formal = new Set<string>();
  const members = new Set<string>();
  for (const sighting of all) {
    if (sighting.form === 'bracketed' && sighting.known) completed.add(sighting.known.key);
    const bearers = sighting.family !== undefined ? roster.byFamilyName(sighting.family) : [];
    const only = sighting.known ?? (bearers.length === 1 ? bearers[0] : undefined);
    if (!only || sighting.form === 'bracketed') continue;
    if (sighting.form === 'titleSurname') formal.add(only.key);
    if (MEMBERS.has((sighting.title ?? '').split(' ').at(-1) ?? '')) members.add(only.key);
  }
  const rooms = new Map<string, Room>();
  const roomOf = (given: string): Room => {
    let room = rooms.get(given);
    if (!room) rooms.set(given, (room = roomFor(roster.byGivenName(given), completed, formal, members)));
    return room;
  };
  return (sighting) => {
    if (sighting.known) return sighting.known;
    if (sighting.family !== undefined) return bySurname(sighting, roster, speakerOf);
    return sighting.given !== undefined ? byGivenName(sighting, roomOf(sighting.given), speakerOf) : undefined;
  };
}

/** The bearers of one given name, as the whole document shows them. */
interface Room {
  readonly present: readonly Known[];
  readonly absent: readonly Known[];
  /** The only one who is completed with a surname in brackets. */
  readonly completed: Known | undefined;
  /** Those whom nobody addresses as members: "Assembly Member Able". */
  readonly guests: readonly Known[];
  /** Those whom nobody addresses by title and surname. */
  readonly informal: readonly Known[];
}

function roomFor(
  bearers: readonly Known[],
  completed: ReadonlySet<string>,
  formal: ReadonlySet<string>,
  members: ReadonlySet<string>,
): Room {
  const present = bearers.filter((known) => known.present);
  const marked = bearers.filter((known) => completed.has(known.key));
  return {
    present,
    absent: bearers.filter((known) => !known.present),
    completed: marked.length === 1 ? marked[0] : undefined,
    guests: present.filter((known) => !members.has(known.key)),
    informal: present.filter((known) => !formal.has(known.key)),
  };
}

function byGivenName(sighting: PlacedSighting, room: Room, speakerOf: SpeakerOf): Known | undefined {
  const speaker = sighting.turn >= 0 ? speakerOf(sighting.turn) : undefined;
  const next = sighting.turn >= 0 ? speakerOf(sighting.turn + 1) : undefined;
  const { present } = room;
  if (present.length === 0) {
    const before = room.absent.length <= MANY ? room.absent.filter((known) => known.since <= sighting.at) : [];
    return before.length === 1 ? before[0] : undefined;
  }
  if (sighting.endsTurn && next && next !== speaker && bears(next, sighting.given)) return next;
  if (present.length === 1) return present[0] === speaker ? undefined : present[0];
  if (room.completed) return room.completed === speaker ? undefined : room.completed;
  if (present.length <= MANY) {
    for (const likely of [room.guests, room.informal]) {
      const others = likely.filter((known) => known !== speaker);
      if (others.length === 1) return others[0];
    }
  }
  if (next && next !== speaker && bears(next, sighting.given)) return next;
  const previous = sighting.turn > 0 ? speakerOf(sighting.turn - 1) : undefined;
  return previous && previous !== speaker && bears(previous, sighting.given) ? previous : undefined;
}

function bears(known: Known, given: string | undefined): boolean {
  return known.given !== undefined && known.given === given;
}

/** Titles that say nothing about which of two persons is meant. */
const ANYBODYS = new Set(['', 'mr', 'mrs', 'ms', 'miss', 'chair', 'chairman', 'chairwoman', 'chairperson']);

function bySurname(sighting: PlacedSighting, roster: Roster, speakerOf: SpeakerOf): Known | undefined {
  const bearers = roster.byFamilyName(sighting.family ?? '');
  if (bearers.length > MANY) return neighbour(sighting, bearers, speakerOf);
  const fitting = bearers.filter((known) => canBeOnePerson(sighting.title ?? '', known.titlePrefix));
  if (fitting.length <= 1) return fitting[0];
  const same = fitting.filter((known) => (known.titlePrefix ?? '').toLowerCase().replace(/\./g, '') === sighting.title);
  if (same.length === 1 && !ANYBODYS.has(sighting.title ?? '')) return same[0];
  const likely = same.length > 0 ? same : fitting;
  const present = likely.filter((known) => known.turns > 0);
  if (present.length === 1) return present[0];
  if (same.length === 1) return same[0];
  return neighbour(sighting, fitting, speakerOf);
}

function neighbour(sighting: PlacedSighting, bearers: readonly Known[], speakerOf: SpeakerOf): Known | undefined {
  if (sighting.turn < 0) return undefined;
  const next = speakerOf(sighting.turn + 1);
  const previous = speakerOf(sighting.turn - 1);
  const around = [next, previous].filter((known) => known !== undefined && known.family === sighting.family && bearers.length > 0);
  return around.length > 0 && around.every((known) => known === around[0]) ? around[0] : undefined;
}
