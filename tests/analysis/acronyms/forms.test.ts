import { describe, expect, test } from 'vitest';
import { keys, lookups } from '../../../server/src/analysis/acronyms/forms';

const finds = (form: string, short: string): boolean => {
  const filed = keys(short);
  return lookups(form).some((key) => filed.includes(key));
};

describe('a token finds a short form', () => {
  test.each([
    ['BRP', 'BRP'],
    ['BRP’s', 'BRP'],
    ["BRP's", 'BRP'],
    ["TRUS'", 'TRUS'],
    ['BRPs', 'BRP'],
    ['BRPs’', 'BRP'],
    ['QRS3s', 'QRS3'],
    ['MOR', 'MoR'],
    ['MoR', 'MOR'],
    ['MARBa', 'MARB' + 'A'],
    ['MOR’s', 'MoR'],
    ['Nafo', 'Nafo'],
    ['Nafo’s', 'Nafo'],
    ['FLU-19', 'FLU'],
    ['FLU-19', 'FLU-19'],
    ['BRPs', 'BRPs'],
  ])('%s: %s', (form, short) => expect(finds(form, short)).toBe(true));
});

describe('plural folding and case folding never combine', () => {
  test.each([
    ['it', 'IT'],
    ['It', 'IT'],
    ['GPs', 'GPS'],
    ['GPS', 'GP'],
    ['GPS', 'GPs'],
    ['MORs', 'MoR'],
    ['BRPS', 'BRP'],
    ['NAFO', 'Nafo'],
    ['nafo', 'Nafo'],
    ['Am', 'AM'],
    ['BRP', 'BR'],
    ['BRP', 'BRPs'],
  ])('%s does not find %s', (form, short) => expect(finds(form, short)).toBe(false));
});

test('the likelier spelling comes first', () => {
  expect(lookups('MoRs’')[0]).toBe('MoRs’');
  expect(lookups('BRPs')).toEqual(['BRPs', 'BRP']);
  expect(lookups('MOR’s').slice(0, 2)).toEqual(['MOR’s', 'MOR']);
});
