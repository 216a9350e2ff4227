import { expect, test } from 'vitest';
import {
  historyOf,
  mainChanges,
  wordsOf,
  type DatedVersion,
  type EntryHistory,
} from '../../src/knowledge/history.ts';
import { newsByDay, newsOf, newsOnPage, pagesOf } from '../../src/knowledge/news.ts';
import { one, sheet, smallGraph } from './small-graph.ts';

const graph = smallGraph(
  sheet('orto', { title: 'Orto', tagline: 'Un orto per tutti', redirects: ['/pratiche/vecchio-orto/'] }),
  sheet('bar', { title: 'Bar' }),
  one('term', 'isee', { title: 'ISEE' }),
  one('indicator', 'calls', { title: 'Candidature', format: 'count', kind: 'output' }),
);
const words = wordsOf(graph, graph.get('practice', 'orto'));

const version = (
  day: string,
  data: Record<string, unknown> | null,
  more: Partial<DatedVersion> = {},
): DatedVersion => ({
  day,
  time: Date.parse(day) / 1000,
  version: data && { data },
  ...more,
});
const whole = { isWhole: true, isCut: false };
const told = (versions: readonly DatedVersion[], known = whole) => {
  const { published, days } = historyOf('practice', versions, words, known);
  return { published: published?.day ?? null, days: days.map(({ day, changes }) => [day, ...changes]) };
};
const running = { status: 'running' };
const closed = { status: 'closed' };
const toClosed = 'Lo stato è passato da «in corso» a «conclusa»';

test('begins with the first version, and tells the later ones, the latest first', () => {
  expect(
    told([
      version('2025-01-01', { status: 'pilot' }),
      version('2025-02-01', running),
      version('2025-03-01', closed),
    ]),
  ).toEqual({
    published: '2025-01-01',
    days: [
      ['2025-03-01', toClosed],
      ['2025-02-01', 'Lo stato è passato da «sperimentazione» a «in corso»'],
    ],
  });
});

test('a version that says the same is no day', () => {
  expect(told([version('2025-01-01', running), version('2025-02-01', running)]).days).toEqual([]);
});

test('drafts were never published', () => {
  const draft = { ...running, draft: true };
  expect(
    told([version('2025-01-01', draft), version('2025-02-01', draft), version('2025-03-01', running)]),
  ).toEqual({
    published: '2025-03-01',
    days: [],
  });
  expect(
    told([version('2025-01-01', running), version('2025-02-01', draft), version('2025-03-01', closed)]),
  ).toEqual({
    published: '2025-01-01',
    days: [['2025-03-01', toClosed]],
  });
  expect(told([version('2025-01-01', draft)])).toEqual({ published: null, days: [] });
  expect(told([])).toEqual({ published: null, days: [] });
});

test('a version that cannot be read is told as such; the next is compared with the last that could', () => {
  const { published, days } = told([
    version('2025-01-01', running),
    version('2025-02-01', null),
    version('2025-03-01', closed),
  ]);
  expect(published).toBe('2025-01-01');
  expect(days).toEqual([
    ['2025-03-01', toClosed],
    ['2025-02-01', expect.stringContaining('non si può leggere')],
  ]);
  expect(told([version('2025-01-01', null), version('2025-02-01', running)])).toEqual({
    published: null,
    days: [],
  });
});

test('what was left out between two versions is not laid to the later one', () => {
  expect(
    told([
      version('2025-01-01', { status: 'idea' }),
      version('2025-05-01', running, { isAfterGap: true }),
      version('2025-06-01', closed),
    ]),
  ).toEqual({ published: '2025-01-01', days: [['2025-06-01', toClosed]] });
});

test('without the version that it began with nobody knows since when there is a sheet', () => {
  const history = historyOf('practice', [version('2025-01-01', running)], words, {
    isWhole: false,
    isCut: true,
  });
  expect(history).toMatchObject({ published: null, isCut: true });
});

