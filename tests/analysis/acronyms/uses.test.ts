import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findUses, KnownForms } from '../../../server/src/analysis/acronyms/uses';

const formsIn = (text: string, ...known: readonly string[]): readonly string[] =>
  findUses(text, new KnownForms(known)).map((use) => use.form);

describe('tokens with the shape of a short form', () => {
  test.each([
    ['the BRP, BRPs and BRP’s', ['BRP', 'BRPs', 'BRP’s']],
    ["TRUS' plan and the HRPs' staff", ["TRUS'", "HRPs'"]],
    ['MoR, DfT, MARBa and PhD', ['MoR', 'DfT', 'MARBa', 'PhD']],
    ['G15, SO9, QRS3 and W3C', ['G15', 'SO9', 'QRS3', 'W3C']],
    ['mRNA and siRNA', ['mRNA', 'siRNA']],
    ['R&D and A&E', ['R&D', 'A&E']],
    ['a TRU-specific and TRU-eligible plan', ['TRU', 'TRU']],
    ['non-BRP and BRP-TRU work', ['BRP', 'BRP', 'TRU']],
    ['SPI-M, IL-2, G-31 and 5-HT', ['SPI-M', 'IL-2', 'G-31', '5-HT']],
    ['BRP/TRU (HRI) [MoR]', ['BRP', 'TRU', 'HRI', 'MoR']],
    ["the ‘BRP’ and “BRP” and ``BRPs''", ['BRP', 'BRP', 'BRPs']],
    ['ÉNA et ÖPNV', ['ÉNA', 'ÖPNV']],
  ])('%s', (text, expected) => expect(formsIn(text)).toEqual(expected));
});

describe('tokens without it', () => {
  test.each([
    'I am A man with it, It and a',
    'Mr McAble, MacTarn, DeWeir and O’Reed',
    'RiverWatch and SafeBoats',
    'OK, II, III, IV and XII',
    'the 20s, 2000s, 3,000-odd, 9.00am and £4.6million',
    'level-2 and under-12-months',
    'www.brp.example and 20/20',
    'at QX1Y 2AB in town',
    'Multi-Agency, Pre-Sentence and Co-Chair',
    '',
  ])('%s', (text) => expect(formsIn(text)).toEqual([]));

  test('four words in a row in capitals are shouting', () => {
    expect(formsIn('The HRI OF THE RIVER BOARD is BRP')).toEqual(['BRP']);
    expect(formsIn('BRP, TRU, HRI, MoR and QRS')).toEqual(['BRP', 'TRU', 'HRI', 'MoR', 'QRS']);
    expect(formsIn('HRI TRU BRP is')).toEqual(['HRI', 'TRU', 'BRP']);
  });

  test('a line in capitals is shouting, but for its brackets', () => {
    expect(formsIn('RIVER MATTERS')).toEqual([]);
    expect(formsIn('NATIONAL RIVER BOARD (NRB)')).toEqual(['NRB']);
    expect(formsIn('NRB')).toEqual(['NRB']);
  });
});

describe('short forms that the document defines', () => {
  test.each([
    ['Nafo, Nafo’s and Nafo-led, but not Nafos’ or nafo', ['Nafo', 'Nafo’s', 'Nafo']],
    ['with Lak A, Lak B and Lak Ab', ['Lak A']],
    ['BRP Plan A and the BRP', ['BRP', 'BRP']],
    ['TSF-alpha and TSF-beta', ['TSF-alpha', 'TSF']],
  ])('%s', (text, expected) => expect(formsIn(text, 'Nafo', 'Lak A', 'TSF-alpha')).toEqual(expected));

  test('count even where a line shouts', () => {
    expect(formsIn('NRB OF THE RIVER BOARD', 'NRB')).toEqual(['NRB']);
  });

  test('of two words take the place of those inside them', () => {
    expect(formsIn('We gave PON II, and II, to HRI', 'PON II')).toEqual(['PON II', 'HRI']);
  });
});

test('uses stand in the text, in order, and do not overlap', () => {
  const piece = fc.constantFrom('BRP', 'b', 'A', ' ', '-', "'", '’', 's', '&', '1', '(', 'Lak A', 'é', '𝔅', '\u0000');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      let end = 0;
      for (const use of findUses(text, new KnownForms(['Lak A', 'Nafo']))) {
        expect(use.start).toBeGreaterThanOrEqual(end);
        expect(text.slice(use.start, use.end)).toBe(use.form);
        end = use.end;
      }
    }),
  );
});
