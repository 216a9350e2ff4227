import { describe, expect, test } from 'vitest';
import { answerTo } from '../../../src/apps/search/answer.ts';
import { readAddress, type Known } from '../../../src/apps/search/model.ts';
import { indexOf, type PageDouble } from './index-double.ts';

const known: Known = {
  kind: new Set(['practice', 'need', 'city']),
  area: new Set(['casa', 'lavoro']),
  need: new Set(),
  city: new Set(['torino']),
  programme: new Set(),
  status: new Set(),
  evidence: new Set(),
  completeness: new Set(),
  freshness: new Set(),
};
const pages: PageDouble[] = [
  { id: 'glossario', text: 'emergenza abitativa', score: 9 },
  {
    id: 'sfratti',
    kind: 'need',
    text: 'sfratti',
    words: 'emergenza abitativa',
    score: 8,
    filters: { area: ['casa'] },
  },
  {
    id: 'homes',
    kind: 'practice',
    text: 'emergenza abitativa a torino',
    score: 5,
    filters: { area: ['casa'], city: ['torino'] },
  },
  {
    id: 'abito',
    kind: 'practice',
    text: 'emporio torino',
    score: 3,
    filters: { area: ['lavoro'], city: ['torino'] },
  },
];
const ask = (search: string, of = pages) => answerTo(indexOf(of), readAddress(search, known));
const ids = (answer: Awaited<ReturnType<typeof ask>>) =>
  answer.groups.map(({ kind, results }) => [kind, ...results.map(({ id }) => id)]);

describe('an answer', () => {
  test('has practices first, then needs, pages without a kind last', async () => {
    const answer = await ask('?q=l’emergenza abitativa');
    expect(ids(answer)).toEqual([
      ['practice', 'homes'],
      ['need', 'sfratti'],
      ['page', 'glossario'],
    ]);
    expect(answer).toMatchObject({ total: 3, used: ['emergenza', 'abitativa'], dropped: [], unfiltered: 3 });
  });

  test('without words browses by the filters', async () => {
    expect(ids(await ask('?area=casa'))).toEqual([
      ['practice', 'homes'],
      ['need', 'sfratti'],
    ]);
  });

  test('leaves out a page that only its English key matches', async () => {
    const keyed = [...pages, { id: 'roma', kind: 'city', text: 'torino', score: 0 }];
    expect(ids(await ask('?q=torino', keyed))).toEqual([['practice', 'homes', 'abito']]);
    expect(ids(await ask('?kind=city', keyed))).toEqual([['city', 'roma']]);
  });

  test('knows the kinds after asking once', async () => {
    const index = indexOf(pages);
    await answerTo(index, readAddress('?q=torino', known));
    const before = index.asked.length;
    await answerTo(index, readAddress('?q=torino', known));
    expect(index.asked.length - before).toBe(2);
  });
});

describe('counts', () => {
  test('are those of the results', async () => {
    const { counts } = await ask('?q=torino');
    expect(counts).toMatchObject({ kind: { practice: 2 }, area: { casa: 1, lavoro: 1 }, status: {} });
  });

  test('beside a filter in use are those without it, with the others', async () => {
    const { counts, total } = await ask('?q=torino&area=casa');
    expect(total).toBe(1);
    expect(counts).toMatchObject({
      area: { casa: 1, lavoro: 1 },
      kind: { practice: 1 },
      city: { torino: 1 },
    });
    expect((await ask('?area=lavoro&city=torino')).counts.area).toEqual({ casa: 1, lavoro: 1 });
    expect((await ask('?q=emporio&kind=need')).counts.need).toEqual({});
    expect((await ask('?status=x&programme=y')).total).toBe(4);
  });

  test('beside a filter nobody has are empty', async () => {
    expect((await ask('?area=casa', [{ id: 'x', text: 'x' }])).counts.area).toEqual({});
  });
});

describe('words without results', () => {
  test('that no page has are dropped', async () => {
    const answer = await ask('?q=emporio marziani');
    expect(ids(answer)).toEqual([['practice', 'abito']]);
    expect(answer).toMatchObject({ used: ['emporio'], dropped: ['marziani'] });
  });

  test('that the index only takes for others are dropped too', async () => {
    const answer = await ask('?q=marziani', [{ id: 'x', text: 'marzo', loose: true }]);
    expect(answer).toMatchObject({ total: 0, used: [], dropped: ['marziani'], groups: [] });
  });

  test('that are on different pages give way to those that count most', async () => {
    const answer = await ask('?q=emporio sfratti');
    expect(answer).toMatchObject({ used: ['sfratti'], dropped: ['emporio'] });
    expect(await ask('?q=emporio sfratti torino')).toMatchObject({
      used: ['emporio', 'torino'],
      dropped: ['sfratti'],
    });
  });

  test('with filters that exclude every page are told apart from words nobody wrote', async () => {
    const answer = await ask('?q=sfratti&area=lavoro');
    expect(answer).toMatchObject({ total: 0, unfiltered: 1, dropped: [], used: ['sfratti'] });
    expect(answer.counts.area).toEqual({ casa: 1 });
  });
});

describe('a phrase', () => {
  test('is asked as it stands', async () => {
    const index = indexOf(pages);
    const answer = await answerTo(index, readAddress('?q="emergenza abitativa"', known));
    expect(index.asked).toContain('"emergenza abitativa"');
    expect(answer).toMatchObject({ total: 3, dropped: [] });
  });

  test('that nobody wrote is not taken apart', async () => {
    expect(await ask('?q="case sparse"')).toMatchObject({ total: 0, dropped: ['"case sparse"'] });
  });
});
