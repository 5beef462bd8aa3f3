import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import type { IGrammar } from 'vscode-textmate';
import { beforeAll, describe, expect, test } from 'vitest';
import { colour, loadGrammar } from './tokenizer';

let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

/** The innermost scopes (without the name of the language) of the stretches of a line that have one, in order. */
function scopes(line: string): readonly (readonly [string, string])[] {
  return (colour(grammar, line)[0] ?? [])
    .filter((token) => token.scopes.length > 0 && token.text.trim() !== '')
    .map((token) => [token.text.trim(), (token.scopes.at(-1) ?? '').replace(/\.transcript$/, '')] as const);
}

const scopeOf = (line: string, text: string): string | undefined => scopes(line).find(([written]) => written === text)?.[1];

const SPEAKER = 'entity.name.function.speaker';
const HONORIFIC = 'storage.modifier.honorific';
const TITLE = 'storage.type.title';
const ROLE = 'variable.parameter.role';
const BODY = 'support.class.organisation';
const COLON = 'punctuation.separator.label';

describe('labels', () => {
  test('plain, with honorific and role', () => {
    expect(scopes('Ada Quill AM (Chair): We come to it.')).toEqual(
      [
        ['Ada', SPEAKER],
        ['Quill', SPEAKER],
        ['AM', HONORIFIC],
        ['(', 'punctuation.definition.role.begin'],
        ['Chair', ROLE],
        [')', 'punctuation.definition.role.end'],
        [':', COLON],
      ].map(([text, scope]) => [text, scope]),
    );
  });

  test.each([
    ['Ada Quill MBE AM (Deputy Chair): Yes.', 'MBE', HONORIFIC],
    ['Ada Quill MBE AM (Deputy Chair): Yes.', 'Deputy Chair', ROLE],
    ['Ada Quill (Chief Executive, Weir Council): Yes.', 'Chief Executive', ROLE],
    ['Ada Quill (Chief Executive, Weir Council): Yes.', 'Weir Council', BODY],
    ['**Ada Quill (Chief Executive - Weir Council) (Co-Chair):** Yes.', 'Weir Council', BODY],
    ['**Ada Quill (Chief Executive - Weir Council) (Co-Chair):** Yes.', 'Co-Chair', ROLE],
    ['**Ada Quill (Chair):** Yes.', 'Quill', SPEAKER],
    ['**Ada Quill (Chair):** Yes.', '**', 'punctuation.definition.bold'],
    ['**Mr Quill**: Yes.', 'Quill', SPEAKER],
    ['**Mr Quill**: Yes.', 'Mr', TITLE],
    ['**Ada**: Yes.', 'Ada', SPEAKER],
    ['Commander Bo Tarn (Head of Roads, River Police): Yes.', 'Commander', TITLE],
    ['Commander Bo Tarn (Head of Roads, River Police): Yes.', 'Tarn', SPEAKER],
    ['Dr Ida van der Molen AM: Yes.', 'Molen', SPEAKER],
    ['Siân O’Dare: Yes.', 'O’Dare', SPEAKER],
    ['MR. TARN: Yes.', 'TARN', SPEAKER],
    ['MR. TARN: Yes.', 'MR.', TITLE],
    ['Chair: Yes.', 'Chair', SPEAKER],
    ['The Chairman: Yes.', 'Chairman', SPEAKER],
    ['Q12 Chair: Yes.', 'Q12', 'constant.numeric.question'],
    ['Q12 Ada Quill: Yes.', 'Quill', SPEAKER],
    ['    Mr. Bachman. I thank you.', 'Bachman', SPEAKER],
    ['    The Chairman. Order.', 'Chairman', SPEAKER],
    ['MR. TARN. I might add this.', 'TARN', SPEAKER],
    ['Are there any questions? MR. TARN.  One, on the weir.', 'TARN', SPEAKER],
    ['Are there any questions? MR. TARN.  One, on the weir.', 'MR.', TITLE],
    ['**Lead 2A**: And then?', 'Lead', SPEAKER],
    ['**Lead 2A**: And then?', '2A', SPEAKER],
    ['The Minister of State at the Department for Weirs (Deputy Ada Quill): Yes.', 'Minister', SPEAKER],
    ['The Minister of State at the Department for Weirs (Deputy Ada Quill): Yes.', ':', COLON],
    ['[00:12:34] Ada: Hello.', 'Ada', SPEAKER],
    ['[00:12:34] Ada: Hello.', '[00:12:34]', 'constant.numeric.time'],
    ['<ada> hello', 'ada', SPEAKER],
    ['Ada Quill (Chair, Rivers Committee): ', 'Rivers Committee', BODY],
  ])('%s → %s', (line, text, scope) => expect(scopeOf(line, text)).toBe(scope));

  test.each([
    'There are two points: first, the river.',
    'It is so: yes.',
    'the chair: a seat',
    'We asked Ada Quill (Chair) about it: she agreed.',
    'http://example.org: a page',
    'Chairman Quill. He had said at the last hearing that it would rain',
    'Justice Board.  It remains where it was.',
    'We must look at the other point (made by Bo): it rained.',
    '**Regrets:** Ada Quill, Bo Tarn',
  ])('none in: %s', (line) => {
    expect(scopes(line).some(([, scope]) => scope === SPEAKER || scope === COLON)).toBe(false);
  });
});

