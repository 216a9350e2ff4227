import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { plainEnvironment, projectRoot } from '../environment.ts';

const work = mkdtempSync(join(tmpdir(), 'tra-pari-addresses-'));
const [content, site] = [join(work, 'content'), join(work, 'site')];
const list = join(content, 'addresses.txt');

function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/addresses.ts', ...words], {
    cwd: projectRoot,
    env: plainEnvironment({ KB_CONTENT: content }),
    encoding: 'utf8',
  });
  return { status, text: stdout + stderr };
}

beforeEach(() => {
  rmSync(work, { recursive: true, force: true });
  for (const file of ['index.html', '404.html', 'aree/index.html', 'dati/cities.json']) {
    mkdirSync(dirname(join(site, file)), { recursive: true });
    writeFileSync(join(site, file), 'x');
  }
  mkdirSync(content);
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

test('adds what is new to the list and takes nothing away', () => {
  writeFileSync(list, '# Nota\n/vecchia/\n/\n');
  expect(run('--from', site).text).toBe('Indirizzi aggiunti: 1. L’elenco ne ha 3.\n');
  expect(readFileSync(list, 'utf8')).toBe('# Nota\n/\n/aree/\n/vecchia/\n');
});

test('older pages of the news are promised to nobody: a copy without its archive has none', () => {
  for (const page of [
    'novita',
    'novita/2',
    'novita/12',
    'fonti/contrasti/2',
    'difficolta/tempi/2',
    'altro/2',
  ])
    mkdirSync(join(site, page), { recursive: true });
  for (const page of [
    'novita',
    'novita/2',
    'novita/12',
    'fonti/contrasti/2',
    'difficolta/tempi/2',
    'altro/2',
  ])
    writeFileSync(join(site, page, 'index.html'), 'x');
  run('--from', site);
  expect(readFileSync(list, 'utf8')).toBe('/\n/altro/2/\n/aree/\n/novita/\n');
});

test('a list that lost lines is refused, and they are named', () => {
  const before = join(work, 'before.txt');
  writeFileSync(before, '/\n/aree/\n/vecchia/\n');
  writeFileSync(list, '/\n/nuova/\n');
  const { status, text } = run('--against', before);
  expect(status).toBe(1);
  expect(text).toMatch(/^ {2}\/aree\/\n {2}\/vecchia\/$/m);
  writeFileSync(list, '/\n/aree/\n/nuova/\n/vecchia/\n');
  expect(run('--against', before)).toEqual({ status: 0, text: '' });
});

test('begins a list that is not there yet', () => {
  expect(run('--from', site)).toEqual({ status: 0, text: 'Indirizzi aggiunti: 2. L’elenco ne ha 2.\n' });
  expect(readFileSync(list, 'utf8')).toBe('/\n/aree/\n');
});

test('a line that is no address stops it before anything is written', () => {
  writeFileSync(list, '/\nhttps://esempio.it/\n');
  const { status, text } = run('--from', site);
  expect(status).toBe(1);
  expect(text).toContain('TP912');
  expect(readFileSync(list, 'utf8')).toBe('/\nhttps://esempio.it/\n');
});

test('says that the site is not built, and which words it takes', () => {
  expect(run('--from', content)).toMatchObject({
    status: 3,
    text: expect.stringContaining('npm run build') as string,
  });
  expect(run('--form', site)).toMatchObject({
    status: 2,
    text: expect.stringContaining('Si usa così') as string,
  });
});

test('pages that come and go with what they list are not promised to anybody', () => {
  const listed = ['fonti', 'fonti/contrasti', 'fonti/per-data'];
  const passing = [
    'fonti/c',
    'fonti/c/2',
    'fonti/0-9',
    'fonti/per-data/2023',
    'fonti/per-data/2023/2',
    'fonti/per-data/senza-data',
  ];
  for (const folder of [...listed, ...passing]) {
    mkdirSync(join(site, folder), { recursive: true });
    writeFileSync(join(site, folder, 'index.html'), 'x');
  }
  expect(run('--from', site).status).toBe(0);
  const found = readFileSync(list, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('/fonti/'));
  expect(found).toEqual(listed.map((folder) => `/${folder}/`));
});

test('of a list of sheets its first page is promised, where it is always there', () => {
  const promised = [
    'aree/casa/pratiche',
    'aree/casa/pratiche/per-rilettura',
    'elenchi/pratiche-per-citta',
    'elenchi/pratiche-per-titolo',
  ];
  const passing = [
    'aree/casa/pratiche/2',
    'aree/casa/pratiche/per-rilettura/12',
    'bisogni/sfratti/2',
    'citta/torino/pratiche',
    'citta/torino/pratiche/2',
    'citta/torino/pratiche/per-rilettura',
    'elenchi/laboratori-per-data/2',
    'elenchi/pratiche-per-titolo/210',
    'programmi/uia/pratiche',
  ];
  for (const folder of [...promised, ...passing]) {
    mkdirSync(join(site, folder), { recursive: true });
    writeFileSync(join(site, folder, 'index.html'), 'x');
  }
  expect(run('--from', site).status).toBe(0);
  const found = readFileSync(list, 'utf8')
    .split('\n')
    .filter((line) => /^\/(?:aree|bisogni|citta|elenchi|programmi)\/./.test(line));
  expect(found).toEqual(promised.map((folder) => `/${folder}/`));
});
