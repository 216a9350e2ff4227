import { describe, expect, test } from 'vitest';
import { practiceLinesOf, practiceList, practiceListsUnder } from '../../src/knowledge/practice-lists.ts';
import { orderSlugs, type PracticeOrder } from '../../src/knowledge/routes.ts';
import { fixtureGraph } from '../fixture-content.ts';
import { area, one, sheet, smallGraph } from './small-graph.ts';

const places = [
  area('casa', 1),
  area('lavoro', 2),
  one('city', 'qui', { title: 'Qui' }),
  one('city', 'forli', { title: 'Forlì' }),
  one('city', 'foggia', { title: 'Foggia' }),
  one('city', 'forlimpopoli', { title: 'Forlimpopoli' }),
  one('city', 'san-pietro-a', { title: 'San Pietro' }),
  one('city', 'san-pietro-b', { title: 'San Pietro' }),
];

type Sheet = ReturnType<typeof sheet>;
const listOf = (order: PracticeOrder, sheets: readonly Sheet[], most?: number) => {
  const graph = smallGraph(...places, ...sheets);
  return practiceList(practiceLinesOf(graph, graph.all('practice')), order, most);
};
/** Headings of all pages with the titles below them. */
const told = (...given: Parameters<typeof listOf>) =>
  listOf(...given).pages.flatMap(({ groups }) =>
    groups.map(({ title, items }) => [title, ...items.map((line) => line.title)]),
  );
const titled = (...titles: string[]) => titles.map((title, index) => sheet(`s-${index}`, { title }));

describe('by title', () => {
  test('as an Italian dictionary: accents, capitals and marks aside, figures first and by their size', () => {
    const sheets = titled('zucca', 'È tempo', 'eco', '«Orto»', 'Ponte', 'orma', '10 case', '2 case', 'Età');
    expect(told('title', sheets)).toEqual([
      ['0-9', '2 case', '10 case'],
      ['E', 'È tempo', 'eco', 'Età'],
      ['O', 'orma', '«Orto»'],
      ['P', 'Ponte'],
      ['Z', 'zucca'],
    ]);
  });

  test('what begins with no letter of ours stands with the figures, under one heading', () => {
    expect(told('title', titled('Ω', 'a', '…', '3'))).toEqual([
      ['0-9', '…', '3', 'Ω'],
      ['A', 'a'],
    ]);
  });

  test('the same title: by city, then by id, however they came', () => {
    const same = [
      sheet('c', { title: 'Orto', city: 'forli' }),
      sheet('b', { title: 'Orto', city: 'foggia' }),
      sheet('a', { title: 'orto', city: 'forli' }),
    ];
    const ids = (sheets: readonly Sheet[]) =>
      listOf('title', sheets).pages[0]?.groups[0]?.items.map(({ id }) => id);
    expect(ids(same)).toEqual(['b', 'a', 'c']);
    expect(ids(same.toReversed())).toEqual(['b', 'a', 'c']);
  });
});

describe('by city', () => {
  test('city by city, each by title; jumps are the initials', () => {
    const sheets = [
      sheet('z', { title: 'Z', city: 'forli' }),
      sheet('y', { title: 'Y', city: 'qui' }),
      sheet('x', { title: 'X', city: 'forlimpopoli' }),
      sheet('w', { title: 'W', city: 'forli' }),
      sheet('v', { title: 'V', city: 'foggia' }),
    ];
    expect(told('city', sheets)).toEqual([
      ['Foggia', 'V'],
      ['Forlì', 'W', 'Z'],
      ['Forlimpopoli', 'X'],
      ['Qui', 'Y'],
    ]);
    expect(listOf('city', sheets).jumps).toEqual([
      { title: 'F', page: 1, id: 'citta-foggia' },
      { title: 'Q', page: 1, id: 'citta-qui' },
    ]);
  });

  test('two cities of one name keep their sheets apart', () => {
    const sheets = [
      sheet('b', { title: 'B', city: 'san-pietro-a' }),
      sheet('a', { title: 'A', city: 'san-pietro-b' }),
      sheet('c', { title: 'C', city: 'san-pietro-a' }),
    ];
    expect(told('city', sheets)).toEqual([
      ['San Pietro', 'B', 'C'],
      ['San Pietro', 'A'],
    ]);
  });
});

