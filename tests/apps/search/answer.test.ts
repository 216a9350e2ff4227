import { describe, expect, test } from 'vitest';
import { answerTo, countsBeside, type Mend } from '../../../src/apps/search/answer.ts';
import { readAddress } from '../../../src/apps/search/model.ts';
import { indexOf, offering, type PageDouble } from './index-double.ts';

const known = offering({ kind: ['practice', 'need', 'city'], area: ['casa', 'lavoro'], city: ['torino'] });
const nothingMeant: Mend = () => Promise.resolve(new Map());
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
const ask = (search: string, of = pages, mend = nothingMeant) =>
  answerTo(indexOf(of), readAddress(search, known), mend);
const countsOf = async (search: string, of = pages) => {
  const state = readAddress(search, known);
  const index = indexOf(of);
  return countsBeside(index, state.query ? await answerTo(index, state, nothingMeant) : null, state.chosen);
};
const ids = (answer: Awaited<ReturnType<typeof ask>>) =>
  answer.groups.map(({ kind, results }) => [kind, ...results.map(({ id }) => id)]);

describe('an answer', () => {
  test('has the group of the best page first, and what is called so before what names it', async () => {
    const answer = await ask('?q=l’emergenza abitativa');
    expect(ids(answer)).toEqual([
      ['need', 'sfratti'],
      ['page', 'glossario'],
      ['practice', 'homes'],
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
    await answerTo(index, readAddress('?q=torino', known), nothingMeant);
    expect(index.asked.filter((words) => words === null)).not.toEqual([]);
    const before = index.asked.length;
    await answerTo(index, readAddress('?q=torino', known), nothingMeant);
    expect(index.asked.slice(before)).toEqual(['torino', 'torino']);
  });
});

describe('counts', () => {
  test('are those of the results', async () => {
    expect(await countsOf('?q=torino')).toMatchObject({
      kind: { practice: 2 },
      area: { casa: 1, lavoro: 1 },
      status: {},
    });
  });

  test('beside a filter in use are those without it, with the others', async () => {
    expect((await ask('?q=torino&area=casa')).total).toBe(1);
    expect(await countsOf('?q=torino&area=casa')).toMatchObject({
      area: { casa: 1, lavoro: 1 },
      kind: { practice: 1 },
      city: { torino: 1 },
    });
    expect((await countsOf('?area=lavoro&city=torino')).area).toEqual({ casa: 1, lavoro: 1 });
    expect((await countsOf('?q=emporio&kind=need')).need).toEqual({});
    expect((await ask('?status=x&programme=y')).total).toBe(4);
  });

  test('hold the pages that lack some of the words too', async () => {
    expect((await countsOf('?q=sfratti abitativa emporio')).kind).toEqual({ need: 1 });
    expect((await countsOf('?q=emporio abitativa')).kind).toEqual({ need: 1, practice: 1 });
    expect((await countsOf('?q=emporio abitativa&area=casa')).kind).toEqual({ need: 1, practice: 1 });
    expect((await countsOf('?q=emporio abitativa&area=casa')).area).toEqual({ casa: 2 });
    expect((await countsOf('?q=emporio abitativa&kind=need')).area).toEqual({ casa: 1 });
  });

  test('beside a filter nobody has are empty', async () => {
    expect((await countsOf('?area=casa', [{ id: 'x', text: 'x' }])).area).toEqual({});
  });
});

describe('words without results', () => {
  test('that no page has are dropped', async () => {
    const answer = await ask('?q=emporio marziani');
    expect(ids(answer)).toEqual([['practice', 'abito']]);
    expect(answer).toMatchObject({ used: ['emporio'], dropped: ['marziani'], together: true });
  });

  test('that the index only takes for others are dropped too', async () => {
    const answer = await ask('?q=marziani', [{ id: 'x', text: 'marzo', loose: true }]);
    expect(answer).toMatchObject({ total: 0, used: [], dropped: ['marziani'], groups: [] });
  });

  test('are put right when a word of the base is near', async () => {
    const asked: (readonly string[])[] = [];
    const mend: Mend = (words) => {
      asked.push(words);
      return Promise.resolve(new Map([['empoiro', 'emporio']]));
    };
    const answer = await ask('?q=empoiro torino', pages, mend);
    expect(asked).toEqual([['empoiro']]);
    expect(answer).toMatchObject({ used: ['emporio', 'torino'], dropped: [], total: 1 });
    expect(answer.mended).toEqual([{ from: 'empoiro', to: 'emporio' }]);
    await ask('?q=torino', pages, mend);
    expect(asked).toHaveLength(1);
  });

  test('that are put right with words no page has are dropped with them', async () => {
    const answer = await ask('?q=zzz torino', pages, () => Promise.resolve(new Map([['zzz', 'yyy']])));
    expect(answer).toMatchObject({ used: ['torino'], total: 2 });
  });

  test('with filters that exclude every page are told apart from words nobody wrote', async () => {
    const answer = await ask('?q=sfratti&area=lavoro');
    expect(answer).toMatchObject({ total: 0, unfiltered: 1, dropped: [], used: ['sfratti'] });
    expect((await countsOf('?q=sfratti&area=lavoro')).area).toEqual({ casa: 1 });
  });
});

describe('words that are on different pages', () => {
  test('give those worth most, and say what each lacks', async () => {
    const answer = await ask('?q=emporio sfratti');
    expect(answer).toMatchObject({ used: ['emporio', 'sfratti'], dropped: [], together: false, total: 1 });
    expect(ids(answer)).toEqual([['need', 'sfratti']]);
    expect(answer.missing).toEqual(new Map([['sfratti', ['emporio']]]));
  });

  test('count for more the more of them a page has', async () => {
    const answer = await ask('?q=emporio sfratti torino');
    expect(ids(answer)).toEqual([
      ['practice', 'abito'],
      ['need', 'sfratti'],
    ]);
    expect(answer.missing.get('abito')).toEqual(['sfratti']);
    expect(answer.missing.get('sfratti')).toEqual(['emporio', 'torino']);
  });

  test('stand beside the pages that have them all, when they are worth nearly as much', async () => {
    const answer = await ask('?q=abitativa torino');
    expect(answer.together).toBe(true);
    expect(ids(answer)).toEqual([['practice', 'homes']]);
    const strong = [...pages, { id: 'casa', kind: 'need', text: 'abitativa', score: 60 }];
    expect(ids(await ask('?q=abitativa torino', strong))).toEqual([
      ['need', 'casa'],
      ['practice', 'homes'],
    ]);
    expect(ids(await ask('?q=abitativa torino&kind=practice', strong))).toEqual([['practice', 'homes']]);
    expect((await ask('?q=abitativa torino&kind=practice', strong)).unfiltered).toBe(2);
  });
});

describe('a phrase', () => {
  test('is asked as it stands', async () => {
    const index = indexOf(pages);
    const answer = await answerTo(index, readAddress('?q="emergenza abitativa"', known), nothingMeant);
    expect(index.asked).toContain('"emergenza abitativa"');
    expect(answer).toMatchObject({ total: 3, dropped: [] });
  });

  test('that nobody wrote is not taken apart', async () => {
    expect(await ask('?q="case sparse"')).toMatchObject({ total: 0, dropped: ['"case sparse"'] });
  });
});
