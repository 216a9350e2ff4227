import { describe, expect, test } from 'vitest';
import {
  addressKey,
  bibliographyOf,
  initialOf,
  latestSources,
  sourcesByDate,
  sourcesByPublisher,
  type Bibliography,
  type SourcePart,
} from '../../src/knowledge/bibliography.ts';
import { buildGraph, type AnyEntry } from '../../src/knowledge/graph.ts';
import type { LinkCheck } from '../../src/schemas/link-check.ts';
import type { Source } from '../../src/schemas/source.ts';
import { fact } from './entries.ts';
import { one, sheet, smallGraph } from './small-graph.ts';

const source = (id: string, changes: Partial<Source> = {}): Source => ({
  id,
  title: `Titolo ${id}`,
  publisher: 'Comune',
  url: `https://esempio.it/${id}`,
  accessed: '2026-11-01',
  ...changes,
});

/** Of two or three sources it is told which is meant. */
const only = (bibliography: Bibliography) => {
  expect(bibliography.sources).toHaveLength(1);
  const [found] = bibliography.sources;
  if (!found) throw new Error('no source');
  return found;
};

describe('one document', () => {
  test.each([
    ['the scheme', 'http://esempio.it/a', 'https://esempio.it/a'],
    ['«www.»', 'https://www.esempio.it/a', 'https://esempio.it/a'],
    ['the last stroke', 'https://esempio.it/a/', 'https://esempio.it/a'],
    ['the last stroke of a home page', 'https://esempio.it/', 'https://esempio.it'],
    ['what follows #', 'https://esempio.it/a#page=12', 'https://esempio.it/a'],
    [
      'where the reader came from',
      'https://esempio.it/a?utm_source=x&fbclid=9&id=1',
      'https://esempio.it/a?id=1',
    ],
    ['the order of parameters', 'https://esempio.it/a?b=2&a=1', 'https://esempio.it/a?a=1&b=2'],
    ['capitals of the host', 'https://Esempio.IT/a', 'https://esempio.it/a'],
  ])('has one address, %s aside', (_, a, b) => {
    expect(addressKey(a)).toBe(addressKey(b));
  });

  test.each([
    ['another path', 'https://esempio.it/a', 'https://esempio.it/b'],
    ['another letter of the path', 'https://esempio.it/A', 'https://esempio.it/a'],
    ['another parameter', 'https://esempio.it/a?id=1', 'https://esempio.it/a?id=2'],
    ['another host', 'https://a.esempio.it/', 'https://esempio.it/'],
    [
      'a parameter that holds the sign of another',
      'https://esempio.it/?a=1%26b%3D2',
      'https://esempio.it/?a=1&b=2',
    ],
    ['another page behind the hash', 'https://a.it/#/doc/1', 'https://a.it/#/doc/2'],
  ])('is not one with %s', (_, a, b) => {
    expect(addressKey(a)).not.toBe(addressKey(b));
  });

  test('is told once, with every entry and how many facts rest on it', () => {
    const graph = smallGraph(
      sheet('uno', {
        sources: [source('altra'), source('a', { accessed: '2026-01-01' })],
        facts: [fact('calls', 3, { source: 'a' }), fact('people', 4, { source: 'a' })],
        funding: [{ programme: 'pon', source: 'a' }],
      }),
      sheet('due', {
        sources: [
          source('b', { url: 'http://www.esempio.it/a/', title: 'Titolo a', accessed: '2026-05-05' }),
        ],
        facts: [fact('calls', 5, { source: 'b' })],
      }),
      one('term', 'parola', {
        source: 'c',
        sources: [source('c', { url: 'https://esempio.it/a', title: 'Titolo a' })],
      }),
      one('city', 'qui', { rolesSource: 'a', sources: [source('a')] }),
    );
    const found = bibliographyOf(graph).sources.find(({ title }) => title === 'Titolo a');
    expect(found).toMatchObject({ facts: 3, accessed: '2026-11-01', variants: [] });
    expect(found?.uses).toEqual([
      { kind: 'practice', title: 'due', href: '/pratiche/due/#fonte-1', facts: 1, others: 0 },
      { kind: 'practice', title: 'uno', href: '/pratiche/uno/#fonte-2', facts: 2, others: 1 },
      { kind: 'city', title: 'qui', href: '/citta/qui/#fonte-1', facts: 0, others: 1 },
      { kind: 'term', title: 'parola', href: '/glossario/#parola', facts: 0, others: 1 },
    ]);
  });

  test('without an address is known by title, publisher and date', () => {
    const paper = (title: string, changes: Partial<Source> = {}, id = title + JSON.stringify(changes)) =>
      sheet(id, { sources: [source('a', { url: undefined, title, date: '2019-06-19', ...changes })] });
    const graph = smallGraph(
      paper('L’Atto del Comune'),
      paper("l'atto del comune"),
      paper('L’Atto del Comune', { date: '2020' }),
      paper('L’atto del Comune', { publisher: 'Regione' }),
    );
    expect(
      bibliographyOf(graph)
        .sources.map(({ uses }) => uses.length)
        .sort(),
    ).toEqual([1, 1, 2]);
  });

  test('of which sheets say different things shows what most say, and what others say', () => {
    const told = (id: string, changes: Partial<Source>) =>
      sheet(id, { sources: [source('a', { title: 'Giusto', date: '2023', ...changes })] });
    const graph = smallGraph(
      told('a', { title: 'Altro', publisher: 'Comune di Qui' }),
      told('b', {}),
      told('c', { date: undefined }),
      told('d', { date: '2022', kind: 'press' }),
    );
    const { title, date, kind, publisher, variants } = only(bibliographyOf(graph));
    expect({ title, date, kind, publisher }).toEqual({
      title: 'Giusto',
      date: '2023',
      kind: 'press',
      publisher: 'Comune',
    });
    expect(variants.map(({ field, value, uses }) => [field, value, uses.map((use) => use.title)])).toEqual([
      ['title', 'Altro', ['a']],
      ['publisher', 'Comune di Qui', ['a']],
      ['date', '2022', ['d']],
    ]);
  });

  test('brings along its copies and the last check of its address', () => {
    const check: LinkCheck = { url: 'https://esempio.it/a', checkedOn: '2026-11-20', result: 'gone' };
    const copy = 'https://web.archive.org/web/2020/https://esempio.it/a';
    const entry = sheet('uno', { sources: [source('a', { archiveUrl: copy })] });
    const graph = buildGraph([{ ...entry, file: 'x' } as AnyEntry], '2026-11-22', [check]);
    const bibliography = bibliographyOf(graph);
    expect(only(bibliography)).toMatchObject({ archives: [copy], check });
    expect(bibliography.counts).toMatchObject({ checked: 1, withArchive: 1 });
  });
});

