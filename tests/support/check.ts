import { expect } from 'vitest';
import type { Target } from '../../server/src/features/answers';
import type { TranscriptService } from '../../server/src/service';
import { LineTable, type Place } from '../../server/src/text/lineTable';
import { fixture, nameOf, serve, uriOf } from './marked';

/** What a hover must show, what it must not, and, where the fixture has a ⟦stretch⟧, what it is about. `null`: no hover. */
export async function checkHover(
  marked: string,
  expected: { readonly shows?: readonly string[]; readonly hides?: readonly string[] } | null,
): Promise<void> {
  const { service, uri, place, marks } = await asked(marked);
  const answer = service.hover(uri, place);
  if (expected === null) return expect(answer?.markdown).toBeUndefined();
  const markdown = answer?.markdown ?? 'no hover';
  for (const text of expected.shows ?? []) expect(markdown).toContain(text);
  for (const text of expected.hides ?? []) expect(markdown).not.toContain(text);
  if (answer && marks.length > 0) expect([inWords({ uri, span: answer.span })]).toEqual(marks.map(inWords));
}

/** The whole hover, as Markdown, for inline snapshots. */
export async function hoverText(marked: string): Promise<string | undefined> {
  const { service, uri, place } = await asked(marked);
  return service.hover(uri, place)?.markdown;
}

/** The jump goes to the ⟦stretches⟧, to the files in the order given, when one is. */
export async function checkDefinition(marked: string, order?: readonly string[]): Promise<void> {
  const { service, uri, place, marks } = await asked(marked);
  const targets = service.definition(uri, place)?.targets ?? [];
  expect(targets.map(inWords).sort()).toEqual(marks.map(inWords).sort());
  if (order) expect(targets.map((target) => nameOf(target.uri))).toEqual(order);
}

/** The references are the ⟦stretches⟧ and nothing else. */
export async function checkReferences(marked: string, includeDefinitions = true): Promise<void> {
  const { service, uri, place, marks } = await asked(marked);
  expect(service.references(uri, place, includeDefinitions).map(inWords).sort()).toEqual(marks.map(inWords).sort());
}

/** The highlights are the ⟦stretches⟧ of the file with the cursor. */
export async function checkHighlights(marked: string): Promise<void> {
  const { service, uri, place, marks } = await asked(marked);
  expect(service.highlights(uri, place).map(inWords)).toEqual(marks.filter((mark) => mark.uri === uri).map(inWords));
}

interface Asked {
  readonly service: TranscriptService;
  /** The file with the cursor, else the first; it is open. */
  readonly uri: string;
  readonly text: string;
  readonly lines: LineTable;
  readonly place: Place;
  /** The ⟦stretches⟧. */
  readonly marks: readonly Target[];
}

/** All files read, and the one with the cursor opened. The fixture may be indented as the test is. */
export async function asked(marked: string): Promise<Asked> {
  const read = fixture(dedented(marked));
  const text = read.files.get(read.cursor.name) ?? '';
  const marks = read.spans.map(({ name, span }): Target => ({ uri: uriOf(name), span }));
  return { ...(await serve(read)), text, lines: LineTable.of(text), marks };
}

/** Without the indentation that all lines share. */
function dedented(text: string): string {
  const lines = text.replace(/^\n/, '').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const shared = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map((line) => line.slice(shared)).join('\n');
}

function inWords({ uri, span }: Target): string {
  return `${nameOf(uri)} ${String(span.start).padStart(5, '0')}-${String(span.end).padStart(5, '0')}`;
}
