import { describe, expect, test } from 'vitest';
import type { Group } from '../../../src/apps/search/answer.ts';
import type { Fragment } from '../../../src/apps/search/index-data.ts';
import { namedSo } from '../../../src/apps/search/named.ts';
import { fragment } from './index-double.ts';

const group = (kind: Group['kind'], ...pages: Partial<Fragment>[]): Group => ({
  kind,
  results: pages.map((page, at) => ({
    id: `${kind} ${at}`,
    score: 1,
    matchedMetaFields: ['title', 'terms'],
    data: () => Promise.resolve(fragment(page)),
  })),
});
const page = (url: string, title: string, names?: string) => ({ url, meta: { title, names } });

const sheets = group(
  'practice',
  page('/pratiche/fabbrica/', 'Fabbrica di Torino'),
  page('/pratiche/pulito/', 'C.A.R.O.T.A.', 'CAROTA | L’orto, e il resto'),
);
const cities = group('city', page('/citta/torino/', 'Torino', 'Comune di Torino | Città di Torino'));
const programmes = group('programme', page('/programmi/rete/', 'URB-Prova (rete europea)'));
const glossary = group('page', {
  url: '/glossario/',
  meta: {
    title: 'Glossario',
    terms: JSON.stringify([
      { id: 'op4', names: ['OP4', 'Un’Europa più sociale'] },
      { id: 'torino', names: ['Torino'] },
      { id: 'neet', names: ['NEET'] },
    ]),
  },
  sub_results: [
    {
      title: 'OP4',
      url: '/glossario/#op4',
      excerpt: 'OP4. Uno dei <mark>cinque</mark> obiettivi',
      anchor: {},
    },
  ],
});
const groups = [sheets, cities, programmes, glossary];

const labelOf = () => undefined;
const called = async (query: string, among: readonly Group[] = groups) =>
  (await namedSo(among, { query, words: query.split(' ') }, labelOf)).map(({ url }) => url);

describe('what is called as the query says', () => {
  test('is a page, by its title or another name, and an entry of the glossary', async () => {
    expect(await called('torino')).toEqual(['/citta/torino/', '/glossario/#torino']);
    expect(await called('Città di Torino')).toEqual(['/citta/torino/']);
    expect(await called('carota')).toEqual(['/pratiche/pulito/']);
    expect(await called('l orto e il resto')).toEqual(['/pratiche/pulito/']);
    expect(await called('URB Prova')).toEqual(['/programmi/rete/']);
  });

  test('is written without case, accents, apostrophes and other signs, and whole', async () => {
    expect(await called('UN’EUROPA PIU SOCIALE!')).toEqual(['/glossario/#op4']);
    expect(await called('europa')).toEqual([]);
    expect(await called('che cos’è la città di Torino?')).toEqual(['/citta/torino/']);
    expect(await called('Fabbrica')).toEqual([]);
    expect(await called(' «» ')).toEqual([]);
  });

  test('is what has it as its title before what has it among its names', async () => {
    const need = group('need', page('/bisogni/n/', 'Altro', 'Torino'));
    expect(await called('torino', [need, cities])).toEqual(['/citta/torino/', '/bisogni/n/']);
  });

  test('is at most four things, of the best of each group', async () => {
    const many = Array.from({ length: 9 }, (_, at) => page(`/citta/${at}/`, 'Torino'));
    expect(await called('torino', [group('city', ...many)])).toHaveLength(4);
    const low = [...Array.from({ length: 6 }, () => page('/citta/x/', 'Altra')), page('/citta/y/', 'Torino')];
    expect(await called('torino', [group('city', ...low)])).toEqual([]);
  });
});

test('a query of several names of the glossary leads to each of them', async () => {
  expect(await called('che differenza c’è fra OP4 e NEET')).toEqual(['/glossario/#op4', '/glossario/#neet']);
  expect(await called('OP4 e vacanze')).toEqual([]);
});

test('an entry of the glossary has its own address, its words and the place where it stands', async () => {
  const [entry] = await namedSo(groups, { query: 'op4', words: ['op4'] }, labelOf);
  expect(entry).toMatchObject({
    url: '/glossario/#op4',
    title: 'OP4',
    details: ['Glossario'],
    excerpt: [
      { text: 'Uno dei ', marked: false },
      { text: 'cinque', marked: true },
      { text: ' obiettivi', marked: false },
    ],
  });
});

test('a page that no word found by its names is not asked for them', async () => {
  const results = cities.results.map((result) => ({ ...result, matchedMetaFields: ['words'] }));
  expect(await called('torino', [{ kind: 'city', results }])).toEqual([]);
});

test.each(['no list', '{"a":1}'])('a glossary of any other shape is a broken index: %s', async (terms) => {
  const broken = group('page', { url: '/glossario/', meta: { title: 'Glossario', terms } });
  await expect(called('x', [broken])).rejects.toThrow();
});

test('an entry of the glossary of any other shape is left out', async () => {
  const terms = '[{"id":"x"},{"id":1,"names":["x"]},{"id":"y","names":["x"]}]';
  const odd = group('page', { url: '/glossario/', meta: { title: 'Glossario', terms } });
  expect(await called('x', [odd])).toEqual(['/glossario/#y']);
});
