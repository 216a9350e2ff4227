import { describe, expect, test } from 'vitest';
import { edited } from '../fixture-content.ts';
import { placeOf, sheet, told } from './told.ts';

const typed = (words: string) => edited(sheet, '1. La famiglia fa domanda.', `1. ${words}`);
const hintFor = (words: string) => told(typed(words), 'figure-typed').map((line) => line.split(' → ')[1]);

describe('a figure that is among the facts', () => {
  test.each([
    ['Sono 120 in tutto.', '<Fact of="people-supported" />'],
    ['Sono **120** in tutto.', '<Fact of="people-supported" />'],
    ['Nel Nord 40 persone.', '<Fact of="people-supported" scope="area Nord" />'],
    ['Arrivano 83 candidature.', '<Fact of="applications-received" source="gazzetta-2021" />'],
    ['Arrivano 89 candidature.', '<Fact of="applications-received" source="comune-2021" />'],
    ['Costa € 1.200.000.', '<Fact of="total-cost" />'],
    ['Costa 1,2 milioni di euro.', '<Fact of="total-cost" />'],
    ['Costa 1.200 mila euro.', '<Fact of="total-cost" />'],
    ['Costa da 1.200.000 a molti euro.', '<Fact of="total-cost" />'],
    ['Resta in casa l’82,5 % di loro.', '<Fact of="still-housed" />'],
    ['Resta in casa l’82,5 per cento.', '<Fact of="still-housed" />'],
    ['Si dà sostegno alle 120 famiglie.', '<Fact of="people-supported" />'],
    ['In due anni 120 persone.', '<Fact of="people-supported" />'],
    ['Il via libera a 120 persone.', '<Fact of="people-supported" />'],
    ['In via Garibaldi lavorano 120 persone.', '<Fact of="people-supported" />'],
    ['Lo dicono [120 persone](https://example.org/).', '<Fact of="people-supported" />'],
  ])('%s', (words, tag) => {
    expect(hintFor(words)).toEqual([`Scrivi ${tag}`]);
  });

  test('is told at its own place, on a later line too', () => {
    const files = typed('Perché &amp; come:\n   arrivarono più di 83 candidature.');
    expect(told(files, 'figure-typed')).toEqual([
      `${placeOf(files, '83 candidature.')} «83» è già fra i dati della scheda («Candidature ricevute»): scritto a mano resta senza fonte. → Scrivi <Fact of="applications-received" source="gazzetta-2021" />`,
    ]);
  });

  test('in a cell, a title and a box too', () => {
    const files = edited(sheet, '### In tre passi', '### Per 120 persone\n\n| Chi |\n|---|\n| 120 |');
    expect(told(files, 'figure-typed').map((line) => line.split(' ')[0])).toEqual([
      placeOf(files, '120 persone'),
      placeOf(files, '120 |'),
    ]);
  });
});

describe('a figure is left alone', () => {
  test.each([
    ['with another unit', 'Servono 120 candidature e 83 persone.'],
    ['as another thing', 'Costa 120 euro, il 40 %, 82,5.'],
    ['in a law', 'La legge 120/2010, l’art. 83, il n. 40, il D.Lgs. 120, il comma 40 e la delibera 120.'],
    ['as a door', 'In via Garibaldi 120, corso Vittorio Emanuele II, 83 e piazza della Vittoria, 40.'],
    ['as a date', 'Il 40 marzo, nel 2019, il 12.03.2021, nell’89 e dal 2019 al 2023.'],
    ['in a quotation', 'Dice <Quote source="gazzetta-2021">sono 120</Quote>.'],
    ['in code', 'Il campo `120`.'],
    ['in a name', 'Il bus 120bis, la stanza A120, il 120º posto.'],
    ['as a part of another', 'Da 120-130, 120,5 e 1.120.'],
    ['already well written', 'Sono <Fact of="people-supported"/>.'],
  ])('%s', (_, words) => {
    expect(hintFor(words)).toEqual([]);
  });

  test('when it is small and nothing says what it counts', () => {
    const one = 'facts:\n  - indicator: spaces-opened\n    value: 7\n    source: comune-2021\n';
    const files = (words: string) =>
      typed(words).map((file) =>
        file.path === sheet ? { ...file, text: file.text.replace('facts:\n', one) } : file,
      );
    expect(told(files('Ci vogliono 7 giorni.'), 'figure-typed')).toEqual([]);
    expect(told(files('Si aprono 7 spazi.'), 'figure-typed')).toHaveLength(1);
  });

  test('when it looks like a year', () => {
    const one = 'facts:\n  - indicator: spaces-opened\n    value: 2019\n    source: comune-2021\n';
    const files = (words: string) =>
      typed(words).map((file) =>
        file.path === sheet ? { ...file, text: file.text.replace('facts:\n', one) } : file,
      );
    expect(told(files('Nel 2019 si parte; nel 2019 molti arrivano.'), 'figure-typed')).toEqual([]);
    expect(told(files('Si aprono 2019 spazi.'), 'figure-typed')).toHaveLength(1);
  });
});
