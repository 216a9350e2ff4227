import { expect, test } from 'vitest';
import { edited } from '../fixture-content.ts';
import { placeOf, sheet, told } from './told.ts';

test('a source without date is told at its name, with what to write', () => {
  const files = edited(sheet, "    date: '2021-05'\n", '');
  expect(told(files, 'source-undated')).toEqual([
    `${placeOf(files, 'gazzetta-2021')} La fonte «gazzetta-2021» non ha data e la nota non dice perché. → Aggiungi «date»; se il documento non ne porta, scrivi in «note»: «Pagina senza data».`,
  ]);
});

test.each([
  'Pagina senza data.',
  'La data non è indicata.',
  'Documento non datato.',
  'La pagina non porta la data.',
])('a note that says why is enough: %s', (note) => {
  const files = edited(sheet, "    date: '2021-05'\n", `    note: "${note}"\n`);
  expect(told(files, 'source-undated')).toEqual([]);
});

test('a note that speaks of other things is not', () => {
  const files = edited(sheet, "    date: '2021-05'\n", '    note: "Letto solo l’inizio."\n');
  expect(told(files, 'source-undated')).toHaveLength(1);
});

test('a source of a list is told once, where it stands in the file', () => {
  const path = 'cities.yaml';
  const files = edited(path, '    note: "Elenco senza data."\n', '');
  const lines = told(files, 'source-undated', { path });
  expect(lines.map((line) => line.split(' ')[0])).toEqual([placeOf(files, 'istituto-prova', path)]);
});
