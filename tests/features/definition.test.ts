import { describe, it } from 'vitest';
import { checkDefinition } from '../support/check';

describe('go to definition of an acronym', () => {
  it('jumps to the short form where the text joins it with the long one', () =>
    checkDefinition('The Local Weir Board (⟦LWB⟧) met. ‸LWB spoke.'));
  it('jumps from the definition to itself', () => checkDefinition('The Local Weir Board (⟦L‸WB⟧) met.'));
  it('jumps forward when the definition comes later', () => checkDefinition('‸LWB spoke. The Local Weir Board (⟦LWB⟧) met.'));
  it('jumps into another document when the own has none', () =>
    checkDefinition(`
      The ‸LWB met.
      %! other.txt
      The Local Weir Board (⟦LWB⟧) met.
    `));
  it('stays at home when the own document has one', () =>
    checkDefinition(`
      The Local Weir Board (⟦LWB⟧) met, and ‸LWB spoke.
      %! other.txt
      The Local Weir Board (LWB) met.
    `));
  it('offers all documents when they disagree', () =>
    checkDefinition(`
      The ‸LWB met.
      %! one.txt
      The Local Weir Board (⟦LWB⟧) met.
      %! two.txt
      The Lamp Workers’ Brigade (⟦LWB⟧) met.
    `));
  it('offers the likelier first', () =>
    checkDefinition(
      `
      9 May 2031

      The ‸LWB met again this year.
      %! a-old.txt
      9 May 2001

      The Lamp Workers’ Brigade (⟦LWB⟧) met.
      %! b-new.txt
      9 May 2030

      The Local Weir Board (⟦LWB⟧) met.
      `,
      ['b-new.txt', 'a-old.txt'],
    ));
  it('goes nowhere where nothing defines it', () => checkDefinition('The ‸LWB met.'));
  it('goes nowhere from an ordinary word', () => checkDefinition('The Local Weir Board (LWB) m‸et.'));
});

describe('go to definition of a person', () => {
  it('jumps from a first name to the first label', () =>
    checkDefinition(`
      ⟦Ada Quill⟧ (Chair): Good morning.

      Bo Tarn (Engineer): Thank you, ‸Ada.

      Ada Quill (Chair): Shall we?
    `));
  it('jumps from a later label to the first', () =>
    checkDefinition(`
      ⟦Ada Quill⟧ (Chair): Good morning.

      Bo Tarn (Engineer): Thank you.

      Ada Qui‸ll (Chair): Shall we?
    `));
  it('jumps to the list of attendees where there is one', () =>
    checkDefinition(`
      ### Members:
      ⟦Ada Quill⟧, Chair
      Bo Tarn, Engineer

      **Ada Quill (Chair):** Good morning.

      **Bo Tarn (Engineer):** Thank you, ‸Ada.

      **Ada Quill (Chair):** Shall we?
    `));
  it('jumps from a place that only names the person to the document that declares them', () =>
    checkDefinition(`
      The board heard from Mr Bo ‸Tarn, Engineer, in May.
      %! meeting.txt
      Ada Quill (Chair): Good morning.

      ⟦Bo Tarn⟧ (Engineer): Thank you.

      Ada Quill (Chair): Shall we?
    `));
  it('goes nowhere from a first name that two bear and nobody tells apart', () =>
    checkDefinition(`
      Ada Quill (Chair): Good morning.

      Ada Moor (Clerk): Good morning.

      Cy Moss (Member): Good morning.

      Bo Tarn (Engineer): So it was ‸Ada who said it.

      Cy Moss (Member): Was it?

      Bo Tarn (Engineer): Yes.
    `));
});

describe('go to definition of a footnote', () => {
  it('jumps from the mark to the text', () =>
    checkDefinition(`
      Ada Quill (Chair): The weir is old.‸1 Shall we?

      Bo Tarn (Engineer): Yes.

      ⟦1 It was built in the year of the flood.⟧

      Ada Quill (Chair): Good.
    `));
});
