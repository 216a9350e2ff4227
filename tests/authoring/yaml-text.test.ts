import fc from 'fast-check';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { note, switchedOff, wrapped } from '../../src/authoring/yaml-text.ts';
import { quotedYaml } from '../../src/exports/yaml-text.ts';

test('any text comes back from YAML as it went in, without signs that the reading of files refuses', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const yaml = `title: ${quotedYaml(text)}\n`;
      expect(parse(yaml)).toEqual({ title: text });
      expect(yaml).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\ufeff]/);
    }),
  );
});

test('wrapping loses and joins no word, and keeps the width unless one word is longer', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,30}$/)),
      fc.integer({ min: 1, max: 40 }),
      (words, most) => {
        const lines = wrapped(words.join('  '), most);
        expect(lines.join(' ')).toBe(words.join(' '));
        for (const line of lines) expect(line.length <= most || !line.includes(' ')).toBe(true);
      },
    ),
  );
});

test('a note is a comment on every line, also after the lines around it are switched on', () => {
  const lines = note('parola '.repeat(40), switchedOff('  '));
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) expect(line.replace(/^# /, '')).toMatch(/^ {2}## /);
});
