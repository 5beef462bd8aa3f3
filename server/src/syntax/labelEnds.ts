import { Class, classAt, SENTENCE_ENDS } from '../text/unicode';
import { isRole } from './affiliation';
import { isCaseless, isEastAsian, markedLabel, SPEAKER_MARKS } from './caseless';
import { CLOCK, readBeforeLabel } from './beforeLabel';
import { asWritten, readName } from './label';
import { LONGEST_STOPPED, reading, withTimeAfter, type LabelEnd } from './labelReading';
import { canStop, dashEnd, isCapitals, spacedDashEnd, stopEnd } from './stoppedLabels';

/** How far a label reaches that the end of its line ends, in UTF-16 units. */
const LONGEST_ALONE = 90;

const TIME_AT_END = new RegExp(`(?:[\\s([]|\\s[*_]{1,2}[[(]?)(${CLOCK})[\\])]?[*_]{0,2}$`);

/**
 * The label that begins at `from`, if one does. `isAlone` tells whether a label may take the whole first line (of which
 * `lineLength` units are in the window): it begins a paragraph, and text follows.
 */
export function labelAt(window: string, from: number, lineLength: number, isAlone: boolean): LabelEnd | undefined {
  if (window[from] === '[') return bracketEnd(window, from);
  const nobody = nobodyEnd(window, from);
  if (nobody) return nobody;
  const mark = markAt(window, from);
  if (mark === '<v') return voiceEnd(window, from);
  if (window[from] === '<') return taggedEnd(window, from);
  if (SPEAKER_MARKS.includes(window.charAt(from))) return markedNameEnd(window, from);
  const exchange = 'QA*_'.includes(window[from] ?? ' ') ? exchangeEnd(window, from) : questionBy(window, from);
  if (exchange) return askedBy(window, exchange) ?? initialed(window, from) ?? exchange;
  if (mark !== '') return boldEnd(window, from, mark) ?? (isAlone ? aloneEnd(window, from, lineLength) : undefined);
  return (
    colonEnd(window, from) ??
    dashEnd(window, from) ??
    stopEnd(window, from) ??
    spacedDashEnd(window, from) ??
    (isAlone ? aloneEnd(window, from, lineLength) : undefined) ??
    bareExchangeEnd(window, from)
  );
}

function markAt(window: string, from: number): string {
  const char = window[from];
  if (char === '<') return window.startsWith('<v', from) ? '<v' : '';
  if (char !== '*' && char !== '_') return '';
  const mark = /(\*{1,3}|_{1,2})(?=\S)/y;
  mark.lastIndex = from;
  return mark.exec(window)?.[1] ?? '';
}

/** `[SPEAKER_00]: Name` in brackets, with its colon outside or inside. */
function bracketEnd(window: string, from: number): LabelEnd | undefined {
  const close = window.indexOf(']', from);
  if (close < 0 || close - from > LONGEST_STOPPED) return undefined;
  const inside = window[close - 1] === ':';
  const end = inside ? close + 1 : close + 2;
  if ((!inside && window[close + 1] !== ':') || !/\s/.test(window[end] ?? ' ')) return undefined;
  return withTimeAfter(reading(':', from + 1, inside ? close - 1 : close, end, window), window);
}

/** `(UNKNOWN):`, `(Unidentified Speaker):` */
const NOBODY = /\(((?:unknown|unidentified)(?: \p{L}+){0,2})\):(?=\s)/iuy;

function nobodyEnd(window: string, from: number): LabelEnd | undefined {
  if (window[from] !== '(') return undefined;
  NOBODY.lastIndex = from;
  const written = NOBODY.exec(window)?.[1];
  if (written === undefined) return undefined;
  const textEnd = from + 1 + written.length;
  return {
    separator: ':',
    textStart: from + 1,
    textEnd,
    end: textEnd + 2,
    name: asWritten(written, 'office'),
    typed: 'plain',
    glued: false,
  };
}

/** `[Ada Able] Good evening.` in a caption. What is no name in them is a sound. */
export function captionEnd(window: string, from: number, lineLength: number): LabelEnd | undefined {
  const close = window[from] === '[' ? window.indexOf(']', from) : -1;
  if (close < 0 || close - from > LONGEST_STOPPED || close + 2 >= lineLength || window[close + 1] !== ' ') return undefined;
  const label = reading(':', from + 1, close, close + 1, window);
  return label && (label.name.shape === 'full' || label.name.shape === 'titled' || label.name.shape === 'office') ? label : undefined;
}

