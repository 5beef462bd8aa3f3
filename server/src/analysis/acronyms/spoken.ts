import { lowerCase } from '../../text/lowerCase';
import { isSpace } from '../../text/unicode';
import { accept, type Evidence, type RatedDefinition } from './accept';
import type { DefinitionKind } from '../summary';
import { shortFormAt, shortFormOf, type ShortForm } from './shortForms';
import type { Token } from './tokens';
import { findUses } from './uses';
import { wordsAfter, wordsBefore, type Word } from './words';

/** How far the words that join a short form with its long form may reach, in UTF-16 units. */
const REACH = 90;

/** The definitions without brackets: in the words of speech, between commas or dashes, in lists. */
export function findSpoken(text: string, tokens: readonly Token[]): readonly RatedDefinition[] {
  const found: RatedDefinition[] = [];
  for (const short of candidates(text, tokens)) {
    const definition = longAfter(text, short) ?? longBefore(text, short);
    if (definition) found.push(definition);
  }
  return found;
}

/** Every token with the shape of an acronym, and the words that a cue presents as one ("known as Defra"). */
function candidates(text: string, tokens: readonly Token[]): readonly ShortForm[] {
  const found: ShortForm[] = [];
  for (const use of findUses(text, undefined, tokens)) {
    const short = shortFormOf(use.form, use.start);
    if (short) found.push(short);
  }
  const seen = new Set(found.map((short) => short.start));
  for (const short of presented(text)) {
    if (!seen.has(short.start)) found.push(short);
  }
  return found;
}

