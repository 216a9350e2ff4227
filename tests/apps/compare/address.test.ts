import { describe, expect, test } from 'vitest';
import { readAddress, writeAddress } from '../../../src/apps/compare/address.ts';

const idsIn = (query: string) => readAddress(query).ids;

describe('an address', () => {
  test.each([
    ['', []],
    ['?p=tonite', ['tonite']],
    ['?p=tonite,homes4all', ['tonite', 'homes4all']],
    ['?p=tonite&p=homes4all', ['tonite', 'homes4all']],
    ['?p=%20ToNite%20,,tonite,', ['tonite']],
    ['?p=tonite%2Chomes4all', ['tonite', 'homes4all']],
    ['?q=tonite', []],
  ])('names sheets: %s', (query, ids) => {
    expect(idsIn(query)).toEqual(ids);
    expect(readAddress(query).complaints).toEqual([]);
  });

  test.each([
    '?p=<script>alert(1)</script>',
    '?p=../../dati/needs',
    '?p=a--b',
    '?p=%00',
    `?p=${'a'.repeat(81)}`,
    '?p=città',
  ])('with what is no id says so: %s', (query) => {
    expect(idsIn(query)).toEqual([]);
    expect(readAddress(query).complaints).toEqual([expect.stringContaining('codice che non può esistere')]);
  });

  test('names that every object has are only names', () => {
    expect(idsIn('?p=constructor,toString')).toEqual(['constructor', 'tostring']);
    expect(idsIn('?p=__proto__')).toEqual([]);
  });

  test('keeps the first four of many, and says so', () => {
    const many = Array.from({ length: 50 }, (_, index) => `scheda-${index}`).join(',');
    expect(idsIn(`?p=${many}`)).toEqual(['scheda-0', 'scheda-1', 'scheda-2', 'scheda-3']);
    expect(readAddress(`?p=${many}`).complaints).toEqual([expect.stringContaining('al massimo 4')]);
  });

  test('is written as it is read', () => {
    for (const query of [
      '',
      '?p=a,b',
      '?p=a,b&differenze=1',
      '?p=a&documentate=1',
      '?p=a,b&differenze=1&documentate=1',
    ])
      expect(writeAddress(readAddress(query))).toBe(query);
  });
});
