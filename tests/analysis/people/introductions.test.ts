import { describe, expect, test } from 'vitest';
import { hearing, peopleOf } from './support';

const CAST = ['Ada Quill AM (Chair)', 'Will Tarn (Director of Rivers, Harbour Trust)'];
const introduced = (line: string): readonly string[] =>
  peopleOf(hearing(CAST, line))
    .people.filter((person) => person.key !== 'ada quill' && person.key !== 'will tarn')
    .map((person) =>
      [person.titlePrefix, person.name, ...person.roles.map((role) => [role.role, role.organisation].filter(Boolean).join(' @ '))]
        .filter(Boolean)
        .join(' | '),
    );

describe('the text shows that a name is a person’s', () => {
  test.each([
    ['I answer to Colin Marsh, the Director of the Canal Fund.', ['Colin Marsh | Director of the Canal Fund']],
    ['I answer to Colin Marsh, Director of Canals.', ['Colin Marsh | Director of Canals']],
    ['We heard Edith Marl, who is the chair of the Ferry Users.', ['Edith Marl | chair of the Ferry Users']],
    ['Her opposite number, Ian Peel, who is the Canal Locks [Lock Groups] Director, agreed.', ['Ian Peel | Canal Locks Director']],
    ['My colleague, Edith Marl, is the Deputy Director for that.', ['Edith Marl | Deputy Director']],
    ['My colleague, Edith Marl, knows more.', ['Edith Marl']],
    ['Edith Marl is the head of ferries.', ['Edith Marl | head of ferries']],
    ['I wrote to the chief executive, Edith Marl, in spring.', ['Edith Marl']],
    ['We met Mr Robert Hill there.', ['Mr | Robert Hill']],
    ['We met Dr. Edith Marl there.', ['Dr | Edith Marl']],
    ['We met Captain Edith Marl there.', ['Captain | Edith Marl']],
    ['Chief Executive Edith Marl wrote to us.', ['Edith Marl']],
    ['My name is Edith Marl, Head of Ferries, and I stand in.', ['Edith Marl | Head of Ferries']],
    ['It was led by Jean-Luc O’Dare, Head of Ferries.', ['Jean-Luc O’Dare | Head of Ferries']],
  ])('%s', (line, expected) => {
    expect(introduced(line)).toEqual(expected);
  });
});

describe('nobody is invented', () => {
  test.each([
    'They met at City Hall and in Harbour House.',
    'Revolving Gates and St Mungle’s do good work.',
    'The River Police, the lead on patrols, came.',
    'We read the Marl Review and the Peel Report.',
    'Edith Marl came up in conversation.',
    'The Green Paper, a leader in its field, says so.',
    'Great Marl is the head of the valley, as maps show.',
    'Transforming Canals is the director’s plan, we hear.',
    'In Upper Marl, a good officer is hard to find.',
    'On Monday Morning, the chair resigned.',
    'Operation Dauntless and Project Jigsaw ended.',
    'I am Sealand Born and proud of it.',
    'Probation Officers and Case Administrators, the workers, struggle.',
  ])('%s', (line) => {
    expect(introduced(line)).toEqual([]);
  });

  test('a thing that also follows "the" elsewhere is no person', () => {
    expect(introduced('Harrow Marsh, the director of it all, grows. We walked across the Harrow Marsh yesterday.')).toEqual([]);
  });
});

describe('what is known of an introduced person', () => {
  const people = (...lines: readonly string[]): readonly (string | undefined)[] =>
    peopleOf(hearing(CAST, ...lines)).mentions.map((mention) => `${mention.text} -> ${mention.person ?? '?'}`);

  test('a bare given name is theirs only after the introduction', () => {
    expect(people('We asked Edith then.', 'Edith Marl, Head of Ferries, came.', 'We asked Edith then.')).toEqual([
      'Edith -> ?',
      'Edith Marl -> edith marl',
      'Edith -> edith marl',
    ]);
  });

  test('somebody in the room goes before somebody who is talked about', () => {
    expect(people('Will Marl, Head of Ferries, came.', 'We asked Will about it.')).toEqual(['Will Marl -> will marl', 'Will -> will tarn']);
  });

  test('a speaker’s roles are those of the labels first, then of the text', () => {
    const [, tarn] = peopleOf(hearing(CAST, 'Will Tarn, Director of Rivers from the Harbour Trust, is here.')).people;
    expect(tarn?.roles.map(({ role, organisation, source }) => ({ role, organisation, source }))).toEqual([
      { role: 'Director of Rivers', organisation: 'Harbour Trust', source: 'label' },
      { role: 'Director of Rivers', organisation: 'Harbour Trust', source: 'text' },
    ]);
  });

  test('each label that differs gives a role, once', () => {
    const text = hearing(CAST, 'Yes.') + '\n\nWill Tarn (Acting Director, Harbour Trust): Now I act.\n\nAda Quill AM (Chair): Thank you.\n';
    const tarn = peopleOf(text).people.find((person) => person.key === 'will tarn');
    expect(tarn?.roles.map((role) => role.role)).toEqual(['Director of Rivers', 'Acting Director']);
  });

  test('two persons of one surname stay two', () => {
    expect(
      peopleOf(
        hearing(['Ada Quill AM', 'Ben Quill (Director, Harbour Trust)', 'Cy Quill (Clerk, Harbour Trust)'], 'Thank you.'),
      ).people.map((person) => person.key),
    ).toEqual(['ada quill', 'ben quill', 'cy quill']);
  });

  test('capitals give way to a name in ordinary letters', () => {
    const text = hearing(['ADA QUILL', 'WILL TARN'], 'Will Tarn, the Head of Ferries, is here.');
    expect(peopleOf(text).people.find((person) => person.key === 'will tarn')?.name).toBe('Will Tarn');
  });
});
