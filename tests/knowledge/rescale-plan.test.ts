import { describe, expect, test } from 'vitest';
import type { Graph } from '../../src/knowledge/graph.ts';
import { costsPlan } from '../../src/knowledge/rescale-plan.ts';
import { rescale, type CostsPlan } from '../../src/knowledge/rescale.ts';
import { textContextOf } from '../../src/knowledge/text-context.ts';
import type { Fact } from '../../src/schemas/fact.ts';
import type { Indicator } from '../../src/schemas/indicator.ts';
import type { Practice } from '../../src/schemas/practice.ts';
import { one, sheet, smallGraph } from './small-graph.ts';

const indicator = (id: string, data: Partial<Indicator>) =>
  one('indicator', id, { description: id, kind: 'input', format: 'money', ...data });
const money = { of: 'money', order: 1 } as const;
const indicators = [
  indicator('spesa', { headline: money, totalOf: 'costs' }),
  indicator('risorse', { headline: { of: 'money', order: 2 }, totalOf: 'funding' }),
  indicator('stato', { partOf: 'spesa' }),
  indicator('entrate', { headline: { of: 'money', order: 9 } }),
  indicator('soglia', {}),
  indicator('persone', { format: 'count', headline: { of: 'people', order: 1 } }),
];
const source = (id: string, date?: string) => ({
  id,
  title: id,
  publisher: id,
  accessed: '2026-11-22',
  date,
});
const qui = one('city', 'qui', {
  title: 'Qui',
  country: 'Italia',
  roles: [],
  population: { value: 100_000, asOf: '2011', source: 'istat' },
  sources: [{ ...source('istat', '2020'), url: 'https://esempio.it/istat' }],
});
const fact = (of: string, value: number, more: Partial<Fact> = {}): Fact => ({
  indicator: of,
  value,
  source: 'a',
  ...more,
});

function planOf(data: Partial<Practice>): CostsPlan {
  const graph: Graph = smallGraph(
    ...indicators,
    qui,
    sheet('una', { sources: [source('a', '2021-03-02'), source('b'), source('c', '2019')], ...data }),
  );
  const practice = graph.get('practice', 'una').data;
  return costsPlan(practice, textContextOf(graph, practice));
}

const labels = (plan: CostsPlan): string[] => plan.amounts.map(({ label }) => label);
const started = (plan: CostsPlan): string[] =>
  plan.amounts.filter(({ key }) => plan.initial[`use.${key}`] === 'yes').map(({ label }) => label);
const cost = (item: string, amount: number, more = {}) => ({
  item,
  amount,
  kind: 'oneOff' as const,
  source: 'a',
  ...more,
});

describe('what one can start from', () => {
  test('costs, sums of facts and funds with an amount, each with its sources', () => {
    const plan = planOf({
      costs: [cost('Lavori', 10)],
      funding: [
        { name: 'Un fondo', amount: 20, source: 'c' },
        { name: 'Un altro', source: 'c' },
      ],
      facts: [fact('risorse', 30, { source: 'b' })],
    });
    expect(labels(plan)).toEqual(['Lavori', 'risorse', 'Un fondo']);
    expect(plan.amounts.map(({ notes }) => notes)).toEqual([[1], [2], [3]]);
  });

  test('targets, starting points and comparisons are never taken for spending', () => {
    const facts = (['target', 'baseline', 'comparison'] as const).map((role) => fact('spesa', 5, { role }));
    const plan = planOf({ facts });
    expect(plan.amounts).toEqual([]);
    expect(plan.unused.map(({ why }) => why)).toEqual([
      'obiettivo previsto, non una spesa',
      'situazione di partenza, non una spesa',
      'termine di confronto, non una spesa',
    ]);
  });

  test('a threshold does not grow with the city: it is not offered, and that is said', () => {
    const plan = planOf({ facts: [fact('soglia', 8000)] });
    expect(plan.amounts).toEqual([]);
    expect(plan.unused).toMatchObject([{ label: 'soglia' }]);
  });

  test('a cost of nothing is none', () => {
    expect(planOf({ costs: [cost('Gratis', 0)] }).amounts).toEqual([]);
  });

  test('values that differ are all kept, whether they contradict each other or change in time', () => {
    const facts = [fact('spesa', 41, { asOf: '2017' }), fact('spesa', 45, { asOf: '2020' })];
    const series = planOf({ facts, differences: [{ indicator: 'spesa', kind: 'series', text: 'Cresce.' }] });
    const conflict = planOf({ facts });
    for (const { amounts } of [series, conflict])
      expect(amounts).toMatchObject([{ low: 41, high: 45, years: { low: 2017, high: 2020 } }]);
    expect(conflict.amounts[0]?.cautions.join()).toContain('le fonti non concordano');
    expect(series.amounts[0]?.cautions.join()).toContain('cambiano nel tempo');
  });

  test('what sources put about or above is said', () => {
    const { amounts } = planOf({ facts: [fact('spesa', 41, { qualifier: 'atLeast' })] });
    expect(amounts[0]?.cautions.join()).toContain('«oltre»');
  });

  test('a part, and money that was there, are told from what was spent', () => {
    const { amounts } = planOf({ facts: [fact('stato', 5), fact('risorse', 9), fact('spesa', 12)] });
    const cautionsOf = (label: string) => amounts.find((one) => one.label === label)?.cautions.join();
    expect(cautionsOf('stato')).toContain('il tutto è «spesa»');
    expect(cautionsOf('risorse')).toContain('non è detto che si siano spese così');
    expect(cautionsOf('spesa')).toBe('');
  });

  test('the same words twice are two amounts', () => {
    const { amounts } = planOf({ costs: [cost('Lavori', 10), cost('Lavori', 20)] });
    expect(new Set(amounts.map(({ key }) => key)).size).toBe(2);
  });
});

