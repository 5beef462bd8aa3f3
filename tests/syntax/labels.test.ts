import { describe, expect, test } from 'vitest';
import { parse } from '../../server/src/syntax/parse';
import { readName } from '../../server/src/syntax/label';

const speakers = (text: string): readonly string[] => parse(text).turns.map((turn) => turn.label.name);
const paragraphs = (...texts: readonly string[]): string => texts.join('\n\n') + '\n';

describe('a label is taken apart', () => {
  test.each([
    ['Ada Quill', { name: 'Ada Quill', shape: 'full' }],
    ['Ada Quill (Chair)', { name: 'Ada Quill', parts: ['Chair'] }],
    ['Ada Quill MBE AM (Deputy Chair)', { name: 'Ada Quill', honorifics: ['MBE', 'AM'], parts: ['Deputy Chair'] }],
    ['Ada Quill XYZ', { name: 'Ada Quill', honorifics: ['XYZ'] }],
    ['Jean DUPO', { name: 'Jean DUPO', honorifics: [] }],
    ['Ada Quill (AM)', { name: 'Ada Quill', honorifics: ['AM'], parts: [] }],
    ['Ada Quill, MP', { name: 'Ada Quill', honorifics: ['MP'] }],
    ['Ada Quill, Chief Executive', { name: 'Ada Quill', parts: ['Chief Executive'] }],
    [
      'Commander Bo Tarn (Head of Roads, River Police)',
      { name: 'Bo Tarn', titlePrefix: 'Commander', parts: ['Head of Roads, River Police'] },
    ],
    ['Assistant Commissioner Bo Tarn', { name: 'Bo Tarn', titlePrefix: 'Assistant Commissioner' }],
    ['DCI Bo Tarn', { name: 'Bo Tarn', titlePrefix: 'DCI' }],
    ['Di Tarn', { name: 'Di Tarn', shape: 'full' }],
    ['Dr. Ida van der Molen', { name: 'Ida van der Molen', titlePrefix: 'Dr.' }],
    ['Mr. O’Dare', { name: 'O’Dare', titlePrefix: 'Mr.', shape: 'titled' }],
    ['MS. TARN', { name: 'TARN', titlePrefix: 'MS.', shape: 'titled' }],
    ['J. P. Smythe-Weir', { name: 'J. P. Smythe-Weir', shape: 'full' }],
    ['Sophie Able (Deputy Mayor for Rivers) (Co-Chair)', { name: 'Sophie Able', parts: ['Deputy Mayor for Rivers', 'Co-Chair'] }],
    ['The Chairman', { name: 'The Chairman', shape: 'office' }],
    ['CHAIR', { name: 'CHAIR', shape: 'office' }],
    ['Mr Tan Kok Beng', { name: 'Tan Kok Beng', titlePrefix: 'Mr', shape: 'titled' }],
    ['Dr Tan See Long', { name: 'Tan See Long', titlePrefix: 'Dr' }],
    ['Tan Sri Ada Quill', { name: 'Ada Quill', titlePrefix: 'Tan Sri' }],
    ['Dr. T. Quill (A) Tarn (Weirton South)', { name: 'T. Quill (A) Tarn', titlePrefix: 'Dr.', parts: ['Weirton South'] }],
    ['SUP. QUILL, CHAIR', { name: 'QUILL', titlePrefix: 'SUP.', parts: ['CHAIR'] }],
    ['DEPUTY SPEAKER QUILL (110TH)', { name: 'QUILL', titlePrefix: 'DEPUTY SPEAKER', parts: ['110TH'] }],
    ['PARTICIPANT', { name: 'PARTICIPANT', shape: 'office' }],
    ['OPEN PUBLIC HEARING SPEAKER 1', { shape: 'office' }],
    ['THE ACCUSED', { name: 'THE ACCUSED', shape: 'office' }],
    ['Ada', { name: 'Ada', shape: 'single' }],
    ['The Minister for Rivers (Ada Quill)', { name: 'Ada Quill', parts: ['Minister for Rivers'] }],
  ])('%s', (text, expected) => {
    const read = readName(text);
    expect({ ...read, parts: read?.parts.map((part) => part.text) }).toMatchObject(expected);
  });

  test.each([
    'there are two things',
    'The following is true',
    'Next Steps',
    'Next steps',
    'What I said',
    '',
    '(Chair)',
    'A (b',
    'Key Points',
    'We heard from Ada Quill',
  ])('no name: %s', (text) => expect(readName(text)).toBeUndefined());
});

