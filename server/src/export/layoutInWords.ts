import type { Summary } from '../analysis/summary';

const LABELS = { plain: 'plain labels', bold: 'bold labels', mixed: 'bold and plain labels' } as const;
/** What is worth saying of labels that no colon ends. */
const ENDS = {
  ':': '',
  '.': ' with full stops',
  '—': ' with dashes',
  '-': ' with dashes',
  line: ' on lines of their own',
  voice: ' of captions',
  chat: ' of a chat',
  '>>': ' of captions',
  space: ' before one space',
} as const;
const WRAP = { line: '', wrapped: 'wrapped lines', spaced: 'wrapped lines with empty lines between' } as const;

/** The conventions a transcript is typed in, as people would say them: "bold labels · 16 speakers". Empty for a document without turns. */
export function layoutInWords({ kind, layout, turns }: Pick<Summary, 'kind' | 'layout' | 'turns'>): string {
  if (kind === 'document' || layout.labels === 'none') return '';
  const people = new Set(turns.map((turn) => turn.person)).size;
  const speakers = `${people} ${people === 1 ? 'speaker' : 'speakers'}`;
  return [`${LABELS[layout.labels]}${ENDS[layout.ends ?? ':']}`, WRAP[layout.wrap], speakers].filter((part) => part !== '').join(' · ');
}
