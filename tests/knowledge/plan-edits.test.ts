import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addBlock,
  addGroup,
  addObjective,
  addTask,
  duplicateBlock,
  editBlock,
  isFull,
  moveBlock,
  removeBlock,
  removeObjective,
} from '../../src/knowledge/plan-edits.ts';
import { emptyPlan, mostBlocks, mostOfAList, type Plan } from '../../src/knowledge/plan.ts';
import { anyEdits, planAfter } from './plan-arbitrary.ts';

const titles = ({ blocks }: Plan) => blocks.map(({ title }) => title);
const plan = ['a', 'b', 'c'].reduce((so, title) => addBlock(so, 'groups', { title }), emptyPlan('a1'));
const key = (title: string, of = plan) => of.blocks.find((block) => block.title === title)?.key ?? '';

test('whatever is done, no key is used twice and all are below the next one', () => {
  fc.assert(
    fc.property(anyEdits, (edits) => {
      const { blocks, objectives, prework, next } = planAfter(edits);
      const groups = blocks.flatMap((block) => block.groups);
      const keys = [
        ...blocks,
        ...objectives,
        ...prework,
        ...groups,
        ...groups.flatMap(({ rows }) => rows),
      ].map((it) => it.key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.every((it) => Number(it) < next)).toBe(true);
    }),
  );
});

test('no edit touches the plan it is given', () => {
  fc.assert(
    fc.property(anyEdits, (edits) => {
      let now = emptyPlan('a1');
      for (const edit of edits) {
        const before = JSON.stringify(now);
        const after = edit(now);
        expect(JSON.stringify(now)).toBe(before);
        now = after;
      }
    }),
  );
});

describe('a block', () => {
  test('is put where it is asked, or at the end', () => {
    expect(titles(addBlock(plan, 'break', { title: 'x' }, 1))).toEqual(['a', 'x', 'b', 'c']);
    expect(titles(addBlock(plan, 'break', { title: 'x' }))).toEqual(['a', 'b', 'c', 'x']);
  });

  test.each([
    ['a', 2, ['b', 'c', 'a']],
    ['c', 0, ['c', 'a', 'b']],
    ['b', 99, ['a', 'c', 'b']],
    ['b', -1, ['b', 'a', 'c']],
    ['b', 1, ['a', 'b', 'c']],
  ])('%s moved to %i', (title, to, order) => {
    expect(titles(moveBlock(plan, key(title), to))).toEqual(order);
  });

  test('duplicated comes right after, with groups of its own, and follows the one before it', () => {
    const grouped = addGroup(editBlock(plan, key('b'), { lockedAt: 600 }), key('b'));
    const twice = duplicateBlock(grouped, key('b'));
    expect(titles(twice)).toEqual(['a', 'b', 'b', 'c']);
    const [, first, second] = twice.blocks;
    expect(second?.lockedAt).toBeNull();
    expect(second?.groups.map(({ name }) => name)).toEqual(['Gruppo 1']);
    expect(second?.groups[0]?.key).not.toBe(first?.groups[0]?.key);
  });

  test('taken away leaves the others', () => {
    expect(titles(removeBlock(plan, key('b')))).toEqual(['a', 'c']);
  });

  test('is not added to a full plan', () => {
    let full = emptyPlan('a1');
    for (let count = 0; count < mostBlocks; count++) full = addBlock(full, 'groups');
    expect(isFull(full)).toBe(true);
    expect(addBlock(full, 'groups')).toBe(full);
    expect(duplicateBlock(full, full.blocks[0]?.key ?? '')).toBe(full);
  });
});

test('blocks that served an objective which is taken away serve none', () => {
  const aimed = addObjective(plan, 'capire');
  const [objective = { key: '' }] = aimed.objectives;
  const served = editBlock(aimed, key('a'), { objective: objective.key });
  expect(removeObjective(served, objective.key).blocks[0]?.objective).toBe('');
});

test('lists stop at their most', () => {
  let so = plan;
  for (let count = 0; count < mostOfAList; count++) so = addTask(so, 'followUp');
  expect(so.followUp).toHaveLength(mostOfAList);
  expect(addTask(so, 'followUp')).toBe(so);
});
