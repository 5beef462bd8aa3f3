import { describe, expect, test } from 'vitest';
import { parse } from '../../../server/src/syntax/parse';
import { findPeople } from '../../../server/src/analysis/people/people';
import { hearing, mentionsIn, peopleOf } from './support';

const CAST = [
  'Ada Quill AM (Chair)',
  'Will Tarn (Director of Rivers, Harbour Trust)',
  'Commander Nick Able (Head of Patrols, River Police)',
  'Nick Verrin AM',
  'Mark Osei (Chief Executive, Sealand Council)',
  'Grace Lund (Head of Parks, Sealand Council)',
  'May Brook (Clerk, Sealand Council)',
  'Rose Hall AM',
  'Michael Dunmore (Treasurer, Harbour Trust)',
  'Jordan Pell (Head of Docks, Harbour Trust)',
  'Dr Ida van der Molen (Surgeon, Harbour Hospital)',
  'Seán Ó Broin AM',
  'Caroline Fenn AM (Deputy Chair)',
  'Caroline Stow AM',
];
const said = (...lines: readonly string[]): readonly string[] => mentionsIn(hearing(CAST, ...lines));

describe('full names', () => {
  test.each([
    ['a full name', 'I agree with Will Tarn on that.', ['Will Tarn -> will tarn']],
    ['with its title', 'I agree with Commander Nick Able on that.', ['Commander Nick Able -> nick able']],
    ['with a possessive', 'That is Will Tarn’s point.', ['Will Tarn’s -> will tarn']],
    ['with a straight possessive', "That is Will Tarn's point.", ["Will Tarn's -> will tarn"]],
    ['at the start of a sentence', 'Grace Lund told us so.', ['Grace Lund -> grace lund']],
    ['after a function word with a capital', 'And Grace Lund told us so.', ['Grace Lund -> grace lund']],
    ['in capitals', 'The record says MARK OSEI spoke.', ['MARK OSEI -> mark osei']],
    ['with particles', 'We heard Ida van der Molen on this.', ['Ida van der Molen -> ida van der molen']],
    ['with and without diacritics', 'We heard Sean Ó Broin on this.', ['Sean Ó Broin -> sean o broin']],
    ['followed by a role', 'We heard Mark Osei Chief Executive on this.', ['Mark Osei -> mark osei']],
    ['followed by an honorific', 'We heard Rose Hall AM on this.', ['Rose Hall -> rose hall']],
    ['not as part of an organisation', 'The Mark Osei Foundation paid for it.', []],
    ['not as part of a longer name', 'We heard Grace Lund Petersen on this.', []],
    ['not after the name of an operation', 'They called it Operation Grace Lund then.', []],
  ])('%s', (_, line, expected) => {
    expect(said(line)).toEqual(expected);
  });
});

describe('given names', () => {
  test.each([
    ['alone, of the one who bears it', 'What does Michael think?', ['Michael -> michael dunmore']],
    ['in direct address', 'Michael, what do you think?', ['Michael -> michael dunmore']],
    ['with a possessive', 'I take Michael’s point.', ['Michael’s -> michael dunmore']],
    ['before a function word with a capital', 'As Michael I think the same.', ['Michael -> michael dunmore']],
    ['after a place that begins the phrase', 'In areas like England Michael can do more.', ['Michael -> michael dunmore']],
    ['never in lower case', 'The grace of it, and the mark, and may I say so.', []],
    ['never in capitals, which are short forms', 'The GRACE and MARK schemes ended.', []],
    ['not as part of an unknown name', 'We asked Michael Petersen at length.', []],
    ['not after another capital', 'We passed Lake Michael on the way.', []],
    ['not after an article', 'We keep a Michael in the cupboard.', []],
    ['not glued to another word', 'The Michael-led group met.', []],
    ['nobody of that name here', 'What does Barbara think?', []],
  ])('%s', (_, line, expected) => {
    expect(said(line)).toEqual(expected);
  });

  test('nobody names themselves by a given name', () => {
    expect(mentionsIn(hearing(CAST, 'It was Ada who said it.'))).toEqual(['Ada -> ?']);
  });
});

