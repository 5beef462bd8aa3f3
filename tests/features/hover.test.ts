import { describe, expect, it } from 'vitest';
import { LineTable } from '../../server/src/text/lineTable';
import { asked, checkHover, hoverText } from '../support/check';

describe('a hover on an acronym', () => {
  it('shows the expansion, who gave it, the line, and how often it is used', async () => {
    expect(
      await hoverText(`
        Ada Quill (Chair): The Ottermouth Flood Forum (OFF) has written to us.

        Bo Tarn (Engineer): What does OFF want?

        Ada Quill (Chair): ‸OFF wants a weir.
      `),
    ).toBe(
      [
        '**Ottermouth Flood Forum**',
        'Defined by Ada Quill in this document, [line 1](file:///folder/here.txt#L1)',
        '3 uses in this document',
      ].join('\n\n'),
    );
  });

  it('shows what another document says, with its title and date', async () => {
    expect(
      await hoverText(`
        Ada Quill (Chair): What does ‸OFF want?

        Bo Tarn (Engineer): A weir.

        Ada Quill (Chair): Still?
        %! letter.txt
        9 May 2031

        Dear Ada,

        The Ottermouth Flood Forum (OFF) wants a weir. OFF always did.
      `),
    ).toBe(
      [
        '**Ottermouth Flood Forum**',
        'Defined in letter.txt, 9 May 2031, [line 5](file:///folder/letter.txt#L5)',
        '1 use in this document, 2 in 1 other',
      ].join('\n\n'),
    );
  });

  it('is about the token and nothing around it', () =>
    checkHover('Ottermouth Flood Forum (OFF). The ⟦O‸FF⟧ meets.', { shows: ['**Ottermouth Flood Forum**'] }));
  it('works with the cursor before the first letter', () =>
    checkHover('Ottermouth Flood Forum (OFF). The ‸OFF meets.', { shows: ['Ottermouth Flood Forum'] }));
  it('works with the cursor after the last letter', () =>
    checkHover('Ottermouth Flood Forum (OFF). The OFF‸ meets.', { shows: ['Ottermouth Flood Forum'] }));
  it('works inside the definition itself', () => checkHover('Ottermouth Flood Forum (O‸FF) meets.', { shows: ['Ottermouth Flood Forum'] }));
  it('follows a plural', () => checkHover('Local Weir Board (LWB). Two ‸LWBs met.', { shows: ['**Local Weir Board**'] }));
  it('follows a possessive', () => checkHover('Local Weir Board (LWB). The ‸LWB’s plan.', { shows: ['**Local Weir Board**'] }));
  it('follows another case', () => checkHover('Ministry of Weirs (MoW). The ‸MOW says so.', { shows: ['**Ministry of Weirs**'] }));
  it('finds a definition that only comes later', () =>
    checkHover('The ‸LWB met. The Local Weir Board (LWB) is new.', { shows: ['**Local Weir Board**'] }));
  it('joins a long form that runs over a line end', () =>
    checkHover(
      `
      Ada Quill (Chair): In the year of the flood it was the Local
      Weir Board (LWB) that built the wall along the old mill, and
      to this day the ‸LWB keeps it and mends it.

      Bo Tarn (Engineer): Whoever has stood on that wall in spring
      knows what it is worth, and whoever has not should go there.

      Ada Quill (Chair): So they should.
      `,
      { shows: ['**Local Weir Board**'] },
    ));
  it('takes brackets and stars of the text for text', () =>
    checkHover("The Mayor's Office [for] Weirs (MOW) met. ‸MOW spoke.", { shows: ["**Mayor's Office \\[for\\] Weirs**"] }));

  it('says nothing where nothing defines it', () => checkHover('The ‸LWB met.', null));
  it('says nothing on an ordinary word', () => checkHover('The Local Weir Board (LWB) m‸et.', null));
  it('says nothing on an ordinary word spelled like one', () => checkHover('Information Technology (IT) matters. So ‸it does.', null));
  it('does not take GPs for GPS', () => checkHover('Global Positioning System (GPS) helps. Ask the ‸GPs here.', null));
  it('does not show what other acronyms stand for', () =>
    checkHover('The Local Weir Board (LWB) and the Ottermouth Flood Forum (OFF) met. ‸LWB spoke.', {
      shows: ['Local Weir Board'],
      hides: ['Ottermouth Flood Forum'],
    }));
});

