import type { Transcript } from '../syntax/tree';

const LABELS = { plain: 'plain labels', bold: 'bold labels', mixed: 'bold and plain labels' } as const;
const WRAP = { line: '', wrapped: 'wrapped lines', spaced: 'wrapped lines with empty lines between' } as const;

/** The conventions a transcript is typed in, as people would say them: "bold labels · 16 speakers". Empty for a document without turns. */
export function layoutInWords({ kind, layout }: Pick<Transcript, 'kind' | 'layout'>): string {
  if (kind === 'document' || layout.labels === 'none') return '';
  const speakers = `${layout.speakers} ${layout.speakers === 1 ? 'speaker' : 'speakers'}`;
  return [LABELS[layout.labels], WRAP[layout.wrap], speakers].filter((part) => part !== '').join(' · ');
}
