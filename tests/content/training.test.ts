import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/checks/content.ts';
import { buildGraph, type AnyEntry } from '../../src/knowledge/graph.ts';
import { remarksOf } from '../../src/knowledge/plan-checks.ts';
import { planFromPractice, planFromSession } from '../../src/knowledge/plan-start.ts';
import { plannerData } from '../../src/knowledge/planner-data.ts';
import { textContextOf } from '../../src/knowledge/text-context.ts';
import { readPlan } from '../../src/knowledge/plan-reader.ts';
import { projectRoot } from '../environment.ts';
import { read } from '../fixture-content.ts';

const graph = buildGraph(
  checkFiles(read(join(projectRoot, 'src/content'))).records as unknown as AnyEntry[],
  '2026-11-22',
);
const data = plannerData(graph);
const activities = new Map(data.activities.map((activity) => [activity.id, activity]));
const again = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the library', () => {
  test('has at least twenty activities, each with steps that last within its minutes', () => {
    const all = graph.all('activity');
    expect(all.length).toBeGreaterThanOrEqual(20);
    for (const { id, data: activity } of all) {
      const sum = activity.steps.reduce((total, { minutes }) => total + minutes, 0);
      expect({ id, isWithin: sum >= activity.minutes.min && sum <= activity.minutes.max }).toEqual({
        id,
        isWithin: true,
      });
    }
  });

  test('has a ready session for each focus area, and general ones of two hours, half a day and a day', () => {
    const sessions = graph.all('session');
    for (const area of graph.all('focus-area'))
      expect(sessions.some(({ data: session }) => session.focusAreas?.includes(area.id) === true)).toBe(true);
    const lengths = sessions.map(({ data: { minutes } }) => minutes);
    for (const [least, most] of [
      [120, 120],
      [210, 240],
      [360, 480],
    ] as const)
      expect(lengths.some((minutes) => minutes >= least && minutes <= most)).toBe(true);
  });
});

describe.each(graph.all('session').map(({ id }) => id))('the ready session %s', (id) => {
  const { data: session } = graph.get('session', id);
  const plan = planFromSession(
    'a1',
    { id, title: session.title },
    session,
    (kind, of) => graph.get(kind, of).data.title,
  );

  test('is built on real practices, and lasts as long as it says', () => {
    expect(plan.blocks.some(({ practice }) => practice !== null)).toBe(true);
    expect(plan.blocks.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(session.minutes);
    expect(readPlan(again(plan))).toEqual(plan);
  });

  test('as a plan has nothing to look at again', () => {
    expect(remarksOf(plan, activities).map(({ text }) => text)).toEqual([]);
  });
});

describe.each(graph.all('practice').map(({ id }) => id))('the practice %s', (id) => {
  test('taken to the room is a plan that can be kept, with nothing to look at again', () => {
    const practice = graph.get('practice', id);
    const conflicts = textContextOf(graph, practice.data).contrasts.filter(({ kind }) => kind === 'conflict');
    const plan = planFromPractice(
      'a1',
      practice,
      conflicts.map(({ title }) => title),
      activities,
    );
    expect(readPlan(again(plan))).toEqual(plan);
    expect(remarksOf(plan, activities).map(({ text }) => text)).toEqual([]);
  });
});
