import { expect, test } from 'vitest';
import { onlyGrown, parseAddresses, withAddresses } from '../../../src/checks/output/address-list.ts';

test('reads one address a line, and leaves remarks out', () => {
  const { addresses, problems } = parseAddresses('# Nota\n/\n\n/aree/\n/dati/practices.json\n/aree/\n');
  expect(addresses).toEqual(['/', '/aree/', '/dati/practices.json']);
  expect(problems).toEqual([]);
});

test.each([
  'aree/',
  'https://esempio.it/aree/',
  '//altrove.it/',
  '/Aree/',
  '/aree/../x/',
  '/aree/ ',
  '/aree/?q',
  '/aree/#a',
])('refuses «%s» at its line', (line) => {
  const { addresses, problems } = parseAddresses(`/\n${line}\n/aree/\n`);
  expect(addresses).toEqual(['/', '/aree/']);
  expect(problems).toMatchObject([{ file: 'addresses.txt', line: 2, code: 'TP912', severity: 'error' }]);
});

test('adds addresses in order, once, under the remarks; nothing more changes nothing', () => {
  const list = withAddresses('# Nota\n/b/\n', ['/c/', '/a/', '/b/']);
  expect(list).toBe('# Nota\n/a/\n/b/\n/c/\n');
  expect(withAddresses(list, ['/a/'])).toBe(list);
  expect(withAddresses('', ['/a/'])).toBe('/a/\n');
});

test('a list that lost an address has not only grown', () => {
  expect(onlyGrown('/a/\n/b/\n', '/b/\n/a/\n# x\n/c/\n')).toEqual({ lost: [] });
  expect(onlyGrown('/a/\n/b/\n', '/a/\n')).toEqual({ lost: ['/b/'] });
  expect(onlyGrown('/a/\n/b/\n', '')).toEqual({ lost: ['/a/', '/b/'] });
});
