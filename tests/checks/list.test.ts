import { describe, expect, test } from 'vitest';
import { readList } from '../../src/checks/list.ts';

const read = (text: string) => readList('term', { path: 'glossary.yaml', text });
const problemsOf = (text: string) =>
  read(text).problems.map(({ code, severity, line }) => `${severity} ${code} ${line}`);
const source = (id: string) => `  - id: ${id}\n    title: T\n    publisher: P\n    accessed: '2026-11-22'\n`;

test('each entry becomes a record with its id, its place and its own sources', () => {
  const { records, problems } = read(
    `sources:\n${source('uno')}${source('due')}entries:\n  - id: a\n    title: A\n    definition: B\n    source: due\n  - id: c\n    title: C\n    definition: D\n    source: uno\n`,
  );
  expect(problems).toEqual([]);
  expect(records.map(({ id, valid, draft }) => [id, valid, draft])).toEqual([
    ['a', true, false],
    ['c', true, false],
  ]);
  expect((records[0]?.data.sources as { id: string }[]).map(({ id }) => id)).toEqual(['due']);
  expect(records[1]?.data).not.toHaveProperty('id');
  expect(records[1]?.locate(['title'])).toEqual({ line: 16, column: 12 });
});

describe('reports', () => {
  test.each([
    ['a file that is not YAML', 'entries: [\n', ['error yaml-syntax 2']],
    ['a file without entries', 'sources: []\n', ['error invalid-type 1']],
    ['entries that are not a list', 'entries: a\n', ['error invalid-type 1']],
    [
      'a field of the whole file that does not exist',
      'entries: []\nvoci: []\n',
      ['error unrecognized-keys 2'],
    ],
    ['an entry without id', 'entries:\n  - title: A\n    definition: B\n', ['error entry-id 2']],
    ['an entry that is nothing', 'entries:\n  -\n', ['error entry-id 2']],
    [
      'an id that is not one',
      'entries:\n  - id: Città\n    title: A\n    definition: B\n',
      ['error entry-id 2'],
    ],
    ['a field missing', 'entries:\n  - id: a\n    title: A\n', ['error invalid-type 2']],
    [
      'an unknown field',
      'entries:\n  - id: a\n    title: A\n    definition: B\n    testo: C\n',
      ['error unrecognized-keys 5'],
    ],
    ['a source nobody uses', `sources:\n${source('uno')}entries: []\n`, ['warning source-unused 2']],
    [
      'two sources of one name',
      `sources:\n${source('uno')}${source('uno')}entries:\n  - id: a\n    title: A\n    definition: B\n    source: uno\n`,
      ['error source-repeated 6'],
    ],
    [
      'a source without title',
      "sources:\n  - id: uno\n    publisher: P\n    accessed: '2026-11-22'\nentries: []\n",
      ['error invalid-type 2'],
    ],
  ])('%s', (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });
});

test('an entry with an error is kept, so that references to it still find it', () => {
  const { records } = read('entries:\n  - id: a\n    title: A\n');
  expect(records).toMatchObject([{ id: 'a', valid: false }]);
});

test('the messages are for people', () => {
  expect(read('entries:\n  - title: A\n').problems[0]).toMatchObject({
    message: 'La voce 1 non ha un «id» valido.',
    file: 'glossary.yaml',
  });
  expect(read(`sources:\n${source('uno')}entries: []\n`).problems[0]?.message).toBe(
    'Nessuna voce usa la fonte «uno».',
  );
});
