/** What the rescaler makes of the real sheets: which can be rescaled, which refuse and why. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/checks/content.ts';
import { buildGraph, type AnyEntry } from '../../src/knowledge/graph.ts';
import { costsPlan } from '../../src/knowledge/rescale-plan.ts';
import { emptyCosts, rescale, withField, type CostsPlan } from '../../src/knowledge/rescale.ts';
import { textContextOf } from '../../src/knowledge/text-context.ts';
import { projectRoot } from '../environment.ts';
import { read } from '../fixture-content.ts';

const records = checkFiles(read(join(projectRoot, 'src/content'))).records as unknown as AnyEntry[];
const graph = buildGraph(records, '2026-11-22');
const practices = graph.all('practice');
const planFor = (id: string): CostsPlan => {
  const { data } = graph.get('practice', id);
  return costsPlan(data, textContextOf(graph, data));
};

/** The plan with as many people of ours as it has of theirs, at the highest. */
function atTheirSize(plan: CostsPlan) {
  const key = plan.initial.measure || plan.measures[0]?.key || 'own';
  const theirs = plan.measures.find((measure) => measure.key === key)?.value.high ?? 0;
  const chosen = withField(plan, emptyCosts(), 'measure', key);
  return rescale(plan, withField(plan, chosen, `ours.${key}`, String(theirs)));
}

// read in the sheets by hand: what each starts from, and what it lacks before any answer but our own inhabitants
test.each<[string, string | null, number, number, string[]]>([
  ['axto', 'Costo totale', 41_000_000, 45_800_000, []],
  ['bari-urbis', 'Risorse disponibili', 2_500_000, 2_564_000, []],
  ['tonite', 'Costo totale', 5_804_879.1, 5_804_879.1, ['Con che cosa si misura']],
  ['abito', null, 0, 0, ['Un importo da cui partire: nella scheda non è documentato']],
  [
    'homes4all',
    'Contributo pubblico ottenuto',
    600_000,
    600_000,
    ['L’anno dei prezzi', 'Se «Contributo pubblico ottenuto» si paga'],
  ],
])('%s', (id, label, low, high, lacks) => {
  const plan = planFor(id);
  const started = plan.amounts.filter(({ key }) => plan.initial[`use.${key}`] === 'yes');
  expect(started.map((one) => [one.label, one.low, one.high])).toEqual(label ? [[label, low, high]] : []);
  const { results, missing } = rescale(plan, withField(plan, emptyCosts(), 'ours.city', '60.000'));
  expect(results.length).toBe(lacks.length === 0 ? 1 : 0);
  expect(missing).toHaveLength(lacks.length);
  for (const [index, text] of lacks.entries()) expect(missing[index]?.text).toContain(text);
});

describe.each(practices.map(({ id }) => id))('%s', (id) => {
  const plan = planFor(id);

  test('gives a range or names what is missing, and complains of nothing that it proposes itself', () => {
    const { results, missing, problems } = atTheirSize(plan);
    expect(results.length > 0).toBe(missing.length === 0);
    expect(Object.keys(problems)).toEqual(plan.measures.length === 0 ? ['ours.own'] : []);
  });

  test('starts from one amount at most of each kind', () => {
    const started = plan.amounts.filter(({ key }) => plan.initial[`use.${key}`] === 'yes');
    expect(new Set(started.map(({ frequency }) => frequency)).size).toBe(started.length);
  });

  test('at the same size the documented amount is inside the range', () => {
    const { results, missing } = atTheirSize(plan);
    if (missing.length > 0) return;
    const started = plan.amounts.filter(({ key }) => plan.initial[`use.${key}`] === 'yes');
    for (const { low, high, frequency } of started) {
      const result = results.find((one) => one.frequency === frequency);
      expect(result?.low).toBeLessThanOrEqual(low);
      expect(result?.high).toBeGreaterThanOrEqual(high);
    }
  });
});
