import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/checks/content.ts';
import {
  checkedFixture,
  edited,
  fixtureText,
  named,
  pictures,
  seriousProblems,
  withFile,
} from '../fixture-content.ts';

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
  expect(problems.map(named)).toMatchObject([
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
    expect(found(withFile(path, 'x\n'))).toEqual([`${path} error unexpected-file`]);
  });
});

describe('one broken file does not drown its cause', () => {
  test.each([
    ['a sheet', 'practices/officina-vuota.mdx', 'niente\n', 'error front-matter-missing'],
    ['a list that is not YAML', 'cities.yaml', 'entries: [\n', 'error yaml-syntax'],
    ['a list without a word', 'indicators.yaml', '', 'error list-empty'],
    ['a list of comments', 'needs.yaml', '# dopo\n', 'error list-empty'],
    ['a list that begins with its entries', 'needs.yaml', '- id: a\n', 'error list-shape'],
    ['a list without entries', 'target-groups.yaml', 'voci: []\n', 'error field-missing'],
  ])('%s', (_, path, text, problem) => {
    expect(new Set(found(withFile(path, text)).filter((line) => !line.includes('field-unknown')))).toEqual(
      new Set([`${path} ${problem}`]),
    );
  });

  test('a list that is not there', () => {
    const files = withFile('needs.yaml', '').filter(({ path }) => path !== 'needs.yaml');
    expect(seriousProblems(files)).toMatchObject([
      {
        file: 'needs.yaml',
        code: 'file-missing',
        severity: 'error',
        message: 'Manca il file needs.yaml.',
        hint: 'È l’elenco «Bisogni»: rimettilo, o creane uno che comincia con «entries:».',
      },
    ]);
  });

  test('sources that are missing', () => {
    const text = fixtureText('practices/case-aperte.mdx').replace('\nsources:\n', '\nfonti:\n');
    expect(found(withFile('practices/case-aperte.mdx', text))).not.toContain(
      'practices/case-aperte.mdx error unknown-source',
    );
  });

  test('an empty list says how it begins', () => {
    expect(seriousProblems(withFile('needs.yaml', ''))[0]?.message).toBe(
      'Il file è vuoto: deve cominciare con «entries:».',
    );
  });
});

test('lists alone, without a sheet, are a content folder', () => {
  const files = withFile('glossary.yaml', 'entries: []\n').filter(({ path }) => path.endsWith('.yaml'));
  const emptied = files.map((file) => ({ ...file, text: 'entries: []\n' }));
  expect(found(emptied)).toEqual([`${pictures[0]} warning image-orphan`]);
});

test('a last line without its end is read, with a warning', () => {
  for (const path of ['cities.yaml', 'practices/officina-vuota.mdx'])
    expect(seriousProblems(withFile(path, fixtureText(path).trimEnd()))).toMatchObject([
      {
        file: path,
        line: fixtureText(path).split('\n').length - 1,
        code: 'final-newline',
        severity: 'warning',
      },
    ]);
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
        message: `L’id «terzo-settore» c’è già in glossary.yaml, alla riga ${text.split('\n').findIndex((line) => line.includes('id: terzo-settore')) + 1}.`,
      },
    ]);
  });

  test('is no clash between two collections', () => {
    const sheet = fixtureText('practices/officina-vuota.mdx').replace('title: "', 'title: "Un’altra ');
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

test('a line of the list of addresses that is none is told by the check', () => {
  const files = [
    ...withFile('needs.yaml', fixtureText('needs.yaml')),
    { path: 'addresses.txt', text: '/a/\nnon un indirizzo\n' },
  ];
  expect(seriousProblems(files)).toMatchObject([
    { file: 'addresses.txt', line: 2, code: 'address-malformed' },
  ]);
});
