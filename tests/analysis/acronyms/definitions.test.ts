import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDefinitions } from '../../../server/src/analysis/acronyms/definitions';
import { countWork } from '../../support/countedWork';

/** "SF=long form" of every definition, joined by "; ". */
function definitionsIn(text: string): string {
  return findDefinitions(text)
    .map((definition) => `${definition.short}=${definition.long}`)
    .join('; ');
}

const kindsIn = (text: string): readonly string[] => findDefinitions(text).map((definition) => definition.kind);

describe('a long form and a short form in round brackets', () => {
  test.each([
    ['the Better Roads Plan (BRP) is late', 'BRP=Better Roads Plan'],
    ['We met the Marsh and Meadow Agency (MMA).', 'MMA=Marsh and Meadow Agency'],
    ['local drainage boards (LDBs) met', 'LDB=local drainage boards'],
    ['Local Drainage Boards (LDB) met', 'LDB=Local Drainage Boards'],
    ['the Local Drainage Boards (LDBs.)', 'LDB=Local Drainage Boards'],
    ['the Better Roads Plan’s (BRP’s) aims', 'BRP=Better Roads Plan'],
    ["the Better Roads Plan's (BRP) aims", 'BRP=Better Roads Plan'],
    ['the Ministry of Rivers (MoR)', 'MoR=Ministry of Rivers'],
    ['the Department for Tides (DfT)', 'DfT=Department for Tides'],
    ['Harbour Office for Fishing and Crabs (HOFAC)', 'HOFAC=Harbour Office for Fishing and Crabs'],
    ['violence on waterways and bridges (VOWB)', 'VOWB=violence on waterways and bridges'],
    ['Quay Repair Service Tier 3 (QRS3)', 'QRS3=Quay Repair Service Tier 3'],
    ['Group of Seven (G7) and the Group of 31 (G-31)', 'G7=Group of Seven; G-31=Group of 31'],
    ['the Wide Water Waste Club (W3C)', 'W3C=Wide Water Waste Club'],
    ['rivers, weirs and ponds (RWP)', 'RWP=rivers, weirs and ponds'],
    [
      'the National Educational, Riverine and Cultural Organisation (NERCO)',
      'NERCO=National Educational, Riverine and Cultural Organisation',
    ],
    ['Multi-Agency River Board (MARB)', 'MARB=Multi-Agency River Board'],
    ['multiagency river boards (MARBs)', 'MARB=multiagency river boards'],
    ['multi-agency river boards (MARB)', 'MARB=multi-agency river boards'],
    ['Lakeside Co-operation and Development Office (LCDO)', 'LCDO=Lakeside Co-operation and Development Office'],
    ["Her Grace's Weirs [of Probity] (HGWP)", "HGWP=Her Grace's Weirs [of Probity]"],
    ['an identification (ID) card', 'ID=identification'],
    ['unmown grass (UMG)', 'UMG=unmown grass'],
    ['Quicker Crossings (QC) began', 'QC=Quicker Crossings'],
    ['black and minority fishers (BAMF)', 'BAMF=black and minority fishers'],
    ['the RIVER Strategic Weir Board (SWB)', 'SWB=Strategic Weir Board'],
    ['at the Office of the River Nations High Steward for Water (OHSW)', 'OHSW=Office of the River Nations High Steward for Water'],
    ['Weir and Lock Organization of the River Nations (WLO)', 'WLO=Weir and Lock Organization of the River Nations'],
    ['the Agreement on Trade-Related Aspects of Inland Purse Rights (TRIPS)', 'TRIPS=Trade-Related Aspects of Inland Purse Rights'],
    ['Inland Criminal Tidal Organization (INCRITID)', 'INCRITID=Inland Criminal Tidal Organization'],
    ['River Nations Entity for Bank Equality (RN-Equality)', 'RN-Equality=River Nations Entity for Bank Equality'],
    ['African Lakes Bank (AfLB)', 'AfLB=African Lakes Bank'],
    ['the research and dredging (R&D) budget', 'R&D=research and dredging'],
    ['Pêcheurs sans frontières (PSF)', 'PSF=Pêcheurs sans frontières'],
    ['Agence nationale de la rivière (ANR)', 'ANR=Agence nationale de la rivière'],
    ['Communication 2.0 of the St. Olm Harbour Board (SOHB)', 'SOHB=St. Olm Harbour Board'],
    ['Roads Plan(RP)', 'RP=Roads Plan'],
    ['NATIONAL RIVER BOARD (NRB)', 'NRB=NATIONAL RIVER BOARD'],
    ['In 2014. The Tidal Unit (TU) came.', 'TU=Tidal Unit'],
    ['River Unit (RU), Weir Team (WT) and Lock Office (LO)', 'RU=River Unit; WT=Weir Team; LO=Lock Office'],
    ['the River Nations Pond Fund (RNFPA)', 'RNFPA=River Nations Pond Fund'],
    ['the River Nations Fund, in Olm (RNFPA)', ''],
    ['anti-tumour necrosis factor (anti-TNF)', 'anti-TNF=anti-tumour necrosis factor'],
    ['small island developing Shires (SIDS)', 'SIDS=small island developing Shires'],
    ['New Partnership for Africa’s Dams (NEPAD)', 'NEPAD=New Partnership for Africa’s Dams'],
    ['Department of Pondkeeping Operations (DPKO)', 'DPKO=Department of Pondkeeping Operations'],
    ['the tidal data exchange markup language (TXML)', 'TXML=tidal data exchange markup language'],
  ])('%s', (text, expected) => expect(definitionsIn(text)).toBe(expected));
});

