import { describe, expect, test } from 'vitest';
import { edited } from '../fixture-content.ts';
import { placeOf, sheet, told } from './told.ts';

const table = (...rows: string[]) =>
  edited(
    sheet,
    '### In tre passi\n',
    `### In tre passi\n\n| Voce | Somma |\n|---|--:|\n${rows.join('\n')}\n`,
  );
const places = (...rows: string[]) => told(table(...rows), 'table-total').map((line) => line.split(' ')[0]);

test('a total that is not the sum is told at its own place', () => {
  const files = table('| Nord | 1.200 |', '| Sud | 800 |', '| **Totale** | **2.100** |');
  expect(told(files, 'table-total')).toEqual([
    `${placeOf(files, '**2.100')} Il totale scritto è 2.100, ma la somma della colonna è 2.000. → Correggi la cifra sbagliata, o spiega la differenza sotto la tabella e chiedi un’eccezione.`,
  ]);
});

describe('adds up', () => {
  test.each([
    ['thousands', ['| A | 1.200 |', '| B | 800 |', '| Totale | 2.000 |']],
    ['euros', ['| A | € 1.200 |', '| B | 800 euro |', '| Totale in euro | 2.000 € |']],
    ['millions, rounded', ['| A | 1,3 milioni |', '| B | 0,8 milioni |', '| Totale | 2,1 milioni |']],
    ['hundredths, rounded', ['| A | 33,3 % |', '| B | 33,3 % |', '| C | 33,3 % |', '| Totale | 100 % |']],
    ['what is empty', ['| A | 5 |', '| B | – |', '| C |  |', '| Totale | 5 |']],
    ['what a part holds', ['| A | 5 |', '| di cui donne | 3 |', '| Totale | 5 |']],
    ['units', ['| A | 5 persone |', '| B | 1 persona |', '| Totale | 6 persone |']],
  ])('%s', (_, rows) => {
    expect(places(...rows)).toEqual([]);
  });

  test.each([
    ['euros', ['| A | € 1.200 |', '| B | 800 euro |', '| Totale | 2.001 € |']],
    ['hundredths', ['| A | 40 % |', '| B | 30 % |', '| Totale | 100 % |']],
    ['millions', ['| A | 1,3 milioni |', '| B | 0,8 milioni |', '| Totale | 3 milioni |']],
  ])('or not: %s', (_, rows) => {
    expect(places(...rows)).toHaveLength(1);
  });
});

describe('is not judged', () => {
  test.each([
    ['without a total', ['| A | 5 |', '| B | 3 |']],
    ['with words for a number', ['| A | molti |', '| B | 3 |', '| Totale | 10 |']],
    ['with a range', ['| A | 3-5 |', '| B | 3 |', '| Totale | 10 |']],
    ['with a fact', ['| A | <Fact of="people-supported"/> |', '| B | 3 |', '| Totale | 10 |']],
    ['with a fact for a total', ['| A | 2 |', '| B | 3 |', '| Totale | <Fact of="people-supported"/> |']],
    ['where euros and hundredths meet', ['| A | 5 % |', '| B | 3 € |', '| Totale | 10 € |']],
  ])('%s', (_, rows) => {
    expect(places(...rows)).toEqual([]);
  });
});