const CUE = /\b(?:known as|abbreviated|referred to as|call|called|calls|acronym|initials|stands for|stood for|standing for|short for)\b/g;
const AFTER_CUE = /^(?: (?:to|as|it|them|is))?[,:]? (?:the )?["'“‘*`]*(?=\p{Lu})/u;
const BEFORE_CUE = /(?:^|[\s"'“‘*`(])(\p{Lu}[\p{L}\d-]{2,14})["'”’*`]*,?(?: which| that)?(?: is| are)?(?: an| the)?\s+$/u;

/** The capitalised words that stand beside a cue, whatever their shape. */
function presented(text: string): readonly ShortForm[] {
  const found: (ShortForm | undefined)[] = [];
  CUE.lastIndex = 0;
  for (let match = CUE.exec(text); match; match = CUE.exec(text)) {
    const { index } = match;
    const end = CUE.lastIndex;
    const between = AFTER_CUE.exec(text.slice(end, end + 16));
    if (between) found.push(shortFormAt(text, end + between[0].length));
    const before = BEFORE_CUE.exec(text.slice(Math.max(0, index - 40), index));
    const word = before?.[1] ?? '';
    if (before && word !== '') found.push(shortFormOf(word, Math.max(0, index - 40) + before.index + before[0].indexOf(word)));
  }
  return found.filter((short) => short !== undefined);
}

interface Joint {
  readonly pattern: RegExp;
  readonly kind: DefinitionKind;
  readonly evidence: Evidence;
  /** Whether the definition must end where a part of the sentence ends. */
  readonly closed: boolean;
  /** What must stand somewhere in the words for the pattern to fit: cheap before what is dear. */
  readonly needs?: RegExp | undefined;
}

const QUOTE = '["\'“‘”’*_«»`]*';
const ARTICLES = 'the a an our their your my its that this these those'.split(' ');
const ARTICLE = `(?:(?:${ARTICLES.join('|')})\\s+)?`;
const ONE_ADVERB = `(?:also|better|more|most|commonly|usually|generally|often|otherwise|sometimes|widely|formerly|now|simply|popularly|colloquially|informally|fondly|normally|typically|frequently|just|all|then|properly|officially|internally|locally|collectively|hereafter|hereinafter)`;
const ADVERB = `(?:${ONE_ADVERB}\\s+){0,3}`;

function after(pattern: string, kind: DefinitionKind, evidence: Evidence, closed: boolean): Joint {
  return { pattern: new RegExp(`^${QUOTE}${pattern}${QUOTE}${ARTICLE}${QUOTE}`, 'iu'), kind, evidence, closed };
}

/** What stands between a short form and the long form after it. The first that fits decides. */
const AFTER: readonly Joint[] = [
  after(`,?\\s+(?:(?:which|that|and it|it)\\s+)?(?:${ADVERB})(?:stands|stood|standing)\\s+for\\s+`, 'spoken', 'plain', false),
  after(`,?\\s+(?:(?:which|that)\\s+)?(?:(?:is|are|was|being)\\s+)?(?:just\\s+)?short(?:hand)?\\s+for\\s+`, 'spoken', 'plain', false),
  after(
    `,?\\s+(?:(?:which|that)\\s+)?(?:(?:is|are|being)\\s+)?(?:an?|the|our)\\s+(?:acronym|abbreviation|initialism|initials|short form)\\s+(?:for|of)\\s+`,
    'spoken',
    'plain',
    false,
  ),
  after(
    `,?\\s*(?:\\s[-–—]+\\s?|—)?\\s*(?:that\\s+is\\s+to\\s+say|that\\s+is|that['’]s|i\\.e\\.|namely|as\\s+in|being|so\\s+that['’]s|so|in\\s+full|meaning|otherwise\\s+known\\s+as|also\\s+known\\s+as|better\\s+known\\s+as|formally|officially)[,:]?\\s+`,
    'spoken',
    'apposition',
    true,
  ),
  after(`,?\\s+(?:which|that|who)\\s+(?:is|are|was|means|meant|refers\\s+to|represents)\\s+`, 'spoken', 'apposition', true),
  after(`\\s*=\\s*`, 'list', 'plain', true),
  after(`,?\\s+or\\s+`, 'spoken', 'weak', true),
  after(`\\s+(?:is|are|means)\\s+`, 'spoken', 'weak', true),
  after(`,\\s+`, 'apposition', 'apposition', true),
  after(`(?:\\s+[-–—]{1,3}\\s+|\\s*—\\s*|\\s?--\\s?)`, 'apposition', 'apposition', true),
  after(`\\s*:\\s+`, 'list', 'apposition', true),
];

/** What one of them can begin with; anything else needs no further look. */
const JOINT_START = new RegExp(
  `^${QUOTE}\\s*(?:[,=:—–-]|(?:which|that|who|and\\s+it|it|an?|the|our|stands|stood|standing|is|are|was|being|just|short|shorthand|as|so|in|namely|meaning|means|or|formally|officially|${ONE_ADVERB})\\b|that['’]s|i\\.e\\.)`,
  'iu',
);

function longAfter(text: string, short: ShortForm): RatedDefinition | undefined {
  const window = text.slice(short.end, short.end + REACH);
  const isEntry = startsEntry(text, short.start);
  if (!isEntry && !JOINT_START.test(window)) return undefined;
  const joints = isEntry ? [...AFTER, COLUMN] : AFTER;
  for (const joint of joints) {
    const length = joint.pattern.exec(window)?.[0].length;
    if (length === undefined || length === 0) continue;
    const words = wordsAfter(text, short.end + length);
    const kind = joint.kind === 'apposition' && isEntry && /^\s*[-–—]/.test(window) ? 'list' : joint.kind;
    const definition = accept(text, { short, words, fixed: 'first', evidence: joint.evidence, kind });
    if (definition && (!joint.closed || closes(text, definition.longEnd))) return definition;
  }
  return undefined;
}

/** A column of a list of abbreviations: only at the beginning of a paragraph, and only when nothing follows the long form. */
const COLUMN: Joint = after(`\\s+`, 'list', 'apposition', true);

/** Whether a list entry can begin at `start`: the text, or a part after a semicolon, a full stop or a bullet. */
function startsEntry(text: string, start: number): boolean {
  return (
    /(?:^|[;.•·|*\t–-])[\s"'“‘*_]*$/.test(text.slice(Math.max(0, start - 6), start)) &&
    (start <= 6 || /[;.•·|\t]/.test(text.slice(start - 6, start)))
  );
}

/** Whether a part of the sentence ends at `at`. */
function closes(text: string, at: number): boolean {
  return /^["'”’*_»)\]`]*\s*(?:$|[,.;:?!()[\]…|•]|[-–—]{1,3}(?:\s|$)|--|—)/.test(text.slice(at, at + 8));
}

function before(pattern: string, kind: DefinitionKind, evidence: Evidence, closed: boolean, needs: RegExp): Joint {
  return { pattern: new RegExp(`${pattern}${ARTICLE}${QUOTE}$`, 'iu'), kind, evidence, closed, needs };
}

/** Before a cue: a comma, a bracket, a dash or a space. */
const LEAD = `(?:\\s*(?:[,(—]|-{2,})\\s*|\\s+[-–—]+\\s*|\\s+)`;

const WHO = `(?:I|we|they|you|people|everyone|everybody|some|others|colleagues|officials|practitioners|most\\s+people|some\\s+people|many\\s+people|the\\s+\\w+)`;

/** What stands between a long form and the short form after it, and says so. */
const SAYING: readonly Joint[] = [
  before(
    `${LEAD}(?:(?:of course|now|today|which|who|that|what|and|or|is|are|was|were|it|it['’]s|they|has|have|been|come|to|be|will|shall),?\\s+){0,4}${ADVERB}(?:known|referred\\s+to|abbreviated|shortened|called|termed|dubbed|nicknamed|styled)(?:\\s+(?:here|to\\s+us|in\\s+\\w+|herein|simply|just))?\\s+(?:${ADVERB}(?:as|to|by\\s+(?:its|the|their)\\s+(?:acronym|initials|abbreviation)(?:\\s+of)?)\\s+)?`,
    'spoken',
    'plain',
    false,
    /know|refer|abbrev|shorten|call|term|dub|nick|style/i,
  ),
  before(
    `${LEAD}(?:(?:which|that|what|as|and|or)\\s+){0,2}${WHO}(?:['’]ll|['’]d|\\s+(?:shall|will|would|can|could|may|might|must|have\\s+to|like\\s+to|tend\\s+to|used\\s+to|do|now|all|often|usually|sometimes|always|simply|just|in\\s+\\w+(?:\\s+\\w+)?)){0,4}\\s+(?:(?:call|called|term|abbreviate|shorten|dub)(?:\\s+(?:it|them|this|that|these|those))?|refer(?:\\s+to)?(?:\\s+(?:it|them|this|that))?|know)\\s+(?:${ADVERB}(?:as|to|by)\\s+)?`,
    'spoken',
    'plain',
    false,
    /call|term|abbrev|shorten|dub|refer|know/i,
  ),
  before(
    `\\s*[,(—-]*\\s*(?:hereinafter|hereafter|henceforth|in\\s+short|for\\s+short|short|acronym|abbreviation|abbreviated|a\\.k\\.a\\.|aka|the\\s+so-called|so-called|(?:whose|the|its|with\\s+the|under\\s+the|by\\s+the)\\s+(?:acronym|initials|abbreviation)(?:\\s+(?:is|are|of|for\\s+(?:it|which|that)\\s+is))?)[,:]?\\s+`,
    'spoken',
    'plain',
    false,
    /short|hence|herea|herein|acronym|initials|abbrev|a\.k\.a|aka|so-called/i,
  ),
];

/** What one of them needs: cheap before what is dear. */
const MAY_SAY = /know|refer|abbrev|short|call|term|dub|nick|style|hence|here(?:a|in)|acronym|initials|a\.k\.a|aka/i;

/** What else may stand there. */
const JOINING: readonly Joint[] = [
  before(`\\s*=\\s*`, 'list', 'plain', true, /=/),
  before(`\\s*[,—–-]*\\s*(?:that\\s+is|that['’]s|i\\.e\\.),?\\s+`, 'spoken', 'apposition', true, /that|i\.e/i),
  before(`\\s*[,—–-]+\\s*(?:or|also|so)\\s+`, 'spoken', 'apposition', true, /\b(?:or|also|so)\s/i),
  before(`\\s+or\\s+`, 'spoken', 'weak', false, /\sor\s/i),
  before(`,\\s+`, 'apposition', 'apposition', true, /,/),
  before(`(?:\\s+[-–—]{1,3}\\s+|\\s*—\\s*|\\s?--\\s?)`, 'apposition', 'apposition', true, /[-–—]/),
];

/** In this order; the first that fits decides. */
const BEFORE: readonly Joint[] = [...SAYING, ...JOINING];

/** The last word before a short form that a joint can end in. */
const LAST_OF_JOINT: ReadonlySet<string> = new Set(
  `as to or also so call called calls it them these those term termed by known know
   dubbed nicknamed styled abbreviated abbreviate shorten refer hereinafter hereafter henceforth short acronym initials
   abbreviation aka is are of just simply that this s`.split(/\s+/),
);

/** What may stand between a joint and the short form. */
const ARTICLES_AFTER_JOINT: ReadonlySet<string> = new Set(ARTICLES);

/** Whether a joint can end at `end`, an article left out unless `isBeforeArticle`; if not, nothing before it needs a look. */
function mayEndJoint(text: string, end: number, isBeforeArticle = false): boolean {
  let at = end;
  const first = Math.max(0, end - FARTHEST);
  while (at > first && isSpace(text.charCodeAt(at - 1))) at--;
  if (at === first) return false;
  if (',=—:(-–"\'“‘*_«`'.includes(text.charAt(at - 1))) return true;
  if (text.charAt(at - 1) === '.') return /(?:a\.k\.a|i\.e)\.$/i.test(text.slice(Math.max(0, at - 6), at));
  let start = at;
  while (start > first && isAsciiLetter(text.charCodeAt(start - 1))) start--;
  if (start === at) return false;
  const word = lowerCase(text.slice(start, at));
  if (!isBeforeArticle && ARTICLES_AFTER_JOINT.has(word)) return mayEndJoint(text, start, true);
  return LAST_OF_JOINT.has(word);
}

/** How far before a short form its joint may end, in UTF-16 units. */
const FARTHEST = 24;

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function longBefore(text: string, short: ShortForm): RatedDefinition | undefined {
  FOLLOWED_BY_SHORT.lastIndex = short.end;
  const forShort = FOLLOWED_BY_SHORT.test(text);
  if (!forShort && !mayEndJoint(text, short.start)) return undefined;
  const window = text.slice(Math.max(0, short.start - REACH), short.start);
  for (const joint of forShort ? [FOR_SHORT] : MAY_SAY.test(window) ? BEFORE : JOINING) {
    const match = joint.needs?.test(window) === false ? undefined : joint.pattern.exec(window);
    if (!match || match.index === 0 || (joint.closed && !closes(text, short.end))) continue;
    const words = wordsBefore(text, endOfLong(text, short.start - match[0].length));
    const definition = accept(text, { short, words, fixed: 'last', evidence: joint.evidence, kind: joint.kind });
    if (definition && isCloseTo(words, definition)) return definition;
  }
  return undefined;
}

const FOLLOWED_BY_SHORT = /["'”’*_»]*,?\s{1,4}(?:for|in)\s{1,4}short\b/iy;
const FOR_SHORT: Joint = before(`(?:\\s*[,—–-]+\\s*|\\s+)(?:or\\s+|called\\s+|known\\s+as\\s+)?`, 'spoken', 'plain', false, /[\s,—–-]/);

/** Where the long form before a joint ends: white space, a comma and closing quotes left out. */
function endOfLong(text: string, at: number): number {
  let end = at;
  while (end > 0 && at - end < 6 && /[\s,"'”’»*_]/.test(text.charAt(end - 1))) end--;
  return end;
}

/** In speech the long form has no word after the one that gives the last letter, so nothing else may be claimed. */
function isCloseTo(words: readonly Word[], definition: RatedDefinition): boolean {
  const last = words.at(-1);
  return last !== undefined && definition.longEnd >= last.end - 2;
}