describe('words beside the short form in its brackets', () => {
  test.each([
    '(“BRP”)',
    '(‘BRP’)',
    "('BRP')",
    '("BRP")',
    '(**BRP**)',
    '(the BRP)',
    '(the “BRP”)',
    '(or BRP)',
    '(hereinafter BRP)',
    '(hereafter, BRP)',
    '(hereinafter referred to as “the BRP”)',
    '(abbreviated BRP)',
    '(known as BRP)',
    '(also known as the BRP)',
    '(BRP for short)',
    '(BRP; 2019)',
    '(BRP, 2019)',
    '(BRP 2019)',
    '(BRP, in French PMR)',
    '("BRP" or "the Plan")',
    '(“BRP” or “the Plan”)',
    '("the Plan" or "BRP")',
    '(the Plan; BRP)',
    '(BRP, as amended)',
    '[BRP]',
    '( BRP )',
    '(“the BRP”)',
    '(aka BRP)',
  ])('%s', (brackets) => expect(definitionsIn(`We read the Better Roads Plan ${brackets} twice.`)).toBe('BRP=Better Roads Plan'));

  test('quotes and bold around the long form are not part of it', () => {
    expect(definitionsIn('the “Better Roads Plan” (“BRP”)')).toBe('BRP=Better Roads Plan');
    expect(definitionsIn('the **Better Roads Plan** (**BRP**)')).toBe('BRP=Better Roads Plan');
  });
});

describe('prose of the sciences', () => {
  test.each([
    ['levels of tumour shrinkage factor alpha (TSF-alpha)', 'TSF-alpha=tumour shrinkage factor alpha'],
    ['transforming river factor-β1 (TRF-β1)', 'TRF-β1=transforming river factor-β1'],
    ['interlakin-2 (IL-2) and interweirin-gamma (IWN-gamma)', 'IL-2=interlakin-2; IWN-gamma=interweirin-gamma'],
    ['5-hydroxytidamine (5-HT) in fish', '5-HT=5-hydroxytidamine'],
    ['1-methyl-4-phenyl-1,2,3,6-tetrahydroponderine (MPTP)', 'MPTP=1-methyl-4-phenyl-1,2,3,6-tetrahydroponderine'],
    ['N-methyl-D-silicate (NMDS) receptors', 'NMDS=N-methyl-D-silicate'],
    ['reverse tide-polymer chain reaction (RT-PCR)', 'RT-PCR=reverse tide-polymer chain reaction'],
    ['small interfering RNA (siRNA) and fluvial AMP (fAMP)', 'siRNA=small interfering RNA; fAMP=fluvial AMP'],
    ['poly(ADP-silt) polymerase (PASP)', 'PASP=poly(ADP-silt) polymerase'],
    ['nuclear factor of activated T fish (NFAT)', 'NFAT=nuclear factor of activated T fish'],
    ['pondotensin II (Pon II) was given', 'Pon II=pondotensin II'],
    ['lakanavalin A (Lak A)-stimulated', 'Lak A=lakanavalin A'],
    ['piscoencephalogram (PEG)', 'PEG=piscoencephalogram'],
    ['tidaberculosis (TB)', 'TB=tidaberculosis'],
    ['(95% river interval [RI], 1.2-3.4)', 'RI=river interval'],
    ['magnetic river (MR) imaging', 'MR=magnetic river'],
    ['wet shock protein 70 (WSP70)', 'WSP70=wet shock protein 70'],
    ['pond renin activity (pra) was low', 'pra=pond renin activity'],
    ['adenosine 5′-tidephosphate (ATP)', 'ATP=adenosine 5′-tidephosphate'],
    ['two-dimensional (2D) nets', '2D=two-dimensional'],
    ['the β-carpin/T-carp factor (TCF) complex', 'TCF=T-carp factor'],
    ['pond mass index (PMI; kg/m2)', 'PMI=pond mass index'],
    ['Abbreviations: PMI, pond mass index; RI, river interval.', 'PMI=pond mass index; RI=river interval'],
  ])('%s', (text, expected) => expect(definitionsIn(text)).toBe(expected));
});

