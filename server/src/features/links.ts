import type { Transcript } from '../syntax/tree';
import { Flow } from '../text/flow';
import type { LinkAnswer } from './answers';

const ADDRESS =
  /\bhttps?:\/\/[^\s<>"“”]{1,2000}|(?<![\w@./-])(?:www\.[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,5}|(?:[a-z\d-]{1,63}\.){1,5}(?:gov|org|com|net|edu|int|eu|uk|ie|ca|au|nz|za|scot|wales)(?=\/))(?:\/[^\s<>"“”]{0,2000})?/gi;

/** Web addresses in the text, also those that a line's end cuts after a hyphen. Punctuation of the sentence is not part of them. */
export function links({ text, paragraphs }: Transcript): readonly LinkAnswer[] {
  return paragraphs.flatMap(({ pieces }) => {
    if (!pieces.some((piece) => mayHold(text.slice(piece.start, piece.end)))) return [];
    const flow = Flow.of(text, pieces);
    return [...flow.text.matchAll(ADDRESS)].map((match): LinkAnswer => {
      const address = withoutPunctuation(match[0]);
      return {
        span: flow.spanOf(match.index, match.index + address.length),
        target: /^https?:/i.test(address) ? address : `https://${address}`,
      };
    });
  });
}

function mayHold(line: string): boolean {
  return line.includes('://') || line.includes('www.') || /\.[a-z]{2,5}\//i.test(line);
}

function withoutPunctuation(address: string): string {
  let end = address.length;
  while (end > 0 && (/[.,;:!?'’”*_]/.test(address.charAt(end - 1)) || closesMore(address.slice(0, end)))) end--;
  return address.slice(0, end);
}

/** Whether it ends in a bracket that it does not open. */
function closesMore(address: string): boolean {
  const last = address.at(-1);
  if (last !== ')' && last !== ']') return false;
  const opening = last === ')' ? '(' : '[';
  return address.split(opening).length < address.split(last).length;
}
