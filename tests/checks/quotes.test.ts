import { expect, test } from 'vitest';
import { edited } from '../fixture-content.ts';
import { placeOf, sheet, told } from './told.ts';

const words = (count: number) => Array.from({ length: count }, (_, index) => `parola${index}`).join(' ');

test('a quotation of more than twenty words is told where it begins', () => {
  const files = edited(sheet, 'Tutti in fila dall’alba', `${words(10)} **${words(11)}**`);
  expect(told(files, 'quote-long')).toEqual([
    `${placeOf(files, '<Quote')} La citazione è di 21 parole: al massimo 20. → Tieni le parole che contano e racconta il resto con le tue.`,
  ]);
});

test('and so is that of a fact', () => {
  const files = edited(sheet, '"sono arrivate oltre 89 domande"', `"${words(21)}"`);
  expect(told(files, 'quote-long').map((line) => line.split(' ')[0])).toEqual([placeOf(files, '"parola0')]);
});

test('twenty are not too many, and signs are no words', () => {
  expect(told(edited(sheet, 'Tutti in fila dall’alba', `${words(20)} … —`), 'quote-long')).toEqual([]);
  expect(told(edited(sheet, '"sono arrivate oltre 89 domande"', `"${words(20)}"`), 'quote-long')).toEqual([]);
});