describe('a short form and a long form in brackets', () => {
  test.each([
    ['BRPs (Better Roads Plans) are', 'BRP=Better Roads Plans', 'shortThenBracketed'],
    ['The BRP (the Better Roads Plan) is', 'BRP=Better Roads Plan', 'shortThenBracketed'],
    ['The BRP (or Better Roads Plan) is', 'BRP=Better Roads Plan', 'shortThenBracketed'],
    ['The BRP (which stands for Better Roads Plan) is', 'BRP=Better Roads Plan', 'shortThenBracketed'],
    ['The BRP (short for Better Roads Plan) is', 'BRP=Better Roads Plan', 'shortThenBracketed'],
    ['The “BRP” (Better Roads Plan, as amended) is', 'BRP=Better Roads Plan', 'shortThenBracketed'],
    ['ETP (education, training and ponds) is', 'ETP=education, training and ponds', 'shortThenBracketed'],
    ['RWLO (River and Weir Lock Office of the North) is', 'RWLO=River and Weir Lock Office of the North', 'shortThenBracketed'],
    ['The BRP [Better Roads Plan] is', 'BRP=Better Roads Plan', 'gloss'],
    ['her SRMS [silt risk management system] and', 'SRMS=silt risk management system', 'gloss'],
    ['SO9 [River Safety Command] came', 'SO9=River Safety Command', 'gloss'],
    ['the BRO [River Appeals Office] said', 'BRO=River Appeals Office', 'gloss'],
    ['the new plan (BRP: Better Roads Plan) is', 'BRP=Better Roads Plan', 'shortThenBracketed'],
  ])('%s', (text, expected, kind) => {
    expect(definitionsIn(text)).toBe(expected);
    expect(kindsIn(text)).toEqual([kind]);
  });
});

describe('speech, in which the long form comes first', () => {
  test.each([
    ', known as BRP,',
    ', also known as the BRP,',
    ', better known as BRP',
    ', of course better known as the BRP',
    ', more commonly referred to as “BRP”,',
    ', or BRP,',
    ', or the BRP,',
    ' or BRP',
    ', which I shall call ‘BRP’,',
    ", which I'll refer to as the BRP if I may",
    ', which we call the BRP,',
    ', what we call BRP,',
    ', or what we in the trade call the BRP,',
    ', the BRP,',
    ', BRP,',
    ' — the BRP —',
    ' -- the BRP --',
    ' – BRP –',
    ', BRP for short,',
    ', abbreviated to BRP',
    ', abbreviated as BRP',
    ', hereinafter BRP,',
    ', henceforth "BRP",',
    ', the so-called BRP,',
    ', i.e. BRP,',
    ' -- we all call it the BRP --',
    "-- we call it ``BRP''--",
    ', which is known as BRP,',
    ', otherwise known as BRP,',
    ', called BRP for short,',
    ', so the BRP,',
    ' -- so BRP --',
  ])('the Better Roads Plan%s', (end) =>
    expect(definitionsIn(`In spring the Better Roads Plan${end} was agreed.`)).toBe('BRP=Better Roads Plan'),
  );

  test.each([
    ['the National Association of Flood Officers, known as Nafo, is', 'Nafo=National Association of Flood Officers'],
    ['rivers, weirs and ponds, RWP,', 'RWP=rivers, weirs and ponds'],
    ['of the Eastern Union Aqueduct Safety Agency, EASA, rules', 'EASA=Eastern Union Aqueduct Safety Agency'],
    ['The WARB Improvement Act, WARBIA, says', 'WARBIA=WARB Improvement Act'],
  ])('%s', (text, expected) => expect(definitionsIn(text)).toBe(expected));
});

