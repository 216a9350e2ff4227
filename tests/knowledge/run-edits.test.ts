import { describe, expect, test } from 'vitest';
import {
  advance,
  back,
  begin,
  extend,
  finish,
  newCapture,
  phaseOf,
  skip,
  withChange,
  withEdit,
  withField,
} from '../../src/knowledge/run-edits.ts';
import { readRun } from '../../src/knowledge/run-reader.ts';
import { emptyCapture, emptyRun, mostCaptures, type Run } from '../../src/knowledge/run.ts';
import { richPlan } from './led-session.ts';

const plan = richPlan();
const empty = emptyRun(plan.id);
const led = advance(plan, begin(plan, empty, 1000), 5000);

describe('the presses', () => {
  test('begin, advance to the last, end', () => {
    let run = begin(plan, empty, 1000);
    const seen = [run.steps.at(-1)?.title];
    while (phaseOf(run) === 'running') {
      run = advance(plan, run, 2000);
      if (phaseOf(run) === 'running') seen.push(run.steps.at(-1)?.title);
    }
    expect(seen).toEqual([
      'Benvenuti',
      'Il caso ToNite',
      'Mappa dei bisogni',
      'Pausa',
      'Impegni e prossimi passi',
    ]);
    expect(run.endedAt).toBe(2000);
  });

  test('a session that goes on is not begun again, and one that is over does not advance', () => {
    expect(begin(plan, led, 9000)).toBe(led);
    const over = finish(led, 9000);
    expect(advance(plan, over, 9500)).toBe(over);
    expect(skip(plan, over, 9500)).toBe(over);
    expect(extend(plan, over, 5)).toBe(over);
    expect(finish(over, 9500)).toBe(over);
    expect(back(empty)).toBe(empty);
  });

  test('back from the first block is as if it had not begun, but what was said stays', () => {
    const { run } = newCapture(begin(plan, empty, 1000), { ...emptyCapture, text: 'x' });
    expect(back(run)).toEqual({ ...empty, captures: run.captures, next: 2 });
  });

  test('a block passed over is told from one that was led', () => {
    expect(skip(plan, led, 6000).steps.map(({ skipped }) => skipped)).toEqual([false, true, false]);
  });

  test('a block has one minute at least', () => {
    const shorter = extend(plan, extend(plan, led, -5), -500);
    expect(shorter.steps.at(-1)?.extra).toBe(-29);
    expect(extend(plan, shorter, -5)).toBe(shorter);
  });
});

describe('what the room said', () => {
  const first = newCapture(led, { ...emptyCapture, text: 'uno' });
  const second = newCapture(first.run, { ...emptyCapture, text: 'due' });
  const texts = ({ captures }: Run) => captures.map(({ text }) => text);

  test('is taken back one by one, whatever else was done meanwhile', () => {
    expect(texts(second.run)).toEqual(['uno', 'due']);
    expect(texts(withEdit(second.run, first.edit, 'before'))).toEqual(['due']);
    const [capture] = second.run.captures;
    if (!capture) throw new Error('nothing was kept');
    const removal = { before: capture, after: null, at: 0 };
    const without = withEdit(second.run, removal, 'after');
    expect(texts(without)).toEqual(['due']);
    expect(withEdit(without, removal, 'after')).toBe(without);
    expect(withEdit(without, removal, 'before')).toEqual(second.run);
    // twice given back is once there
    expect(texts(withEdit(second.run, removal, 'before'))).toEqual(['uno', 'due']);
  });

  test('a key is never used twice', () => {
    const again = newCapture(withEdit(second.run, second.edit, 'before'), emptyCapture);
    expect(again.run.captures.map(({ key }) => key)).toEqual(['1', '3']);
  });

  test('there is an end to it', () => {
    let run = led;
    for (let count = 0; count < mostCaptures + 5; count += 1) run = newCapture(run, emptyCapture).run;
    expect(run.captures.length).toBe(mostCaptures);
    expect(readRun(JSON.parse(JSON.stringify(run)))).toEqual(run);
  });
});

test('an empty text goes away; a text without end is cut to what can be read back', () => {
  const run = withField(withChange(led, '1', 'meno tempo'), 'capture', 'mezza fr');
  expect([run.changes, run.fields]).toEqual([{ '1': 'meno tempo' }, { capture: 'mezza fr' }]);
  expect(withField(withChange(run, '1', ''), 'capture', '')).toEqual(led);
  const long = withChange(led, '', 'x'.repeat(9000));
  expect(readRun(JSON.parse(JSON.stringify(long)))).toEqual(long);
});

test.each([
  ['nothing', null],
  ['another version', { ...led, version: 2 }],
  ['a step without its block', { ...led, steps: [{ ...led.steps[0], block: 1 }] }],
  ['a step without its title', { ...led, steps: [{ ...led.steps[0], title: undefined }] }],
  ['a negative moment', { ...led, startedAt: -1 }],
  ['half a millisecond', { ...led, startedAt: 0.5 }],
  ['a capture of another kind', { ...led, captures: [{ ...emptyCapture, key: '1', kind: 'rumour' }] }],
  ['two captures with one key', { ...led, captures: [1, 2].map(() => ({ ...emptyCapture, key: '1' })) }],
  ['a text without end', { ...led, changes: { '': 'x'.repeat(3000) } }],
  ['fields that are no texts', { ...led, fields: { title: 3 } }],
  ['too many steps', { ...led, steps: Array.from({ length: 1001 }, () => led.steps[0]) }],
])('%s is not read', (_, json) => {
  expect(readRun(json)).toBeNull();
});

test('a run is read without what it does not know', () => {
  expect(readRun({ ...led, more: 1, steps: led.steps.map((step) => ({ ...step, more: 1 })) })).toEqual(led);
});
