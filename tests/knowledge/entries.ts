import type { Entry } from '../../src/knowledge/graph.ts';
import type { Fact } from '../../src/schemas/fact.ts';
import type { Indicator } from '../../src/schemas/indicator.ts';
import type { Practice } from '../../src/schemas/practice.ts';
import { fixtureGraph } from '../fixture-content.ts';

/** The frozen fixture practice with something changed. */
export function practiceWith(changes: Partial<Practice>, id = 'case-aperte'): Entry<'practice'> {
  const entry = fixtureGraph().get('practice', 'case-aperte');
  return { ...entry, id, data: { ...entry.data, ...changes } };
}

const indicators: Record<string, Pick<Indicator, 'kind' | 'format'> & Partial<Indicator>> = {
  calls: { kind: 'output', format: 'count', unit: { one: 'candidatura', many: 'candidature' } },
  people: {
    kind: 'output',
    format: 'count',
    unit: { one: 'persona', many: 'persone' },
    headline: { of: 'people', order: 1 },
  },
  guests: { kind: 'output', format: 'count', headline: { of: 'people', order: 2 } },
  cost: { kind: 'input', format: 'money', headline: { of: 'money', order: 1 } },
  grants: { kind: 'input', format: 'money', headline: { of: 'money', order: 2 } },
  housed: { kind: 'outcome', format: 'percent' },
  opening: { kind: 'output', format: 'date' },
  code: { kind: 'output', format: 'text' },
};

export function indicator(id: string): Indicator {
  const known = indicators[id];
  if (!known) throw new Error(`no indicator ${id}`);
  return { title: id.toUpperCase(), description: 'x', ...known };
}

export const fact = (of: string, value: Fact['value'], changes: Partial<Fact> = {}): Fact => ({
  indicator: of,
  value,
  source: 'a',
  ...changes,
});
