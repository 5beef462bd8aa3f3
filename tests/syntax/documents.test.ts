import { describe, expect, test } from 'vitest';
import { findDate, findTime } from '../../server/src/syntax/dates';
import { parse } from '../../server/src/syntax/parse';

const chat = ['Ada Quill (Chair): One.', 'Bo Tarn (Clerk): Two.', 'Ada Quill (Chair): Three.'];
const join = (...lines: readonly string[]): string => lines.join('\n\n') + '\n';
const fields = (text: string): Record<string, string> =>
  Object.fromEntries(parse(text).header.fields.map((field) => [field.name, field.value]));

describe('the header', () => {
  test('with everything on lines of its own', () => {
    expect(fields(join('Appendix 1', 'Rivers and Weirs Committee', '9 October 2014', 'Transcript of Item 5: The Weir', ...chat))).toEqual({
      body: 'Rivers and Weirs Committee',
      date: '2014-10-09',
      title: 'Transcript of Item 5: The Weir',
      agendaItem: '5',
    });
  });

  test('with body and date on one line', () => {
    expect(
      fields(join('Weirshire Assembly Rivers Committee - Wednesday 20 July 2022', 'Transcript of Agenda Item 12b – The Weir', ...chat)),
    ).toEqual({
      body: 'Weirshire Assembly Rivers Committee',
      date: '2022-07-20',
      title: 'Transcript of Agenda Item 12b – The Weir',
      agendaItem: '12b',
    });
  });

  test('with fields, two of them on one line', () => {
    expect(
      fields(
        join(
          'Date: 3 May 2019',
          'Location: Weir Hall, Mossford',
          'Hearing: RIVERS MATTER - The Weir',
          'Start time: 2.15pm Finish time: 16:30',
          ...chat,
        ),
      ),
    ).toEqual({
      date: '2019-05-03',
      location: 'Weir Hall, Mossford',
      title: 'RIVERS MATTER - The Weir',
      startTime: '14:15',
      finishTime: '16:30',
    });
  });

  test.each([
    ['Wednesday 20 July 2022', '2022-07-20'],
    ['July 20, 2005', '2005-07-20'],
    ['the 3rd of May 2019', '2019-05-03'],
    ['2019-05-03', '2019-05-03'],
    ['1 Sept 2020', '2020-09-01'],
    ['41 May 2019', undefined],
    ['31 February 2017', undefined],
    ['29 February 2020', '2020-02-29'],
    ['May 2019', undefined],
  ])('reads the date %s', (text, value) => expect(findDate(text)?.value).toBe(value));

  test.each([
    ['9.00am', '09:00'],
    ['12.30 a.m.', '00:30'],
    ['10:30 pm', '22:30'],
    ['14.05', '14:05'],
    ['2 p.m.', '14:00'],
    ['25:00', undefined],
  ])('reads the time %s', (text, value) => expect(findTime(text)).toBe(value));
});

