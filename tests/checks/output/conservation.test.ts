import { expect, test } from 'vitest';
import { found, page, spoilt } from './small-site.ts';

const orto = 'pratiche/orto/index.html';

test('names the page of an entry, of a worksheet or of the site that is lost', () => {
  expect(found(spoilt({ [orto]: null }))).toContain(`page-lost ${orto}`);
  expect(found(spoilt({ 'attivita/mappa/scheda/index.html': null }))).toContain(
    'page-lost attivita/mappa/scheda/index.html',
  );
  expect(found(spoilt({ 'metodo/index.html': null }))).toContain('page-lost metodo/index.html');
});

test('a page lost to another of the same name in capitals is lost', () => {
  const files = spoilt({ [orto]: null, 'pratiche/Orto/index.html': page('/pratiche/Orto/') });
  expect(found(files)).toEqual(
    expect.arrayContaining([
      `page-lost ${orto}`,
      'page-stale pratiche/Orto/index.html',
      'file-name pratiche/Orto/index.html',
    ]),
  );
});

test('names the term that the glossary lost', () => {
  expect(found(spoilt({ 'glossario/index.html': (text) => text.replace('id="rete"', '') }))).toEqual([
    'page-lost glossario/index.html',
  ]);
});

test('names the page that no published entry made', () => {
  const draft = 'pratiche/bozza/index.html';
  expect(found(spoilt({ [draft]: page('/pratiche/bozza/') }))).toContain(`page-stale ${draft}`);
});

test('a page that no entry makes may stand in the folder of a collection, when it is a known one', () => {
  const [known, unknown] = ['citta/come-la-mia/index.html', 'citta/come-la-tua/index.html'];
  const stale = found(
    spoilt({ [known]: page('/citta/come-la-mia/'), [unknown]: page('/citta/come-la-tua/') }),
  );
  expect(stale).toContain(`page-stale ${unknown}`);
  expect(stale).not.toContain(`page-stale ${known}`);
});

test.each([
  [
    'a row of the JSON',
    'dati/practices.json',
    (text: string) => text.replace(/\{\s*"id": "orto"[^}]*\}/, ''),
    'data-lost',
  ],
  ['a row of the CSV', 'dati/practices.csv', (text: string) => text.replace(/^orto.*\r\n/m, ''), 'data-lost'],
  ['the JSON of an entry', 'dati/practices/orto.json', null, 'data-lost'],
  ['the JSON of a collection', 'dati/needs.json', null, 'data-lost'],
  ['the CSV of a collection', 'dati/needs.csv', null, 'data-lost'],
  ['the end of the JSON', 'dati/cities.json', (text: string) => text.slice(0, -5), 'data-broken'],
  ['the end of the CSV', 'dati/cities.csv', (text: string) => text.slice(0, -4), 'data-broken'],
  ['the ids of the CSV', 'dati/cities.csv', (text: string) => text.replace('id,', 'nome,'), 'data-broken'],
  [
    'the shape of its schema',
    'dati/cities.json',
    (text: string) => text.replace('"schemaVersion": 1', '"schemaVersion": 2'),
    'data-broken',
  ],
  [
    'what the collection says of the entry',
    'dati/cities/torino.json',
    (text: string) => text.replace('ecc.', 'etc.'),
    'data-broken',
  ],
  [
    'what the collection says of itself',
    'dati/cities/torino.json',
    (text: string) => text.replace('"cities"', '"needs"'),
    'data-broken',
  ],
  [
    'the sense of a single row',
    'dati/cities.csv',
    (text: string) => text + text.slice(text.indexOf('torino')),
    'data-extra',
  ],
  ['a row of a draft', 'dati/practices.csv', (text: string) => `${text}bozza,x\r\n`, 'data-extra'],
  ['a file of a draft', 'dati/practices/bozza.json', '{}', 'data-extra'],
])('names the open data file that lost, or has too much: %s', (_, file, change, problem) => {
  expect(found(spoilt({ [file]: change }))).toContain(`${problem} ${file}`);
});
