import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFiles } from '../../src/checks/content.ts';
import { around, edited } from '../fixture-content.ts';
import { sheet } from './told.ts';

const files = edited(sheet, 'Un cortile', 'Il cortile');

test('whatever a line is spoilt with, every rule copes: there are problems, never a fault of ours', () => {
  const lines = files.flatMap(({ path, text }) => text.split('\n').map((_, line) => ({ path, line })));
  const spoil = fc.constantFrom<(line: string) => string>(
    () => '',
    (line) => line.replace(/(: ).*$/, '$15'),
    (line) => line.replace(/(: ).*$/, '$1[]'),
    (line) => line.replace(/(: ).*$/, '$1{ one: 1 }'),
    (line) => line.replace(/(: ).*$/, "$1''"),
    (line) => `${line}x`,
    (line) => line.slice(2),
    (line) => `#### ${line}`,
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...lines), spoil), { minLength: 1, maxLength: 3 }),
      (changes) => {
        const spoilt = files.map((file) => {
          const own = file.text.split('\n');
          for (const [{ path, line }, change] of changes)
            if (path === file.path) own[line] = change(own[line] ?? '');
          return { ...file, text: own.join('\n') };
        });
        const { problems } = checkFiles(spoilt, { ...around, today: '2026-11-22' });
        for (const { line, column } of problems) expect(line > 0 && column > 0).toBe(true);
      },
    ),
    { numRuns: 120 },
  );
});
