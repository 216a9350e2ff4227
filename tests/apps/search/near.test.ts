import { expect, test } from 'vitest';
import { nearestNeeds, spelling } from '../../../src/apps/search/near.ts';

const needs = [
  { id: 'a', label: 'Famiglie sotto sfratto', words: 'emergenza abitativa, morosi' },
  { id: 'b', label: 'Case popolari vuote', words: 'alloggi ERP' },
  { id: 'c', label: 'Case private vuote', words: 'emergenza casa' },
];
const ids = (query: string, most?: number) => nearestNeeds(query, needs, most).map(({ id }) => id);

test('needs that share most words come first, misspelt ones too', () => {
  expect(ids('emergenza delle case vuote')).toEqual(['c', 'b', 'a']);
  expect(ids('abitatva')).toEqual(['a']);
  expect(ids('sfrtato')).toEqual(['a']);
  expect(ids('erp')).toEqual(['b']);
  expect(ids('vuote', 1)).toEqual(['b']);
  expect(ids('zzz')).toEqual([]);
  expect(ids('')).toEqual([]);
});

test('an unknown word a slip away from a known one is put right', () => {
  const known = ['Sfratto', 'baracche', 'baraccopoli', 'casa'];
  expect(spelling(['baracopoli', 'torino'], ['baracopoli'], known)).toBe('baraccopoli torino');
  expect(spelling(['sfrtato'], ['sfrtato'], known)).toBe('sfratto');
  expect(spelling(['baracce'], ['baracce'], known)).toBe('baracche');
  expect(spelling(['cas'], ['cas'], known)).toBeUndefined();
  expect(spelling(['xilofono'], ['xilofono'], known)).toBeUndefined();
  expect(spelling(['casa'], ['casa'], known)).toBeUndefined();
  expect(spelling(['baracopoli'], [], known)).toBeUndefined();
});
