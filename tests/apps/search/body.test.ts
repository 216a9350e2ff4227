import { expect, test } from 'vitest';
import { answerTo } from '../../../src/apps/search/answer.ts';
import { bodyOf, firstShown } from '../../../src/apps/search/body.ts';
import { readAddress, type Known } from '../../../src/apps/search/model.ts';
import { indexOf, type PageDouble } from './index-double.ts';

const known = {
  kind: new Set(['practice']),
  area: new Set(),
  need: new Set(),
  city: new Set(),
  programme: new Set(),
  status: new Set(),
  evidence: new Set(),
  completeness: new Set(),
  freshness: new Set(),
} satisfies Known;
const form = {
  labelOf: () => undefined,
  needs: [{ id: 'n', label: 'Case vuote', words: '' }],
  vocabulary: ['case'],
};
const practices = (count: number): PageDouble[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `p${(at * 7) % count}`,
    kind: 'practice',
    text: 'orto',
    score: at + 1,
  }));
const shownOf = async (search: string, pages: PageDouble[], shown?: Map<'practice', number>) => {
  const answer = await answerTo(indexOf(pages), readAddress(search, known));
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

test('without results there are the nearest needs and a spelling', async () => {
  expect(await shownOf('?q=csae', practices(1))).toMatchObject({
    state: 'empty',
    query: 'csae',
    spelling: undefined,
  });
  expect(await shownOf('?q=casee', practices(1))).toMatchObject({ spelling: 'case', needs: [{ id: 'n' }] });
});
