import { expect, test } from 'vitest';
import { formatSpan } from '../../src/knowledge/span.ts';

test.each([
  [30, 45, '30–45 minuti'],
  [1, 2, '1–2 minuti'],
  [1, 1, '1 minuto'],
  [60, 60, '60 minuti'],
  [900, 1500, '900–1.500 minuti'],
])('from %i to %i is written %s', (min, max, text) => {
  expect(formatSpan({ min, max }, 'minuto', 'minuti')).toBe(text);
});