describe('a person may say how labels are typed', () => {
  const once = 'Ada Quill\n\nThe weir leaks.\n\nBo Tarn\n\nIt does. Note: it always did.\n';

  test('and then what could be a label by its words is one', () => {
    expect(parse(once).turns).toEqual([]);
    expect(parse(once, 'ownLine').turns.map((turn) => turn.label.name)).toEqual(['Ada Quill', 'Bo Tarn']);
    expect(parse('**Ada**: Yes.\n\nBo Tarn (Clerk): No.\n\nBo Tarn (Clerk): No.', 'bold').turns.map((turn) => turn.label.name)).toEqual([
      'Ada',
    ]);
  });

  test('or that there are none', () => {
    expect(parse('Ada Quill (Chair): Yes.\n\nBo Tarn (Clerk): No.', 'none').kind).toBe('document');
  });
});

describe('turns are found', () => {
  test('with plain labels', () => {
    expect(speakers(paragraphs('Ada Quill (Chair): Shall we?', 'Bo Tarn (Clerk): Yes.', 'Ada Quill (Chair): Good.'))).toEqual([
      'Ada Quill',
      'Bo Tarn',
      'Ada Quill',
    ]);
  });

  test('with the colon inside the bold type, or after it', () => {
    expect(speakers(paragraphs('**Ada Quill (Chair):** Shall we?', '**Bo Tarn:** Yes.'))).toEqual(['Ada Quill', 'Bo Tarn']);
    expect(speakers(paragraphs('**Mr Quill**: Shall we?', '**Ms Tarn**: Yes.'))).toEqual(['Quill', 'Tarn']);
    expect(speakers(paragraphs('**Ada Quill** (Chair): Shall we?', '**Bo Tarn** (Clerk): Yes.'))).toEqual(['Ada Quill', 'Bo Tarn']);
  });

  test('where only some labels are bold', () => {
    const tree = parse(
      paragraphs('**Ada Quill (Chair):** One.', '**Bo Tarn (Clerk):** Two.', 'Cy Moss (Police): Three.', '**Ada Quill (Chair):** Four.'),
    );
    expect(tree.turns.map((turn) => turn.label.style)).toEqual(['bold', 'bold', 'plain', 'bold']);
    expect(tree.layout.labels).toBe('mixed');
  });

  test('with only two turns, even of one speaker with a role', () => {
    expect(speakers('Ada Quill (Chair): Hello.\n\nAda Quill (Chair): Bye.\n')).toEqual(['Ada Quill', 'Ada Quill']);
  });

  test('with question numbers before some labels', () => {
    const tree = parse(paragraphs('Q1 Chair: Shall we begin?', 'Ada Quill: Yes.', 'Q2 Chair: Why?', 'Ada Quill: Because.'));
    expect(tree.turns.map((turn) => turn.label.text)).toEqual(['Chair', 'Ada Quill', 'Chair', 'Ada Quill']);
    expect(tree.text.slice(tree.turns[0]?.label.span.start, tree.turns[0]?.label.span.end)).toBe('Q1 Chair:');
  });

  test('with labels on lines of their own', () => {
    const tree = parse('Ada Quill (Chair, Committee for Rivers and Weirs): \n\nShall we begin?\n\nBo Tarn (Clerk): \n\nWe shall.\n');
    expect(tree.turns.map((turn) => turn.words)).toEqual([3, 2]);
  });

  test('with labels that a hard wrap cuts in their brackets', () => {
    const tree = parse(
      [
        'Ada Quill (Deputy Director of the very long Department for',
        'Rivers, Weirs and Bridges): We have a plan that is long enough to',
        'go over the end of a line and further.',
        '',
        'Bo Tarn (Clerk): Thank you for that, it was long enough to go over',
        'the end of a line too.',
      ].join('\n'),
    );
    expect(tree.turns.map((turn) => [turn.label.text, turn.words])).toEqual([
      ['Ada Quill (Deputy Director of the very long Department for Rivers, Weirs and Bridges)', 18],
      ['Bo Tarn (Clerk)', 17],
    ]);
  });

  test('at the starts of lines, where paragraphs are not set apart', () => {
    expect(
      speakers(
        [
          'Chair: Shall we begin with the first of',
          'the questions?',
          'Ada Quill: Yes, we had better begin',
          'with that.',
          'Chair: Why?',
          'Ada Quill: Because.',
        ].join('\n'),
      ),
    ).toEqual(['Chair', 'Ada Quill', 'Chair', 'Ada Quill']);
  });

  test('with labels that a full stop ends, at the starts of indented paragraphs', () => {
    const text = [
      '    The Chairman. The hearing will come to order. This is the',
      'second hearing we have had.',
      '    And we go on.',
      '    Mr. Quill. I thank the chairman for',
      'Mr. Tarn. He',
      'is here.',
      '    Ms. TARN of Moss. Thank you.',
      '    The Chairman. Mr. Quill.',
      '    Mr. Quill. Yes.',
    ].join('\n');
    expect(speakers(text)).toEqual(['The Chairman', 'Quill', 'TARN of Moss', 'The Chairman', 'Quill']);
  });

  test('with labels inside lines, where line breaks were lost', () => {
    const text = 'Meeting of May 3, 1987MR. QUILL. Shall we begin? MS. TARN.  Yes, I asked MR. MOSS to come.MR. QUILL. Good.';
    const tree = parse(text);
    expect(tree.turns.map((turn) => [turn.label.name, turn.words])).toEqual([
      ['QUILL', 3],
      ['TARN', 7],
      ['QUILL', 1],
    ]);
    expect(tree.blocks.map((block) => block.kind)).toEqual(['header', 'label', 'speech', 'label', 'speech', 'label', 'speech']);
  });

  test('with an office that no table knows, where it comes back', () => {
    expect(
      speakers(
        paragraphs('The Burgess: One.', 'Bo Tarn (Clerk): Two.', 'The Burgess: Three.', 'Bo Tarn (Clerk): Four.', 'The Burgess: Five.'),
      ),
    ).toHaveLength(5);
  });

  test('with times before or after the name', () => {
    expect(speakers(paragraphs('[00:00:01] Ada: Hello.', '[00:00:04] Bo: Hi.', '[00:00:09] Ada: Well.', '[00:00:12] Bo: Quite.'))).toEqual([
      'Ada',
      'Bo',
      'Ada',
      'Bo',
    ]);
    expect(
      speakers(paragraphs('Ada (00:00:01):\nHello.', 'Bo (00:00:04):\nHi.', 'Ada (00:00:09):\nWell.', 'Bo (00:00:12):\nQuite.')),
    ).toEqual(['Ada', 'Bo', 'Ada', 'Bo']);
  });

  test('with the remark of a reporter after the name', () => {
    expect(
      speakers(
        ['    The Chairman. Order.', '    Senator Quill [presiding]. We go on.', '    Senator Quill. Yes.', '    The Chairman. Good.'].join(
          '\n',
        ),
      ),
    ).toEqual(['The Chairman', 'Quill', 'Quill', 'The Chairman']);
  });

  test('where the space after the colon is missing', () => {
    const tree = parse(paragraphs('Ada Quill (Chair): One.', 'Bo Tarn (Clerk):Two of them.', 'Ada Quill (Chair): Three.'));
    expect(tree.turns.map((turn) => turn.words)).toEqual([1, 3, 1]);
  });

  test('of the audience', () => {
    expect(
      speakers(
        paragraphs(
          'Ada Quill (Chair): One.',
          'From the floor: No!',
          'Ada Quill (Chair): Three.',
          'Member of the public: Why?',
          'Bo Tarn (Clerk): Because.',
        ),
      ),
    ).toHaveLength(5);
  });

  test('of somebody who speaks once among many', () => {
    expect(
      speakers(
        paragraphs(
          'Ada Quill AM: One.',
          'Bo Tarn AM: Two.',
          'Ada Quill AM: Three.',
          'Bo Tarn AM: Four.',
          'Cy Moss: Five.',
          'Ada Quill AM: Six.',
        ),
      ),
    ).toContain('Cy Moss');
  });
});

