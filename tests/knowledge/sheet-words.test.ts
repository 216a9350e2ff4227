import { expect, test } from 'vitest';
import { evaluationLabel, proposedNeedsText } from '../../src/knowledge/sheet-words.ts';

test('an evaluation that is not independent was made by the promoters', () => {
  expect(evaluationLabel({ kind: 'survey', independent: true })).toBe(
    'indagine su chi ha partecipato, indipendente',
  );
  expect(evaluationLabel({ kind: 'survey', independent: false })).toBe(
    'indagine su chi ha partecipato, fatta da chi promuove o attua la pratica',
  );
});

test('the needs that a sheet proposes stand in one sentence', () => {
  expect(proposedNeedsText(['Bagni pubblici chiusi.', 'Mense lontane'])).toBe(
    'La scheda propone di aggiungere: Bagni pubblici chiusi; Mense lontane.',
  );
});
