import { expect, test } from 'vitest';
import { edited, seriousProblems } from '../fixture-content.ts';

const sheet = 'practices/case-aperte.mdx';
const extra = (id: string) =>
  `sources:\n  - id: ${id}\n    title: "T"\n    publisher: "P"\n    date: '2023'\n    accessed: '2026-11-22'\n`;

test('a source that nothing uses is a warning, at its place', () => {
  expect(seriousProblems(edited(sheet, '\nsources:\n', `\n${extra('mai-usata')}`))).toMatchObject([
    {
      severity: 'warning',
      code: 'source-unused',
      column: 9,
      message: 'Nessun dato e nessuna frase usa la fonte «mai-usata».',
      hint: 'Richiamala dove serve, o toglila.',
    },
  ]);
});

test('a source used only in the text is used', () => {
  const files = edited(sheet, '\nsources:\n', `\n${extra('solo-testo')}`).map((file) =>
    file.path === sheet
      ? { ...file, text: file.text.replace('per poche case', 'per poche case <Cite source="solo-testo"/>') }
      : file,
  );
  expect(seriousProblems(files)).toEqual([]);
});

test('two sources of one name are an error', () => {
  expect(seriousProblems(edited(sheet, '\nsources:\n', `\n${extra('comune-2021')}`))).toMatchObject([
    { severity: 'error', code: 'source-repeated', message: 'La sigla «comune-2021» è usata da due fonti.' },
  ]);
});

test('the readings of an activity need no call', () => {
  expect(
    seriousProblems(edited('activities/mappa-di-prova.mdx', 'origin:', `${extra('metodo')}origin:`)),
  ).toEqual([]);
});
