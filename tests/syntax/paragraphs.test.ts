import { describe, expect, test } from 'vitest';
import { parse } from '../../server/src/syntax/parse';
import { Flow } from '../../server/src/text/flow';

/** The speech of every turn, paragraph by paragraph, as a reader reads it. */
const speech = (text: string): readonly (readonly string[])[] => {
  const tree = parse(text);
  return tree.turns.map((turn) =>
    turn.paragraphs
      .map((index) => tree.paragraphs[index])
      .flatMap((paragraph) => (paragraph?.kind === 'speech' ? [Flow.of(text, paragraph.pieces).text] : [])),
  );
};

/** Hard wrap with an empty line between all lines of text; a lone space between paragraphs. */
const spaced = (...blocks: readonly (readonly string[])[]): string =>
  blocks.map((lines) => lines.map((line) => `${line} \n\n`).join('')).join(' \n\n');

describe('one paragraph a line', () => {
  const chat = (first: string, ...rest: readonly string[]): string =>
    [`Ada Quill (Chair): ${first}`, ...rest, 'Bo Tarn (Clerk): Yes.', 'Ada Quill (Chair): Good.'].join('\n\n');

  test('a sentence that an invisible page break cuts is joined, whatever it goes on with', () => {
    expect(speech(chat('The service makes it', 'much easier for us.'))[0]).toEqual(['The service makes it much easier for us.']);
    expect(speech(chat('That is a matter for the', 'Weir Board to decide.'))[0]).toEqual([
      'That is a matter for the Weir Board to decide.',
    ]);
  });

  test.each(['It ends.', 'It ends?', 'It ends!', 'It ends:', 'It ends --', 'It ends ...', 'It “ends.”', 'It ends (really.)'])(
    'a paragraph ends after “%s”',
    (end) => {
      expect(speech(chat(end, 'Another begins.'))[0]).toEqual([end, 'Another begins.']);
    },
  );

  test('a sentence goes on over page furniture', () => {
    const text = chat(
      'We use a team',
      '# WEIR OFFICE FOR RIVERS',
      'which collates things.',
      '# WEIR OFFICE FOR RIVERS',
      'A new paragraph.',
    );
    expect(speech(text)[0]).toEqual(['We use a team which collates things.', 'A new paragraph.']);
    const tree = parse(text);
    expect(
      tree.blocks.filter((block) => block.kind === 'furniture').map((block) => text.slice(block.span.start, block.span.end).trim()),
    ).toEqual(['# WEIR OFFICE FOR RIVERS', '# WEIR OFFICE FOR RIVERS']);
    expect(tree.sections).toEqual([]);
  });

  test('a running head inside the text is known by the page number that counts on', () => {
    const page = (number: number): string =>
      ['Ada Quill (Chair): We have seen that the river', `Rivers Committee, paper 12 ${number}`, 'rises every year.'].join('\n');
    const text = [page(2), page(3), page(4), page(5)].join('\n');
    expect(speech(text)[0]).toEqual(['We have seen that the river rises every year.']);
  });

  test('a note in brackets stands in a turn and is not spoken', () => {
    const text = chat('We lost the', '### [The recording was lost for several minutes]', 'sound.');
    expect(speech(text)[0]).toEqual(['We lost the sound.']);
    expect(parse(text).turns[0]?.words).toBe(4);
    expect(parse(text).insertions.map((insertion) => insertion.kind)).toEqual(['note']);
  });
});

describe('hard wrap with blank lines between all lines', () => {
  const text = spaced(
    ['Ada Quill (Chair):  We have a service that the members of the co-', 'operative run, and it is one that', 'everybody likes.'],
    ['There is more to say about it, and', 'we will say it.'],
    ['Bo Tarn (Clerk):  Then let us go on', 'with the item that comes next.'],
  );

  test('lines are joined, hyphens at their ends kept', () => {
    expect(speech(text)).toEqual([
      [
        'We have a service that the members of the co-operative run, and it is one that everybody likes.',
        'There is more to say about it, and we will say it.',
      ],
      ['Then let us go on with the item that comes next.'],
    ]);
    expect(parse(text).layout.wrap).toBe('spaced');
  });

  test('a page break joins an open sentence and parts a closed one', () => {
    const page = '\n \n\n\n \n\n \n\n';
    const open =
      spaced(['Ada Quill (Chair):  We saw providers both', 'from the private sector']) +
      page +
      spaced(['and from the voluntary one, and', 'we liked them.'], ['Bo Tarn (Clerk):  Yes, so', 'it seems.']);
    expect(speech(open)[0]).toEqual(['We saw providers both from the private sector and from the voluntary one, and we liked them.']);
    const closed =
      spaced(['Ada Quill (Chair):  We saw providers both', 'from the private sector.']) +
      page +
      spaced(['We saw the voluntary one, and', 'we liked it.'], ['Bo Tarn (Clerk):  Yes, so', 'it seems.']);
    expect(speech(closed)[0]).toHaveLength(2);
  });

  test('a footnote at the foot of a page is not spoken, and its mark knows it', () => {
    const noted =
      spaced(
        ['Ada Quill (Chair):  There are several divisions,', 'of which ours is one.1  It is the one that', 'matters most.'],
        ['Bo Tarn (Clerk):  We are asked to keep', 'the river clean and', 'to count the fish.'],
      ) +
      ' \n\n                    \n1 After the meeting it was said that there are six divisions in all, and that \n\nours is one. \n \n\n\n \n\n' +
      spaced(['We count them in the morning and', 'again at night.']);
    expect(speech(noted)[1]).toEqual([
      'We are asked to keep the river clean and to count the fish.',
      'We count them in the morning and again at night.',
    ]);
    const tree = parse(noted);
    expect(tree.footnotes).toHaveLength(1);
    const [footnote] = tree.footnotes;
    expect(noted.slice(footnote?.references[0]?.start, footnote?.references[0]?.end)).toBe('1');
    expect(Flow.of(noted, tree.paragraphs[footnote?.paragraph ?? -1]?.pieces ?? []).text).toMatch(
      /^1 After the meeting .* that ours is one\.$/,
    );
  });
});

describe('hard wrap without blank lines', () => {
  const text = [
    '• The Weir Board welcomes the chance to',
    'answer, and it has a long-',
    'term plan that',
    'goes on.',
    '',
    '• It has a second',
    'point too.',
    '',
    ' ',
    'A heading of its own',
    ' ',
    '',
    '• And a third point, which is',
    'the last.',
    '',
  ].join('\n');

  test('bullets are paragraphs and bare lines are headings', () => {
    const tree = parse(text);
    expect(tree.paragraphs.map((paragraph) => [paragraph.kind, Flow.of(text, paragraph.pieces).text])).toEqual([
      ['listItem', '• The Weir Board welcomes the chance to answer, and it has a long-term plan that goes on.'],
      ['listItem', '• It has a second point too.'],
      ['heading', 'A heading of its own'],
      ['listItem', '• And a third point, which is the last.'],
    ]);
  });
});

describe('how turns break off', () => {
  const tree = parse(
    [
      'Ada Quill (Chair): I was about to say --',
      'Bo Tarn (Clerk): Sorry.',
      'Ada Quill (Chair): -- that we begin ...',
      'Bo Tarn (Clerk): We did -- and we do.',
    ].join('\n\n'),
  );
  test('marks at the end and at the start count, marks inside do not', () => {
    expect(tree.turns.map((turn) => [turn.interruption, turn.resumed])).toEqual([
      ['--', false],
      [undefined, false],
      ['...', true],
      [undefined, false],
    ]);
  });
});
