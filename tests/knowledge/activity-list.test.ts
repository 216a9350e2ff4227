import { expect, test } from 'vitest';
import { activitiesByPurpose, slugOf } from '../../src/knowledge/activity-list.ts';
import { activityPurposes } from '../../src/schemas/labels.ts';
import type { DataOf } from '../../src/schemas/registry.ts';
import { one, smallGraph } from './small-graph.ts';

const activity = (id: string, title: string, purpose: DataOf<'activity'>['purpose']) =>
  one('activity', id, { title, purpose, steps: [] });

test('each activity stands once, under its first purpose, in the order of a session and then of the alphabet', () => {
  const graph = smallGraph(
    activity('a', 'Zebra', ['open', 'close']),
    activity('b', 'Fine', ['close', 'open']),
    activity('c', 'Èlica', ['open']),
    activity('d', 'Albero', ['understand']),
  );
  const groups = activitiesByPurpose(graph.all('activity'));
  expect(groups.map(({ slug, activities }) => [slug, activities.map(({ id }) => id)])).toEqual([
    ['aprire-e-conoscersi', ['c', 'a']],
    ['capire-il-problema', ['d']],
    ['chiudere-e-impegnarsi', ['b']],
  ]);
});

test('no two purposes have one address', () => {
  const slugs = (Object.keys(activityPurposes) as (keyof typeof activityPurposes)[]).map((purpose) =>
    slugOf(activityPurposes, purpose),
  );
  expect(new Set(slugs).size).toBe(slugs.length);
});
