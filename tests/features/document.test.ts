import { describe, expect, test } from 'vitest';
import type { OutlineEntry } from '../../server/src/features/answers';
import type { TranscriptService } from '../../server/src/service';
import { fixture, serve } from '../support/marked';

async function opened(marked: string): Promise<{ readonly service: TranscriptService; readonly uri: string; readonly text: string }> {
  const marks = fixture(marked);
  const { service, uri } = await serve(marks);
  return { service, uri, text: marks.files.get('here.txt') ?? '' };
}

const TALK = 'Ada Quill (Chair): Shall we?\n\nBo Tarn (Clerk, Weir Council): We shall.\n\nAnd we will.\n\nAda Quill (Chair): Good.\n';

describe('the outline', () => {
  const lines = (entries: readonly OutlineEntry[], depth = 0): readonly string[] =>
    entries.flatMap((entry) => [
      `${'  '.repeat(depth)}${entry.kind}: ${entry.name}${entry.detail ? ` (${entry.detail})` : ''}`,
      ...lines(entry.children, depth + 1),
    ]);
  const outlineOf = async (marked: string): Promise<readonly string[]> => {
    const { service, uri } = await opened(marked);
    return lines(service.outline(uri));
  };

  test('has the header, the title with its turns, and who speaks as what', async () => {
    expect(await outlineOf(`Rivers Committee - 3 May 2021\n\nTranscript of Item 5: The Weir\n\n${TALK}`)).toEqual([
      'header: Rivers Committee (3 May 2021)',
      'section: Transcript of Item 5: The Weir',
      '  turn: Ada Quill (Chair)',
      '  turn: Bo Tarn (Clerk, Weir Council)',
      '  turn: Ada Quill (Chair)',
    ]);
  });

  test('has the members below their heading and the turns after them', async () => {
    expect(await outlineOf(`### Members:\n\nAda Quill, Chair\nBo Tarn, Clerk, Weir Council\n\n${TALK}`)).toEqual([
      'section: Members:',
      '  attendee: Ada Quill (Chair)',
      '  attendee: Bo Tarn (Clerk, Weir Council)',
      'turn: Ada Quill (Chair)',
      'turn: Bo Tarn (Clerk, Weir Council)',
      'turn: Ada Quill (Chair)',
    ]);
  });

  test('calls people by title and surname where the labels do', async () => {
    expect(await outlineOf('**Mr Quill**: Was it?\n\n**Ms Tarn**: It was.\n\n**Mr Quill**: Good.\n')).toEqual([
      'turn: Mr Quill',
      'turn: Ms Tarn',
      'turn: Mr Quill',
    ]);
  });

  test('calls an office or a side by whom it means, with the label beside it', async () => {
    const found = await outlineOf(
      [
        'Present: Ada Quill (Chair)',
        '**Chair**: Shall we?',
        '**Mr Elm**: We shall.',
        'Questions from Lead Counsel to the Inquiry for Module 2A',
        '**Mr Tarn**: Good morning.',
        '**Ada Quill**: Good morning.',
        '**Lead 2A**: Are you well?',
        '**Ada Quill**: I am.',
        '**Lead 2A**: Good.',
        '**Chair**: Thank you.',
      ].join('\n\n'),
    );
    expect(found).toContain('turn: Ada Quill (Chair)');
    expect(found).toContain('turn: Mr Tarn (Lead 2A)');
    expect(found).toContain('turn: Mr Tarn');
  });

  test('has neither furniture nor notes', async () => {
    const found = await outlineOf(
      `# WEIR OFFICE\n\n${TALK}\n# WEIR OFFICE\n\n### [The sound was lost]\n\nBo Tarn (Clerk, Weir Council): Yes.\n`,
    );
    expect(found.every((line) => line.startsWith('turn:'))).toBe(true);
  });

  test('spans a turn from its label to its last word, and selects the name', async () => {
    const { service, uri, text } = await opened(TALK);
    const turn = service.outline(uri)[1];
    expect(text.slice(turn?.span.start, turn?.span.end)).toBe('Bo Tarn (Clerk, Weir Council): We shall.\n\nAnd we will.');
    expect(text.slice(turn?.selection.start, turn?.selection.end)).toBe('Bo Tarn');
  });

  test('of a letter has its sections and signatures, and no speakers', async () => {
    const found = await outlineOf(
      '9 June 2014\n\nTo: All Members\n\nReform of the rivers\n\nDear Colleague\n\nThe work of the old boards passes to the new authority in June, as you know.\n\nYours sincerely\n\nEd Pike Chief Executive Rivers Department\n',
    );
    expect(found).toContain('section: Reform of the rivers');
    expect(found.at(-1)?.trim()).toBe('attendee: Ed Pike (Chief Executive, Rivers Department)');
    expect(found.some((line) => line.includes('turn:'))).toBe(false);
  });

  test('of a document that is not open is empty', async () => {
    const { service } = await opened(TALK);
    expect(service.outline('file:///folder/none.txt')).toEqual([]);
  });
});

describe('folds', () => {
  test('are the turns and sections of several lines', async () => {
    const { service, uri } = await opened(`Transcript of Item 5: The Weir\n\n${TALK}`);
    expect(service.folds(uri)).toEqual([
      { kind: 'section', startLine: 0, endLine: 8 },
      { kind: 'turn', startLine: 4, endLine: 6 },
    ]);
  });
});