describe('what only looks like a label is not one', () => {
  test.each([
    ['a letter', 'Your Ref: 12\n\nTo: All Members\n\nDear Colleague\n\nWe write to tell you three things: the river rises.\n'],
    ['settings', 'name: verbatim\nversion: 1\nAuthor Name: somebody\nauthor: x\n'],
    ['a recipe', 'Serves: 4\n\nPreparation Time: 10 minutes\n\nCooking Time: 1 hour\n\nIngredients: flour, eggs.\n'],
    ['a readme', '# Tool\n\nGetting Started: read on.\n\nFurther Reading: the manual.\n\nNote: see below.\n'],
    ['an option list', '**Type**: `string`\n\n**Default**: `x`\n\nMore.\n\n**Type**: `number`\n\n**Default**: 2\n'],
    ['a threat model', '**Trust Boundaries**: none.\n\n**Data Flows**: some.\n'],
    ['a list of commits', 'Ada Quill (2):\n      Mend it\n\nBo Tarn (1):\n      Break it\n'],
    ['a stack trace', 'Traceback (most recent call last):\n  x\n\nTraceback (most recent call last):\n  y\n'],
    ['prose', 'There are two points: first, the river.\n\nThere are two points: second, the weir.\n'],
    ['times', '10:30 we begin\n\n11:45 we end\n'],
  ])('%s has no turns', (_, text) => {
    const tree = parse(text);
    expect(tree.turns).toEqual([]);
    expect(tree.kind).toBe('document');
  });

  test('a header field before the first turn is no turn', () => {
    const tree = parse(
      paragraphs(
        'Date: Monday 4 May 2020',
        'Location: Weir Hall',
        'Start time: 9.00am Finish time: 10.30am',
        '**Ada Quill (Chair):** One.',
        '**Bo Tarn (Clerk):** Two.',
      ),
    );
    expect(tree.turns).toHaveLength(2);
    expect(Object.fromEntries(tree.header.fields.map((field) => [field.name, field.value]))).toEqual({
      date: '2020-05-04',
      location: 'Weir Hall',
      startTime: '09:00',
      finishTime: '10:30',
    });
  });

  test('a list of names after an office is no turn', () => {
    expect(
      speakers(paragraphs('**Chair:** Ada Quill, Bo Tarn', '**Ada Quill:** One.', '**Bo Tarn:** Two.', '**Ada Quill:** Three.')),
    ).toEqual(['Ada Quill', 'Bo Tarn', 'Ada Quill']);
  });

  test('a word in bold that comes once is no turn', () => {
    expect(
      speakers(paragraphs('**Ada Quill:** One.', '**Bo Tarn:** Two.', '**Ada Quill:** Three.', '**Decision:** go ahead.')),
    ).toHaveLength(3);
  });

  test('names that a speaker quotes in another type are no turns among hundreds', () => {
    const many = Array.from({ length: 60 }, (_, i) => `**Mr Quill**: Was it ${i}?\n\n**Ms Tarn**: It was.\n\n`).join('');
    expect(speakers(`${many}**Mr Quill**: We read:\n\nCy Moss:\n\n"I did."\n\nCy Moss:\n\n"I did again."\n\n${many}`)).not.toContain(
      'Cy Moss',
    );
  });

  test('a colon in the middle of a turn starts none', () => {
    expect(
      speakers(paragraphs('Ada Quill (Chair): One thing matters: time.', 'There is one more: money.', 'Bo Tarn (Clerk): Yes.')),
    ).toEqual(['Ada Quill', 'Bo Tarn']);
  });
});

