import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlan } from '../../src/knowledge/plan-reader.ts';
import { addBlock, addGroup, addObjective } from '../../src/knowledge/plan-edits.ts';
import { emptyPlan, mostBlocks } from '../../src/knowledge/plan.ts';
import { anyEdits, planAfter } from './plan-arbitrary.ts';

const again = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('whatever was done to a plan, what is written is read back the same', () => {
  fc.assert(
    fc.property(anyEdits, (edits) => {
      const plan = planAfter(edits);
      expect(readPlan(again(plan))).toEqual(plan);
    }),
  );
});

test('whatever it is given, it gives a plan or null and never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(readPlan(value)).toBeNull();
    }),
  );
});

describe('what is refused', () => {
  const good = addGroup(addObjective(addBlock(emptyPlan('a1'), 'groups', { title: 'Uno' }), 'capire'), '1');
  const [block] = good.blocks;

  test('nothing of a good plan is', () => {
    expect(readPlan(again(good))).toEqual(good);
  });

  test.each<[string, object]>([
    ['another version', { version: 2 }],
    ['an id that is an address', { id: '../../x' }],
    ['minutes below one', { minutes: 0 }],
    ['minutes that are no whole number', { minutes: 1.5 }],
    ['a start after midnight', { start: 1440 }],
    ['no people', { people: 0 }],
    ['a date in other words', { date: '26 novembre' }],
    ['a city that is no id', { city: 'Torino <b>' }],
    ['a kind of organiser that nobody knows', { organiserKind: 'constructor' }],
    ['a title without end', { title: 'a'.repeat(201) }],
    ['a text in the place of a list', { blocks: 'abc' }],
    [
      'too many blocks',
      { blocks: Array.from({ length: mostBlocks + 1 }, (_, at) => ({ ...block, key: `${at + 9}` })) },
    ],
    ['a key used twice', { blocks: [block, block] }],
    ['a key that is still to come', { next: 2 }],
    ['a block of no known kind', { blocks: [{ ...block, kind: '__proto__' }] }],
    ['a block with negative minutes', { blocks: [{ ...block, minutes: -5 }] }],
    [
      'a practice whose id leads elsewhere',
      { blocks: [{ ...block, practice: { id: '//evil', title: 'x' } }] },
    ],
    [
      'a material without number',
      { blocks: [{ ...block, materials: [{ item: 'x', quantity: '2', per: 'room' }] }] },
    ],
  ])('%s', (_, wrong) => {
    expect(readPlan(again({ ...good, ...wrong }))).toBeNull();
  });

  test('what it does not know is left out', () => {
    expect(readPlan(again({ ...good, hidden: 'x' }))).toEqual(good);
  });
});