describe('given names that are ordinary words', () => {
  test.each([
    ['Will you tell us more?', []],
    ['Will they come back?', []],
    ['Will the trust answer?', []],
    ['Will staff be there?', []],
    ['Will interested parties be told?', []],
    ['Thank you. Will that be all?', []],
    ['Mark my words, it fails.', []],
    ['Mark each of them down.', []],
    ['May I ask a question?', []],
    ['May we move on?', []],
    ['Grace under pressure is needed.', []],
    ['Rose from ten to twenty.', ['Rose -> rose hall']],
    ['It began in May and ended there.', []],
    ['It began on 12 May this year.', []],
    ['It began in early May this year.', []],
    ['The report of May 2019 says so.', []],
    ['That is good news. Will?', ['Will -> will tarn']],
    ['Will, can you tell us more?', ['Will -> will tarn']],
    ['Will has said it already.', ['Will -> will tarn']],
    ['Will mentioned the locks.', ['Will -> will tarn']],
    ['Will’s point is right.', ['Will’s -> will tarn']],
    ['I am going to ask Will a question.', ['Will -> will tarn']],
    ['As Will said, it is late.', ['Will -> will tarn']],
    ['We asked Grace about it.', ['Grace -> grace lund']],
    ['We asked May about it.', ['May -> may brook']],
    ['They work in Jordan and elsewhere.', []],
    ['We asked Jordan about it.', ['Jordan -> jordan pell']],
  ])('%s', (line, expected) => {
    expect(said(line)).toEqual(expected);
  });
});

describe('titles and surnames', () => {
  test.each([
    ['Assembly Member Hall is next.', ['Assembly Member Hall -> rose hall']],
    ['I will ask Commander Able to answer.', ['Commander Able -> nick able']],
    ['I will ask Mr Dunmore to answer.', ['Mr Dunmore -> michael dunmore']],
    ['I will ask Mr. Dunmore to answer.', ['Mr. Dunmore -> michael dunmore']],
    ['I take Mr Dunmore’s point.', ['Mr Dunmore’s -> michael dunmore']],
    ['Councillor Fenn and Senator Stow came.', ['Councillor Fenn -> caroline fenn', 'Senator Stow -> caroline stow']],
    ['Dr van der Molen is here.', ['Dr van der Molen -> ida van der molen']],
    ['Assembly Member Ó Broin is here.', ['Assembly Member Ó Broin -> sean o broin']],
    ['Nobody knows Mr Petersen.', ['Mr Petersen -> ?']],
    ['A surname alone, Dunmore, is left alone.', []],
    ['They met at City Hall on Monday.', []],
    ['The Deputy Mayor and the Chief Constable came.', []],
    ['Thank you, Mr Chairman, for that.', []],
    ['Senator. Claims like these are rare.', []],
  ])('%s', (line, expected) => {
    expect(said(line)).toEqual(expected);
  });

  test('a title that cannot be theirs is not theirs', () => {
    expect(said('Ask Mrs Able.')).toEqual(['Mrs Able -> nick able']);
    expect(mentionsIn(hearing(['Mr Able', 'Ms Able', 'Ms Quill'], 'I agree with Ms Able and Ms Quill.'))).toEqual([
      'Ms Able -> ms able',
      'Ms Quill -> quill',
    ]);
  });
});

describe('names completed in square brackets', () => {
  test.each([
    ['I echo what Nick [Able] says.', ['Nick [Able] -> nick able']],
    ['I echo Nick’s [Able] view.', ['Nick’s [Able] -> nick able']],
    ['I echo what [Commander] Nick [Able] says.', ['[Commander] Nick [Able] -> nick able']],
    ['I echo what Grace and Will [Tarn] say.', ['Grace -> grace lund', 'Will [Tarn] -> will tarn']],
    [
      'We heard from Niki [Sorrel, Chief Executive Officer, Ferry Users].',
      ['Niki [Sorrel, Chief Executive Officer, Ferry Users] -> niki sorrel'],
    ],
    ['The report by Lord [Toby] Harrow is long.', ['Lord [Toby] Harrow -> toby harrow']],
    ['It was chaired by Commander Able [OBE] then.', ['Commander Able [OBE] -> nick able']],
    ['It was chaired by Lena Roth [Borough Commander, River Police] then.', ['Lena Roth [Borough Commander, River Police] -> lena roth']],
    [
      'The Secretary of State [Colin Marsh, Secretary of State for Rivers] agreed.',
      ['Secretary of State [Colin Marsh, Secretary of State for Rivers] -> colin marsh'],
    ],
    ['Then she [Edith Marl] left.', ['[Edith Marl] -> edith marl']],
    ['It works with Forward [Trust] and Harbours [Service].', []],
    ['On 22 June [2022] the Inspectorate [of Rivers] came to [HMP] Bronze.', []],
    ['The Deputy Mayor [for Rivers and Docks] was there.', []],
    ['The Grenfold [Tower] was there.', []],
    ['An open bracket Nick [Able is no name', ['Nick -> ?']],
  ])('%s', (line, expected) => {
    expect(said(line)).toEqual(expected);
  });

  test('across lines and pages', () => {
    const text = [
      'Ada Quill AM (Chair):  We welcome our guests here today. ',
      '',
      ' ',
      '',
      'Nick Able (Head of Patrols, River Police):  I am glad to be here and we are ready to \n\nanswer every question that you have. ',
      '',
      ' ',
      '',
      'Ada Quill AM (Chair):  I agree with what we heard this morning from Nick’s ',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '[Able] people, and they were right about all of it, as the \n\nrecord shows. ',
      '',
      ' ',
      '',
      'Nick Able (Head of Patrols, River Police):  Thank you. ',
      '',
      ' ',
      '',
      'Ada Quill AM (Chair):  We move on to the next item. ',
      '',
    ].join('\n');
    const [mention] = findPeople(parse(text)).mentions;
    expect(mention).toMatchObject({ text: 'Nick’s [Able]', person: 'nick able', form: 'bracketed' });
    expect(text.slice(mention?.span.start, mention?.span.end)).toMatch(/^Nick’s\s+\[Able\]$/);
  });
});