describe('roles and organisations', () => {
  const affiliationOf = (label: string): (string | undefined)[] => {
    const tree = parse(paragraphs(`${label}: One.`, 'Zed Other (Chair): Two.', `${label}: Three.`));
    return [tree.turns[0]?.label.role, tree.turns[0]?.label.organisation];
  };

  test.each([
    ['Ada Quill (Chair)', 'Chair', undefined],
    ['Ada Quill (Chief Executive, Weir Council)', 'Chief Executive', 'Weir Council'],
    ['Ada Quill (Chief Executive - Weir Council)', 'Chief Executive', 'Weir Council'],
    ['Ada Quill (Chief Executive – Weir Council) (Co-Chair)', 'Chief Executive; Co-Chair', 'Weir Council'],
    ['Ada Quill (Deputy Director, Bridge Services, Office for Rivers)', 'Deputy Director, Bridge Services', 'Office for Rivers'],
    ['Ada Quill (Deputy Director, River Service – North)', 'Deputy Director', 'River Service – North'],
    ['Ada Quill (Director of Rivers) (RWB)', 'Director of Rivers', 'RWB'],
    ['Ada Quill (Weir England)', undefined, 'Weir England'],
    ['Ada Quill (Lengthsman - Weir Trust)', 'Lengthsman', 'Weir Trust'],
    ['Ada Quill (Lengthsman, Weir Trust)', 'Lengthsman', 'Weir Trust'],
    ['Ada Quill (River Service – North)', undefined, 'River Service – North'],
    [
      'Ada Quill (Regional Director for the North, Her Majesty’s Weir Service)',
      'Regional Director for the North',
      'Her Majesty’s Weir Service',
    ],
    ['Ada Quill (Mayor’s Office for Rivers)', undefined, 'Mayor’s Office for Rivers'],
    ['Ada Quill (Service User - Open Doors)', 'Service User', 'Open Doors'],
  ])('%s', (label, role, organisation) => expect(affiliationOf(label)).toEqual([role, organisation]));
});
