import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { corpora, sheet } from './inputs.ts';
import { tryInputs } from './try-inputs.ts';

const folder = mkdtempSync(join(tmpdir(), 'tra-pari-corpora-'));
const canary = join(folder, 'canary');
const numbers: string[] = [];

afterAll(() => {
  console.log(numbers.join('\n'));
  rmSync(folder, { recursive: true, force: true });
});

test.each(Object.entries(corpora))(
  '%s: each is refused in clear words or comes out inert',
  { timeout: 120_000 },
  async (name, inputs) => {
    const { refused, accepted, slowest, failures } = await tryInputs(inputs, canary);
    numbers.push(
      `${name}: ${inputs.length} inputs, ${refused} refused, ${accepted} let through and inert, ` +
        `${failures.length} failures; slowest ${Math.round(slowest.processor)} ms of processor (${slowest.name})`,
    );
    expect(failures).toEqual([]);
    expect(refused + accepted).toBe(inputs.length);
    expect(accepted).toBeGreaterThan(0);
    expect(existsSync(canary)).toBe(false);
  },
);

test('an input that keeps the processor longer than it may is a failure', { timeout: 120_000 }, async () => {
  const text = sheet('draft: true\ntitle: a', '[a](https://example.org/) '.repeat(20_000));
  const { failures } = await tryInputs([{ name: 'many links', text }], canary, 5);
  expect(failures.map(({ name, why }) => `${name}: ${why}`)).toEqual([
    expect.stringMatching(/^many links: it took \d+ ms of processor$/),
  ]);
});
