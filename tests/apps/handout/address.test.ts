import { expect, test } from 'vitest';
import { askedSheet } from '../../../src/apps/handout/address.ts';
import { naughtyStrings } from '../../naughty-strings.ts';

test('the address names one sheet', () => {
  expect(askedSheet('?p=tonite')).toEqual({ id: 'tonite' });
  expect(askedSheet('?x=1&p=homes4all')).toEqual({ id: 'homes4all' });
  expect(askedSheet('')).toBe(null);
  expect(askedSheet('?p=')).toBe(null);
});

test.each(['../privacy', 'a/b', 'ToNite', 'è', 'a--b', 'a'.repeat(81)])('%s is no sheet', (text) => {
  expect(askedSheet(`?p=${encodeURIComponent(text)}`)).toEqual({ wrong: text.slice(0, 80) });
});

test('nothing but a name gets through', () => {
  for (const text of naughtyStrings) {
    const asked = askedSheet(`?p=${encodeURIComponent(text.toWellFormed())}`);
    if (asked && 'id' in asked) expect(asked.id).toMatch(/^[a-z0-9-]+$/);
  }
});
