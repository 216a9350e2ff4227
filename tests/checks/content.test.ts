import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/checks/content.ts';
import { checkedFixture, edited, fixtureText, seriousProblems, withFile } from '../fixture-content.ts';

const found = (files: Parameters<typeof seriousProblems>[0]) =>
  seriousProblems(files).map(({ file, code, severity }) => `${file} ${severity} ${code}`);

test('the fixture has no errors and no warnings, only the open fields of its draft', () => {
  const { problems, records, files } = checkedFixture();
  expect(new Set(problems.map(({ severity, file }) => `${severity} ${file}`))).toEqual(
    new Set(['info practices/bozza-in-corso.mdx']),
  );
  expect(files).toBe(16);
  expect(new Set(records.map(({ kind }) => kind)).size).toBe(11);
});

test('an empty folder is said to be empty, with what goes in it', () => {
  const { problems, files } = checkFiles([]);
  expect(files).toBe(0);
  expect(problems).toMatchObject([
    { file: '.', code: 'empty-content', severity: 'error', message: 'La cartella dei contenuti è vuota.' },
  ]);
  expect(problems[0]?.hint).toContain('practices/nome-della-scheda.mdx, workshops/nome-della-scheda.mdx');
});

describe('a file that belongs to no collection is refused', () => {
  test.each([
    'practices/Nome Con Spazi.mdx',
    'practices/città.mdx',
    'practices/nested/x.mdx',
    'practices/x.md',
    'practices/.mdx',
    'notes.yaml',
    'practices/indicators.yaml',
    'x.mdx',
  ])('%s', (path) => {
    expect(found(withFile(path, 'x'))).toEqual([`${path} error unexpected-file`]);
  });
});

describe('an id used twice', () => {
  test('in a list is reported at the second, naming the file of the first', () => {
    const entry = '  - id: terzo-settore\n    title: "Altro"\n    definition: "Altro."\n';
    const text = fixtureText('glossary.yaml');
    const problems = seriousProblems(withFile('glossary.yaml', text + entry));
    expect(problems).toMatchObject([
      {
        file: 'glossary.yaml',
        line: text.split('\n').length,
        code: 'duplicate-id',
        message: 'L’id «terzo-settore» c’è già in glossary.yaml.',
      },
    ]);
  });

  test('is no clash between two collections', () => {
    const sheet = fixtureText('practices/officina-vuota.mdx');
    expect(found(withFile('practices/terzo-settore.mdx', sheet))).toEqual([]);
  });
});

test('every problem of every file comes in one go, file by file, from the top', () => {
  const files = edited('practices/officina-vuota.mdx', 'status: running', 'status: boh').map((file) =>
    file.path === 'cities.yaml' ? { ...file, text: file.text.replace('roles:', 'ruoli:') } : file,
  );
  const problems = seriousProblems(files);
  const order = problems.map(({ file, line }) => `${file} ${String(line).padStart(5)}`);
  expect(order).toEqual([...order].sort());
  expect(new Set(problems.map(({ file }) => file))).toEqual(
    new Set(['cities.yaml', 'practices/officina-vuota.mdx']),
  );
});