describe('around the speech', () => {
  test.each([
    ['Date: Monday 27 February 2017', 'Date', 'entity.other.attribute-name.field'],
    ['Date: Monday 27 February 2017', 'Monday 27 February 2017', 'constant.numeric.date'],
    ['Start time: 9.00am Finish time: 10.30pm', 'Finish time', 'entity.other.attribute-name.field'],
    ['Start time: 9.00am Finish time: 10.30pm', '9.00am', 'constant.numeric.time'],
    ['**Date:** 27 February 2017', 'Date', 'entity.other.attribute-name.field'],
    ['Location: Weir Hall', 'Weir', 'string.unquoted.field'],
    ['9 October 2014', '9 October 2014', 'constant.numeric.date'],
    ['Transcript of Item 5: The Weir', 'Transcript of Item 5: The Weir', 'entity.name.section'],
    ['### Members:', 'Members:', 'entity.name.section'],
    ['### Members:', '###', 'punctuation.definition.heading'],
    ['==========', '==========', 'punctuation.definition.heading'],
    ['# WEIR OFFICE FOR RIVERS', '# WEIR OFFICE FOR RIVERS', 'comment.line.furniture'],
    ['OFFICIAL', 'OFFICIAL', 'comment.line.furniture'],
    ['Page 3 of 12', 'Page 3 of 12', 'comment.line.furniture'],
    ['### [The recording was lost]', '### [The recording was lost]', 'comment.block.note'],
    ['*(10.03 am)*', '*(10.03 am)*', 'comment.block.note'],
    ['(Applause)', '(Applause)', 'comment.block.note'],
    ['Bo Tarn, Chief Executive, Weir Council', 'Bo Tarn', 'entity.name.type.attendee'],
    ['Bo Tarn, Chief Executive, Weir Council', 'Chief Executive, Weir Council', 'variable.parameter.role'],
    ['**Bo Tarn,** Senior Manager, Weir Housing', 'Bo Tarn', 'entity.name.type.attendee'],
    ['1 After the meeting it was said', '1', 'constant.numeric.footnote'],
  ])('%s → %s', (line, text, scope) => expect(scopeOf(line, text)).toBe(scope));
});

describe('in the speech', () => {
  test.each([
    ['We met the RBA and two CRCs.', 'RBA', 'constant.other.acronym'],
    ['We met the RBA and two CRCs.', 'CRCs', 'constant.other.acronym'],
    ['The MoR said so.', 'MoR', 'constant.other.acronym'],
    ['Ask SO15 about it.', 'SO15', 'constant.other.acronym'],
    ['Thank you, Bo [Tarn].', 'Tarn', 'string.other.insertion'],
    ['The map of (inaudible) was lost.', '(inaudible)', 'invalid.deprecated.inaudible'],
    ['I was about to say --', '--', 'keyword.operator.interruption'],
    ['-- and so we begin', '--', 'keyword.operator.interruption'],
    ['Ada Quill (Chair):  -- and so we begin', '--', 'keyword.operator.interruption'],
    ['It goes on ...', '...', 'keyword.operator.interruption'],
    ['London is one.1  It is', '1', 'constant.numeric.footnote'],
    ['of the others respectively2. It is', '2', 'constant.numeric.footnote'],
    ['See https://example.org/a for more', 'https://example.org/a', 'markup.underline.link'],
    ['It was *never* so.', '*never*', 'markup.italic'],
  ])('%s → %s', (line, text, scope) => expect(scopeOf(line, text)).toBe(scope));

  test.each(['OK, we go on.', 'Use version2x of it.', 'A parenthesis - like this – is none.'])('nothing in: %s', (line) =>
    expect(scopes(line)).toEqual([]),
  );
});

describe('the grammar as a whole', () => {
  test('is what its script makes', () => {
    const check = spawnSync(process.execPath, ['scripts/grammar.mjs', '--check'], { encoding: 'utf8' });
    expect(check.stderr).toBe('');
    expect(check.status).toBe(0);
  });

  test('has only scopes under roots that every theme colours', () => {
    const roots = [
      'comment',
      'constant',
      'entity',
      'invalid',
      'keyword',
      'markup',
      'meta',
      'punctuation',
      'storage',
      'string',
      'support',
      'variable',
    ];
    const names = [...readFileSync('syntaxes/transcript.tmLanguage.json', 'utf8').matchAll(/"name": "([^"]+)"/g)].flatMap((match) =>
      (match[1] ?? '').split(' '),
    );
    const scopeNames = names.filter((name) => name.includes('.'));
    expect(scopeNames.length).toBeGreaterThan(30);
    for (const name of scopeNames) {
      expect(roots).toContain(name.split('.')[0]);
      expect(name).toMatch(/\.transcript$/);
    }
  });

  test('covers every line of our documents from its first to its last character', () => {
    const files = readdirSync('corpus').filter((file) => /\.(?:txt|md|vtt|transcript)$/.test(file));
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) {
      const text = readFileSync(`corpus/${file}`, 'utf8');
      expect(
        colour(grammar, text)
          .map((line) => line.map((token) => token.text).join(''))
          .join('\n'),
      ).toBe(text);
    }
  });

  test('is through with a very long line', () => {
    for (const piece of ['word ', 'Ada ', '(', '[', 'A.', '**', ': ', 'x1 ', 'ABC ', 'MR. A. ']) {
      const [line] = colour(grammar, piece.repeat(Math.ceil(200_000 / piece.length)));
      expect(line?.at(-1)?.text.length).toBeGreaterThan(0);
    }
  });
});