describe('where one starts', () => {
  const [works, desk, people] = [
    cost('Lavori', 10),
    cost('Sportello', 7),
    cost('Personale', 3, { kind: 'recurring' }),
  ];

  test.each<[string, Partial<Practice>, string[]]>([
    ['the documented total of the costs', { costs: [works], facts: [fact('spesa', 12)] }, ['spesa']],
    [
      'not the total of a part',
      { costs: [works], facts: [fact('spesa', 12, { scope: 'nord' })] },
      ['Lavori'],
    ],
    [
      'of each kind the highest cost, never their sum',
      { costs: [desk, works, people] },
      ['Lavori', 'Personale'],
    ],
    ['the figure at the top of the sheet', { facts: [fact('stato', 5), fact('risorse', 9)] }, ['risorse']],
    ['nothing, where there are only funds', { funding: [{ name: 'Fondo', amount: 20, source: 'a' }] }, []],
    ['nothing, where there is nothing', {}, []],
  ])('%s', (_, data, expected) => {
    expect(started(planOf(data))).toEqual(expected);
  });
});

describe('the year of the prices', () => {
  test.each<[string, Partial<Practice>, string | undefined, RegExp]>([
    ['the sheet says it', { costs: [cost('Lavori', 10, { year: 2018 })] }, '2018', /secondo la scheda/],
    ['the source has a date', { costs: [cost('Lavori', 10)] }, '2021', /Anno della fonte, non dei prezzi/],
    ['nobody knows', { costs: [cost('Lavori', 10, { source: 'b' })] }, undefined, /non documentato/],
    [
      'the fact has one',
      { facts: [fact('spesa', 10, { asOf: '2016-05', source: 'b' })] },
      '2016',
      /Anno della fonte/,
    ],
    [
      'one value has none',
      { facts: [fact('spesa', 10), fact('spesa', 11, { source: 'b' })] },
      '2021',
      /1 valore non ha una data: vale lo stesso anno, ed è un’ipotesi/,
    ],
  ])('%s', (_, data, year, note) => {
    const plan = planOf(data);
    const [first] = plan.amounts;
    expect(plan.initial[`year.${first?.key}`]).toBe(year);
    expect(first?.yearNote).toMatch(note);
  });
});

describe('whether it is paid once', () => {
  test('a cost says it, a total lasts as long as the practice, the rest is for the reader to say', () => {
    const plan = planOf({
      costs: [cost('Personale', 3, { kind: 'recurring' })],
      facts: [fact('spesa', 12), fact('entrate', 2)],
    });
    const kindOf = (label: string) =>
      plan.initial[`kind.${plan.amounts.find((one) => one.label === label)?.key}`];
    expect([kindOf('Personale'), kindOf('spesa'), kindOf('entrate')]).toEqual([
      'recurring',
      'oneOff',
      undefined,
    ]);
  });
});

describe('the size', () => {
  test.each<[Practice['scale'], string, string[]]>([
    ['city', 'city', ['Abitanti di Qui']],
    ['metropolitan', '', ['Abitanti di Qui']],
    ['country', '', ['Abitanti di Qui']],
    ['neighbourhood', '', []],
    ['building', '', []],
    [undefined, '', []],
  ])('for %s it is «%s» before anybody chooses', (scale, measure, offered) => {
    const plan = planOf({ scale });
    expect(plan.initial.measure).toBe(measure);
    expect(plan.measures.map(({ label }) => label)).toEqual(offered);
  });

  test('the inhabitants have their date and their source', () => {
    const [city] = planOf({ scale: 'city' }).measures;
    expect(city?.origin).toEqual({ text: 'Dato del 2011, istat, istat', url: 'https://esempio.it/istat' });
    expect(city?.cautions).toEqual([]);
  });

  test('beyond the city its inhabitants are too few, and that is said', () => {
    const [city] = planOf({ scale: 'region' }).measures;
    expect(city?.cautions.join()).toContain('troppo alto');
  });

  test('people reached, never those to be reached; of a part it is said', () => {
    const { measures, initial } = planOf({
      scale: 'building',
      facts: [
        fact('persone', 1000),
        fact('persone', 3300, { qualifier: 'about' }),
        fact('persone', 50, { role: 'target' }),
        fact('persone', 20, { scope: 'corsi' }),
      ],
    });
    expect(measures.map(({ label, value }) => [label, value.low, value.high])).toEqual([
      ['persone', 1000, 3300],
      ['persone, corsi', 20, 20],
    ]);
    expect(initial[`theirs.${measures[0]?.key}`]).toBe('1.000–3.300');
    expect(measures[0]?.cautions.join()).toContain('non concordano');
    expect(measures[1]?.cautions.join()).toContain('solo una parte');
    expect(initial.measure).toBe('');
  });
});

test('what the page proposes is read again without a complaint', () => {
  const plan = planOf({
    scale: 'city',
    costs: [cost('Lavori', 1234.56, { year: 2018 })],
    facts: [
      fact('spesa', 12, { asOf: '2017' }),
      fact('spesa', 15),
      fact('persone', 1000),
      fact('persone', 3300),
    ],
  });
  const { problems, results } = rescale(plan, { version: 1, typed: { 'ours.city': '100000' } });
  expect(problems).toEqual({});
  expect(results[0]).toMatchObject({ low: 12, high: 15 });
});