describe('by reading', () => {
  test('the latest first, month by month; of one day, by title', () => {
    const sheets = [
      sheet('a', { title: 'B', reviewedOn: '2026-03-02' }),
      sheet('b', { title: 'A', reviewedOn: '2026-03-02' }),
      sheet('c', { title: 'C', reviewedOn: '2026-03-31' }),
      sheet('d', { title: 'D', reviewedOn: '2026-11-01' }),
    ];
    expect(told('review', sheets)).toEqual([
      ['Novembre 2026', 'D'],
      ['Marzo 2026', 'C', 'A', 'B'],
    ]);
  });

  test('jumps are months, and years when there are more than two of them', () => {
    const months = (count: number) =>
      Array.from({ length: count }, (_, index) => {
        const [year, month] = [2024 - Math.floor(index / 12), 12 - (index % 12)];
        return sheet(`s-${index}`, { reviewedOn: `${year}-${String(month).padStart(2, '0')}-10` });
      });
    expect(listOf('review', months(24)).jumps).toHaveLength(24);
    expect(listOf('review', months(25), 12).jumps).toEqual([
      { title: '2024', page: 1, id: 'mese-2024-12' },
      { title: '2023', page: 2, id: 'mese-2023-12' },
      { title: '2022', page: 3, id: 'mese-2022-12' },
    ]);
  });
});

test('by evidence the best proved stand first', () => {
  const graph = fixtureGraph();
  const list = practiceList(practiceLinesOf(graph, graph.all('practice')), 'evidence');
  expect(
    list.pages[0]?.groups.map(({ id, title, items }) => [id, title, ...items.map((line) => line.id)]),
  ).toEqual([
    ['livello-4', 'Valutata', 'case-aperte'],
    ['livello-1', 'Documentata', 'officina-vuota'],
  ]);
});

test('every order has every sheet once, over its pages', () => {
  const sheets = Array.from({ length: 101 }, (_, index) =>
    sheet(`s-${index}`, {
      title: `${String.fromCodePoint(65 + ((index * 7) % 26))} ${index}`,
      city: ['qui', 'forli', 'foggia'][index % 3] as string,
      reviewedOn: `20${20 + (index % 5)}-0${1 + (index % 9)}-15`,
    }),
  );
  for (const order of Object.keys(orderSlugs) as PracticeOrder[]) {
    const { pages, jumps } = listOf(order, sheets, 10);
    const ids = pages.flatMap(({ groups }) => groups.flatMap(({ items }) => items.map(({ id }) => id)));
    expect(pages, order).toHaveLength(11);
    expect(new Set(ids).size, order).toBe(101);
    expect(ids, order).toHaveLength(101);
    for (const { groups } of pages)
      expect(new Set(groups.map(({ id }) => id)).size, order).toBe(groups.length);
    for (const { page, id } of jumps)
      expect(
        pages[page - 1]?.groups.map((group) => group.id),
        order,
      ).toContain(id);
  }
});

test('a base without sheets has empty lists', () => {
  for (const order of Object.keys(orderSlugs) as PracticeOrder[])
    expect(listOf(order, [])).toEqual({ total: 0, pages: [{ number: 1, groups: [] }], jumps: [] });
});

describe('below other pages', () => {
  const many = (count: number, data: Parameters<typeof sheet>[1] = {}) =>
    Array.from({ length: count }, (_, index) => sheet(`s-${index}`, data));
  const funded = { funding: [{ programme: 'fondo', source: 'a' }] };
  const under = (sheets: readonly Sheet[]) =>
    practiceListsUnder(smallGraph(...places, one('programme', 'fondo'), ...sheets)).map(
      ({ kind, id, order, list }) => `${kind} ${id} ${order} ${list.total}`,
    );
  const areas = (casa: number) => [`focus-area casa title ${casa}`, `focus-area casa review ${casa}`];

  test('an area has its lists from its first sheet on', () => {
    expect(under([])).toEqual([]);
    expect(under(many(1))).toEqual(areas(1));
  });

  test('a city and a programme have theirs when their page has no room', () => {
    expect(under(many(24, funded))).toEqual(areas(24));
    expect(under(many(25, funded))).toEqual([
      ...areas(25),
      'city qui title 25',
      'city qui review 25',
      'programme fondo title 25',
      'programme fondo review 25',
    ]);
  });

  test('a sheet that only touches an area is in its list too', () => {
    expect(under([sheet('a', { focusAreas: ['lavoro', 'casa'] })]).slice(0, 3)).toEqual([
      'focus-area casa title 1',
      'focus-area casa review 1',
      'focus-area lavoro title 1',
    ]);
  });

  test('a sheet of elsewhere that a city took up is not the city’s', () => {
    const adopted = many(25, { city: 'forli', adoptions: [{ city: 'qui', source: 'a' }] });
    expect(under(adopted)).toEqual([...areas(25), 'city forli title 25', 'city forli review 25']);
  });
});