describe('several people of one given name', () => {
  test('a completion in brackets anywhere decides', () => {
    expect(said('I echo Nick [Able].', 'What does Nick say?')).toEqual(['Nick [Able] -> nick able', 'Nick -> nick able']);
  });

  test('those who are addressed as members are not meant', () => {
    expect(said('Assembly Member Verrin, please.', 'What does Nick say?')).toEqual([
      'Assembly Member Verrin -> nick verrin',
      'Nick -> nick able',
    ]);
  });

  test('without evidence nobody is meant', () => {
    expect(said('What does Caroline say?')).toEqual(['Caroline -> ?']);
  });

  test('the one who then speaks is meant', () => {
    const text =
      hearing(CAST, 'Let us begin.') + '\n\nAda Quill AM (Chair): Thank you. Caroline?\n\nCaroline Stow AM: Two questions for the trust.\n';
    expect(mentionsIn(text)).toEqual(['Caroline -> caroline stow']);
  });

  test('of two, the other than the speaker is meant', () => {
    const text =
      hearing(CAST, 'Let us begin.') + '\n\nCaroline Stow AM: I disagree with Caroline on the locks.\n\nAda Quill AM (Chair): Noted.\n';
    expect(mentionsIn(text)).toEqual(['Caroline -> caroline fenn']);
  });
});

describe('other names people give themselves', () => {
  const own = (line: string): string =>
    hearing(CAST, 'Let us begin.') +
    `\n\nMichael Dunmore (Treasurer, Harbour Trust): ${line}\n\nAda Quill AM (Chair): Thank you, Mike. I take Michael’s point.\n`;

  test('a short form said by the one who bears it', () => {
    expect(mentionsIn(own('So I am Mike Dunmore, from the trust.'))).toEqual([
      'Mike Dunmore -> michael dunmore',
      'Mike -> michael dunmore',
      'Michael’s -> michael dunmore',
    ]);
  });

  test('after "my name is"', () => {
    expect(mentionsIn(own('Hello, my name is Mike Dunmore.')).slice(0, 2)).toEqual([
      'Mike Dunmore -> michael dunmore',
      'Mike -> michael dunmore',
    ]);
  });

  test('not without that', () => {
    expect(mentionsIn(own('Good morning.'))).toEqual(['Michael’s -> michael dunmore']);
  });
});

describe('where a name stands', () => {
  test('attendees and signatures are mentions of their own', () => {
    const letter =
      'Sealand Council\n\nDear colleague\n\nThe locks will close in the spring, and we write to tell you about it.\n\nYours sincerely\n\nMark Osei Chief Executive Sealand Council\n';
    expect(peopleOf(letter)).toMatchObject({
      people: [{ key: 'mark osei', roles: [{ role: 'Chief Executive', organisation: 'Sealand Council', source: 'signature' }] }],
      mentions: [{ text: 'Mark Osei', form: 'full', person: 'mark osei', where: 'signature' }],
    });
    const list =
      '### Members:\nMark Osei, Chief Executive, Sealand Council\nGrace Lund, Head of Parks, Sealand Council\n\n' +
      hearing(['Mark Osei', 'Grace Lund'], 'Thank you.');
    expect(peopleOf(list).mentions).toMatchObject([
      { where: 'attendee', person: 'mark osei' },
      { where: 'attendee', person: 'grace lund' },
    ]);
  });

  test('labels are no mentions', () => {
    expect(said('Let us begin.')).toEqual([]);
  });

  test('speech', () => {
    expect(peopleOf(hearing(CAST, 'We heard Grace Lund.')).mentions[0]).toMatchObject({ where: 'speech', form: 'full' });
  });
});