const STOPS = '?!;"';
/** Abbreviations of Hebrew have the mark of a quotation before their last letter. */
const CASELESS_STOPS = '?!;,，。？！；、「」『』،؛؟।';

/** `Name (Role):` up to the first colon outside brackets that white space, the line's end or a capital follows. */
function colonEnd(window: string, start: number): LabelEnd | undefined {
  if (!window.includes(':', start) && !window.includes('：', start)) return undefined;
  const caseless = isCaseless(window.slice(start, start + 4));
  const stops = caseless ? CASELESS_STOPS : STOPS;
  let depth = 0;
  for (let at = start; at < window.length; at++) {
    if (classAt(window, at) === Class.lower) continue;
    const char = window.charAt(at);
    if (char === '(' || char === '[' || char === '（') depth++;
    else if (char === ')' || char === ']' || char === '）') depth = Math.max(0, depth - 1);
    else if (depth === 0 && stops.includes(char)) return undefined;
    else if (
      caseless &&
      (char === '：' || char === ':') &&
      isEastAsian(window.slice(start, at)) &&
      /^\s*(?:[\r\n]|$)/.test(window.slice(at + 1))
    )
      return undefined;
    else if (char === '：' && depth === 0) return withTimeAfter(reading(':', start, at, at + 1, window), window);
    else if (char === ':' && depth === 0) {
      const next = window.slice(at + 1, at + 3);
      if (next === '' || /^\s/.test(next)) return withTimeAfter(reading(':', start, at, at + 1, window), window);
      if (/^\d/.test(next)) continue;
      if (!/^[\p{Lu}\p{Lo}"“‘'-]/u.test(next) || !/[\p{L}.)\]]/u.test(window[at - 1] ?? '')) return undefined;
      const label = reading(':', start, at, at + 1, window);
      return label && { ...label, glued: window[at - 1] !== ')' };
    }
  }
  return undefined;
}

/** `<p><strong>Name:</strong>`, `<cite>Name</cite>:`: HTML in Markdown. */
const TAGGED =
  /(?:<(?:p|div|li|blockquote|span|br)(?:\s[^<>]*)?\/?>\s*)*<(strong|b|em|i|u|cite)(?:\s[^<>]*)?>([^<>]{1,120}?)(:?)\s*<\/\1>\s?(:?)/iy;

/** `<היו"ר אדה קוויל:>` on a line of its own. */
const ANGLED = /<([^<>:/\r\n]{2,60}):\s?>(?=\s*(?:[\r\n]|$))/y;

const EMPHASIS = /<(?:strong|b|em|i)>(?=\p{Lu})/uy;

function taggedEnd(window: string, from: number): LabelEnd | undefined {
  ANGLED.lastIndex = from;
  const angled = ANGLED.exec(window)?.[1];
  if (angled !== undefined) return reading(':', from + 1, from + 1 + angled.length, ANGLED.lastIndex, window);
  TAGGED.lastIndex = from;
  const match = TAGGED.exec(window);
  const name = match?.[2];
  if (!match || name === undefined) {
    // `<b>Ada Able: And then?</b>`
    EMPHASIS.lastIndex = from;
    return EMPHASIS.test(window) ? colonEnd(window, EMPHASIS.lastIndex) : undefined;
  }
  if (match[3] === '' && match[4] === '') return undefined;
  const textStart = from + match[0].lastIndexOf(`>${name}`) + 1;
  const label = withTimeAfter(reading(':', textStart, textStart + name.length, from + match[0].length, window), window);
  return label && { ...label, typed: 'bold' };
}

/** As long as a window is, in UTF-16 units. */
const LONG_LINE = 200;

/** `**Name (Role):**`, `**Name (Role)**:`, `**Name** (Role):`, `**Name.** –`, and the same in italics. */
function boldEnd(window: string, start: number, mark: string): LabelEnd | undefined {
  const open = start + mark.length;
  const close = window.indexOf(mark, open);
  // A line that is longer than what is looked at may be in bold to its end.
  const colon = close < 0 && mark.length > 1 && window.length >= LONG_LINE ? window.indexOf(': ', open) : -1;
  if (close < 0) return colon > 0 ? reading(':', open, colon, colon + 1, window) : undefined;
  // `**[00:12] Ada Able:**`
  const { time, length } = readBeforeLabel(window.slice(open, close));
  if (time === undefined) return markedEnd(window, open, close, mark);
  const label = markedEnd(window, open + length, close, mark);
  return label && { ...label, time };
}

function markedEnd(window: string, inner: number, close: number, mark: string): LabelEnd | undefined {
  const typed = mark.length > 1 ? 'bold' : 'plain';
  const content = window.slice(inner, close).trimEnd();
  const afterMark = close + mark.length;
  const last = content.slice(-1);
  if (last === ':') {
    if (content.slice(0, -1).includes(': ')) return undefined;
    const label = withTimeAfter(reading(':', inner, inner + content.length - 1, afterMark, window), window);
    return label && { ...label, typed };
  }
  const after = /^\s?(?:\([^()]*\)\s?|\[[^[\]]*\]\s?)*:(?=\s|$)/.exec(window.slice(afterMark));
  if (after) {
    const end = afterMark + after[0].length;
    const label = withTimeAfter(reading(':', inner, /[([]/.test(after[0]) ? end - 1 : close, end, window), window);
    return label && { ...label, typed };
  }
  const dash = /^\s?(?:\([^()]*\)\s?)*\.?\s*[–—](?=\s*\S)/.exec(window.slice(afterMark));
  if (dash) {
    const label = reading(
      '—',
      inner,
      /\(/.test(dash[0]) ? afterMark + dash[0].search(/\.?\s*[–—]$/) : close,
      afterMark + dash[0].length,
      window,
    );
    if (!label) return undefined;
    return { ...label, typed, separator: canStop(label.name) ? '—' : '-' };
  }
  const colon = content.indexOf(': ');
  // "**Weir Weekly: And then?**": all that is said is in bold, which says nothing of the label.
  if (colon > 0 && SENTENCE_ENDS.includes(last) && /^\s*(?:[\r\n]|$)/.test(window.slice(afterMark)))
    return reading(':', inner, inner + colon, inner + colon + 1, window);
  if (last !== '.' || !/^\s+\S/.test(window.slice(afterMark))) return undefined;
  const label = reading('.', inner, inner + content.length - 1, afterMark, window);
  return label && canStop(label.name) ? { ...label, typed } : undefined;
}

/** `Q.`, `A:`, `**Q**`, `Question:`, `Q--`; and `Q` before a wide gap. */
const EXCHANGE =
  /(\*\*|__)?(Q|A|QUESTION|ANSWER|Question|Answer)(?:(?:\*\*|__)?[.:](?:\*\*|__)?(?=\s|$)|(?:\*\*|__)(?=\s)|(?=\t| {2,}\S)|\.?(?:--|—)\s?(?=["“‘'([]?[\p{Lu}\d]))/uy;

function exchangeEnd(window: string, from: number): LabelEnd | undefined {
  EXCHANGE.lastIndex = from;
  const match = EXCHANGE.exec(window);
  const name = match?.[2];
  if (!match || name === undefined) return undefined;
  const textStart = from + (match[1]?.length ?? 0);
  return {
    separator: match[0].includes(':') ? ':' : /[-—]/.test(match[0]) ? '—' : '.',
    textStart,
    textEnd: textStart + name.length,
    end: from + match[0].length,
    name: asWritten(name, 'exchange'),
    typed: match[1] === undefined ? 'plain' : 'bold',
    glued: false,
  };
}

/** `BY MR. TARN:  Q.  And when?`: the question of somebody who begins to ask. */
function questionBy(window: string, from: number): LabelEnd | undefined {
  if (!window.startsWith('BY ', from)) return undefined;
  BEGINS_TO_ASK.lastIndex = from;
  return BEGINS_TO_ASK.test(window) ? exchangeEnd(window, BEGINS_TO_ASK.lastIndex) : undefined;
}

const BEGINS_TO_ASK = /BY (?:M(?:R|S|RS|ISS)|DR)\.? [^:;?!]{2,40}:\s+(?=Q)/uy;

/** `Q.  MR. TARN: And when?`: whose question it is, in capitals. */
function askedBy(window: string, { name, end }: LabelEnd): LabelEnd | undefined {
  if (!name.name.startsWith('Q')) return undefined;
  ASKER.lastIndex = end;
  if (!ASKER.test(window)) return undefined;
  const label = colonEnd(window, ASKER.lastIndex);
  const named = label?.name.shape === 'titled' || label?.name.shape === 'office';
  return named && isCapitals(window.slice(label.textStart, label.textEnd)) ? label : undefined;
}

/** `A. Quill: Thank you`: the letter is the initial of a name. */
function initialed(window: string, from: number): LabelEnd | undefined {
  INITIAL.lastIndex = from;
  const label = INITIAL.test(window) ? colonEnd(window, from) : undefined;
  return label?.name.shape === 'full' && !label.glued ? label : undefined;
}

const INITIAL = /[QA]\. (?:\p{Lu}\. )*\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?(?: \(|:)/uy;

const ASKER = /\s+(?=\p{Lu}{2}[^:;?!]{0,60}:\s)/uy;

/** `Q Did it leak?`, `A It did.`: nothing but one space sets the letter apart, so that the document must show that they alternate. */
const BARE_EXCHANGE = /[QA](?= (?:["“‘'([]?[\p{Lu}\d]|--|—|\.\.\.|…))/uy;

function bareExchangeEnd(window: string, from: number): LabelEnd | undefined {
  if (window[from + 1] !== ' ' || (window[from] !== 'Q' && window[from] !== 'A')) return undefined;
  BARE_EXCHANGE.lastIndex = from;
  const name = BARE_EXCHANGE.exec(window)?.[0];
  if (name === undefined) return undefined;
  const end = from + name.length;
  return { separator: 'space', textStart: from, textEnd: end, end, name: asWritten(name, 'exchange'), typed: 'plain', glued: false };
}

/** `<v Ada Able>`, `<v.loud Ada>`. */
function voiceEnd(window: string, from: number): LabelEnd | undefined {
  const voice = /<v(?:\.[\w.-]+)?\s+([^<>]{1,80})>/y;
  voice.lastIndex = from;
  const match = voice.exec(window);
  const written = match?.[1];
  if (!match || written === undefined) return undefined;
  const textStart = from + match[0].length - 1 - written.length;
  const name = readName(written) ?? asWritten(written, 'single');
  return {
    separator: 'voice',
    textStart,
    textEnd: textStart + written.length,
    end: from + match[0].length,
    name,
    typed: 'plain',
    glued: false,
  };
}

/** ○委員長（山田君）: a mark that somebody else speaks, and a wide space, as parliaments of Asia have it. */
function markedNameEnd(window: string, from: number): LabelEnd | undefined {
  const marked = markedLabel(window, from);
  return marked && reading('space', marked.textStart, marked.textEnd, marked.end, window);
}

/** A name alone on its line, with its role, its time or a dash and its role: `Ada Able`, `**Ada Able**  0:12`, `Ada Able -- Clerk`. */
function aloneEnd(window: string, from: number, lineLength: number): LabelEnd | undefined {
  if (lineLength - from > LONGEST_ALONE || lineLength > window.length) return undefined;
  let content = window.slice(from, lineLength);
  // Nothing but a colon shows a name in scripts without capitals; "SPEAKER QUILL PRESIDING" heads a record.
  if (isCaseless(content) || /\bpresiding$/i.test(content)) return undefined;
  const marks = /^(\*{1,3}|_{1,2})(.*?)\1\s*(.*)$/.exec(content);
  const typed = marks && (marks[1]?.length ?? 0) > 1 ? 'bold' : 'plain';
  const time = TIME_AT_END.exec(content);
  if (time) content = content.slice(0, time.index).replace(/[\s([|–-]+$/, '');
  if (/[.,;:?!…"”]$/.test(content.replace(/[*_]+$/, '')) && !/\b(?:Jr|Sr)\.$/.test(content)) return undefined;
  // "**Ada Able,** Clerk" is an entry of a list.
  if (marks && !content.endsWith(marks[1] ?? '')) return undefined;
  const role = /\s(?:--|—|–)\s(.+)$/.exec(content);
  if (role && !isRole(role[1] ?? '')) return undefined;
  const textEnd = from + content.length;
  const label = reading('line', from, role ? from + role.index : textEnd, lineLength, window);
  if (!label || label.name.shape === 'phrase') return undefined;
  const said = role?.[1];
  const at = role ? role.index + role[0].length - (said?.length ?? 0) : 0;
  const parts = said === undefined ? label.name.parts : [...label.name.parts, { text: said, span: { start: at, end: at + said.length } }];
  return { ...label, textEnd, typed, name: { ...label.name, parts }, ...(time?.[1] === undefined ? {} : { time: time[1] }) };
}
