import { expect } from 'vitest';
import type { OutlineEntry, Target } from '../../server/src/features/answers';
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

/** The outline as lines, indented by depth: "turn 3-5 Ada Quill: Chair" with 1-based lines. */
export async function checkOutline(marked: string, expected: readonly string[]): Promise<void> {
  const { service, uri, lines } = await asked(marked);
  const written: string[] = [];
  const write = (entries: readonly OutlineEntry[], depth: number): void => {
    for (const { kind, name, detail, span, children } of entries) {
      const range = `${lines.lineAt(span.start) + 1}-${lines.lineAt(span.end) + 1}`;
      written.push(`${'  '.repeat(depth)}${kind} ${range} ${name}${detail === '' ? '' : `: ${detail}`}`);
      write(children, depth + 1);
    }
  };
  write(service.outline(uri), 0);
  expect(written).toEqual(expected);
}

/** The folds as "turn 3-5", 1-based lines. */
export async function checkFolds(marked: string, expected: readonly string[]): Promise<void> {
  const { service, uri } = await asked(marked);
  expect(service.folds(uri).map(({ kind, startLine, endLine }) => `${kind} ${startLine + 1}-${endLine + 1}`)).toEqual(expected);
}

/** The links stand on the ⟦stretches⟧ and lead to the addresses. */
export async function checkLinks(marked: string, addresses: readonly string[]): Promise<void> {
  const { service, uri, marks } = await asked(marked);
  const links = service.links(uri);
  expect(links.map((link) => link.target)).toEqual(addresses);
  expect(links.map(({ span }) => inWords({ uri, span }))).toEqual(marks.map(inWords));
}

/** The problems stand on the ⟦stretches⟧ and have the codes. */
export async function checkProblems(marked: string, codes: readonly string[]): Promise<void> {
  const { service, uri, marks } = await asked(marked);
  const problems = service.problems(uri);
  expect(problems.map((problem) => problem.code)).toEqual(codes);
  expect(problems.map(({ span }) => inWords({ uri, span }))).toEqual(marks.map(inWords));
}

/** The coloured stretches in order, as "speaker Ada Quill"; a defining one as "acronym* LWB". */
export async function checkTokens(marked: string, expected: readonly string[]): Promise<void> {
  const { service, uri, text } = await asked(marked);
  expect(
    service.tokens(uri).map(({ kind, definition, span }) => `${kind}${definition ? '*' : ''} ${text.slice(span.start, span.end)}`),
  ).toEqual(expected);
}

/** What a search in the workspace finds, in order, as "person Ada Quill: Chair (meeting.txt)". */
export async function checkSymbols(marked: string, query: string, expected: readonly string[]): Promise<void> {
  const { service } = await asked(marked);
  expect(
    service.symbols(query).map(({ kind, name, container, target }) => `${kind} ${name}: ${container} (${nameOf(target.uri)})`),
  ).toEqual(expected);
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