describe('speech, in which the short form comes first', () => {
  test.each([
    'BRP stands for Better Roads Plan and nothing else',
    'BRP, which stands for the Better Roads Plan, is',
    'BRP, short for Better Roads Plan, is',
    'BRP is short for Better Roads Plan.',
    'BRP is an acronym for Better Roads Plan',
    'the acronym BRP stands for Better Roads Plan',
    'the BRP, that is, the Better Roads Plan,',
    'BRP, i.e. the Better Roads Plan, has',
    'the BRP, which is the Better Roads Plan, has',
    'BRP means Better Roads Plan.',
    'The BRP — the Better Roads Plan — was',
    'The BRP -- the Better Roads Plan -- was',
    'The BRP - the Better Roads Plan - was',
    'the BRP, the Better Roads Plan, was',
    'the BRP, Better Roads Plan.',
    'we call it the BRP, the Better Roads Plan.',
    'BRP, or Better Roads Plan, was',
    'the BRPs—the Better Roads Plans; there',
    'the “BRP”, the Better Roads Plan,',
    "BRPs, so that's Better Roads Plans, were",
    'the BRP, so the Better Roads Plan, was',
    'BRP, as in Better Roads Plan, was',
  ])('%s', (text) => expect(definitionsIn(text)).toMatch(/^BRP=Better Roads Plans?$/));

  test.each([
    ['RWP, rivers, weirs and ponds, is', 'RWP=rivers, weirs and ponds'],
    ['MARB, multiagency river boards, is', 'MARB=multiagency river boards'],
    ['Nafo stands for National Association of Flood Officers', 'Nafo=National Association of Flood Officers'],
  ])('%s', (text, expected) => expect(definitionsIn(text)).toBe(expected));
});

describe('entries of lists', () => {
  test.each([
    ['BRP = Better Roads Plan', 'BRP=Better Roads Plan'],
    ['BRP = Better Roads Plan; TRU = Tidal River Unit', 'BRP=Better Roads Plan; TRU=Tidal River Unit'],
    ['BRP – Better Roads Plan', 'BRP=Better Roads Plan'],
    ['• BRP - Better Roads Plan', 'BRP=Better Roads Plan'],
    ['BRP: Better Roads Plan', 'BRP=Better Roads Plan'],
    ['BRP\tBetter Roads Plan', 'BRP=Better Roads Plan'],
    ['BRP   Better Roads Plan', 'BRP=Better Roads Plan'],
    ['BRP Better Roads Plan', 'BRP=Better Roads Plan'],
    ['Better Roads Plan = BRP', 'BRP=Better Roads Plan'],
  ])('%s', (text, expected) => {
    expect(definitionsIn(text)).toBe(expected);
    expect(new Set(kindsIn(text))).toEqual(new Set(['list']));
  });
});

