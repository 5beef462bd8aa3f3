import { describe, expect, test } from 'vitest';
import { parse } from '../../server/src/syntax/parse';
import type { Transcript } from '../../server/src/syntax/tree';
import { Flow } from '../../server/src/text/flow';
import { haveShared, seeds, type Seed } from '../support/shared';

const here = haveShared();
const documents = here ? seeds().map((seed) => ({ seed, tree: parse(seed.text) })) : [];
const lineOf = (tree: Transcript, offset: number): number => tree.lines.lineAt(offset) + 1;

/** The gold names the kinds of insertions more finely in places and more coarsely in others. */
const INSERTION_KINDS: Record<string, readonly string[]> = {
  surname: ['surname'],
  givenName: ['givenName'],
  personTitle: ['title'],
  postNominal: ['honorific'],
  'personName+role': ['role'],
  personRole: ['role', 'completion'],
  date: ['date'],
  organisationOrPlace: ['completion', 'gloss'],
  officeName: ['completion'],
  editorialNote: ['note'],
};

describe.skipIf(!here)('the real documents', () => {
  test('are all there', () => {
    expect(documents.map(({ seed }) => seed.id)).toEqual(['000', '001', '002', '003', '004']);
  });

  describe.each(documents.map(({ seed, tree }) => [seed.id, seed, tree] as [string, Seed, Transcript]))('%s', (_, seed, tree) => {
    const { gold } = seed;

    test('is told from other documents', () => {
      expect(tree.kind).toBe(gold.turns.length > 0 ? 'transcript' : 'document');
    });

    test('has exactly the true turns, each with its speaker, role and organisation', () => {
      expect(
        tree.turns.map((turn) => ({
          line: lineOf(tree, turn.label.span.start),
          speaker: turn.label.name,
          titlePrefix: turn.label.titlePrefix ?? null,
          honorifics: turn.label.honorifics,
          roleParts: turn.label.parts.map((part) => part.text),
          roleName: turn.label.role?.split('; ')[0] ?? null,
          organisation: turn.label.organisation ?? null,
          label: turn.label.text,
          bold: turn.label.style === 'bold',
        })),
      ).toEqual(
        gold.turns.map((turn) => ({
          line: turn.line,
          speaker: turn.speaker,
          titlePrefix: turn.titlePrefix,
          honorifics: turn.honorifics,
          roleParts: turn.roleParts,
          roleName: turn.roleName,
          organisation: turn.organisation,
          label: turn.labelRaw,
          bold: turn.bold,
        })),
      );
    });

    test('ends every turn on its last line of speech, counts its words and knows how it breaks off', () => {
      expect(
        tree.turns.map((turn) => ({
          line: lineOf(tree, turn.label.span.start),
          lastLine: lineOf(tree, turn.span.end),
          words: turn.words,
          interruption: turn.interruption ?? null,
          resumed: turn.resumed,
        })),
      ).toEqual(
        gold.turns.map((turn) => ({
          line: turn.line,
          lastLine: turn.lastLine,
          words: turn.words,
          interruption: turn.interruptionMark,
          resumed: turn.continuationOfInterrupted,
        })),
      );
    });

    test('rejoins the paragraphs of every turn', () => {
      const speech = (index: number): [number, number] => {
        const pieces = tree.paragraphs[index]?.pieces ?? [];
        return [lineOf(tree, pieces[0]?.start ?? 0), lineOf(tree, pieces.at(-1)?.end ?? 0)];
      };
      expect(tree.turns.map((turn) => turn.paragraphs.filter((index) => tree.paragraphs[index]?.kind === 'speech').map(speech))).toEqual(
        gold.turns.map((turn) => turn.paragraphs),
      );
    });

    test('rejoins every sentence that a page cuts', () => {
      for (const split of gold.artefacts.pageSplits) {
        const owner = tree.paragraphs.find((paragraph) => paragraph.pieces.some((piece) => lineOf(tree, piece.start) === split.before));
        expect(
          owner?.pieces.map((piece) => lineOf(tree, piece.start)),
          `${split.before} goes on in ${split.after}`,
        ).toContain(split.after);
      }
    });

    test('has its header, as far as the document states it', () => {
      const field = (name: string): string | null => tree.header.fields.find((each) => each.name === name)?.value ?? null;
      expect({ title: field('title'), date: field('date'), location: field('location') }).toEqual({
        title: gold.title?.value ?? null,
        date: gold.date?.value ?? null,
        location: gold.location?.value ?? null,
      });
    });

    test('has all required sections', () => {
      const found = tree.sections.map((section) => lineOf(tree, section.heading.start));
      const stated = gold.sections.map((section) => section.line);
      expect(found).toEqual(expect.arrayContaining(gold.sections.filter((section) => section.required).map((section) => section.line)));
      expect(stated).toEqual(expect.arrayContaining(found));
    });

    test('has its attendees and signatures', () => {
      const listed = gold.attendees.filter((attendee) => attendee.source === undefined);
      expect(
        tree.attendees.map((attendee) => ({
          line: lineOf(tree, attendee.span.start),
          name: attendee.name,
          role: attendee.role ?? null,
          organisation: attendee.organisation ?? null,
        })),
      ).toEqual([...listed, ...(gold.signatories ?? [])].map(({ line, name, role, organisation }) => ({ line, name, role, organisation })));
    });

    test('has its furniture and nothing else taken for it', () => {
      const lines = tree.blocks.filter((block) => block.kind === 'furniture').map((block) => lineOf(tree, block.span.start));
      expect(lines).toEqual(gold.furniture.map((furniture) => furniture.line));
    });

    test('has its footnotes with their references', () => {
      expect(
        tree.footnotes.map((footnote) => ({
          marker: footnote.marker,
          refLine: lineOf(tree, footnote.references[0]?.start ?? 0),
          text: Flow.of(seed.text, tree.paragraphs[footnote.paragraph]?.pieces ?? []).text.replace(/^\d+ /, ''),
        })),
      ).toEqual(gold.footnotes.map(({ marker, refLine, text }) => ({ marker, refLine, text })));
    });

    test('has its insertions by kind', () => {
      const found = tree.insertions
        .filter((insertion) => insertion.kind !== 'inaudible')
        .map((insertion) => ({
          line: lineOf(tree, insertion.span.start),
          text: insertion.text,
          kind: insertion.kind as string,
        }));
      expect(found.map(({ line, text }) => ({ line, text }))).toEqual(
        gold.insertions.map(({ line, text }) => ({ line, text: text.replace(/^\[|\]$/g, '') })),
      );
      const wrong = found.filter(({ kind }, index) => !INSERTION_KINDS[gold.insertions[index]?.kind ?? '']?.includes(kind));
      expect(wrong).toEqual([]);
    });

    test('loses no character', () => {
      expect(tree.blocks.map((block) => seed.text.slice(block.span.start, block.span.end)).join('')).toBe(seed.text);
    });
  });
});
