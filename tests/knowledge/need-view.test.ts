import { describe, expect, test } from 'vitest';
import { needViewOf } from '../../src/knowledge/need-view.ts';
import { fixtureGraph } from '../fixture-content.ts';
import { one, sheet, smallGraph } from './small-graph.ts';

const graph = fixtureGraph();
const view = (id: string, perPage?: number) => needViewOf(graph, graph.get('need', id), perPage);

test('the page of a need says in which areas it falls, whom it touches, where it came up', () => {
  const { areas, people, workshops, near } = view('famiglie-sotto-sfratto');
  expect(areas).toEqual([
    { label: 'Casa', colour: 'casa', href: '/aree/disagio-abitativo/' },
    { label: 'Povertà', colour: 'poverta', href: '/aree/poverta-marginalita/' },
  ]);
  expect(people).toEqual([
    {
      label: 'Famiglie in difficoltà con la casa',
      href: '/cerca/?kind=practice&group=famiglie-in-difficolta',
    },
  ]);
  expect(workshops).toEqual([
    {
      label: 'Laboratorio di prova a Borgo Prova',
      when: '15-16 marzo 2023',
      href: '/laboratori/borgo-2023/',
    },
  ]);
  expect(near.map(({ need }) => need.id)).toEqual(['spazi-vuoti']);
});

test('its pages have every answer once, the best first, however few a page holds', () => {
  const onPages = (perPage: number) =>
    view('spazi-vuoti', perPage).pages.map(({ number, answers }) => [
      number,
      ...answers.map(({ practice }) => practice.id),
    ]);
  expect(onPages(1)).toEqual([
    [1, 'officina-vuota'],
    [2, 'case-aperte'],
  ]);
  expect(onPages(2)).toEqual([[1, 'officina-vuota', 'case-aperte']]);
  expect(view('spazi-vuoti', 1).total).toBe(2);
});

test('a need nobody answers has one empty page, not a broken one', () => {
  expect(view('giovani-senza-lavoro')).toMatchObject({
    people: [],
    total: 0,
    questions: 0,
    workshops: [],
    workshopQuestions: [],
    pages: [{ number: 1, answers: [], questions: [], difficulties: [] }],
  });
});

describe('what is open and what went wrong', () => {
  const small = smallGraph(
    one('need', 'sfratti', { focusAreas: [], synonyms: [] }),
    one('city', 'qui', { title: 'Qui' }),
    sheet('a', {
      needs: ['sfratti'],
      openQuestions: ['Di a?'],
      difficulties: [
        { kind: 'timing', text: 'Tardi.' },
        { kind: 'data', text: 'Mai contato.' },
      ],
    }),
    sheet('b', { needs: ['sfratti'], openQuestions: ['Di b?', 'Ancora di b?'] }),
    ...Array.from({ length: 3 }, (_, index) =>
      one('workshop', `incontro-${index}`, {
        start: `2023-0${index + 1}-01`,
        needsRaised: ['sfratti'],
        openQuestions: [{ text: `Dell’incontro ${index}?`, status: 'open' }],
      }),
    ),
  );
  const { pages, questions, workshopQuestions, workshops, otherWorkshops } = needViewOf(
    small,
    small.get('need', 'sfratti'),
    1,
    2,
  );

  test('stands on the page of the sheet it comes from, and is counted over all pages', () => {
    expect(pages.map((page) => page.questions.map((place) => place.questions))).toEqual([
      [['Di a?']],
      [['Di b?', 'Ancora di b?']],
    ]);
    expect(workshopQuestions).toHaveLength(3);
    expect(questions).toBe(6);
  });

  test('is one difficulty a sheet, the first it tells', () => {
    expect(pages.map(({ difficulties }) => difficulties.map(({ kind, text }) => [kind, text]))).toEqual([
      [['timing', 'Tardi.']],
      [],
    ]);
  });

  test('of many workshops the latest are printed and the others counted', () => {
    expect(workshops.map(({ label }) => label)).toEqual(['incontro-2', 'incontro-1']);
    expect(otherWorkshops).toBe(1);
  });
});
