import { describe, expect, test } from 'vitest';
import { whoIsMeant } from '../../../server/src/analysis/people/labelled';
import { parse } from '../../../server/src/syntax/parse';
import { peopleOf } from './support';

/** Each label with whom it means, once: "Chair: Ada Quill". */
const meant = (...blocks: readonly string[]): readonly string[] => {
  const tree = parse(blocks.join('\n\n') + '\n');
  const people = whoIsMeant(tree);
  return [...new Set(tree.turns.map((turn, index) => `${turn.label.text}: ${people[index]?.name ?? '?'}`))];
};

const talk = (...labels: readonly string[]): readonly string[] =>
  [...labels, ...labels].map((label, index) => `${label}: This is what was said in turn ${index}.`);

describe('whom a label means', () => {
  test('an office, by the list of members', () => {
    const list = 'Members present: Ada Quill (Chair); Bo Tarn; Mr Cy Elm';
    expect(meant(list, ...talk('Chair', 'Bo Tarn', 'Mr Elm'))).toEqual(['Chair: Ada Quill', 'Bo Tarn: ?', 'Mr Elm: Cy Elm']);
  });

  test('a surname, by a roster in two columns and a list with the family name first', () => {
    const roster = [
      '                 ADA McQUILL, Weirton, Chairman',
      'BO T. TARN, Fairlock            CY ELM, Weirton',
      "DOT BIRCH, Fairlock             ED O'REED, Weirton",
    ].join('\n');
    const contents = 'Sand, Hon. Flo, Chairman, Weir Board of Lower\n  Weirton............................ 6';
    expect(meant(roster, contents, ...talk('The Chairman', 'Mr. Tarn', 'Mrs. Birch', "Mr. O'Reed", 'Ms. Sand', 'Mr. Wren'))).toEqual([
      // Two of them are somebody’s chairman.
      'The Chairman: ?',
      'Mr. Tarn: Bo T. Tarn',
      'Mrs. Birch: Dot Birch',
      "Mr. O'Reed: Ed O'Reed",
      'Ms. Sand: Flo Sand',
      'Mr. Wren: ?',
    ]);
  });

  test('not the president of another body', () => {
    const debate = [
      'President. – The next item is the debate on the gates.',
      'Ada Quill, President of the Commission. – Madam President, the gates will be mended.',
      'Bo Tarn, on behalf of the Greens. – I would ask you when.',
      'President. – Thank you both.',
    ];
    expect(meant(...debate, ...debate)).toContain('President: ?');
  });

  test('who asks, by what stands beside the question', () => {
    const record = [
      'ORAL DEPOSITION OF ADA QUILL',
      'FOR THE PLAINTIFF: MS. BEA TARN\nFOR THE DEFENDANT: MR. CY HALE',
      'ADA QUILL,\nhaving been first duly sworn, testified as follows:',
    ];
    const exchanges = [
      'Q.   (BY MS. TARN)  State your name, please.',
      'A.   Ada Quill.',
      'MR. HALE:  Objection, form.',
      'A.   Shall I answer?',
      'Q.   (BY MS. TARN)  Please do.',
      'A.   I have answered.',
    ].join('\n');
    expect(meant(...record, exchanges)).toEqual(['Q: Bea Tarn', 'A: Ada Quill', 'MR. HALE: Cy Hale']);
    const inOneLine = ['BY MS. TARN:  Q.  Did it leak?', 'A.  It did.', 'MR. HALE:  Objection.', 'Q.  When?', 'A.  In May.'].join('\n');
    expect(meant(...record, inOneLine)).toEqual(['Q: Bea Tarn', 'A: Ada Quill', 'MR. HALE: Cy Hale']);
  });

  test('who presides, of two who are chairmen', () => {
    const opening = 'The committee met at 10 a.m. in room 2, Hon. Ada Quill \n[chairman of the committee] presiding.';
    expect(meant('Tarn, Bo, Chairman, Weir Board... 6', opening, ...talk('The Chairman', 'Mr. Tarn'))).toEqual([
      'The Chairman: Ada Quill',
      'Mr. Tarn: Bo Tarn',
    ]);
  });

  test('no office of the meeting by what witnesses are elsewhere', () => {
    const contents = 'WITNESSES\n\nSand, Hon. Flo, Chairman, Weir Board... 6';
    expect(meant(contents, 'STATEMENT OF FLO SAND, CHAIRMAN, WEIR BOARD', ...talk('The Chairman', 'Ms. Sand'))).toEqual([
      'The Chairman: ?',
      'Ms. Sand: Flo Sand',
    ]);
    const witnesses = 'Examination of Witnesses\n\nAda Quill, Clerk; Professor Bo Tarn, Chair, Lock Society.';
    expect(meant(witnesses, ...talk('The Chair', 'Ada Quill', 'Professor Tarn'))[0]).toBe('The Chair: ?');
    expect(meant('Ada Quill (Chair, Weir Trust): Good morning.', ...talk('Chair', 'Bo Tarn'))).toContain('Chair: ?');
    expect(meant('Ada Quill (Chair): Good morning.', ...talk('Chair', 'Bo Tarn'))).toContain('Chair: Ada Quill');
  });

  test('who presides, however lists say it', () => {
    const labels = talk('Chairman', 'Mr Moss');
    expect(meant('Members present:\nMr Dan Birch, in the Chair\nMr Fay Moss', ...labels)[0]).toBe('Chairman: Dan Birch');
    expect(meant('Present: Baroness Sand (Chair); Mr Fay Moss', ...labels)[0]).toBe('Chairman: Sand');
    expect(meant('IN THE CHAIR: ADA QUILL', ...labels)[0]).toBe('Chairman: Ada Quill');
    expect(meant('Chair: Ada Quill\nClerk: Bo Tarn', ...labels, ...talk('Clerk'))).toEqual([
      'Chairman: Ada Quill',
      'Mr Moss: ?',
      'Clerk: Bo Tarn',
    ]);
    expect(meant('Chair: Ada Quill\nChair: Cy Elm', ...labels)[0]).toBe('Chairman: ?');
  });

  test('an office and a surname, by lists that are typed like labels', () => {
    const list = 'COUNCIL MEMBERS PRESENT:\nAda Quill, Mayor\nBo Tarn, Vice Mayor\nCy Elm';
    expect(meant(list, ...talk('MAYOR QUILL', 'VICE MAYOR TARN', 'COUNCIL MEMBER ELM', 'MAYOR')).slice(-4)).toEqual([
      'MAYOR QUILL: Ada Quill',
      'VICE MAYOR TARN: Bo Tarn',
      'COUNCIL MEMBER ELM: Cy Elm',
      'MAYOR: Ada Quill',
    ]);
    const members = 'President:   Mr. Quill . . . . . . . . .  (Weirland)\nMembers:     Fairlock . . . . . . . . .  Mr. Tarn';
    expect(meant(members, ...talk('The President', 'Mr. Sand')).slice(-2)).toEqual(['The President: Quill', 'Mr. Sand: ?']);
    // Whoever presides calls the next speaker.
    expect(meant(...talk('The President', 'Mr. Sand'), 'The President: Mr. Quill.', ...talk('Mr. Quill'))[0]).toBe('The President: ?');
  });

  test('a surname, by a heading with the mark of a note and by the end of a sentence', () => {
    expect(meant('TESTIMONY OF ADA J. QUILL,\\2\\ NOMINEE', ...talk('Ms. Quill', 'Mr. Tarn'))).toEqual([
      'Ms. Quill: Ada J. Quill',
      'Mr. Tarn: ?',
    ]);
    expect(meant('This is an interview with Cy Elm.', ...talk('Mr. Elm', 'Mr. Tarn'))[0]).toBe('Mr. Elm: Cy Elm');
  });

  test('nobody, where two have the name', () => {
    expect(meant('Present: Mr Al Quill; Mr Abe Quill', ...talk('Mr Quill', 'Clerk'))[0]).toBe('Mr Quill: ?');
    expect(meant('Present: Ms Ada Quill; Mr Abe Quill', ...talk('Ms Quill', 'Mr Quill'))).toEqual([
      'Ms Quill: Ada Quill',
      'Mr Quill: Abe Quill',
    ]);
  });

  test('initials, by a table of names or by the list alone', () => {
    const table = '| Name | Abbreviation |\n| --- | --- |\n| Ada Quill | AQL |\n| Bo Tarn | BT |';
    expect(meant(table, ...talk('AQL', 'BT', 'XY'))).toEqual(['AQL: Ada Quill', 'BT: Bo Tarn', 'XY: ?']);
    expect(meant('Attendees:\n\nAda Quill, Clerk\nBo Tarn, Mayor', ...talk('AQ', 'BT'))).toEqual(['AQ: Ada Quill', 'BT: Bo Tarn']);
  });

  test('the holder of an office, until another holds it', () => {
    const turns = [
      'The Speaker (Ada Quill): Order.',
      'Mr Tarn: Yes.',
      'The Speaker: Next.',
      'The Speaker (Bo Elm): Order.',
      'The Speaker: Next.',
    ];
    const tree = parse(turns.join('\n\n'));
    expect(whoIsMeant(tree).map((person) => person?.name)).toEqual([undefined, undefined, 'Ada Quill', undefined, 'Bo Elm']);
  });

  test('the holder of an office whose surname or title stands in brackets', () => {
    expect(meant(...talk('MR. SPEAKER (Quill)', 'MS. TARN'), ...talk('CLERK (Sand)', 'CLERK', 'MS. TARN'))).toEqual([
      'MR. SPEAKER (Quill): Quill',
      'MS. TARN: ?',
      'CLERK (Sand): Sand',
      'CLERK: Sand',
    ]);
    expect(meant(...talk('The Clerk-at-the-Table (Ms. Eve Sand)', 'Bo Tarn'))[0]).toBe('The Clerk-at-the-Table (Ms. Eve Sand): Eve Sand');
    expect(meant('Present: Ada Quill; Bo Tarn', ...talk('SPEAKER (Quill)', 'Bo Tarn'))[0]).toBe('SPEAKER (Quill): Ada Quill');
    expect(meant(...talk('The President (spoke in Spanish)', 'Mr Tarn'))[0]).toBe('The President (spoke in Spanish): ?');
    expect(meant(...talk('The Speaker (Lab)', 'Mr Tarn'))[0]).toBe('The Speaker (Lab): ?');
  });

  test('nobody, by an office with a surname that another has too', () => {
    const turns = [
      ['MR TARN', 'Good morning, my Lord.'],
      ['LORD JUSTICE QUILL', 'Good morning.'],
      ['MR TARN', 'The defendant is here.'],
      ['THE DEFENDANT QUILL', 'I am.'],
      ['LORD JUSTICE QUILL', 'Please sit down.'],
      ['MR TARN', 'Thank you.'],
      ['MS ELM', 'I have one matter, my Lord.'],
      ['LORD JUSTICE QUILL', 'Yes?'],
      ['MS ELM', 'The log is lost.'],
      ['THE DEFENDANT QUILL', 'It is not.'],
      ['LORD JUSTICE QUILL', 'You will have your turn.'],
      ['MR TARN', 'I am obliged.'],
    ].map(([label, said]) => `${label}:  ${said}`);
    expect(meant(...turns)).toEqual(['MR TARN: ?', 'LORD JUSTICE QUILL: ?', 'THE DEFENDANT QUILL: ?', 'MS ELM: ?']);
  });

  test('nobody for a question, whoever gives the briefing', () => {
    const briefing = [
      'PRESS BRIEFING',
      'BY PRESS SECRETARY DAN ELM',
      'MR. ELM:  Good afternoon.',
      'Q    Will it rain?',
      'MR. ELM:  It will.',
      'Q    When?',
      'MR. ELM:  Now.',
    ];
    expect(meant(...briefing)).toContain('Q: ?');
  });

  test('counsel and witness, by the headings of an examination', () => {
    const text = [
      '*MS ADA QUILL (affirmed).*',
      'Questions from Lead Counsel to the Inquiry for Module 2A',
      '**Mr Tarn**: Good morning.',
      '**Ms Ada Quill**: Good morning.',
      '**Lead 2A**: Are you well?',
      '**Ms Ada Quill**: I am.',
      '**Lead 2A**: Good.',
      '**The Witness**: Thank you.',
      'Questions from Mr Elm KC',
      '**Mr Elm**: One more.',
      '**Lead 2A**: Yes.',
    ];
    expect(meant(...text)).toContain('Lead 2A: Tarn');
    expect(meant(...text)).toContain('The Witness: Ada Quill');
  });

  test('counsel, by their names where these begin as sides are called', () => {
    expect(meant('Present: Ms Ada Inquirer; Mr Bo Tarn', ...talk('Ms Inquirer', 'Counsel Tarn'))).toEqual([
      'Ms Inquirer: Ada Inquirer',
      'Counsel Tarn: Bo Tarn',
    ]);
  });

  test('initials, of those to whom the document gives them', () => {
    const table = '| Name | Initials |\n|---|---|\n| Ada Quill | AQ |\n| Bo Tarn | BT |\n| Al Quince | |\n| Abe Quorn | |\n| Bea Thorn | |';
    expect(meant(table, ...talk('AQ', 'BT'))).toEqual(['AQ: Ada Quill', 'BT: Bo Tarn']);
    expect(meant('Present: Ada Quill; Al Quince; Abe Quorn; Bo Tarn', ...talk('AQ', 'BT'))).toEqual(['AQ: ?', 'BT: Bo Tarn']);
  });

  test('question and answer, where a line of speech begins like a heading', () => {
    const text = [
      'ADA QUILL, sworn.',
      'BY MR. TARN:',
      'Q. When was it paid?',
      'A. It was paid on Monday\nby Cy Elm',
      'Q. By whom?',
      'A. Cy Elm.',
    ];
    expect(meant(...text)).toEqual(['Q: Tarn', 'A: Ada Quill']);
  });

  test('nobody who answers, where two are sworn together, or somebody without a name', () => {
    const talks = ['Q.  Did it leak?', 'A.  It did.', 'Q.  When?', 'A.  In May.', 'Q.  Why?', 'A.  I fell in.'].join('\n');
    const opening = 'THE REGISTRAR:  Please be seated.';
    expect(meant(opening, '     ADA QUILL, Sworn\n     BO TARN, Affirmed\nBY MS. ELM:', talks)).toContain('A: ?');
    expect(meant(opening, '     ADA QUILL, Sworn\n     ADA B. QUILL, Sworn\nBY MS. ELM:', talks)).toContain('A: Ada B. Quill');
    const code = meant(opening, 'ADA QUILL (sworn)\nBY MS. ELM:', talks, 'V59 (affirmed)\nBY MS. ELM:', talks.replaceAll('It', 'That'));
    expect(code).toContain('A: Ada Quill');
    expect(code).toContain('A: ?');
  });

  test('no body that calls a witness', () => {
    const oath =
      'ADA QUILL\n\na witness, called for examination by counsel for the\nWeir Board, having been first duly sworn, was examined:';
    expect(meant(oath, 'BY MS. ELM:', 'Q.  Did it leak?\nA.  It did.\nQ.  When?\nA.  In May.\nMR. TARN:  Objection.')).toContain('A: ?');
  });

  test('question and answer, by who examines and who is sworn', () => {
    const text = [
      'ADA QUILL, having been first duly sworn, testified as follows:',
      'BY MR. TARN:',
      'Q. Where do you live?',
      'A. In Weirton.',
      'MR. ELM: Objection.',
      'BY MR. ELM:',
      'Q. Since when?',
      'A. Since May.',
      'MR. TARN: Objection.',
    ];
    expect(meant(...text)).toEqual(['Q: Tarn', 'A: Ada Quill', 'MR. ELM: ?', 'Q: Elm', 'MR. TARN: ?']);
  });
});

