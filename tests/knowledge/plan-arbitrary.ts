import fc from 'fast-check';
import {
  addBlock,
  addGroup,
  addObjective,
  addRow,
  addTask,
  duplicateBlock,
  editBlock,
  editObjective,
  moveBlock,
  removeBlock,
  removeGroup,
  removeObjective,
  removeTask,
  withFields,
} from '../../src/knowledge/plan-edits.ts';
import { emptyPlan, type BlockKind, type Plan } from '../../src/knowledge/plan.ts';

const kinds: BlockKind[] = ['welcome', 'practice', 'groups', 'plenary', 'visit', 'break'];
const minutes = fc.integer({ min: 1, max: 480 });
const clock = fc.integer({ min: 0, max: 1439 });
const text = fc.string({ unit: 'grapheme', maxLength: 40 });
/** A place in a list that may be too short for it. */
const place = fc.nat({ max: 12 });

type Edit = (plan: Plan) => Plan;

const keyAt = (plan: Plan, at: number): string =>
  plan.blocks[at % Math.max(1, plan.blocks.length)]?.key ?? '';

/** Anything that a planner can do to a plan. */
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .record({
      kind: fc.constantFrom(...kinds),
      minutes,
      title: text,
      at: fc.option(place, { nil: undefined }),
    })
    .map(
      ({ kind, at, ...fields }): Edit =>
        (plan) =>
          addBlock(plan, kind, fields, at),
    ),
  fc.tuple(place, minutes).map(
    ([at, value]): Edit =>
      (plan) =>
        editBlock(plan, keyAt(plan, at), { minutes: value }),
  ),
  fc.tuple(place, fc.option(clock)).map(
    ([at, lockedAt]): Edit =>
      (plan) =>
        editBlock(plan, keyAt(plan, at), { lockedAt }),
  ),
  fc.tuple(place, fc.integer({ min: -3, max: 20 })).map(
    ([at, to]): Edit =>
      (plan) =>
        moveBlock(plan, keyAt(plan, at), to),
  ),
  place.map(
    (at): Edit =>
      (plan) =>
        removeBlock(plan, keyAt(plan, at)),
  ),
  place.map(
    (at): Edit =>
      (plan) =>
        duplicateBlock(plan, keyAt(plan, at)),
  ),
  place.map(
    (at): Edit =>
      (plan) =>
        addGroup(plan, keyAt(plan, at)),
  ),
  place.map((at): Edit => (plan) => {
    const block = plan.blocks[at % Math.max(1, plan.blocks.length)];
    return addRow(plan, block?.key ?? '', block?.groups[0]?.key ?? '');
  }),
  place.map((at): Edit => (plan) => {
    const block = plan.blocks[at % Math.max(1, plan.blocks.length)];
    return removeGroup(plan, block?.key ?? '', block?.groups[0]?.key ?? '');
  }),
  text.map(
    (words): Edit =>
      (plan) =>
        addObjective(plan, words),
  ),
  text.map(
    (words): Edit =>
      (plan) =>
        editObjective(plan, plan.objectives[0]?.key ?? '', words),
  ),
  fc.constant<Edit>((plan) => removeObjective(plan, plan.objectives[0]?.key ?? '')),
  fc.tuple(place, place).map(
    ([at, objective]): Edit =>
      (plan) =>
        editBlock(plan, keyAt(plan, at), { objective: plan.objectives[objective]?.key ?? '' }),
  ),
  text.map(
    (words): Edit =>
      (plan) =>
        addTask(plan, 'prework', { text: words }),
  ),
  fc.constant<Edit>((plan) => removeTask(plan, 'prework', plan.prework[0]?.key ?? '')),
  fc.tuple(text, clock, minutes).map(
    ([title, start, length]): Edit =>
      (plan) =>
        withFields(plan, { title, start, minutes: length }),
  ),
);

export const anyEdits = fc.array(anyEdit, { maxLength: 40 });

export const planAfter = (edits: readonly Edit[]): Plan =>
  edits.reduce((plan, edit) => edit(plan), emptyPlan('a1'));
