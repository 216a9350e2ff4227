import { expect, test } from 'vitest';
import { needViewOf } from '../../src/knowledge/need-view.ts';
import { fixtureGraph } from '../fixture-content.ts';

const graph = fixtureGraph();
const view = (id: string, most?: number) => needViewOf(graph, graph.get('need', id), most);

test('the page of a need says in which areas it falls, whom it touches, where it came up', () => {
  const { areas, people, workshops, near } = view('famiglie-sotto-sfratto');
  expect(areas).toEqual([
    { label: 'Casa', colour: 'casa', href: '/aree/disagio-abitativo/' },
    { label: 'Povertà', colour: 'poverta', href: '/aree/poverta-marginalita/' },
  ]);
  expect(people).toEqual(['Famiglie in difficoltà con la casa']);
  expect(workshops).toEqual([
    {
      label: 'Laboratorio di prova a Borgo Prova',
      when: '15-16 marzo 2023',
      href: '/laboratori/borgo-2023/',
    },
  ]);
  expect(near.map(({ need }) => need.id)).toEqual(['spazi-vuoti']);
});

test('it prints the best answers and counts them all', () => {
  const { answers, total } = view('spazi-vuoti', 1);
  expect(answers.map(({ practice }) => practice.id)).toEqual(['officina-vuota']);
  expect(total).toBe(2);
});

test('a need nobody answers has an empty page, not a broken one', () => {
  expect(view('giovani-senza-lavoro')).toMatchObject({ people: [], answers: [], total: 0, workshops: [] });
});
