import type { RoleFact } from '../summary';
import { partsOfKey, personKey } from './personKey';
import { canBeOnePerson } from './titles';

/** Somebody the document shows, while it is being read. */
export interface Known {
  readonly key: string;
  name: string;
  titlePrefix?: string | undefined;
  readonly honorifics: string[];
  readonly roles: RoleFact[];
  /** How many turns the person speaks. */
  turns: number;
  /** Speaks or is declared present, as opposed to being talked about. */
  present: boolean;
  /** Where a text first introduces a person who is not present; before it, a bare given name is not theirs. */
  readonly since: number;
  readonly given: string | undefined;
  readonly family: string | undefined;
}

export interface Introduction {
  readonly name: string;
  readonly titlePrefix?: string | undefined;
  readonly honorifics: readonly string[];
  readonly role?: RoleFact | undefined;
  readonly present: boolean;
  readonly since: number;
  /** An office or a numbered voice: it speaks, and no name in a text means it. */
  readonly nameless?: boolean | undefined;
}

/** The people of one document by the names that others call them. Every lookup is one step, whatever their number. */
export class Roster {
  private readonly known = new Map<string, Known>();
  private readonly full = new Map<string, Known | undefined>();
  private readonly given = new Map<string, Known[]>();
  private readonly family = new Map<string, Known[]>();
  private readonly lastFamilyWord = new Map<string, Known[]>();

  get people(): Iterable<Known> {
    return this.known.values();
  }

  byKey(key: string): Known | undefined {
    return this.known.get(key);
  }

  /** By folded full name, also without middle names, and by the other names they give themselves. */
  byFullName(folded: string): Known | undefined {
    return this.full.get(folded);
  }

  byGivenName(folded: string): readonly Known[] {
    return this.given.get(folded) ?? [];
  }

  /** By family name, with its particles or without, or by the last two words of a name of three or more. */
  byFamilyName(folded: string): readonly Known[] {
    return this.family.get(folded) ?? this.lastFamilyWord.get(folded) ?? [];
  }

  /** Adds a person, or what is newly said of one. */
  add(person: Introduction): Known {
    const key = this.keyFor(person);
    let known = this.known.get(key);
    if (!known) {
      const parts = person.nameless ? {} : partsOfKey(personKey(person.name), person.titlePrefix !== undefined);
      known = {
        key,
        name: person.name,
        honorifics: [],
        roles: [],
        turns: 0,
        present: person.present,
        since: person.since,
        given: parts.given,
        family: parts.family,
      };
      this.known.set(key, known);
      this.index(known);
    } else if (isCapitals(known.name) && !isCapitals(person.name)) known.name = person.name;
    if (person.present) known.present = true;
    if (person.titlePrefix !== undefined && known.titlePrefix === undefined) known.titlePrefix = person.titlePrefix;
    for (const honorific of person.honorifics) if (!known.honorifics.includes(honorific)) known.honorifics.push(honorific);
    if (person.role) addRole(known, person.role);
    return known;
  }

  /** The folded name; where "Mr Able" and "Ms Able" are both in the room, the later one keeps the title in the key. */
  private keyFor(person: Introduction): string {
    const key = personKey(person.name);
    const other = person.titlePrefix !== undefined && !key.includes(' ') ? this.known.get(key) : undefined;
    return other && !canBeOnePerson(person.titlePrefix ?? '', other.titlePrefix)
      ? personKey(`${person.titlePrefix ?? ''} ${person.name}`)
      : key;
  }

  /** Another full name of the same person, from their own mouth: "I am Mike Able" said by Michael Able. */
  alias(known: Known, folded: string): void {
    if (this.full.has(folded)) return;
    this.full.set(folded, known);
    const { given } = partsOfKey(folded, false);
    if (given !== undefined && given !== known.given) push(this.given, given, known);
  }

  private index(known: Known): void {
    const { key, given, family } = known;
    if (given !== undefined) push(this.given, given, known);
    if (family !== undefined) {
      push(this.family, family, known);
      const last = family.slice(family.lastIndexOf(' ') + 1);
      if (last !== family) push(this.lastFamilyWord, last, known);
      const lastTwo = /[^ ]+ [^ ]+ ([^ ]+ [^ ]+)$|^[^ ]+ ([^ ]+ [^ ]+)$/.exec(key);
      if (lastTwo) push(this.lastFamilyWord, lastTwo[1] ?? lastTwo[2] ?? '', known);
    }
    if (given === undefined || family === undefined) {
      if (key.includes(' ') && family !== undefined) this.full.set(key, known);
      return;
    }
    this.full.set(key, known);
    const short = `${given} ${family}`;
    if (short !== key && this.known.get(short) === undefined)
      this.full.set(short, this.full.has(short) && this.full.get(short) !== known ? undefined : known);
  }
}

function push(map: Map<string, Known[]>, key: string, known: Known): void {
  const list = map.get(key);
  if (list) list.push(known);
  else map.set(key, [known]);
}

function isCapitals(name: string): boolean {
  return name === name.toUpperCase();
}

/** More roles than this are noise of a damaged text. */
const MOST_ROLES = 40;

function addRole(known: Known, role: RoleFact): void {
  if (role.role === undefined && role.organisation === undefined) return;
  if (known.roles.length >= MOST_ROLES) return;
  const same = (other: RoleFact): boolean =>
    other.role === role.role && other.organisation === role.organisation && other.source === role.source;
  if (!known.roles.some(same)) known.roles.push(role);
}