test('several changes of one day are told together', () => {
  const later = { oldAddress: '/pratiche/vecchio-orto/' };
  expect(
    told([
      version('2025-01-01', { status: 'idea' }),
      version('2025-02-01', running),
      version('2025-02-01', closed, later),
    ]).days,
  ).toEqual([
    [
      '2025-02-01',
      'Lo stato è passato da «idea» a «in corso»',
      'La pagina ha cambiato indirizzo: prima era /pratiche/vecchio-orto/',
      toClosed,
    ],
  ]);
});

test('an old address that the sheet does not name is not repeated', () => {
  const moved = version('2025-02-01', running, { oldAddress: '/pratiche/mario-rossi/' });
  expect(told([version('2025-01-01', running), moved]).days).toEqual([
    ['2025-02-01', 'La pagina ha cambiato indirizzo'],
  ]);
});

test('words are those of today: titles, indicators, texts whatever their spaces', () => {
  expect(words.titleOf('practice', 'bar')).toBe('Bar');
  expect(words.titleOf('practice', 'niente')).toBeUndefined();
  expect(words.titleOf('source', 'x')).toBeUndefined();
  expect(words.indicatorOf('calls')?.title).toBe('Candidature');
  expect(words.isSaid('Un  orto\nper tutti ')).toBe(true);
  expect(words.isSaid('Un orto per pochi')).toBe(false);
});

test('the main changes are a few, and the rest is counted', () => {
  const changes = ['a', 'b', 'c', 'd', 'e'];
  expect(mainChanges(changes, 5)).toEqual({ shown: changes, rest: [], more: null });
  expect(mainChanges(changes, 4)).toEqual({ shown: changes, rest: [], more: null });
  expect(mainChanges(changes, 3)).toEqual({
    shown: ['a', 'b', 'c'],
    rest: ['d', 'e'],
    more: 'E altre 2 modifiche',
  });
});

const past = (published: string | null, ...days: [string, ...string[]][]): EntryHistory => ({
  missing: null,
  published: published === null ? null : { day: published, time: Date.parse(published) / 1000 },
  days: days.map(([day, ...changes]) => ({ day, time: Date.parse(day) / 1000 + 60, changes })),
  isCut: false,
  firstId: null,
});

test('news are new and changed entries by day, the latest first, what is new before what changed', () => {
  const pasts: Record<string, EntryHistory> = {
    orto: {
      ...past('2025-01-01', ['2025-02-01', 'a', 'b', 'c', 'd', 'e'], ['2025-01-01', 'x']),
      firstId: 'vecchio',
    },
    bar: past('2025-02-01'),
    isee: past('2025-02-01'),
    calls: past('2025-02-01'),
  };
  const news = newsOf(graph, ({ id }) => pasts[id] ?? past(null));
  expect(news.map(({ day, id, isNew }) => `${day} ${id} ${isNew ? 'new' : 'changed'}`)).toEqual([
    '2025-02-01 bar new',
    '2025-02-01 isee new',
    '2025-02-01 orto changed',
    '2025-01-01 orto new',
  ]);
  expect(news[2]).toMatchObject({
    changes: ['a', 'b', 'c'],
    more: 'E altre 2 modifiche',
    firstId: 'vecchio',
  });
  expect(news[3]).toMatchObject({ tagline: 'Un orto per tutti', changes: [], href: '/pratiche/orto/' });
  expect(news[1]).toMatchObject({ href: '/glossario/#isee', firstId: 'isee' });
  expect(newsByDay(news).map(({ day, groups }) => [day, ...groups.map(({ title }) => title)])).toEqual([
    ['2025-02-01', 'Pratiche nuove', 'Voci di glossario nuove', 'Pratiche aggiornate'],
    ['2025-01-01', 'Pratiche nuove'],
  ]);
});

test('without a history there are no news', () => {
  expect(newsOf(graph, () => past(null))).toEqual([]);
  expect(newsByDay([])).toEqual([]);
});

test('pages hold at most fifty, and there is always one', () => {
  expect(newsOnPage).toBe(50);
  expect(pagesOf([])).toEqual([[]]);
  const numbers = Array.from({ length: 101 }, (_, index) => index);
  expect(pagesOf(numbers).map((page) => page.length)).toEqual([50, 50, 1]);
  expect(pagesOf(numbers).flat()).toEqual(numbers);
});
