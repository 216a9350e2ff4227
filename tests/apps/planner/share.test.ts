import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { addressOf, fileOf, planIn, planInFile } from '../../../src/apps/planner/share.ts';
import { emptyPlan } from '../../../src/knowledge/plan.ts';
import { anyEdits, planAfter } from '../../knowledge/plan-arbitrary.ts';

const packed = (text: string): string => `#piano=${deflateRawSync(text).toString('base64url')}`;

test('whatever was done to a plan, its address and its file give it back', async () => {
  await fc.assert(
    fc.asyncProperty(anyEdits, async (edits) => {
      const plan = planAfter(edits);
      const address = await addressOf(plan);
      expect(address).toMatch(/^#piano=[\w-]+$/);
      expect(await planIn(address)).toEqual(plan);
      expect(planInFile(fileOf(plan))).toEqual(plan);
    }),
    { numRuns: 40 },
  );
});

describe('an address', () => {
  test('without a plan carries none', async () => {
    expect(await planIn('')).toBeNull();
    expect(await planIn('#titolo-blocchi')).toBeNull();
  });

  test.each([
    ['nothing', '#piano='],
    ['no base64', '#piano=%%%'],
    ['no packed text', '#piano=abcdef'],
    ['half of a plan', packed(JSON.stringify(emptyPlan('a1'))).slice(0, -20)],
    ['packed text that is no plan', packed('{"version":1}')],
    ['packed text that is no JSON', packed('ciao')],
    ['a text that opens out without end', packed(' '.repeat(40_000_000))],
  ])('with %s is unreadable', async (_, hash) => {
    expect(await planIn(hash)).toBe('unreadable');
  });
});

describe('a file', () => {
  test.each([
    ['empty', ''],
    ['of something else', '{"format":"tra-pari/quaderno","plan":{}}'],
    ['that is no JSON', 'Programma della mattina'],
    ['that is a list', '[]'],
    ['that is null', 'null'],
    ['of a plan that makes no sense', '{"format":"tra-pari/sessione","plan":{"version":1}}'],
  ])('%s is no plan', (_, text) => {
    expect(planInFile(text)).toBeNull();
  });
});