describe('attendees', () => {
  const list = [
    '### Members:',
    '',
    'Ada Quill, Deputy Mayor for Rivers, (Co-Chair)',
    'Bo Tarn, WEB Chief Executive Officer',
    'Cy Moss, CEO Moss Council',
    'Di Reed, Assistant Commissioner at the River Police',
    'Ed Pike, WEB England',
    'Flo Wren, Service User (accompanied by Open Doors)',
    'Dr Gus Hale MBE, Head of Fish, Weir Trust',
  ].join('\n');
  const tree = parse(join('**Hal Finch,** Senior Manager, Weir Housing', list, ...chat));

  test('are read with role and organisation, however they are punctuated', () => {
    expect(tree.attendees.map(({ name, role, organisation }) => [name, role, organisation])).toEqual([
      ['Hal Finch', 'Senior Manager', 'Weir Housing'],
      ['Ada Quill', 'Deputy Mayor for Rivers; Co-Chair', undefined],
      ['Bo Tarn', 'Chief Executive Officer', 'WEB'],
      ['Cy Moss', 'CEO', 'Moss Council'],
      ['Di Reed', 'Assistant Commissioner', 'River Police'],
      ['Ed Pike', undefined, 'WEB England'],
      ['Flo Wren', 'Service User', 'Open Doors'],
      ['Gus Hale', 'Head of Fish', 'Weir Trust'],
    ]);
    expect(tree.attendees.at(-1)).toMatchObject({ titlePrefix: 'Dr', honorifics: ['MBE'] });
  });

  test('have a section of their own that ends before the first turn', () => {
    expect(tree.sections.map((section) => section.title)).toEqual(['Members:']);
    expect(tree.sections[0]?.span.end).toBeLessThan(tree.turns[0]?.span.start ?? 0);
  });

  test('may be named in one line', () => {
    const inline = parse(join('Members present: Ada Quill (Chair); Bo Tarn; Mr Cy Moss; Ms. Ida van der Molen (Head of Fish)', ...chat));
    expect(inline.attendees.map((attendee) => attendee.name)).toEqual(['Ada Quill', 'Bo Tarn', 'Cy Moss', 'Ida van der Molen']);
  });

  test('may be the rows of a table that says of people what they are, and not of one that describes things', () => {
    const table = (second: string): string =>
      ['| Name | ' + second + ' |', '|---|---|', '| Ada Quill | AQ |', '| Bo Tarn | BT |', ''].join('\n') + '\n' + join(...chat);
    const named = (second: string): readonly string[] => parse(table(second)).attendees.map((attendee) => attendee.name);
    expect(named('Initials')).toEqual(['Ada Quill', 'Bo Tarn']);
    expect(named('Description')).toEqual([]);
  });
});

describe('a letter', () => {
  const letter = join(
    'OFFICIAL',
    'Your Ref: 12 File Ref: 151 Weir Road',
    '9 June 2014',
    'To: All Members',
    'The weir – Reform of river services',
    'Dear Colleague',
    'We wanted to write to you about the weir, which has been much in the news of late and matters to all.',
    'What this means',
    '- Keep the river clean\n- Count the fish',
    'We will write again.',
    'Yours sincerely',
    'Ada Quill Chief Executive Weir Community Company',
    'Bo Tarn Deputy Director River Service – North',
  );
  const tree = parse(letter);

  test('is a document with a title, a date, sections and signatures, and without speakers', () => {
    expect(tree.kind).toBe('document');
    expect(tree.turns).toEqual([]);
    expect(tree.header.fields.map((field) => field.name)).toEqual(expect.arrayContaining(['date', 'title']));
    expect(tree.sections.map((section) => section.title)).toEqual(['The weir – Reform of river services', 'What this means']);
    expect(tree.attendees.map(({ name, role, organisation, kind }) => [name, role, organisation, kind])).toEqual([
      ['Ada Quill', 'Chief Executive', 'Weir Community Company', 'signature'],
      ['Bo Tarn', 'Deputy Director', 'River Service – North', 'signature'],
    ]);
  });

  test('carries its marking as furniture', () => {
    expect(tree.blocks.filter((block) => block.kind === 'furniture')).toHaveLength(1);
  });
});

describe('headings', () => {
  test('typed in Markdown or underlined are sections with their level, and hold the turns below them', () => {
    const tree = parse(join('# The hearing', '## Morning', ...chat, 'Afternoon\n=========', ...chat));
    expect(tree.sections.map((section) => [section.title, section.level])).toEqual([
      ['The hearing', 1],
      ['Morning', 2],
      ['Afternoon', 1],
    ]);
    const [hearing, morning, afternoon] = tree.sections;
    expect(hearing?.span.end).toBeLessThan(afternoon?.span.start ?? 0);
    expect(
      tree.turns.filter((turn) => morning !== undefined && morning.span.start < turn.span.start && turn.span.end <= morning.span.end),
    ).toHaveLength(3);
  });

  test('a short paragraph of speech is none', () => {
    expect(
      parse(join('Ada Quill (Chair): We come to it.', 'Thank you', 'Bo Tarn (Clerk): Yes.', 'Ada Quill (Chair): Fine.')).sections,
    ).toEqual([]);
  });
});