describe('a hover where texts disagree', () => {
  it('shows all meanings and says that they disagree, when the own document has none', () =>
    checkHover(
      `
      The ‸LWB met.
      %! one.txt
      The Local Weir Board (LWB) met.
      %! two.txt
      The Lamp Workers’ Brigade (LWB) met.
      `,
      { shows: ['Documents disagree', '**Local Weir Board**', '**Lamp Workers’ Brigade**'] },
    ));

  it('shows the own meaning first and the other only as a note', () =>
    checkHover(
      `
      The Local Weir Board (LWB) met. ‸LWB spoke.
      %! two.txt
      The Lamp Workers’ Brigade (LWB) met.
      `,
      { shows: ['**Local Weir Board**', 'Other documents disagree', 'Lamp Workers’ Brigade'], hides: ['**Lamp Workers’ Brigade**'] },
    ));

  it('does not call a plural, a hyphen or a capital another meaning', () =>
    checkHover(
      `
      The ‸MAW met.
      %! one.txt
      Multi-Agency Weir (MAW) works.
      %! two.txt
      Multiagency weirs (MAWs) work.
      `,
      { shows: ['Multi-Agency Weir'], hides: ['disagree'] },
    ));

  it('takes the meaning nearest before the place', () =>
    checkHover(
      `
      The Local Weir Board (LWB) met.

      The Lamp Workers’ Brigade (LWB) met as well.

      So ‸LWB it is.
      `,
      { shows: ['**Lamp Workers’ Brigade**', 'It also stands for:', '- Local Weir Board'], hides: ['disagree'] },
    ));

  it('takes it at each place anew', async () => {
    const { service, uri, text, lines } = await asked(`
      The Local Weir Board (LWB) met. Does the LWB meet?

      The Lamp Workers’ Brigade (LWB) met as well. Does the LWB meet?‸
    `);
    const meaningAt = (use: string): string | undefined =>
      service.hover(uri, lines.placeAt(text.indexOf(use) + use.indexOf('LWB')))?.markdown.split('\n')[0];
    const [first, second] = ['Board (LWB', 'Brigade (LWB'];
    expect([first, second, first].map(meaningAt)).toEqual(['**Local Weir Board**', '**Lamp Workers’ Brigade**', '**Local Weir Board**']);
  });

  it('tells short forms, people and documents apart', async () => {
    const { service, uri, text } = await asked(`
      Ada Quill (Chair): The Local Weir Board (LWB) and the Ottermouth Flood Forum (OFF) met.

      Bo Tarn (Engineer): Did the LWB and the OFF meet, Ada Quill?‸

      Ada Quill (Chair): They did, Bo Tarn.
      %! two.txt
      The Lamp Workers’ Brigade (LWB) met. Did the LWB meet?
    `);
    const other = 'The Lamp Workers’ Brigade (LWB) met. Did the LWB meet?';
    const firstLine = (document: string, offset: number): string | undefined =>
      service.hover(document, LineTable.of(document === uri ? text : other).placeAt(offset))?.markdown.split('\n')[0];
    const places: readonly (readonly [string, number, string])[] = [
      [uri, text.indexOf('LWB and the OFF'), '**Local Weir Board**'],
      [uri, text.indexOf('OFF meet'), '**Ottermouth Flood Forum**'],
      [uri, text.indexOf('Ada Quill?'), '**Ada Quill**'],
      [uri, text.indexOf('Bo Tarn.'), '**Bo Tarn**'],
      ['file:///folder/two.txt', other.indexOf('LWB meet'), '**Lamp Workers’ Brigade**'],
    ];
    for (const order of [places, [...places].reverse(), places])
      expect(order.map(([document, offset]) => firstLine(document, offset))).toEqual(order.map(([, , meaning]) => meaning));
  });

  it('counts the other documents that say what its own says', () =>
    checkHover(
      `
      The Local Weir Board (LWB) met. Did the ‸LWB?
      %! two.txt
      The Local Weir Board (LWB) met.
      %! three.txt
      The Local Weir Boards (LWB) met.
      `,
      { shows: ['**Local Weir Board**', 'Also defined in 2 other documents'], hides: ['disagree'] },
    ));

  it('says the same of all places, until another document says something else', async () => {
    const { service, uri, place } = await asked(`
      Ada Quill (Chair): The LWB met.

      Bo Tarn (Engineer): Did the ‸LWB meet?

      Ada Quill (Chair): It did.
      %! two.txt
      The Local Weir Board (LWB) met.
    `);
    const said = (line: number): string => service.hover(uri, { line, character: place.character })?.markdown ?? '';
    const before = said(place.line);
    expect(before).toContain('**Local Weir Board**');
    expect(service.hover(uri, { line: 0, character: 23 })?.markdown).toBe(before);
    service.open('file:///folder/two.txt', 'The Lamp Workers’ Brigade (LWB) met.');
    expect(said(place.line)).toContain('**Lamp Workers’ Brigade**');
    await service.close('file:///folder/two.txt');
    expect(said(place.line)).toBe(before);
  });

  it('names four documents that agree and counts the rest', () =>
    checkHover(
      [
        'The ‸LWB met.\n',
        ...[1, 2, 3, 4, 5, 6].map((n) => `%! d${n}.txt\nThe Local Weir Board (LWB) met. Local Weir Boards (LWBs) met.\n`),
      ].join(''),
      {
        shows: ['d1.txt', 'd4.txt', 'Also defined in 2 other documents', '12 in 6 others'],
        hides: ['d5.txt', 'disagree'],
      },
    ));

  it('puts the document of the same body before others', async () => {
    const shown = await hoverText(`
      Lower Weir Board
      9 May 2031
      Transcript of Item 4: The weir

      Ada Quill (Chair): What does ‸OFF want?

      Bo Tarn (Engineer): A weir.

      Ada Quill (Chair): Still?
      %! a-other.txt
      Upper Weir Board
      9 May 2031
      Transcript of Item 1: The flood

      Eve Moor (Chair): The Office for Floods (OFF) is here.

      Dan Lock (Clerk): It is.

      Eve Moor (Chair): Good.
      %! b-same.txt
      Lower Weir Board
      1 March 2011
      Transcript of Item 2: The flood

      Ada Quill (Chair): The Ottermouth Flood Forum (OFF) is here.

      Bo Tarn (Engineer): It is.

      Ada Quill (Chair): Good.
    `);
    expect(shown?.indexOf('Ottermouth Flood Forum')).toBeGreaterThan(-1);
    expect(shown?.indexOf('Ottermouth Flood Forum')).toBeLessThan(shown?.indexOf('Office for Floods') ?? -1);
  });

  it('puts the nearest in time first where no body decides', async () => {
    const shown = await hoverText(`
      9 May 2031

      The ‸LWB met again this year, as it does.
      %! a-old.txt
      9 May 2001

      The Lamp Workers’ Brigade (LWB) met.
      %! b-new.txt
      9 May 2030

      The Local Weir Board (LWB) met.
    `);
    expect(shown?.indexOf('Local Weir Board')).toBeGreaterThan(-1);
    expect(shown?.indexOf('Local Weir Board')).toBeLessThan(shown?.indexOf('Lamp Workers') ?? -1);
  });
});

