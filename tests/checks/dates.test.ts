import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/checks/content.ts';
import type { CodeName } from '../../src/checks/codes.ts';
import { around, edited, named } from '../fixture-content.ts';
import { placeOf, sheet, told } from './told.ts';

const adoptions = (year: number) =>
  `adoptions:\n  - city: citta-esempio\n    year: ${year}\n    source: comune-2021\nauthors:`;
const placed = (path: string, passage: string, replacement: string, value: string, code: CodeName) => {
  const files = edited(path, passage, replacement);
  return {
    found: told(files, code, { path }).map((line) => line.split(' ')[0]),
    place: placeOf(files, value, path),
  };
};

describe('in the wrong order', () => {
  test.each([
    [
      'a source and its reading',
      sheet,
      "date: '2021-04-02'",
      "date: '2026-11-23'",
      "'2026-11-23'",
      '2026-12-01',
    ],
    ['a review and its term', sheet, "'2027-11-22'", "'2025-11-22'", "'2025-11-22'", ''],
    [
      'a value and the reading of its source',
      sheet,
      "asOf: '2021-04'",
      "asOf: '2026-12'",
      "'2026-12'",
      '2027-01-01',
    ],
    ['an adoption and the practice', sheet, 'authors:', adoptions(2018), '2018\n', ''],
    [
      'a promise and the meeting',
      'workshops/borgo-2023.mdx',
      "by: '2023-06'",
      "by: '2023-02'",
      "'2023-02'",
      '',
    ],
    [
      'an answer and the meeting',
      'workshops/borgo-2023.mdx',
      'accompagnamento?"\n    status: open',
      `accompagnamento?"\n    status: answered\n    answer: Poco.\n    answeredOn: '2023-02-01'`,
      "'2023-02-01'",
      '',
    ],
    [
      'what became of a promise and the meeting',
      'workshops/borgo-2023.mdx',
      "by: '2023-06'",
      "by: '2023-06'\n    outcomeOn: '2022'",
      "'2022'",
      '',
    ],
    [
      'what came of the meeting and the meeting',
      'workshops/borgo-2023.mdx',
      'needsRaised:',
      "results:\n  - text: Uno sportello.\n    date: '2022'\nneedsRaised:",
      "'2022'",
      '',
    ],
  ])('%s', (_, path, passage, replacement, value, day) => {
    const files = edited(path, passage, replacement);
    const lines = told(files, 'dates-order', { path, ...(day ? { today: day } : {}) });
    expect(lines.map((line) => line.split(' ')[0])).toEqual([placeOf(files, value, path)]);
  });

  test('is said with both dates', () => {
    expect(told(edited(sheet, 'authors:', adoptions(2018)), 'dates-order')[0]).toContain(
      'È stata ripresa 2018, ma è cominciata dopo: settembre 2019.',
    );
  });

  test('is nothing that a shorter date leaves open', () => {
    expect(told(edited(sheet, 'authors:', adoptions(2019)), 'dates-order')).toEqual([]);
    expect(told(edited(sheet, "date: '2021-04-02'", "date: '2026'"), 'dates-order')).toEqual([]);
  });

  test('is no value that is still to come', () => {
    const target = "    role: target\n    asOf: '2030'\n";
    expect(told(edited(sheet, '    role: target\n', target), 'dates-order')).toEqual([]);
  });
});

describe('in the future', () => {
  test.each([
    ['a review', "reviewedOn: '2026-11-22'", "reviewedOn: '2026-11-23'", "'2026-11-23'"],
    [
      'a reading',
      "accessed: '2026-11-22'\n    kind: press",
      "accessed: '2026-11-23'\n    kind: press",
      "'2026-11-23'",
    ],
    ['a source', "date: '2021-04-02'", "date: '2027'", "'2027'"],
    ['a value reached', "asOf: '2021-04'", "asOf: '2027-01'", "'2027-01'"],
  ])('%s', (_, passage, replacement, value) => {
    const { found, place } = placed(sheet, passage, replacement, value, 'date-future');
    expect(found).toEqual([place]);
    expect(told(edited(sheet, passage, replacement), 'dates-order')).toEqual([]);
  });

  test('the answer to a question of a workshop', () => {
    const { found, place } = placed(
      'workshops/borgo-2023.mdx',
      'accompagnamento?"\n    status: open',
      `accompagnamento?"\n    status: answered\n    answer: Poco.\n    answeredOn: '2026-11-23'`,
      "'2026-11-23'",
      'date-future',
    );
    expect(found).toEqual([place]);
  });

  test('the inhabitants of a city', () => {
    const { found, place } = placed('cities.yaml', "asOf: '2011'", "asOf: '2031'", "'2031'", 'date-future');
    expect(found).toEqual([place]);
  });

  test('a source of a list, where it stands in the file', () => {
    const { found, place } = placed(
      'cities.yaml',
      "accessed: '2026-11-22'",
      "accessed: '2026-11-23'",
      "'2026-11-23'",
      'date-future',
    );
    expect(found).toEqual([place]);
  });

  test('nothing, on that very day or without a calendar', () => {
    const files = edited(sheet, "reviewedOn: '2026-11-22'", "reviewedOn: '2026-11-23'");
    expect(told(files, 'date-future', { today: '2026-11-23' })).toEqual([]);
    expect(
      checkFiles(files, around)
        .problems.map(named)
        .filter(({ code }) => code === 'date-future'),
    ).toEqual([]);
  });
});
