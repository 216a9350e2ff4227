import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  historyOf,
  recorded,
  redone,
  settled,
  undone,
  type History,
} from '../../../src/apps/planner/history.ts';
import { emptyPlan, type Plan } from '../../../src/knowledge/plan.ts';
import { anyEdits } from '../../knowledge/plan-arbitrary.ts';

const always = (history: History<Plan> | null): History<Plan> => {
  if (!history) throw new Error('nothing to take back');
  return history;
};

test('whatever was done, undoing gives back each former state, exactly, and redoing each later one', () => {
  fc.assert(
    fc.property(anyEdits, (edits) => {
      let history = historyOf(emptyPlan('a1'));
      const states = [history.now];
      for (const edit of edits) {
        const next = edit(history.now);
        if (next === history.now) continue;
        history = recorded(history, next, 'x');
        states.push(next);
      }
      for (const state of states.slice(0, -1).toReversed()) {
        history = always(undone(history));
        expect(history.now).toBe(state);
      }
      expect(undone(history)).toBeNull();
      for (const state of states.slice(1)) {
        history = always(redone(history));
        expect(history.now).toBe(state);
      }
      expect(redone(history)).toBeNull();
    }),
  );
});

test('letters typed in one field are one step, until it is left', () => {
  const typed = ['a', 'ab', 'abc'].reduce(
    (history, text) => recorded(history, text, 'titolo', 'title'),
    historyOf(''),
  );
  expect(undone(typed)?.now).toBe('');
  const later = recorded(settled(typed), 'abcd', 'titolo', 'title');
  expect(undone(later)?.now).toBe('abc');
});

test('letters typed in two fields are two steps', () => {
  const typed = recorded(recorded(historyOf('0'), '1', 'a', 'a'), '2', 'b', 'b');
  expect(undone(typed)?.now).toBe('1');
});

test('what is done after undoing takes the place of what was undone', () => {
  const back = undone(recorded(recorded(historyOf(0), 1, 'a'), 2, 'b'));
  const other = recorded(back ?? historyOf(0), 9, 'c');
  expect(redone(other)).toBeNull();
  expect(undone(other)?.now).toBe(1);
});

test('nothing is written down when nothing changed', () => {
  const history = historyOf('x');
  expect(recorded(history, 'x', 'a')).toBe(history);
});
