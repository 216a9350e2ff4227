import { expect, test, vi } from 'vitest';
import { featuredWorkshop } from '../../src/knowledge/workshop-day.ts';
import { one, smallGraph } from './small-graph.ts';

vi.mock(import('../../src/site.ts'), async (original) => {
  const actual = await original();
  return { ...actual, site: { ...actual.site, featuredWorkshop: 'scelto' } };
});

test('the workshop of the front page is the one that the network has chosen', () => {
  const chosen = one('workshop', 'scelto', { start: '2020-01-01' });
  const later = one('workshop', 'altro', { start: '2024-01-01' });
  expect(featuredWorkshop(smallGraph(chosen, later))?.id).toBe('scelto');
  expect(featuredWorkshop(smallGraph(chosen, later), null)?.id).toBe('altro');
  expect(featuredWorkshop(smallGraph(later))?.id).toBe('altro');
});