describe('insertions', () => {
  test.each([
    ['Thank you, Bo [Tarn].', 'Tarn', 'surname'],
    ['That was Bo’s [Tarn] idea.', 'Tarn', 'surname'],
    ['Lord [Toby] Finch said so.', 'Toby', 'givenName'],
    ['Ask [Commander] Bo about it.', 'Commander', 'title'],
    ['As Louisa Reed [OBE] said.', 'OBE', 'honorific'],
    ['On 22 June [2022] we met.', '2022', 'date'],
    ['On that day [22 June 2022] we met.', '22 June 2022', 'date'],
    ['The Deputy Mayor [for Rivers] came.', 'for Rivers', 'completion'],
    ['The unit RP7 [River Police Command] came.', 'River Police Command', 'gloss'],
    ['We met Niki [Scott, Chief Executive, Weirs].', 'Scott, Chief Executive, Weirs', 'role'],
    ['The map of (inaudible) was lost.', 'inaudible', 'inaudible'],
  ])('%s', (sentence, content, kind) => {
    const text = join(`Ada Quill (Chair): ${sentence}`, 'Bo Tarn (Clerk): Yes.', 'Ada Quill (Chair): Good.');
    expect(parse(text).insertions.map((insertion) => [insertion.text, insertion.kind])).toEqual([[content, kind]]);
  });
});

describe('a document without turns that begins with wrapped prose', () => {
  test('has no header in it', () => {
    const text =
      'The work of the old boards passes to the new\nauthority in June, and nobody knows what\nit will do.\n\nWe hope that it will write to\nus soon.\n';
    expect(parse(text).paragraphs.map((paragraph) => paragraph.kind)).toEqual(['prose', 'prose']);
  });
});

describe('brackets in order', () => {
  test.each(['[quoting [sic] the report]', '[ABC [Able Boat Club] there]', 'between [0, 1) and [1, 2)', `[${'long '.repeat(200)}]`])(
    '%s',
    (written) => {
      expect(
        parse(join(`Ada Quill (Chair): We saw ${written} there.`, 'Bo Tarn (Clerk): Yes.', 'Ada Quill (Chair): Good.')).problems,
      ).toEqual([]);
    },
  );
});

describe('a footnote with two marks', () => {
  test('knows both', () => {
    const text = join(
      'Ada Quill (Chair): It is so[^1] and so[^1].',
      'Bo Tarn (Clerk): Yes.',
      'Ada Quill (Chair): Good.',
      '[^1]: As was said.',
    );
    expect(parse(text).footnotes.map((footnote) => footnote.references.length)).toEqual([2]);
    expect(parse(text).problems).toEqual([]);
  });
});

describe('what is certainly wrong', () => {
  test('a bracket that nothing closes', () => {
    const text = join('Ada Quill (Chair): Thank you, Bo [Tarn, and go on.', 'Bo Tarn (Clerk): Yes.', 'Ada Quill (Chair): Good.');
    const [problem, ...rest] = parse(text).problems;
    expect(rest).toEqual([]);
    expect(problem?.kind).toBe('unclosedBracket');
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('[');
  });

  test('a footnote mark without a text', () => {
    const text = join(
      'Ada Quill (Chair): It is one of six.1 The second is ours.2 There are more.',
      '1 After the meeting: there are seven.',
      'Bo Tarn (Clerk): Yes.',
      'Ada Quill (Chair): Good.',
    );
    const tree = parse(text);
    expect(tree.problems.map((problem) => [problem.kind, text.slice(problem.span.start, problem.span.end)])).toEqual([
      ['footnoteWithoutText', '2'],
    ]);
  });

  test('a number glued to a word is no footnote mark where the document has no footnotes', () => {
    expect(parse(join('Ada Quill (Chair): We use version2 of it.', 'Bo Tarn (Clerk): Yes.', 'Ada Quill (Chair): Good.')).problems).toEqual(
      [],
    );
  });
});
