// Makes the corpus of the benchmark: transcripts put together from sentences of our own, the same for the same arguments.
import { existsSync, linkSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const GIVEN = 'Ada Bo Cy Di Ed Flo Gus Hal Ida Jo Kit Lea Max Nan Oda Pip Quin Ros Sol Tea Una Val Wyn Yan Zoe'.split(' ');
const FIRST = 'Ash Bar Clay Dun Elm Fern Gar Holm Iver Kel Lang Mar Nor Oak Pem Quar Rush Stan Thorn Under Wal West Yar'.split(' ');
const LAST = 'bourne by combe croft den field ford gate ham hurst ley low moor ness ridge shaw stead ton wick worth'.split(' ');
const ROLES = [
  'Chair',
  'Clerk',
  'Engineer',
  'Member',
  'Director of Locks',
  'Chief Executive',
  'Harbour Master',
  'Head of Dredging, Weir Council',
];
const NOUNS =
  'Agency Board Council District Estuary Fund Group Harbour Initiative Joint Kept Locks Marine Network Office Panel Quay River Service Trust Union Valley Water'.split(
    ' ',
  );
const SUBJECTS = [
  'the board',
  'the council',
  'everybody on the quay',
  'the committee',
  'our own survey',
  'the auditor',
  'nobody at the lock',
  'that report',
];
const VERBS = [
  'has not said',
  'asked us in March',
  'will have to decide',
  'never quite explained',
  'was told twice',
  'found in the end',
  'put to the vote',
];
const OBJECTS = [
  'why the gates were left open over the winter',
  'how much of the money is still there',
  'whether the dredging can wait for another year',
  'who is to answer for the gauges above the mill',
  'that the old bridge carries more than it was built for',
  'what the barge owners’ letter meant by “at once”',
];
const LINKS = ['and', 'but', 'because', 'so that', 'although'];
const HEADINGS = ['Locks and weirs', 'Questions to the board', 'The winter flood', 'Money', 'What was promised'];

/** Of the documents: older ones are not taken. */
const VERSION = 2;

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What the documents have in common: people and acronyms, more of them in a larger corpus. */
function worldOf(random, files) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const people = Array.from({ length: Math.max(60, files) }, () => `${pick(GIVEN)} ${pick(FIRST)}${pick(LAST)}`);
  const acronyms = Array.from({ length: Math.max(40, files >> 1) }, () => {
    const words = Array.from({ length: 3 + Math.floor(random() * 2) }, () => pick(NOUNS));
    return { short: words.map((word) => word[0]).join(''), long: words.join(' ') };
  });
  return { random, pick, people, acronyms };
}

/** One document of about `size` bytes. The first acronym of the world is used in every seventh. */
function documentOf({ random, pick, people, acronyms }, size, number) {
  const cast = Array.from({ length: 6 + Math.floor(random() * 10) }, () => ({ name: pick(people), role: pick(ROLES) }));
  const known = [...(number % 7 === 0 ? [acronyms[0]] : []), ...Array.from({ length: 8 }, () => pick(acronyms))];
  const layout = pick(['bold', 'plain', 'wrapped']);
  const sentence = () => {
    const subject = random() < 0.25 ? `the ${pick(known).short}` : random() < 0.15 ? pick(cast).name.split(' ')[0] : pick(SUBJECTS);
    const clause = `${pick(VERBS)} ${pick(OBJECTS)}`;
    const all =
      random() < 0.5 ? `${subject} ${clause}` : `${subject} ${clause}, ${pick(LINKS)} ${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)}`;
    return `${all[0].toUpperCase()}${all.slice(1)}.`;
  };
  const parts = [
    `# Meeting ${number} of the ${acronyms[number % acronyms.length].long}`,
    `Date: ${1 + (number % 28)} March ${2005 + (number % 20)}`,
    `Present:\n\n${cast.map(({ name, role }) => `${name}, ${role}`).join('\n')}`,
  ];
  let length = parts.join('\n\n').length;
  for (let turn = 0; length < size; turn++) {
    if (turn % 40 === 20) parts.push(`## ${pick(HEADINGS)} ${turn}`);
    const { name, role } = pick(cast);
    const label = layout === 'bold' ? `**${name} (${role}):**` : `${name} (${role}):`;
    const defined = known[turn];
    const opening = defined ? `The ${defined.long} (${defined.short}) is with us today. ` : '';
    const speech = opening + Array.from({ length: 1 + Math.floor(random() * 8) }, sentence).join(' ');
    const typed = layout === 'wrapped' ? `${label} ${speech}`.replace(/(.{60,80}) /g, '$1\n') : `${label} ${speech}`;
    parts.push(typed);
    length += typed.length + 2;
  }
  return `${parts.join('\n\n')}\n`;
}

/**
 * A folder of transcripts of 65 KB in the middle, from 5 to 400 KB; and beside it a folder with the same files named
 * `.md`, for those who read only these. Made once. Resolves to both folders.
 */
export function makeCorpus(folder, files) {
  const text = path.join(folder, `text-${VERSION}-${files}`);
  const markdown = path.join(folder, `markdown-${VERSION}-${files}`);
  if (existsSync(path.join(text, 'complete'))) return { text: path.join(text, 'files'), markdown };
  const world = worldOf(randomFrom(files), files);
  for (let number = 0; number < files; number++) {
    const bell = Math.sqrt(-2 * Math.log(1 - world.random())) * Math.cos(2 * Math.PI * world.random());
    const size = Math.min(400_000, Math.max(5_000, 55_000 * Math.exp(0.6 * bell)));
    const name = path.join(String(2005 + (number % 20)), `meeting-${String(number).padStart(5, '0')}`);
    const file = path.join(text, 'files', `${name}.txt`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, documentOf(world, size, number));
    const twin = path.join(markdown, `${name}.md`);
    mkdirSync(path.dirname(twin), { recursive: true });
    if (!existsSync(twin)) linkSync(file, twin);
  }
  writeFileSync(path.join(text, 'complete'), '');
  return { text: path.join(text, 'files'), markdown };
}

/** One transcript of about so many bytes. */
export function makeDocument(size) {
  return documentOf(worldOf(randomFrom(size), 100), size, 1);
}