describe('what looks like a definition and is none', () => {
  test.each([
    'Nick Able (Head of Rivers) said',
    'It was (inaudible) that (a) we go and (b) we stay (2014) (Chair) (Apr 2015 to Mar 2016)',
    'patients (n = 5) were given it (P < 0.05; 95% CI) on day 3 (Fig. 2)',
    'Rebecca Able, BRP Chief Executive Officer',
    '(Chief Executive Officer) (BRPO)',
    'the Water Management Service, soon to be RWS, was better',
    'HRI, the river inspectorate, also said',
    'driving TRU, meaning that it is down to the unit',
    'the BRP, which was renamed on the same day as the Plan',
    'Although the BRP, as it is called, works',
    'our tool, which is called Reeds',
    'an index weir (primary weir for which the river is weighed)',
    'required to deliver (the Building Better Rivers programme)',
    '[HMQ] Weirfield and [2022] and [Commander] Nick [Able] and [the Borough of] Olm',
    'the CEO [Jane Doe] said',
    'the TRU [at the time] said',
    'the TRU [Jane Doe, Director] said',
    'the Better Roads Plan. BRP is good',
    'He said BRP, but Roads Plan is',
    'I use BRP, CRC, TRU and so on',
    'Joan Tarn MP, Tom Reed, and others',
    'NATIONAL RIVER BOARD, NRB AND OTHERS',
    'the Probation Service (SE) came',
    'what became known as XS, XO structure, had',
    'Escherichia lacustris (E. lac) grows',
    'new fileName(fileName) and readStream(readStream)',
    'at https://abc.example (HTTPS) or dc@abc.example (DC)',
    'the software and its documentation files (the "Software")',
    'a port number (env: PORT) is',
    'the national safety committee (NSC met)',
    'in Olm (OM) they',
    'a new boat, the river people, and then BRP, as I said',
    '',
    '(',
    '[]()[(',
    'BRP (',
    'BRP, ',
    '(BRP)',
  ])('%s', (text) => expect(definitionsIn(text)).toBe(''));
});

describe('where a long form begins', () => {
  test.each([
    ['In the summer, the Better Roads Plan (BRP)', 'Better Roads Plan'],
    ['of the London-based Better Roads Plan (BRP)', 'Better Roads Plan'],
    ['Boats, bridges and the Better Roads Plan (BRP)', 'Better Roads Plan'],
    ['it. Better Roads Plan (BRP)', 'Better Roads Plan'],
    ['a plan; better roads plans (BRPs)', 'better roads plans'],
    ['(see the Better Roads Plan (BRP))', 'Better Roads Plan'],
    ['a -- Better Roads Plan (BRP)', 'Better Roads Plan'],
    ['bring back Better Roads Plan (BRP)', 'Better Roads Plan'],
    ['by the riverside pond before the better roads plan (BRP)', 'better roads plan'],
  ])('%s', (text, long) => expect(findDefinitions(text)[0]?.long).toBe(long));
});

describe('any text', () => {
  const piece = fc.constantFrom(
    'BRP',
    'Better',
    'Roads',
    'Plan',
    'the',
    '(',
    ')',
    '[',
    ']',
    ', ',
    ' ',
    '-',
    ' -- ',
    '—',
    '“',
    '”',
    "'",
    's',
    'known as ',
    'stands for ',
    'or ',
    '= ',
    ': ',
    '.',
    '𝔅',
    'é',
    '\u0000',
    '2',
    '&',
    'a',
  );

  test('is answered with definitions that stand in it, in order and once', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          const found = findDefinitions(text);
          let last = -1;
          for (const { short, long, shortStart, shortEnd, longStart, longEnd } of found) {
            expect(text.slice(shortStart, shortEnd)).toBe(short);
            expect(text.slice(longStart, longEnd)).toBe(long);
            expect(long.trim()).toBe(long);
            expect(shortStart >= longEnd || shortEnd <= longStart).toBe(true);
            expect(shortStart).toBeGreaterThan(last);
            last = shortStart;
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each([
    '(',
    '[',
    '(a(a ',
    'AAAA ',
    '(AAAA) ',
    'Aa (Aa) ',
    'AB, ',
    'AB -- ',
    'a',
    'A',
    '"AB" ',
    "AB's' ",
    'known as ABC or ',
    'we call it the ABC, ',
    'ABC, which stands for a a a a a a, ',
    'a-a-a-a-a-a-a-a-a-a-a-a-a (AAAAAAAA) ',
  ])('takes work in proportion to its length: %s', (unit) => {
    const [small, large] = [unit.repeat(400), unit.repeat(1600)];
    findDefinitions(small);
    const once = countWork(() => findDefinitions(small));
    const fourfold = countWork(() => findDefinitions(large));
    // A text without a capital or a bracket takes next to none.
    expect(once).toBeGreaterThan(0);
    expect(fourfold).toBeLessThan(Math.max(once, 300) * 4 * 1.3);
  });
});