describe('a person whom a label means', () => {
  const text = [
    'Present: Ada Quill (Chair); Bo Tarn',
    ...talk('Chair', 'Mr Tarn'),
    'Chair: Thank you, Mr Tarn.',
    'Mr Tarn: Ms Quill is right.',
  ].join('\n\n');

  test('is one with the entry of the list, and with who is named in speech', () => {
    const { people, mentions, speakers } = peopleOf(text);
    expect(people.map((person) => person.name)).toEqual(['Ada Quill', 'Bo Tarn']);
    expect(new Set(speakers)).toEqual(new Set(['ada quill', 'bo tarn']));
    expect(
      mentions.filter((mention) => mention.where === 'speech').map((mention) => `${mention.text} -> ${mention.person ?? '?'}`),
    ).toEqual(['Mr Tarn -> bo tarn', 'Ms Quill -> ada quill']);
  });

  test.each([
    'ADA QUILL, after first being duly sworn, was examined',
    "ADA QUILL, PLAINTIFF'S WITNESS, DULY SWORN,",
    'ADA QUILL, Sworn',
    'DEPOSITION OF ADA QUILL',
    'WITNESS:  ADA QUILL',
    'ADA QUILL (Affirmed)',
    '<ADA QUILL, sworn:',
  ])('whoever takes the oath, as records put it: %s', (oath) => {
    const lines = [oath, 'BY MR. TARN:', 'Q.  Did it leak?', 'A.  It did.', 'Q.  When?', 'A.  In May.', 'Q.  Why?', 'A.  I fell in.'];
    expect(meant(['THE COURT:  Call your next witness.', 'MR. TARN:  I do.', 'THE COURT:  Good.'].join('\n'), lines.join('\n'))).toContain(
      'A: Ada Quill',
    );
  });
});