const MEETING = `
  Ada Quill MBE (Chair): Good morning. Bo, can you start?

  Bo Tarn (Chief Engineer, Local Weir Board (LWB)): Thank you, Ada.

  Ada Quill MBE (Chair): Not at all.
`;

describe('a hover on a person', () => {
  it('shows name, honorifics, role, and what they said, on a label', async () => {
    expect(await hoverText(MEETING.replace('Ada Quill', 'Ada ‸Quill'))).toBe(
      ['**Ada Quill MBE**', 'Chair  \n[here.txt](file:///folder/here.txt#L1): 2 turns, 9 words, named once'].join('\n\n'),
    );
  });

  it('shows the same on a first name in speech', () =>
    checkHover(MEETING.replace('you, Ada', 'you, ⟦A‸da⟧'), { shows: ['**Ada Quill MBE**', 'Chair', '2 turns'] }));
  it('says nothing on an honorific that nothing defines', () => checkHover(MEETING.replace('MBE', 'M‸BE'), null));
  it('shows the expansion on an acronym of a label that something defines', () =>
    checkHover(`${MEETING}\n  Bo Tarn (Chief Engineer, L‸WB): The Local Weir Board (LWB) agrees.`, {
      shows: ['**Local Weir Board**'],
      hides: ['Tarn**'],
    }));

  it('shows every office by document and date', () =>
    checkHover(
      `
      Lower Weir Board
      9 May 2031
      Transcript of Item 4: The weir

      Ada ‸Quill (Chair): Good morning.

      Bo Tarn (Engineer): Good morning.

      Ada Quill (Chair): Shall we?
      %! later.txt
      Lower Weir Board
      1 June 2033
      Transcript of Item 1: The flood

      Bo Tarn (Chair): Good morning.

      Ada Quill (Member): Good morning.

      Bo Tarn (Chair): Shall we?
      `,
      { shows: ['Chair', '9 May 2031: 2 turns', 'Member', '1 June 2033: 1 turn, 2 words'] },
    ));

  it('does not join persons by their surname alone', () =>
    checkHover(
      `
      Mr Quill: Good morning.

      Mrs Tarn: Good morning.

      Mr ‸Quill: Shall we?
      %! other.txt
      Mr Quill: Another meeting.

      Mr Lock: Another town.

      Mr Quill: Another man.
      `,
      { shows: ['Quill**', '2 turns'], hides: ['other.txt'] },
    ));

  it('says nothing on a name that nobody bears', () => checkHover(MEETING.replace('Not at all', 'Not at all, ‸Zed'), null));
});

describe('a hover on a footnote mark', () => {
  const NOTED = `
    Ada Quill (Chair): The weir is old.1 Shall we?

    Bo Tarn (Engineer): Yes.

    1 It was built in the year of the flood.

    Ada Quill (Chair): Good.
  `;
  it('shows the footnote', () =>
    checkHover(NOTED.replace('old.1', 'old.⟦‸1⟧'), { shows: ['Footnote 1', 'built in the year of the flood'] }));
});

describe('a hover anywhere', () => {
  it('answers nothing and does not fail outside of the text or the corpus', async () => {
    const { service, uri } = await asked(MEETING);
    for (const line of [-1, 0, 3, 99, Number.NaN, Infinity])
      for (const character of [-1, 0, 5, 9999, Number.NaN]) expect(() => service.hover(uri, { line, character })).not.toThrow();
    expect(service.hover('file:///folder/nowhere.txt', { line: 0, character: 0 })).toBeUndefined();
  });

  it('works in a document that is not open', async () => {
    const { service, uri, text } = await asked('Local Weir Board (LWB). The LWB met.');
    await service.close(uri);
    expect(service.hover(uri, { line: 0, character: text.indexOf('LWB met') })?.markdown).toContain('Local Weir Board');
  });
});
