// `node scripts/grammar.mjs [--check]`: writes syntaxes/transcript.tmLanguage.json, whose patterns are put together from the named pieces below.
// A grammar sees one line at a time and no other; what takes the whole document to know is left to the language server's semantic tokens.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const FILE = path.join(path.dirname(fileURLToPath(import.meta.url)), '../syntaxes/transcript.tmLanguage.json');

// Repetition is bounded throughout, so that a line of any length costs no more than its length.
const titles = [
  'Mr',
  'Mrs',
  'Ms',
  'Miss',
  'Mx',
  'Dr',
  'Prof',
  'Professor',
  'Sir',
  'Dame',
  'Lord',
  'Lady',
  'Baroness',
  'Rev',
  'Cllr',
  'Councillor',
  'Hon',
  'Judge',
  'Justice',
  'Chief Justice',
  'Commander',
  'Commissioner',
  'Deputy Commissioner',
  'Assistant Commissioner',
  'Superintendent',
  'Chief Superintendent',
  'Inspector',
  'Constable',
  'Chief Constable',
  'Captain',
  'Major',
  'Colonel',
  'General',
  'Senator',
  'Deputy',
  'Representative',
  'Secretary',
  'Minister',
  'Ambassador',
  'Governor',
  'Chairman',
  'Vice Chairman',
  'President',
];
const abbreviated = /^(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Cllr|Hon)$/i;
const title = `(?:${alternatives([...titles, ...titles.map((each) => each.toUpperCase())])})`;
const nameWord = "(?:\\p{Lu}[\\p{L}\\p{M}'’.\\-]{0,40}|(?:van|von|de|da|del|di|du|la|le|der|den|bin|al|ap|of)(?=\\s))";
const knownHonorific = '(?:AM|MP|MS|MSP|MLA|MEP|TD|KC|QC|CBE|OBE|MBE|KBE|DBE|QPM|DL|JP|FRS|PhD|MD)';
const honorific = `(?:${knownHonorific}|\\p{Lu}{2,4})`;
const office =
  '(?:(?:The |THE |An )?(?:Chair|Chairman|Chairwoman|Chairperson|Co-Chair|Vice[- ]Chair(?:man)?|Deputy Chair(?:man)?|Acting Chair|Convener|President|Speaker|Clerk|Moderator|Interviewer|Witness|Court|Counsel|Coroner|CHAIR|CHAIRMAN|CLERK|COURT|WITNESS|PRESIDENT|SPEAKER|PRESIDING OFFICER|PRESIDENT PRO TEMPORE)(?: (?:Inquiry|to the Inquiry|pro tempore))?)';
const honorifics = `(?:[ ,]{1,2}${honorific}){1,4}`;
const part = '\\([^()]{1,200}\\)';
const time = '(?:\\[?\\d{1,2}:\\d{2}(?::\\d{2})?\\]?\\s+)';
const question = '(?:Q\\s?\\d{1,4}\\.?\\s+)';
// What must follow for a line to begin with a label at all, checked before any part of it is coloured.
const shape = `(?:${title}\\s+)?${nameWord}(?:\\s+${nameWord}){1,5}(?:${honorifics})?|${title}\\s+${nameWord}(?:\\s+${nameWord}){0,3}|${office}`;
const parts = `(?:\\s{0,2}${part}){0,3}`;
// "The Minister for Rivers (Ada Quill):" is an office of several words, small ones among them, with the name in brackets.
const officeWord = "(?:\\p{Lu}[\\p{L}\\p{M}'’\\-]{0,30},?|of|at|the|for|and|in|on|to)";
const officeAndName = `(?:${officeWord} {1,2}){2,18}\\([^()]{2,80}\\)`;
const plainAhead = `(?=(?:(?:${shape})${parts}|${officeAndName})\\s?:(?:\\s|$))`;
// Bold type says so much that one name is enough, or a number after it ("Lead 2").
const boldAhead = `(?=\\*\\*(?:${shape}|${nameWord}(?: \\d{1,3}\\p{Lu}?)?)${parts}(?::\\*\\*|\\*\\*:|\\*\\*\\s?${part}:))`;
// At the margin only capitals are a label: "Chairman Bell. He" may be a sentence's end that a wrap brought there. Where the paragraph is indented it begins one.
const capitals = "\\p{Lu}[\\p{Lu}\\p{M}'’.\\-]{1,40}";
const capitalTitle = `(?:${alternatives(titles.map((each) => each.toUpperCase()))})`;
const stopped = '\\.\\s+[\\p{Lu}"“`(\\[]';
const indentedAhead = `(?=(?:${title}\\s+${nameWord}(?:\\s+${nameWord}){0,3}|The \\p{Lu}{4,20}(?: [\\p{L}]{2,12}){0,3}|The Chair(?:man|woman)?)${stopped})`;
const marginAhead = `(?=(?:(?:${capitalTitle}|M[rs]s?\\.?)\\s+${capitals}(?:\\s+${capitals}){0,3}|THE \\p{Lu}{4,20})${stopped})`;
const stampedAhead = `(?=(?:${time}|<[^<>\\s]{1,30}>|>>\\s?)\\s{0,2}[\\p{L}<])`;

