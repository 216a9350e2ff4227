import { expect, test } from 'vitest';
import { edited } from '../fixture-content.ts';
import { placeOf, sheet, told } from './told.ts';

const other = 'practices/officina-vuota.mdx';

test('a title that another entry bears is told at the second', () => {
  const files = edited(other, 'title: "Officina vuota"', 'title: "CASE, àperte!"');
  expect(told(files, 'title-repeated', { path: other })).toEqual([
    `${placeOf(files, '"CASE', other)} Il nome «CASE, àperte!» è già di un’altra voce (la pratica «case-aperte», in ${sheet}). → Se sono la stessa cosa uniscile; se no aggiungi che cosa le distingue, di solito la città.`,
  ]);
  expect(told(files, 'title-repeated')).toEqual([]);
});

test('and so is another name of it', () => {
  const files = edited(
    other,
    'title: "Officina vuota"',
    'title: "Officina vuota"\naliases:\n  - "Progetto case aperte"',
  );
  expect(told(files, 'title-repeated', { path: other }).map((line) => line.split(' ')[0])).toEqual([
    placeOf(files, '"Progetto case', other),
  ]);
});

test('in a list too, with the line of the first', () => {
  const path = 'glossary.yaml';
  const files = edited(path, 'title: "Terzo settore"', 'title: "Patto di collaborazione"');
  expect(told(files, 'title-repeated', { path })).toEqual([
    expect.stringContaining(`${placeOf(files, '"Patto di collaborazione"\n    definition: "Ass', path)} `),
  ]);
  expect(told(files, 'title-repeated', { path })[0]).toContain('alla riga 2)');
});

test('an entry may repeat its own name, and that of an entry of another kind', () => {
  const own = edited(sheet, '"Progetto Case aperte"', '"Case aperte!"');
  expect(told(own, 'title-repeated')).toEqual([]);
  const term = edited(sheet, 'title: "Case aperte"', 'title: "Terzo settore"');
  expect(told(term, 'title-repeated')).toEqual([]);
});
