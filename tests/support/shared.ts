import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder beside the project with real documents and what is true of them; it is not part of the project. */
export const SHARED = resolve(process.cwd(), '../shared');

/**
 * Whether the real documents are there. In CI their absence is a failure; elsewhere the tests that need them say so
 * and are skipped.
 */
export function haveShared(): boolean {
  if (existsSync(join(SHARED, 'seeds'))) return true;
  if (process.env['CI']) throw new Error(`The real documents are missing: ${SHARED} does not exist, and CI must test against them.`);
  console.warn('The real documents (../shared) are not here: tests against them are skipped.');
  return false;
}

export interface Seed {
  /** "000" … */
  readonly id: string;
  readonly text: string;
  readonly gold: Gold;
}

export interface GoldTurn {
  readonly line: number;
  readonly speaker: string;
  readonly titlePrefix: string | null;
  readonly honorifics: readonly string[];
  readonly roleParts: readonly string[];
  readonly roleName: string | null;
  readonly organisation: string | null;
  readonly lastLine: number;
  readonly paragraphs: readonly (readonly [number, number])[];
  readonly words: number;
  readonly interrupted: boolean;
  readonly interruptionMark: string | null;
  readonly continuationOfInterrupted: boolean;
  readonly bold: boolean;
  readonly labelRaw: string;
}

interface GoldValue {
  readonly value: string;
  readonly line: number;
}

export interface Gold {
  readonly kind: string;
  readonly title: GoldValue | null;
  readonly date: GoldValue | null;
  readonly body: GoldValue | null;
  readonly location: GoldValue | null;
  readonly startTime?: GoldValue | null;
  readonly sections: readonly { readonly line: number; readonly text: string; readonly required: boolean }[];
  readonly furniture: readonly { readonly line: number }[];
  readonly attendees: readonly {
    readonly line: number;
    readonly name: string;
    readonly role: string | null;
    readonly organisation: string | null;
    readonly source?: string;
  }[];
  readonly signatories?: readonly { readonly line: number; readonly name: string; readonly role: string; readonly organisation: string }[];
  readonly turns: readonly GoldTurn[];
  readonly insertions: readonly { readonly line: number; readonly text: string; readonly kind: string; readonly endLine?: number }[];
  readonly footnotes: readonly {
    readonly marker: string;
    readonly refLine: number;
    readonly textLines: readonly number[];
    readonly text: string;
  }[];
  readonly editorialNotes: readonly { readonly line: number }[];
  readonly artefacts: {
    readonly lineEndHyphens: readonly unknown[];
    readonly pageSplits: readonly { readonly before: number; readonly after: number }[];
  };
}

export function seeds(): readonly Seed[] {
  return readdirSync(join(SHARED, 'seeds'))
    .filter((file) => /^\d{3}_.*\.txt$/.test(file))
    .sort()
    .map((file) => {
      const id = file.slice(0, 3);
      return {
        id,
        text: readFileSync(join(SHARED, 'seeds', file), 'utf8'),
        gold: JSON.parse(readFileSync(join(SHARED, 'gold', `${id}.json`), 'utf8')) as Gold,
      };
    });
}