const fieldKeys =
  'Date|Location|Venue|Place|Hearing|Subject|Title|Meeting|Committee|Time|Start time|Finish time|End time|To|From|Cc|Ref|Our Ref|Your Ref|File Ref|Tel|Telephone|Email|Present|In attendance|Apologies|Witnesses|Members present|Members|Attendees|Regrets|Guests|Scribes?|Scribe\\(s\\)|Agenda';
const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const days = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';

const grammar = {
  name: 'Transcript',
  scopeName: 'text.transcript',
  fileTypes: ['transcript'],
  patterns: [
    'marking',
    'note',
    'heading',
    'title',
    'field',
    'date',
    'footnoteText',
    'boldLabel',
    'plainLabel',
    'stoppedLabel',
    'stampedLabel',
    'attendee',
    'resumption',
    'speech',
  ].map(include),
  repository: {
    marking: {
      comment: 'Furniture: protective markings, running heads in capitals, page numbers.',
      patterns: [
        {
          match: '^\\s*(?:OFFICIAL(?:[ :–-]+SENSITIVE)?|UNCLASSIFIED|PROTECT|RESTRICTED|CONFIDENTIAL|SECRET|DRAFT)\\s*$',
          name: 'comment.line.furniture.transcript',
        },
        { match: "^\\s*#\\s+[\\p{Lu}\\d][\\p{Lu}\\d\\s&,.'’()\\-]{5,120}$", name: 'comment.line.furniture.transcript' },
        {
          match: '^\\s*(?:[-–—]\\s*)?(?:[Pp]age\\s+)?\\d{1,4}(?:\\s*(?:of|/)\\s*\\d{1,4})?(?:\\s*[-–—])?\\s*$',
          name: 'comment.line.furniture.transcript',
        },
      ],
    },
    note: {
      comment: 'Remarks of the transcriber on lines of their own: "### [The sound was lost]", "*(10.03 am)*", "(Applause)".',
      patterns: [
        { match: '^\\s*(?:#{1,6}\\s+)?\\[[^\\[\\]]{1,600}\\]\\s*$', name: 'comment.block.note.transcript' },
        { match: '^\\s*[*_]{0,2}\\([^()]{1,120}\\)\\.?[*_]{0,2}\\s*$', name: 'comment.block.note.transcript' },
        { match: '^\\*[^*]{1,200}\\*\\s*$', name: 'comment.block.note.transcript' },
      ],
    },
    heading: {
      patterns: [
        {
          match: '^\\s{0,3}(#{1,6})\\s+(.{1,200}?)\\s*#*\\s*$',
          name: 'markup.heading.transcript',
          captures: { 1: { name: 'punctuation.definition.heading.transcript' }, 2: { name: 'entity.name.section.transcript' } },
        },
        { match: '^([=\\-~^])\\1{2,}\\s*$', name: 'markup.heading.transcript punctuation.definition.heading.transcript' },
      ],
    },
    title: {
      match: '^\\s*((?:Transcript|Minutes|Record|Proceedings|Verbatim (?:record|report)|Official report) of\\b.{1,200})$',
      name: 'markup.heading.transcript',
      captures: { 1: { name: 'entity.name.section.transcript' } },
    },
    field: {
      begin: `^\\s*(?:[>*_]{1,3}\\s?)?(?=(?:${fieldKeys})[*_]{0,2}:)`,
      end: '$',
      name: 'meta.header.transcript',
      patterns: [
        {
          match: `(?<=^|[\\s>*_])(${fieldKeys})[*_]{0,2}(:)[*_]{0,2}`,
          captures: { 1: { name: 'entity.other.attribute-name.field.transcript' }, 2: { name: 'punctuation.separator.field.transcript' } },
        },
        { match: '\\d{1,2}[.:]\\d{2}\\s?(?:[ap]\\.?m\\.?)?', name: 'constant.numeric.time.transcript' },
        include('day'),
        include('acronym'),
        { match: '[^\\s:\\d\\[\\]]+', name: 'string.unquoted.field.transcript' },
      ],
    },
    date: {
      match: `^\\s*((?:${days},?\\s+)?\\d{1,2}(?:st|nd|rd|th)?\\s+(?:${months})\\s+\\d{4}|(?:${months})\\s+\\d{1,2},\\s+\\d{4})\\s*$`,
      captures: { 1: { name: 'constant.numeric.date.transcript' } },
    },
    day: { match: `(?:${days},?\\s+)?\\d{1,2}(?:st|nd|rd|th)?\\s+(?:${months})\\s+\\d{4}`, name: 'constant.numeric.date.transcript' },
    footnoteText: {
      match:
        '^\\s*(\\d{1,2})(?=\\s+[\\p{Lu}“"])(?!\\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b)',
      captures: { 1: { name: 'constant.numeric.footnote.transcript' } },
    },
    plainLabel: {
      begin: `^\\s{0,12}(?:(${question})|(${time}))?${plainAhead}`,
      beginCaptures: { 1: { name: 'constant.numeric.question.transcript' }, 2: { name: 'constant.numeric.time.transcript' } },
      end: '(:)|$',
      endCaptures: { 1: { name: 'punctuation.separator.label.transcript' } },
      name: 'meta.label.transcript',
      patterns: [include('labelParts')],
    },
    boldLabel: {
      begin: `^\\s{0,12}(?:(${question})|(${time}))?${boldAhead}(\\*\\*)`,
      beginCaptures: {
        1: { name: 'constant.numeric.question.transcript' },
        2: { name: 'constant.numeric.time.transcript' },
        3: { name: 'punctuation.definition.bold.transcript' },
      },
      end: '(:)(\\*\\*)|(\\*\\*)(:)|(:)(?=\\s|$)|$',
      endCaptures: {
        1: { name: 'punctuation.separator.label.transcript' },
        2: { name: 'punctuation.definition.bold.transcript' },
        3: { name: 'punctuation.definition.bold.transcript' },
        4: { name: 'punctuation.separator.label.transcript' },
        5: { name: 'punctuation.separator.label.transcript' },
      },
      name: 'meta.label.transcript markup.bold.transcript',
      patterns: [{ match: '\\*\\*(?=\\s?\\()', name: 'punctuation.definition.bold.transcript' }, include('labelParts')],
    },
    stoppedLabel: {
      begin: `^(?:\\s{1,12}${indentedAhead}|${marginAhead})`,
      end: "(?<=[\\p{L}\\]’'])(?<!Mr|Ms|Mrs|Dr|MR|MS|MRS|DR|Prof|Rev|Hon)(\\.)(?=\\s)|$",
      endCaptures: { 1: { name: 'punctuation.separator.label.transcript' } },
      name: 'meta.label.transcript',
      patterns: [include('labelParts')],
    },
    stampedLabel: {
      comment: '"[00:12:34] Alice:", "<alice>", ">> SPEAKER:"',
      match: `^\\s{0,12}${stampedAhead}(${time})?(?:(<)([^<>\\s]{1,30})(>)|(?:(>>)\\s?)?(?:(\\p{Lu}[\\p{L}'’\\- ]{0,40})(:))?)`,
      name: 'meta.label.transcript',
      captures: {
        1: { name: 'constant.numeric.time.transcript' },
        2: { name: 'punctuation.definition.speaker.transcript' },
        3: { name: 'entity.name.function.speaker.transcript' },
        4: { name: 'punctuation.definition.speaker.transcript' },
        5: { name: 'punctuation.definition.speaker.transcript' },
        6: { name: 'entity.name.function.speaker.transcript' },
        7: { name: 'punctuation.separator.label.transcript' },
      },
    },
    labelParts: {
      patterns: [
        {
          match: '(\\()([^(),]{1,120}?)(?:(,\\s|\\s[-–—]\\s)([^()]{1,160}))?(\\))',
          captures: {
            1: { name: 'punctuation.definition.role.begin.transcript' },
            2: { name: 'variable.parameter.role.transcript' },
            3: { name: 'punctuation.separator.role.transcript' },
            4: { name: 'support.class.organisation.transcript' },
            5: { name: 'punctuation.definition.role.end.transcript' },
          },
        },
        {
          match: `(?<=\\p{Ll}\\s|\\p{Ll},\\s|\\b${knownHonorific}\\s)${honorific}(?=\\s*(?:[(:,*]|\\p{Lu}{2,4}\\b|$))`,
          name: 'storage.modifier.honorific.transcript',
        },
        { match: `(?<=^|\\s|\\*)${title}(?=\\s+\\p{Lu})`, name: 'storage.type.title.transcript' },
        {
          match: "(?:\\b\\p{Lu}\\.|[\\p{L}\\p{M}\\p{N}'’\\-]+)(?=\\s\\p{L}|[\\s:.(*,\\[]|$)",
          name: 'entity.name.function.speaker.transcript',
        },
      ],
    },
    attendee: {
      comment: 'Entries of a list of participants: a name, a comma, and capitals.',
      match: `^\\s*(\\*\\*)?(${nameWord}\\s+${nameWord}(?:\\s+${nameWord}){0,2})(,)(\\*\\*)?(?=\\s+[\\p{Lu}(][^.?!]{1,160}$)\\s+(.{1,160})$`,
      captures: {
        1: { name: 'punctuation.definition.bold.transcript' },
        2: { name: 'entity.name.type.attendee.transcript' },
        3: { name: 'punctuation.separator.attendee.transcript' },
        4: { name: 'punctuation.definition.bold.transcript' },
        5: { name: 'variable.parameter.role.transcript' },
      },
    },
    resumption: { match: '^\\s*(--|—)(?=\\s)', captures: { 1: { name: 'keyword.operator.interruption.transcript' } } },
    speech: {
      patterns: [
        {
          comment: 'Labels inside a line whose breaks were lost: "… any questions? MR. TARN. One."',
          match: `(?<=[.?!\\]-] |[.?!\\]-]  )(${capitalTitle})\\s{1,2}(${capitals})(\\.)(?=\\s+[\\p{Lu}"“\\[])`,
          captures: {
            1: { name: 'storage.type.title.transcript' },
            2: { name: 'entity.name.function.speaker.transcript' },
            3: { name: 'punctuation.separator.label.transcript' },
          },
        },
        { match: '(?<=:|:\\*\\*|\\*\\*:)\\s{1,2}(--|—)(?=\\s)', captures: { 1: { name: 'keyword.operator.interruption.transcript' } } },
        { match: '(?<=\\s)(?:--|—)(?=\\s|$)', name: 'keyword.operator.interruption.transcript' },
        { match: '(?<=\\S\\s|\\S)(?:\\.\\.\\.|…)(?=\\s|$)', name: 'keyword.operator.interruption.transcript' },
        { match: '\\((?:inaudible|indistinct|unclear|overspeaking|\\?)\\)', name: 'invalid.deprecated.inaudible.transcript' },
        {
          match: '(\\[)([^\\[\\]]{1,600})(\\])',
          name: 'string.other.insertion.transcript',
          captures: {
            1: { name: 'punctuation.definition.insertion.begin.transcript' },
            3: { name: 'punctuation.definition.insertion.end.transcript' },
          },
        },
        { match: '(?<=\\p{Ll}{2}|\\p{Ll}{2}[.,;:)”’])\\d{1,2}(?=[\\s.,;:]|$)', name: 'constant.numeric.footnote.transcript' },
        { match: '(?<![\\p{L}\\p{N}/@.])(?:https?://|www\\.)[^\\s<>"“”]{1,500}', name: 'markup.underline.link.transcript' },
        include('acronym'),
        { match: '(?<![*\\p{L}\\p{N}])\\*[^*\\s][^*]{0,200}\\*(?![*\\p{L}\\p{N}])', name: 'markup.italic.transcript' },
      ],
    },
    acronym: {
      match:
        '(?<![\\p{L}\\p{N}])(?!OK\\b)(?:\\p{Lu}{2,8}\\d{0,3}|\\p{Lu}{1,2}\\d{1,3}|\\p{Lu}\\p{Ll}{0,2}\\p{Lu}{1,6})s?(?![\\p{L}\\p{N}])',
      name: 'constant.other.acronym.transcript',
    },
  },
};

/** The titles as one alternation, longer ones first, with the full stop that an abbreviation may have. */
function alternatives(words) {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((each) => (abbreviated.test(each) ? `${each}\\.?` : each))
    .join('|');
}

function include(name) {
  return { include: `#${name}` };
}

const text = await format(JSON.stringify(grammar), { ...(await resolveConfig(FILE)), parser: 'json' });
if (process.argv.includes('--check')) {
  if (readFileSync(FILE, 'utf8') !== text) {
    console.error('syntaxes/transcript.tmLanguage.json is not what scripts/grammar.mjs makes. Run: node scripts/grammar.mjs');
    process.exitCode = 1;
  }
} else writeFileSync(FILE, text);