test('a draft lends nothing, and an empty base has no source', () => {
  const draft = sheet('bozza', { draft: true, sources: [source('a')] });
  expect(bibliographyOf(smallGraph(draft)).sources).toEqual([]);
  expect(bibliographyOf(smallGraph()).counts).toEqual({
    sources: 0,
    publishers: 0,
    entries: 0,
    facts: 0,
    withAddress: 0,
    withArchive: 0,
    withDate: 0,
    checked: 0,
  });
  expect(sourcesByPublisher(bibliographyOf(smallGraph()))).toEqual([]);
  expect(sourcesByDate(bibliographyOf(smallGraph()))).toEqual([]);
});

test('counts say how many can be opened, dated and found again', () => {
  const graph = smallGraph(
    sheet('uno', {
      sources: [
        source('a', { date: '2020' }),
        source('b', { publisher: 'COMUNE', url: undefined }),
        source('c', {
          publisher: 'Regione',
          archiveUrl: 'https://web.archive.org/web/2020/https://esempio.it/c',
        }),
      ],
      facts: [fact('calls', 1), fact('calls', 2, { source: 'b' })],
    }),
  );
  expect(bibliographyOf(graph).counts).toEqual({
    sources: 3,
    publishers: 2,
    entries: 1,
    facts: 2,
    withAddress: 2,
    withArchive: 1,
    withDate: 1,
    checked: 0,
  });
});

/** What a page prints, as names. */
const outline = (parts: readonly SourcePart[]) =>
  parts.map(({ slug, pages }) => [
    slug,
    ...pages.map(({ groups }) =>
      groups.map(({ title, sources }) => `${title}: ${sources.map((s) => s.title).join(' ')}`),
    ),
  ]);

const listed = bibliographyOf(
  smallGraph(
    sheet('uno', {
      sources: [
        source('1', { title: 'uno', publisher: 'Èco', date: '2021' }),
        source('2', { title: 'due', publisher: 'Euricse', date: '2021-03-02' }),
        source('3', { title: 'tre', publisher: '123dok' }),
        source('4', { title: 'quattro', publisher: 'eco', date: '2023-01' }),
        source('5', { title: 'cinque', publisher: '«La Città»', date: '2021-03-09' }),
      ],
    }),
  ),
);

