import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nothingWritten, readReports, withReport, writtenFields } from '../../../src/apps/report/kept.ts';
import { troublesOf } from '../../../src/apps/report/check.ts';

const written = fc.record(
  Object.fromEntries(writtenFields.map((field) => [field, fc.string()])),
) as fc.Arbitrary<typeof nothingWritten>;

test('what is kept is read again as it was', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), written), (reports) => {
      expect(readReports(JSON.parse(JSON.stringify(reports)))).toEqual(reports);
    }),
  );
});

test('anything else is not taken for it', () => {
  for (const json of [
    null,
    3,
    'x',
    [],
    { a: 1 },
    { a: null },
    { a: { ...nothingWritten, url: 4 } },
    { a: {} },
  ])
    expect(readReports(json)).toBeNull();
});

test('an emptied report goes away, and the oldest of too many', () => {
  const one = { ...nothingWritten, wrong: 'La cifra' };
  const many = Array.from({ length: 25 }, (_, index) => String(index)).reduce(
    (reports, about) => withReport(reports, `a${about}`, one),
    {},
  );
  expect(Object.keys(many)).toHaveLength(20);
  expect(Object.keys(many)).not.toContain('a0');
  expect(Object.keys(many).at(-1)).toBe('a24');
  expect(withReport({ a: one }, 'a', nothingWritten)).toEqual({});
  expect(Object.keys(withReport({ a: one, b: one }, 'a', one))).toEqual(['b', 'a']);
});

test('nothing written is no trouble: the document may be left out', () => {
  expect(troublesOf(nothingWritten)).toEqual({});
});

test('a field of the document is judged with the words of the schema', () => {
  const { url, date } = troublesOf({ ...nothingWritten, url: 'comune.torino.it', date: 'ieri' });
  expect(url).toBe('Manca l’inizio: l’indirizzo intero è «https://comune.torino.it».');
  expect(date).toMatch(/data|anno/i);
  expect(troublesOf({ ...nothingWritten, url: 'https://www.comune.torino.it', date: '2020-10' })).toEqual({});
});

test('personal data are pointed at, in every field', () => {
  for (const field of writtenFields)
    expect(
      troublesOf({ ...nothingWritten, [field]: 'Scrivi a mario.rossi@comune.torino.it' })[field],
    ).toBeTruthy();
});
