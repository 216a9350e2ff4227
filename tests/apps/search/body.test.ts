import { expect, test } from 'vitest';
import { answerTo } from '../../../src/apps/search/answer.ts';
import { bodyOf, firstShown } from '../../../src/apps/search/body.ts';
import { readAddress } from '../../../src/apps/search/model.ts';
import { indexOf, offering, type PageDouble } from './index-double.ts';

const known = offering({ kind: ['practice'] });
const form = { labelOf: () => undefined };
const practices = (count: number): PageDouble[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `p${(at * 7) % count}`,
    kind: 'practice',
    text: 'orto',
    score: at + 1,
  }));
const shownOf = async (search: string, pages: PageDouble[], shown?: Map<'practice', number>) => {
  const answer = await answerTo(indexOf(pages), readAddress(search, known), () => Promise.resolve(new Map()));
  const body = await bodyOf(answer, readAddress(search, known).query, form, shown);
  return body.state === 'results'
    ? body.groups.map(({ hits, count }) => [count, ...hits.map(({ title }) => title)])
    : body;
};

test('a group on its own shows ten, practices among others five, the others three', () => {
  expect([firstShown('practice', 1), firstShown('practice', 2), firstShown('need', 2)]).toEqual([10, 5, 3]);
});

test('results of words keep their order', async () => {
  expect(await shownOf('?q=orto', practices(3))).toEqual([[3, 'p2', 'p1', 'p0'].map((x) => x)]);
});

test('results of filters alone are in alphabetical order, and more of them can be shown', async () => {
  const [group] = (await shownOf('?kind=practice', practices(12))) as unknown[][];
  expect(group).toEqual([12, ...Array.from({ length: 10 }, (_, at) => `p${at}`)]);
  const [more] = (await shownOf('?kind=practice', practices(12), new Map([['practice', 20]]))) as unknown[][];
  expect(more).toHaveLength(13);
});

test('a group too large to be read whole keeps the order of the index', async () => {
  const [group] = (await shownOf('?kind=practice', practices(61))) as unknown[][];
  expect(group).toHaveLength(11);
  expect(group?.[1]).not.toBe('p0');
});

test('without results there is nothing to read', async () => {
  expect(await shownOf('?q=zzz', practices(1))).toMatchObject({ state: 'empty', query: 'zzz' });
});

test('the first group can be had before the others, and a result says which words it lacks', async () => {
  const pages = [
    { id: 'a', kind: 'practice', text: 'orto scuola', score: 4 },
    { id: 'b', kind: 'need', text: 'orto', score: 9 },
    { id: 'c', kind: 'need', text: 'altro', score: 5 },
  ];
  const answer = await answerTo(indexOf(pages), readAddress('?q=orto scuola', known), () =>
    Promise.resolve(new Map()),
  );
  const first = await bodyOf(answer, 'orto scuola', form, new Map(), 1);
  expect(first).toMatchObject({ groups: [{ kind: 'practice', hits: [{ title: 'a', missing: [] }] }] });
  expect(await bodyOf(answer, 'orto scuola', form)).toMatchObject({
    groups: [{ kind: 'practice' }, { kind: 'need', hits: [{ title: 'b', missing: ['scuola'] }] }],
  });
});

test('a need that is called as the query says stands after the best sheet, and before the others', async () => {
  const pages: PageDouble[] = [
    { id: 'p1', kind: 'practice', text: 'sfratti', score: 9 },
    { id: 'p2', kind: 'practice', text: 'sfratti', score: 8 },
    { id: 'sfratti', kind: 'need', text: 'sfratti', score: 3 },
  ];
  const answer = await answerTo(indexOf(pages), readAddress('?q=sfratti', known), () =>
    Promise.resolve(new Map()),
  );
  expect(await bodyOf(answer, 'sfratti', form)).toMatchObject({
    named: [{ title: 'p1' }, { title: 'sfratti', isNeed: true }],
    groups: [
      { kind: 'practice', count: 2, left: 0, hits: [{ title: 'p2' }] },
      { kind: 'need', hits: [{ title: 'sfratti' }] },
    ],
  });
});

test('the best result is not told twice when it is called so, nor set apart when it alone is', async () => {
  const pages: PageDouble[] = [
    { id: 'sfratti', kind: 'practice', text: 'sfratti', score: 9 },
    { id: 'Sfratti', kind: 'programme', text: 'sfratti', score: 8 },
  ];
  const bodyFor = async (some: PageDouble[]) =>
    bodyOf(
      await answerTo(indexOf(some), readAddress('?q=sfratti', known), () => Promise.resolve(new Map())),
      'sfratti',
      form,
    );
  expect(await bodyFor(pages)).toMatchObject({
    named: [{ url: '/sfratti/' }, { url: '/Sfratti/' }],
    groups: [{ kind: 'practice', hits: [] }, { kind: 'programme' }],
  });
  expect(await bodyFor(pages.slice(0, 1))).toMatchObject({
    named: [],
    groups: [{ hits: [{ url: '/sfratti/' }] }],
  });
});
