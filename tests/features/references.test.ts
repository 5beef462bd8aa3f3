import { describe, it } from 'vitest';
import { checkHighlights, checkReferences } from '../support/check';

describe('references of an acronym', () => {
  it('are all its uses, in all documents', () =>
    checkReferences(`
      The Local Weir Board (⟦LWB⟧) met. ‸⟦LWB⟧ spoke.
      %! other.txt
      It was for the ⟦LWB⟧ to say.
    `));
  it('are uses with endings and in another case too', () =>
    checkReferences('The Ministry of Weirs (⟦MoW⟧) met. ‸⟦MOW⟧ spoke, and ⟦MoW’s⟧ clerk wrote.'));
  it('leave out the definition when it is not wanted', () => checkReferences('The Local Weir Board (LWB) met. ‸⟦LWB⟧ spoke.', false));
  it('leave out documents where it means something else', () =>
    checkReferences(`
      The Local Weir Board (⟦LWB⟧) met. ‸⟦LWB⟧ spoke.
      %! other.txt
      The Lamp Workers’ Brigade (LWB) met, and LWB spoke.
    `));
  it('take in documents that define it in other words of the same meaning', () =>
    checkReferences(`
      The Local Weir Board (⟦LWB⟧) met. ‸⟦LWB⟧ spoke.
      %! other.txt
      All local weir boards (⟦LWBs⟧) met.
    `));
  it('are found where nothing defines it', () => checkReferences('The ‸⟦LWB⟧ met. Two ⟦LWBs⟧ spoke.'));
  it('are found from a plural', () => checkReferences('The ⟦LWB⟧ met. Two ‸⟦LWBs⟧ spoke.'));
  it('keep a word apart that is spelled alike', () => checkReferences('Information Technology (⟦IT⟧) matters. ‸⟦IT⟧ is what it is.'));
  it('take in labels', () =>
    checkReferences(`
      Ada Quill (Chair, ⟦LWB⟧): Good morning.

      Bo Tarn (Engineer): The Local Weir Board (‸⟦LWB⟧) is here.

      Ada Quill (Chair, ⟦LWB⟧): Shall we?
    `));
});

const MEETING = `
  ⟦Ada Quill⟧ (Chair): Good morning. Bo, can you start?

  Bo Tarn (Engineer): Thank you, ‸⟦Ada⟧.

  ⟦Ada Quill⟧ (Chair): Not at all.
`;

describe('references of a person', () => {
  it('are labels and mentions', () => checkReferences(MEETING));
  it('are the same from a label', () => checkReferences(MEETING.replace('‸', '').replace('⟦Ada Quill', '⟦Ada Qui‸ll')));
  it('go over documents', () =>
    checkReferences(`${MEETING}
  %! other.txt
  Eve Moor (Chair): Good morning.

  ⟦Ada Quill⟧ (Member): Good morning.

  Eve Moor (Chair): Thank you, ⟦Ada⟧.
`));
  it('never are those of another person of the same first name', () =>
    checkReferences(`${MEETING}
  %! other.txt
  Eve Moor (Chair): Good morning.

  Ada Stone (Member): Good morning.

  Eve Moor (Chair): Thank you, Ada.
`));
  it('take in a surname in brackets', () =>
    checkReferences(`
      Ada Quill (Chair): As ⟦Bo [Tarn]⟧ said.

      ‸⟦Bo Tarn⟧ (Engineer): I did.

      Ada Quill (Chair): Good.
    `));
  it('are none on an ordinary word', () =>
    checkReferences(MEETING.replace('‸', '').replace('morning', 'mor‸ning').replaceAll(/[⟦⟧]/g, '')));
});

describe('highlights', () => {
  it('are the references of the own document in text order', () =>
    checkHighlights(`
      The Local Weir Board (⟦LWB⟧) met. ‸⟦LWB⟧ spoke.
      %! other.txt
      It was for the LWB to say.
    `));
  it('show a person', () => checkHighlights(MEETING));
});