describe('links', () => {
  test.each([
    ['See https://example.org/a_b(c) now.', 'https://example.org/a_b(c)', 'https://example.org/a_b(c)'],
    ['See https://example.org/x?).', 'https://example.org/x', 'https://example.org/x'],
    ['See [https://example.org/x[1]].', 'https://example.org/x[1]', 'https://example.org/x[1]'],
    ['See www.example.org.', 'www.example.org', 'https://www.example.org'],
    ['(see https://example.org/x)', 'https://example.org/x', 'https://example.org/x'],
    ['at example.gov.uk/rivers/report, page 2', 'example.gov.uk/rivers/report', 'https://example.gov.uk/rivers/report'],
  ])('%s', async (sentence, written, target) => {
    const { service, uri, text } = await opened(TALK.replace('Shall we?', sentence));
    expect(service.links(uri).map((link) => [text.slice(link.span.start, link.span.end), link.target])).toEqual([[written, target]]);
  });

  test('go on over a line’s end after a hyphen', async () => {
    const { service, uri } = await opened(
      '• We have read what the Board has put on its pages and we are glad of all of\nit, as can be seen at example.gov.uk/rivers/long-\nterm-plan, which is a\npaper that all should read and few have\nread.\n\n• And more of the\nsame is to follow.\n',
    );
    expect(service.links(uri).map((link) => link.target)).toEqual(['https://example.gov.uk/rivers/long-term-plan']);
  });

  test('are not in prose with a full stop', async () => {
    const { service, uri } = await opened(TALK.replace('Shall we?', 'It ended.Then e.g. this and a.b/c and ada@example.org.'));
    expect(service.links(uri)).toEqual([]);
  });
});

describe('problems', () => {
  test('are told in plain words, at their place', async () => {
    const { service, uri, text } = await opened(TALK.replace('Shall we?', 'I thank Bo [Tarn for it.'));
    const [problem, ...rest] = service.problems(uri);
    expect(rest).toEqual([]);
    expect(problem).toMatchObject({ code: 'unclosed-bracket', severity: 'warning' });
    expect(problem?.message).toContain('not closed');
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('[');
  });

  test('a sound transcript has none', async () => {
    const { service, uri } = await opened(TALK);
    expect(service.problems(uri)).toEqual([]);
  });
});

describe('tokens', () => {
  test('tell the parts of labels, resolved acronyms, people and insertions apart', async () => {
    const { service, uri, text } = await opened(
      'Dr Ada Quill AM (Chair): The River Basin Authority (RBA) thanks Bo [Tarn] for 22 June [2022].\n\nBo Tarn (Clerk, Weir Council): The XYZ too.\n\nDr Ada Quill AM (Chair): Good.\n',
    );
    expect(
      service.tokens(uri).map((token) => `${token.kind}${token.definition ? '!' : ''} ${text.slice(token.span.start, token.span.end)}`),
    ).toEqual([
      'honorific Dr',
      'speaker Ada Quill',
      'honorific AM',
      'role Chair',
      'acronym! RBA',
      'mention Bo [Tarn]',
      'insertion [2022]',
      'speaker Bo Tarn',
      'role Clerk, Weir Council',
      'honorific Dr',
      'speaker Ada Quill',
      'honorific AM',
      'role Chair',
    ]);
  });

  test('never overlap, and stay within their lines', async () => {
    const { service, uri, text } = await opened(
      'Ada Quill (Chair):  We have heard from Bo \n\n[Tarn] that the weir is to be \n\nbuilt in the \n\nspring. \n\n \n\nBo Tarn (Clerk):  It is so, and we \n\nwill see to it that \n\nall is done. \n',
    );
    let end = 0;
    for (const { span } of service.tokens(uri)) {
      expect(span.start).toBeGreaterThanOrEqual(end);
      expect(text.slice(span.start, span.end)).not.toMatch(/\n/);
      end = span.end;
    }
    expect(end).toBeGreaterThan(0);
  });
});

describe('symbols', () => {
  const found = async (query: string): Promise<readonly string[]> => {
    const { service } = await opened(
      `Transcript of Item 5: The Weir\n\n${TALK.replace('Shall we?', 'The River Basin Authority (RBA) met.')}%! other.txt\nBo Tarn (Engineer): Two.\n\nCy Moss (Chair): Three.\n\nBo Tarn (Engineer): Four.\n`,
    );
    return service.symbols(query).map((symbol) => `${symbol.kind} ${symbol.name} (${symbol.container})`);
  };

  test('find a person in every document that has them', async () => {
    expect(await found('tarn')).toEqual(['person Bo Tarn (Clerk, Weir Council)', 'person Bo Tarn (Engineer)']);
  });

  test('find an acronym by its short form and by its expansion', async () => {
    expect(await found('RBA')).toEqual(['acronym RBA (River Basin Authority)']);
    expect(await found('river basin')).toEqual(['acronym RBA (River Basin Authority)']);
  });

  test('find a section', async () => {
    expect(await found('item 5')).toEqual(['section Transcript of Item 5: The Weir (Transcript of Item 5: The Weir)']);
  });

  test('find a name by some of its letters where nothing holds the query', async () => {
    expect(await found('cmoss')).toEqual(['person Cy Moss (Chair)']);
  });

  test('find nothing for what is nowhere', async () => {
    expect(await found('zzzzzz')).toEqual([]);
  });
});
