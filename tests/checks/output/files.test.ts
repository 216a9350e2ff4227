import { symlinkSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codes } from '../../../src/checks/codes.ts';
import { checkOutput } from '../../../src/checks/output/index.ts';
import { machinePathIn } from '../../../src/checks/output/machine-path.ts';
import { files } from '../../../src/checks/output/rules/files.ts';
import type { BuiltSite } from '../../../src/checks/output/site.ts';
import { expected, found, spoilt } from './small-site.ts';

const emptySite: BuiltSite = {
  files: new Map(),
  pages: new Map(),
  drawings: new Map(),
  stylesheets: new Map(),
  sitemap: [],
  indexed: new Map(),
  data: new Map(),
  problems: [],
};

/** Names alone, because some of them not every disk can hold. */
const ofNames = (...names: string[]) =>
  files({ ...emptySite, files: new Map(names.map((name) => [name, 1])) }, expected).map(
    ({ code, file }) => `${code} ${file}`,
  );

test.each([
  ['file-unwanted', '_astro/pagina.js.map'],
  ['file-unwanted', '.DS_Store'],
  ['file-unwanted', 'pratiche/.nascosto/x.txt'],
  ['file-name', 'Nota.txt'],
  ['file-name', 'la mia nota.txt'],
  ['file-name', 'citt\u00e0.txt'],
  ['file-name', 'a#b.txt'],
  ['file-name', 'aux.txt'],
  ['file-name', 'nota.'],
] as const)('%s: %s', (problem, file) => {
  expect(ofNames(file)).toEqual([`${codes[problem].code} ${file}`]);
});

test('two names that differ in capitals alone are one on many disks', () => {
  expect(ofNames('_astro/a.js', '_astro/A.js')).toEqual([`${codes['file-name'].code} _astro/A.js`]);
});

test.each([
  ['.well-known/security.txt'],
  ['_headers'],
  ['_astro/Pagina_x.BxY1.js'],
  ['immagini/practices/orto-1.png'],
])('accepts %s', (file) => {
  expect(found(spoilt({ [file]: 'x' }))).toEqual([]);
});

test('hidden files are told in a real folder too', () => {
  expect(found(spoilt({ '.nota': 'x', 'x.js.map': '{}' }))).toEqual([
    'file-unwanted .nota',
    'file-unwanted x.js.map',
  ]);
});

test('a file of no byte is told', () => {
  expect(found(spoilt({ 'favicon.svg': '' }))).toEqual(['file-empty favicon.svg']);
});

test('a text that is no text is told', () => {
  expect(found(spoilt({ 'nota.txt': Buffer.from([0x63, 0xe0, 0x20]) }))).toEqual([
    'file-unreadable nota.txt',
  ]);
});

test.skipIf(process.platform === 'win32')('a link to a file elsewhere is told', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tra-pari-output-'));
  symlinkSync('/niente', join(folder, 'nota.txt'));
  const { problems } = checkOutput(folder, expected);
  rmSync(folder, { recursive: true });
  expect(problems).toContainEqual(expect.objectContaining({ code: 'TP964', file: 'nota.txt' }));
});

test('a folder of the machine in a published text is told', () => {
  for (const file of ['nota.txt', '_astro/x.js', '_headers', 'x.json'])
    expect(found(spoilt({ [file]: '"/chi/costruisce/src/x.ts"' }))).toEqual([`file-machine-path ${file}`]);
  expect(
    found(
      spoilt({ 'metodo/index.html': (text) => text.replace('</main>', 'file:///chi/costruisce</main>') }),
    ),
  ).toEqual(['file-machine-path metodo/index.html']);
});

test('a folder of the machine is known in each of its spellings, and one too short is not looked for', () => {
  const root = 'C:\\Progetti\\sito';
  for (const spelling of ['C:\\Progetti\\sito\\x', 'C:/Progetti/sito/x', '"C:\\\\Progetti\\\\sito"'])
    expect(machinePathIn(`in ${spelling}`, root)).not.toBeNull();
  expect(machinePathIn('vedi /app/', '/app')).toBeNull();
});
