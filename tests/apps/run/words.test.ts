import { expect, test } from 'vitest';
import { clockText, clockWord, nextText, paceText } from '../../../src/apps/run/words.ts';
import { advance, begin } from '../../../src/knowledge/run-edits.ts';
import { runAt } from '../../../src/knowledge/run-times.ts';
import { emptyRun } from '../../../src/knowledge/run.ts';
import { editBlock, removeBlock } from '../../../src/knowledge/plan-edits.ts';
import { richPlan } from '../../knowledge/led-session.ts';

const at = (hour: number, minutes = 0): number => new Date(2026, 10, 26, hour, minutes).getTime();
const rich = richPlan();
/** Without the start that does not move, a delay is carried to the end. */
const plan = editBlock(rich, rich.blocks[4]?.key ?? '', { lockedAt: null });

test.each([
  [1421, '23:41'],
  [4000, '1:06:40'],
  [60, '1:00'],
  [9, '0:09'],
  [0, '0:00'],
  [-125, '+2:05'],
])('%i seconds are %s', (seconds, text) => {
  expect(clockText(seconds)).toBe(text);
});

test('what is left and what is over have their words', () => {
  expect([clockWord(1), clockWord(0), clockWord(-1)]).toEqual([
    'al termine',
    'oltre il tempo',
    'oltre il tempo',
  ]);
});

test('the pace: on time, ahead, behind, and a delay that is taken up', () => {
  const pace = (of: typeof plan, begins: number) =>
    paceText(runAt(of, begin(of, emptyRun('x'), begins), begins));
  expect(pace(plan, at(9))).toBe('In orario: si finirebbe alle 10.55.');
  expect(pace(plan, at(9, 7))).toBe('In ritardo di 7 minuti: si finirebbe alle 11.02.');
  expect(pace(plan, at(8, 59))).toBe('In anticipo di 1 minuto: si finirebbe alle 10.54.');
  expect(pace(rich, at(9, 7))).toBe(
    'In ritardo di 7 minuti, che più avanti si riprende: si finirebbe alle 11.20.',
  );
});

test('a session far from its hour says that the hours of the plan are moved', () => {
  const now = runAt(plan, begin(plan, emptyRun('x'), at(18)), at(18));
  expect(paceText(now)).toBe(
    'In orario: si finirebbe alle 19.55. Le ore del piano sono spostate a quando hai cominciato.',
  );
});

test('what comes next, and that nothing does', () => {
  const run = begin(plan, emptyRun('x'), at(9));
  expect(nextText(runAt(plan, run, at(9)))).toBe('Poi, alle 9.10: Il caso ToNite (30 minuti).');
  const last = removeBlock({ ...plan, blocks: plan.blocks.slice(0, 2) }, plan.blocks[0]?.key ?? '');
  const alone = begin(last, emptyRun('x'), at(9));
  expect(nextText(runAt(last, alone, at(9)))).toBe('Dopo non c’è altro: è l’ultimo blocco.');
  expect(nextText(runAt(plan, advance(plan, run, at(9, 30)), at(9, 30)))).toContain('alle 10.00');
});
