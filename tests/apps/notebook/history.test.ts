import { expect, test } from 'vitest';
import {
  emptyHistory,
  recorded,
  redo,
  undo,
  type History,
  type Step,
} from '../../../src/apps/notebook/history.ts';
import { emptyNotebook, type Notebook } from '../../../src/apps/notebook/model.ts';

/** Notebooks are only told apart here. */
const states = ['a', 'b', 'c', 'd'].map((note): Notebook => ({
  version: 1,
  items: [{ kind: 'note', key: 'note:1', added: '2026-11-22', title: '', note }],
}));
const state = (index: number): Notebook => states[index] ?? emptyNotebook();
const step = (from: number, joined?: string): Step => ({
  what: `da ${from}`,
  before: { notebook: state(from) },
  after: { notebook: state(from + 1) },
  joined,
});
const steps = (...all: Step[]): History => all.reduce(recorded, emptyHistory);

test('steps are taken back one by one, and done again', () => {
  const back = undo(steps(step(0), step(1)));
  expect(back?.moment.notebook).toBe(state(1));
  const first = undo(back?.history ?? emptyHistory);
  expect(first?.moment.notebook).toBe(state(0));
  expect(undo(first?.history ?? emptyHistory)).toBeNull();
  expect(redo(first?.history ?? emptyHistory)?.moment.notebook).toBe(state(1));
});

test('what is written in one place is one step; elsewhere begins another', () => {
  const { done } = steps(step(0, 'note:1'), step(1, 'note:1'), step(2, 'note:2'));
  expect(done.map(({ before, after }) => [before.notebook, after.notebook])).toEqual([
    [state(0), state(2)],
    [state(2), state(3)],
  ]);
});

test('steps without a name are never one', () => {
  expect(steps(step(0), step(1)).done).toHaveLength(2);
});

test('a new step leaves nothing to do again', () => {
  const back = undo(steps(step(0)));
  expect(redo(recorded(back?.history ?? emptyHistory, step(0)))).toBeNull();
});

test('only so many are kept', () => {
  expect(steps(...Array.from({ length: 150 }, () => step(0))).done).toHaveLength(100);
});
