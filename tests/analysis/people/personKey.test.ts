import { describe, expect, test } from 'vitest';
import { joinsDocuments, personKey } from '../../../server/src/analysis/people/people';
import { partsOfKey } from '../../../server/src/analysis/people/personKey';

describe('a key', () => {
  test.each([
    ['Ada Quill', 'ada quill'],
    ['ADA QUILL', 'ada quill'],
    ['Ada  Quill ', 'ada quill'],
    ['J. P. Quill', 'j p quill'],
    ['J.P. Quill', 'j p quill'],
    ['Seán Ó Broin', 'sean o broin'],
    ['Pat O’Dare', "pat o'dare"],
    ["Pat O'Dare", "pat o'dare"],
    ['Jean-Luc Marl', 'jean-luc marl'],
    ['', ''],
  ])('%j is %j', (name, key) => {
    expect(personKey(name)).toBe(key);
  });
});

describe('the parts of a name', () => {
  test.each([
    ['ada quill', false, { given: 'ada', family: 'quill' }],
    ['ida van der molen', false, { given: 'ida', family: 'van der molen' }],
    ['sean o broin', false, { given: 'sean', family: 'o broin' }],
    ['van der molen', true, { family: 'van der molen' }],
    ['j p quill', false, { family: 'quill' }],
    ['ada quill jr', false, { given: 'ada', family: 'quill' }],
    ['quill of sealand', true, { family: 'quill' }],
    ['quill', true, { family: 'quill' }],
    ['ada', false, { given: 'ada' }],
    ['', false, {}],
  ])('%j', (key, titled, parts) => {
    expect(partsOfKey(key, titled)).toEqual(parts);
  });
});

test.each([
  ['ada quill', true],
  ['quill', false],
  ['ms quill', false],
  ['the chairman', false],
  ['deputy chair', false],
  ['speaker 2', false],
])('whether %j joins documents: %j', (key, joins) => {
  expect(joinsDocuments(key)).toBe(joins);
});
