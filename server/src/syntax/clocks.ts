import { CLOCK } from './beforeLabel';
import type { TextLine } from './textLines';

/** Longer lines than this are no name with a time, in UTF-16 units. */
const LONGEST = 90;

/** Fewer of such lines show no custom. */
const FEWEST = 3;

/**
 * Marks lines that are a name and a time and nothing else: `Ada Quill  0:12`, `**Ada Quill** (0:12)`,
 * `Mr Quill 11:05 a.m.`. With their numbers left out they look like running heads, and nothing but the line’s end sets
 * them apart; that the times go up, and that others are named in the same way, shows that they are neither.
 */
export function withClocks(text: string, lines: readonly TextLine[]): readonly TextLine[] {
  const clocked = new Set<number>();
  const names = new Set<string>();
  let before = -1;
  let rising = 0;
  let headed = 0;
  let ending = 0;
  for (const [index, line] of lines.entries()) {
    if (line.end - line.start > LONGEST || !mayEndInTime(text, line)) continue;
    ending++;
    const match = NAME_AND_TIME.exec(text.slice(line.start, line.end));
    if (!match) continue;
    const time = secondsOf(match[2] ?? '');
    if (time >= before) rising++;
    if (clocked.has(index - 1)) headed--;
    if (index + 1 < lines.length) headed++;
    before = time;
    clocked.add(index);
    names.add(match[1] ?? '');
  }
  // A record may have the time beside each of its lines.
  if (clocked.size < FEWEST || names.size < 2 || clocked.size < ending * 0.6) return lines;
  // Headings may have the time as well, and stand right above a name.
  if (rising < clocked.size * 0.7 || headed < clocked.size * 0.5) return lines;
  return lines.map((line, index): TextLine => (clocked.has(index) ? { ...line, clocked: true } : line));
}

const NAME_AND_TIME = new RegExp(`^([*_]{0,3}\\p{Lu}[^:;?!]*?)(?:\\s+|[*_]{1,3}\\s*)[*_]{0,3}[[(]?(${CLOCK})[\\])]?[*_]{0,3}$`, 'u');

/** Cheap before what is dear: most lines end in another character, or have no colon there. */
export function mayEndInTime(text: string, { start, end }: TextLine): boolean {
  const last = text.charCodeAt(end - 1);
  if (!((last >= 48 && last <= 57) || ')].*_mM'.includes(text.charAt(end - 1)))) return false;
  return text.slice(Math.max(start + 1, end - 15), end).includes(':');
}

/** A time of day or of a recording in seconds; `1:05 PM` comes after `11:05 AM`. What has two parts counts in its own unit. */
function secondsOf(time: string): number {
  const [first = 0, second = 0, third] = time.split(/[:.,\s]/).map((part) => (/^\d+$/.test(part) ? Number(part) : undefined));
  const afternoon = /p/i.test(time) && first < 12 ? 12 : 0;
  return third === undefined ? (first + afternoon) * 60 + second : (first + afternoon) * 3600 + second * 60 + third;
}
