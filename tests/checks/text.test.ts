import { expect, test } from 'vitest';
import { normalise } from '../../src/checks/text.ts';

test.each([
  ['a\r\nb\r\n', 'a\nb\n'],
  ['\ufeffa\n', 'a\n'],
  ['\ufeff\ufeffa', '\ufeffa'],
  ['a\rb\r\r\n', 'a\rb\r\n'],
  ['', ''],
])('%j is read as %j', (text, expected) => {
  expect(normalise(text)).toBe(expected);
});
