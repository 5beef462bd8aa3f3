import type { TextLine } from './textLines';

const TIMING = /^((?:\d{2,}:)?\d{2}:\d{2}[.,]\d{3})\s+-->\s+(?:\d{2,}:)?\d{2}:\d{2}[.,]\d{3}/;
const SPEAKER = /^\d+ "([^"]{1,80})" \(\d+\)$/;
const BLOCK = /^(?:WEBVTT|NOTE|STYLE|REGION)(?:\s|$)/;

/**
 * WebVTT and SubRip: the lines of timing, the identifiers and the header are furniture; the text of a cue has the time
 * at which it is shown. Texts without timings are left as they are.
 */
export function withCaptions(text: string, lines: readonly TextLine[]): readonly TextLine[] {
  if (!text.includes('-->')) return lines;
  const timings = lines.map((line) => TIMING.exec(text.slice(line.start, Math.min(line.end, line.start + 80)))?.[1]);
  if (timings.filter((timing) => timing !== undefined).length < 2) return lines;
  let inBlock = false;
  let time: string | undefined;
  return lines.map((line, index): TextLine => {
    if (line.gap > 0 || index === 0) inBlock = BLOCK.test(text.slice(line.start, line.start + 8));
    if (timings[index] !== undefined) {
      time = timings[index];
      inBlock = false;
      return { ...line, furniture: true };
    }
    // Webex writes who speaks into the identifier.
    const speaker = timings[index + 1] === undefined ? null : SPEAKER.exec(text.slice(line.start, Math.min(line.end, line.start + 120)));
    if (speaker) {
      const start = line.start + speaker[0].indexOf('"') + 1;
      return {
        ...line,
        caption: true,
        clocked: { name: { start, end: start + (speaker[1] ?? '').length }, time: timings[index + 1] },
      };
    }
    const identifies = timings[index + 1] !== undefined && lines[index + 1]?.gap === 0 && (line.gap > 0 || index === 0);
    if (inBlock || identifies || time === undefined) return { ...line, furniture: true };
    const closed = text.endsWith('</v>', line.end) && line.end - line.start > 4 ? line.end - 4 : line.end;
    return { ...line, end: closed, caption: true, margin: { start: line.start, time } };
  });
}
