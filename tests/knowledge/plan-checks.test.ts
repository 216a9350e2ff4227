import { describe, expect, test } from 'vitest';
import {
  cutsFor,
  cutsText,
  remarkRules,
  remarksOf,
  type RemarkKind,
} from '../../src/knowledge/plan-checks.ts';
import {
  addBlock,
  addGroup,
  addObjective,
  editBlock,
  editRow,
  removeRow,
  withFields,
  type BlockFields,
} from '../../src/knowledge/plan-edits.ts';
import {
  emptyPlan,
  type Activities,
  type ActivityFacts,
  type BlockKind,
  type Plan,
} from '../../src/knowledge/plan.ts';

const circle: ActivityFacts = {
  id: 'cerchio',
  title: 'Cerchio',
  purpose: ['close'],
  minutes: { min: 20, max: 40 },
  people: { min: 6, max: 30 },
  groupSize: { min: 5, max: 6 },
  materials: [],
};
const activities: Activities = new Map([[circle.id, circle]]);
const done = {
  activity: { id: circle.id, title: circle.title },
  output: 'un elenco',
  title: 'Lavoro',
  minutes: 30,
};

const plan = (...blocks: [BlockKind, Partial<BlockFields>][]): Plan =>
  blocks.reduce(
    (so, [kind, fields]) => addBlock(so, kind, fields),
    withFields(emptyPlan('a1'), { minutes: 480 }),
  );

/** A plan with nothing to look at again: every check below spoils one thing of it. */
const good = plan(['groups', done], ['break', {}], ['groups', done]);

const found = (of: Plan): RemarkKind[] => remarksOf(of, activities).map(({ check }) => check);
const first = (of: Plan): string => of.blocks[0]?.key ?? '';

test('a good plan has nothing to look at again', () => {
  expect(remarksOf(good, activities)).toEqual([]);
});

describe('each check speaks when its rule is broken', () => {
  const cases: Record<RemarkKind, Plan> = {
    empty: plan(),
    overrun: withFields(good, { minutes: 70 }),
    overlap: plan(['groups', done], ['break', {}], ['groups', { ...done, lockedAt: 9 * 60 + 10 }]),
    break: plan(['groups', done], ['groups', done], ['groups', done], ['groups', { ...done, minutes: 20 }]),
    listening: plan(['practice', { title: 'Racconto', output: 'domande', minutes: 40 }], ['groups', done]),
    people: withFields(good, { people: 31 }),
    groups: withFields(good, { people: 7 }),
    minutes: editBlock(good, first(good), { minutes: 45 }),
    objective: addObjective(good, 'capire'),
    output: editBlock(good, first(good), { output: ' ' }),
    materials: plan(['visit', { title: 'Alla casa del quartiere', output: 'appunti', minutes: 60 }]),
    parallel: longGroup(),
  };

  function longGroup(): Plan {
    const grouped = addGroup(good, first(good));
    const [group] = grouped.blocks[0]?.groups ?? [];
    return editRow(grouped, first(good), group?.key ?? '', group?.rows[0]?.key ?? '', { minutes: 31 });
  }

  test('every rule that is printed has its case here', () => {
    expect(Object.keys(cases).sort()).toEqual(Object.keys(remarkRules).sort());
  });

  test.each(Object.entries(cases))('%s, and no other', (check, spoilt) => {
    expect([...new Set(found(spoilt))]).toEqual([check]);
  });
});

describe('the same checks are silent', () => {
  test('at exactly 90 minutes, and with a gap of ten minutes instead of a break', () => {
    const three = plan(['groups', done], ['groups', done], ['groups', done]);
    expect(found(three)).toEqual([]);
    const gap = addBlock(three, 'groups', { ...done, lockedAt: 9 * 60 + 100 });
    expect(found(gap)).toEqual([]);
    const short = addBlock(three, 'groups', { ...done, lockedAt: 9 * 60 + 99 });
    expect(found(short)).toEqual(['break']);
  });

  test('for a third of listening', () => {
    expect(found(plan(['practice', { title: 'R', output: 'o', minutes: 15 }], ['groups', done]))).toEqual([]);
  });

  test('for an activity that the base no longer has', () => {
    const other = { id: 'altra', title: 'Altra' };
    expect(found(editBlock(good, first(good), { activity: other, minutes: 90, output: 'x' }))).not.toContain(
      'minutes',
    );
  });
});

test('a long stretch is told once, and again after the next break', () => {
  const long = Array.from({ length: 5 }, (): [BlockKind, Partial<BlockFields>] => ['groups', done]);
  expect(found(plan(...long, ['break', {}], ...long))).toEqual(['break', 'break']);
});

test('a group with nothing to do is told', () => {
  const grouped = addGroup(good, first(good));
  const [group] = grouped.blocks[0]?.groups ?? [];
  const empty = removeRow(grouped, first(good), group?.key ?? '', group?.rows[0]?.key ?? '');
  expect(remarksOf(empty, activities).map(({ text }) => text)).toEqual([
    'In «Lavoro» il gruppo «Gruppo 1» non ha niente da fare.',
  ]);
});

describe('what to cut', () => {
  const blocks = plan(
    ['welcome', { title: 'Saluti', minutes: 30, cut: 'shorten' }],
    ['practice', { title: 'Primo caso', minutes: 20, cut: 'drop' }],
    ['groups', { ...done, minutes: 35, cut: 'shorten' }],
    ['practice', { title: 'Secondo caso', minutes: 25, cut: 'drop' }],
    ['plenary', { title: 'Chiusura', minutes: 20 }],
  ).blocks;
  const steps = (minutes: number) => cutsFor(blocks, minutes, activities);

  test('nothing when there is no need', () => {
    expect(steps(0)).toEqual({ steps: [], missing: 0 });
    expect(steps(-10)).toEqual({ steps: [], missing: 0 });
  });

  test('first whole blocks, from the last', () => {
    expect(steps(10).steps.map(({ title, how }) => [title, how])).toEqual([['Secondo caso', 'drop']]);
    expect(steps(40).steps.map(({ title }) => title)).toEqual(['Secondo caso', 'Primo caso']);
  });

  test('then minutes, never below the shortest time of the activity or two thirds', () => {
    expect(steps(60).steps.map(({ title, how, minutes }) => [title, how, minutes])).toEqual([
      ['Secondo caso', 'drop', 25],
      ['Primo caso', 'drop', 20],
      ['Lavoro', 'shorten', 15],
    ]);
    const all = steps(100);
    expect(all.steps.at(-1)).toMatchObject({ title: 'Saluti', how: 'shorten', minutes: 10 });
    expect(all.missing).toBe(30);
  });

  test('in words', () => {
    expect(cutsText(steps(60))).toBe(
      'Si può togliere «Secondo caso» (25 minuti), togliere «Primo caso» (20 minuti) e accorciare «Lavoro» di 15 minuti.',
    );
    expect(cutsText(steps(71))).toMatch(/Non basta: mancano ancora 1 minuto\.$/);
    expect(cutsText(cutsFor(good.blocks, 10, activities))).toContain('Nessun blocco è segnato');
  });
});
