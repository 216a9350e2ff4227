import { describe, expect, test } from 'vitest';
import { groupsOf, materialsOf } from '../../src/knowledge/session-materials.ts';

type Material = Parameters<typeof materialsOf>[0][number]['materials'][number];

const people = { min: 12, max: 30 };
const activity = (title: string, materials: Material[], groupSize?: { min: number; max: number }) => ({
  title,
  materials,
  groupSize,
});
const amounts = (...activities: Parameters<typeof materialsOf>[0]) =>
  materialsOf(activities, people).map(({ amount }) => amount);
const perPerson = (item: string, quantity: number): Material => ({ item, quantity, per: 'person' });
const perGroup = (item: string, quantity: number): Material => ({ item, quantity, per: 'group' });
const perRoom = (item: string, quantity: number): Material => ({ item, quantity, per: 'room' });

test('few people in large groups make few groups; many in small ones, many, and nobody is left out', () => {
  expect(groupsOf(people, { min: 4, max: 6 })).toEqual({ min: 2, max: 8 });
  expect(groupsOf({ min: 3, max: 10 }, { min: 5, max: 6 })).toEqual({ min: 1, max: 2 });
});

describe('what to bring', () => {
  test('is multiplied by people, by groups, or by nothing', () => {
    const materials = [perPerson('penna', 2), perGroup('foglio', 3), perRoom('nastro', 1)];
    expect(amounts(activity('A', materials, { min: 5, max: 6 }))).toEqual([
      { min: 24, max: 60 },
      { min: 6, max: 18 },
      { min: 1, max: 1 },
    ]);
  });

  test('is added where it is used up, and shared where it stays in the room', () => {
    const first = activity('A', [perPerson('penna', 1), perRoom('nastro', 1)]);
    const second = activity('B', [perPerson('penna', 2), perRoom('nastro', 2)]);
    expect(amounts(first, second)).toEqual([
      { min: 36, max: 90 },
      { min: 2, max: 2 },
    ]);
  });

  test('is whole things', () => {
    expect(amounts(activity('A', [perPerson('colla', 0.1)]))).toEqual([{ min: 2, max: 3 }]);
  });

  test('is not known when an activity does not say how big its groups are', () => {
    const sized = activity('A', [perGroup('foglio', 2)], { min: 4, max: 6 });
    const open = activity('B', [perGroup('foglio', 1)]);
    expect(amounts(sized, open)).toEqual([null]);
    expect(amounts(open, sized)).toEqual([null]);
  });
});

test('one thing under one rule is one line, in the first spelling, with what each activity asks', () => {
  const lines = materialsOf(
    [activity('A', [perPerson('Penna', 1), perRoom('penna', 4)]), activity('B', [perPerson('penna', 2)])],
    people,
  );
  expect(lines.map(({ item, per, uses }) => ({ item, per, uses }))).toEqual([
    {
      item: 'Penna',
      per: 'person',
      uses: [
        { activity: 'A', quantity: 1 },
        { activity: 'B', quantity: 2 },
      ],
    },
    { item: 'penna', per: 'room', uses: [{ activity: 'A', quantity: 4 }] },
  ]);
});
