import { describe, expect, test } from 'vitest';
import { readList } from '../../src/checks/list.ts';
import { named } from '../fixture-content.ts';

const read = (text: string) => readList('term', { path: 'glossary.yaml', text });
const problemsOf = (text: string) =>
  read(text)
    .problems.map(named)
    .map(({ code, severity, line }) => `${severity} ${code} ${line}`);
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
  expect(records[1]?.prefix).toEqual(['entries', 1]);
});

describe('reports', () => {
  test.each([
    ['a file that is not YAML', 'entries: [\n', ['error yaml-syntax 1']],
    ['a file without entries', 'sources: []\n', ['error field-missing 1']],
    ['entries that are not a list', 'entries: a\n', ['error field-type 1']],
    ['a field of the whole file that does not exist', 'entries: []\nvoci: []\n', ['error field-unknown 2']],
    ['an entry without id', 'entries:\n  - title: A\n    definition: B\n', ['error entry-id 2']],
    ['an entry that is nothing', 'entries:\n  -\n', ['error entry-id 2']],
    [
      'an id that is not one',
      'entries:\n  - id: Città\n    title: A\n    definition: B\n',
      ['error entry-id 2'],
    ],
    ['a field missing', 'entries:\n  - id: a\n    title: A\n', ['error field-missing 2']],
    [
      'an unknown field',
      'entries:\n  - id: a\n    title: A\n    definition: B\n    testo: C\n',
      ['error field-unknown 5'],
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
      ['error field-missing 2'],
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
  expect(read('entries:\n  - title: Case popolari\n').problems[0]).toMatchObject({
    message: 'La voce 1 non ha un «id».',
    hint: 'Un id ha solo minuscole senza accenti, cifre e trattini. Scrivi: id: case-popolari',
    file: 'glossary.yaml',
  });
  expect(read('entries:\n  - id: Città Vecchia\n    title: A\n').problems[0]).toMatchObject({
    message: 'L’«id» della voce 1 è «Città Vecchia»: non va bene.',
    hint: 'Un id ha solo minuscole senza accenti, cifre e trattini. Scrivi: id: citta-vecchia',
  });
  expect(read('entries:\n  -\n').problems[0]?.hint).toContain('Scrivi: id: …');
  expect(read(`sources:\n${source('uno')}entries: []\n`).problems[0]?.message).toBe(
    'Nessuna voce usa la fonte «uno».',
  );
});
