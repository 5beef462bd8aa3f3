import { namesOffice } from '../../syntax/offices';
import type { Label } from '../../syntax/tree';
import { inMixedCase, type Declared } from './declared';
import { isParty } from './parties';
import { partsOfKey, personKey } from './personKey';
import { canBeOnePerson } from './titles';

/** The person a label means, where the document says so; `titlePrefix` as the label or the document has it. */
export interface Meant {
  readonly name: string;
  readonly titlePrefix?: string | undefined;
}

/** What a label calls somebody. */
export type Called = Pick<Label, 'name' | 'titlePrefix'>;

/** The offices, folded, of those who preside. */
const PRESIDING = /^(?:chair|presiding officer|president|convener|convenor|speaker)$/;

/** Those whom the document declares, by what a label may call them. */
export class Register {
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
export function isOne(name: string, other: string): boolean {
  const [a, b] = [personKey(name).split(' '), personKey(other).split(' ')];
  const [first, second] = [a[0] ?? '', b[0] ?? ''];
  if (a.at(-1) !== b.at(-1)) return false;
  return first === second || (first.length === 1 && second.startsWith(first)) || (second.length === 1 && first.startsWith(second));
}

function meant(declared: Declared | undefined): Meant | undefined {
  return declared && { name: inMixedCase(declared.name), ...titled(declared.titlePrefix) };
}

/** The family names that a label may mean: the whole, its last word, and "Quill" of "Quill of Weirton". */
export function familiesOf({ name }: Called): readonly string[] {
  const key = personKey(name).replace(/ of .*/, '');
  return [...new Set([key, key.slice(key.lastIndexOf(' ') + 1)])];
}

/** "The Chairman", "CHAIR" and "Chairperson" are one office. */
export function officeKey(name: string): string {
  return personKey(name)
    .replace(/^(?:the|mr|madam|mme|m|le|la) /, '')
    .replace(/chair(?:man|woman|person|lady)/g, 'chair');
}

export function titled(titlePrefix: string | undefined): { titlePrefix?: string } {
  return titlePrefix === undefined ? {} : { titlePrefix };
}
