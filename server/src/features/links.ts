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

/** Takes off what ends the sentence, and closing brackets that the address does not open. One walk, however many brackets there are. */
function withoutPunctuation(address: string): string {
  const surplus = { ')': 0, ']': 0 };
  for (const character of address) {
    if (character === '(' || character === '[') surplus[character === '(' ? ')' : ']']--;
    else if (character === ')' || character === ']') surplus[character]++;
  }
  let end = address.length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    if (last === ')' || last === ']') {
      if (surplus[last] <= 0) break;
      surplus[last]--;
    } else if (!/[.,;:!?'’”*_]/.test(last)) break;
  }
  return address.slice(0, end);
}