test('by publisher goes letter by letter, the latest first', () => {
  expect(outline(sourcesByPublisher(listed))).toEqual([
    ['0-9', ['123dok: tre']],
    ['e', ['Èco: quattro uno', 'Euricse: due']],
    ['l', ['«La Città»: cinque']],
  ]);
});

test('by date goes year by year and month by month, what has no date last', () => {
  expect(outline(sourcesByDate(listed))).toEqual([
    ['2023', ['gennaio 2023: quattro']],
    ['2021', ['marzo 2021: cinque due', '2021, senza mese: uno']],
    ['senza-data', ['La fonte non porta una data: tre']],
  ]);
});

test('the latest are few, and have a date', () => {
  expect(latestSources(listed, 3).sources.map(({ title }) => title)).toEqual(['quattro', 'cinque', 'due']);
  expect(latestSources(listed).sources).toHaveLength(4);
});

test('a name stands under its first letter, accents and marks aside', () => {
  expect(['Èuro', '«il Sole»', '24 Ore', '‘Ndrangheta', 'Łódź', '…'].map(initialOf)).toEqual([
    'E',
    'I',
    '0-9',
    'N',
    '0-9',
    '0-9',
  ]);
});

test('a long letter goes on over pages, none longer than it may be, nothing lost', () => {
  const sources = Array.from({ length: 25 }, (_, n) =>
    source(`n${n}`, { title: `t${n}`, publisher: n < 20 ? 'Comune' : 'Consorzio', date: '2020' }),
  );
  const bibliography = bibliographyOf(smallGraph(sheet('uno', { sources })));
  const [part, ...rest] = sourcesByPublisher(bibliography, 16);
  expect(rest).toEqual([]);
  expect(part?.pages.map(({ groups }) => groups.map((group) => [group.id, group.sources.length]))).toEqual([
    [['di-comune', 8]],
    [['di-comune', 8]],
    [['di-comune', 4], ['di-consorzio', 4]], // prettier-ignore
    [['di-consorzio', 1]],
  ]);
  expect(part?.groups).toEqual([
    { id: 'di-comune', title: 'Comune', total: 20, page: 1 },
    { id: 'di-consorzio', title: 'Consorzio', total: 5, page: 3 },
  ]);
  expect(part?.sources).toBe(25);
});

test('a source on which very many entries rest has a page of its own', () => {
  const many = Array.from({ length: 30 }, (_, n) => sheet(`s${n}`, { sources: [source('a')] }));
  const graph = smallGraph(...many, sheet('altra', { sources: [source('b'), source('c')] }));
  const [part] = sourcesByPublisher(bibliographyOf(graph), 10);
  const pages = part?.pages.map(({ groups }) =>
    groups.flatMap((group) => group.sources.map(({ title }) => title)),
  );
  expect(pages).toEqual([['Titolo a'], ['Titolo b', 'Titolo c']]);
});

test('publishers that differ only in signs have places of their own', () => {
  const sources = ['R&D', 'R D', 'R-D'].map((publisher, n) => source(`s${n}`, { publisher }));
  const [part] = sourcesByPublisher(bibliographyOf(smallGraph(sheet('uno', { sources }))));
  expect(new Set(part?.groups.map(({ id }) => id)).size).toBe(3);
});

test('ten thousand sheets with six sources each are listed whole', () => {
  const sheets = Array.from({ length: 10_000 }, (_, n) =>
    sheet(`s${n}`, {
      sources: Array.from({ length: 6 }, (__, m) =>
        source(`f${m}`, { url: `https://esempio.it/${n % 9000}/${m}`, publisher: `Ente ${n % 700}` }),
      ),
    }),
  );
  const bibliography = bibliographyOf(smallGraph(...sheets));
  const parts = sourcesByPublisher(bibliography);
  const pages = parts.flatMap((part) => part.pages);
  expect(bibliography.sources).toHaveLength(54_000);
  expect(pages.flatMap(({ groups }) => groups.flatMap(({ sources }) => sources))).toHaveLength(54_000);
  const lines = pages.map(({ groups }) =>
    groups.reduce((sum, group) => sum + group.sources.reduce((n, { uses }) => n + 1 + uses.length, 0), 0),
  );
  expect(Math.max(...lines)).toBeLessThanOrEqual(400);
});
