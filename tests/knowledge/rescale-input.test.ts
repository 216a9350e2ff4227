import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readCount,
  readEuro,
  readOneCount,
  readPercent,
  readYear,
  readYears,
} from '../../src/knowledge/rescale-input.ts';
import { naughtyStrings } from '../naughty-strings.ts';

const problemOf = (reading: ReturnType<typeof readEuro> | ReturnType<typeof readYear>): string | undefined =>
  reading && 'problem' in reading ? reading.problem : undefined;

describe('numbers as people write them', () => {
  test.each([
    ['1285000', 1_285_000],
    ['1.285.000', 1_285_000],
    ['1 285 000', 1_285_000],
    ['€ 1.285.000,50', 1_285_000.5],
    ['50.000 euro', 50_000],
    ['60 mila', 60_000],
    ['1,4 milioni', 1_400_000],
    ['1 milione', 1_000_000],
    ['1.5', 1.5],
  ])('%s', (text, value) => {
    expect(readEuro(text)).toEqual({ value: { low: value, high: value } });
  });

  test.each([
    ['da 1.000 a 3.300', 1000, 3300],
    ['1000-3300', 1000, 3300],
    ['1.000–3.300', 1000, 3300],
    ['Da 60 mila a 1,4 milioni', 60_000, 1_400_000],
  ])('a range: %s', (text, low, high) => {
    expect(readEuro(text)).toEqual({ value: { low, high } });
  });

  test('nothing typed is nothing, and no mistake', () => {
    for (const read of [readEuro, readCount, readOneCount, readYears, readYear])
      expect([read(''), read('  ')]).toEqual([null, null]);
    expect(readPercent(' ', 50)).toBeNull();
  });
});

describe('what cannot be is said', () => {
  test.each([
    ['-5000', 'Il numero non può essere negativo.'],
    ['−5000', 'Il numero non può essere negativo.'],
    ['0', 'Scrivi un numero più grande di 0.'],
    ['tanti', 'Scrivi un numero in cifre, per esempio 250.000.'],
    ['1e12', 'Scrivi un numero in cifre, per esempio 250.000.'],
    ['1.2.3', 'Scrivi un numero in cifre, per esempio 250.000.'],
    ['10-20-30', 'Scrivi un numero in cifre, per esempio 250.000.'],
    ['NaN', 'Scrivi un numero in cifre, per esempio 250.000.'],
    ['Infinity', 'Scrivi un numero in cifre, per esempio 250.000.'],
    ['1.000.000.000.000', 'È più di dieci miliardi di euro: controlla gli zeri.'],
    ['3300-1000', 'Il primo numero deve essere il più basso.'],
  ])('euro: %s', (text, problem) => {
    expect(problemOf(readEuro(text))).toBe(problem);
  });

  test.each([
    ['1000000000000', 'È più di cento milioni: controlla gli zeri.'],
    ['12,5', 'Scrivi un numero intero, senza virgola.'],
    ['1000-2000', 'Qui serve un numero solo.'],
  ])('inhabitants: %s', (text, problem) => {
    expect(problemOf(readOneCount(text))).toBe(problem);
  });

  test.each([
    ['1800', 'Scrivi un anno fra 1950 e 2050.'],
    ['2100', 'Scrivi un anno fra 1950 e 2050.'],
    ['20', 'Scrivi un anno di quattro cifre, per esempio 2020, o due: 2018–2020.'],
    ['duemila', 'Scrivi un anno di quattro cifre, per esempio 2020, o due: 2018–2020.'],
    ['2020–2018', 'Il primo anno deve venire prima del secondo.'],
  ])('year: %s', (text, problem) => {
    expect(problemOf(readYears(text))).toBe(problem);
  });

  test('two years where one is wanted', () => {
    expect(readYears('2018-2020')).toEqual({ value: { low: 2018, high: 2020 } });
    expect(problemOf(readYear('2018-2020'))).toBe('Qui serve un numero solo.');
  });

  test('a percentage beyond its limit', () => {
    expect(readPercent('2,5', 50)).toEqual({ value: 2.5 });
    expect(readPercent('0', 50)).toEqual({ value: 0 });
    expect(problemOf(readPercent('51', 50))).toBe('Scrivi una percentuale fra 0 e 50.');
  });

  test('whatever is typed, a number in its limits comes out or words', () => {
    const strings = fc.oneof(fc.string(), fc.constantFrom(...naughtyStrings), fc.float().map(String));
    fc.assert(
      fc.property(strings, (text) => {
        for (const reading of [readEuro(text), readCount(text), readYears(text)]) {
          if (!reading) continue;
          if ('problem' in reading) expect(reading.problem).toMatch(/\.$/);
          else {
            expect(Number.isFinite(reading.value.low) && reading.value.low > 0).toBe(true);
            expect(reading.value.high).toBeGreaterThanOrEqual(reading.value.low);
            expect(reading.value.high).toBeLessThanOrEqual(10_000_000_000);
          }
        }
      }),
    );
  });
});
