import { expect, test } from 'vitest';
import { edited } from '../fixture-content.ts';
import { placeOf, sheet, told } from './told.ts';

test('a sheet is overdue the day after its term', () => {
  const files = edited(sheet, 'Un cortile', 'Il cortile');
  expect(told(files, 'review-overdue', { today: '2027-11-22' })).toEqual([]);
  expect(told(files, 'review-overdue', { today: '2027-11-23' })).toEqual([
    `${placeOf(files, "'2027-11-22'")} La scheda è stata riletta il 22 novembre 2026, andava riletta entro il 22 novembre 2027. → Rileggi le fonti, aggiorna ciò che è cambiato e scrivi reviewedOn: '2027-11-23'.`,
  ]);
});

test('without a term it has a year', () => {
  const files = edited(sheet, "reviewBy: '2027-11-22'\n", '');
  expect(told(files, 'review-overdue', { today: '2027-11-22' })).toEqual([]);
  const lines = told(files, 'review-overdue', { today: '2027-11-23' });
  expect(lines.map((line) => line.split(' ')[0])).toEqual([placeOf(files, "'2026-11-22'\n---")]);
});

test('a draft is nobody’s to review', () => {
  const files = edited(sheet, 'title: "Case aperte"', 'draft: true\ntitle: "Case aperte"');
  expect(told(files, 'review-overdue', { today: '2030-01-01' })).toEqual([]);
});
