import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codes, type CodeName } from '../../src/checks/codes.ts';
import { projectRoot } from '../environment.ts';
import { frozenCodes } from './frozen-codes.ts';

const table = Object.entries(codes) as [
  CodeName,
  {
    code: string;
    severity: string;
    what: string;
    why: string;
    how: string;
    example?: { wrong: string; right: string };
    excusable?: true;
  },
][];

test('no number is given twice', () => {
  const numbers = table.map(([, { code }]) => code);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('a number once given stays with its problem: adding is free, changing and taking away is not', () => {
  const now = Object.fromEntries(table.map(([name, { code }]) => [name, code]));
  expect(now).toMatchObject(frozenCodes);
  const unknown = Object.keys(now).filter((name) => !(name in frozenCodes));
  // a new problem is added to the frozen list in the same change
  expect(unknown).toEqual([]);
});

test('every number lies in the range of a room', () => {
  const ranges = [
    [1, 49],
    [50, 99],
    [100, 149],
    [150, 199],
    [200, 299],
    [300, 349],
    [900, 999],
  ];
  for (const [, { code }] of table) {
    const number = Number(/^TP(\d{3})$/.exec(code)?.[1]);
    expect(ranges.some(([from = 0, to = 0]) => number >= from && number <= to)).toBe(true);
  }
});

test('every problem is found by some check, and no check has another', () => {
  const sources = globSync('src/{checks,mdx}/**/*.ts', { cwd: projectRoot })
    .filter((path) => !/checks[\\/]codes\.ts$|mdx[\\/]finding\.ts$/.test(path))
    .map((path) => readFileSync(join(projectRoot, path), 'utf8'))
    .join('\n');
  expect(table.map(([name]) => name).filter((name) => !sources.includes(`'${name}'`))).toEqual([]);
});

describe('the words of every problem', () => {
  const english =
    /\b(?:the|this|that|is|are|must|should|file not|missing|invalid|expected|value of|field)\b/i;
  const texts = table.flatMap(([name, { what, why, how }]) => [
    { name, part: 'what', text: what },
    { name, part: 'why', text: why },
    { name, part: 'how', text: how },
  ]);
  test.each(texts)('$name: $part', ({ text }) => {
    expect(text.length).toBeGreaterThan(5);
    expect(text).toMatch(/[.)]$/);
    expect(text[0]).toMatch(/[\p{Lu}«<\d]/u);
    expect(text).not.toMatch(english);
    expect(text).not.toContain("'"); // straight apostrophes are for what is typed
  });

  test('an example shows two different things', () => {
    for (const [, { example }] of table) if (example) expect(example.right).not.toBe(example.wrong);
  });
});

test('only errors are said to be excusable: the rest always is', () => {
  for (const [, { severity, excusable }] of table) {
    expect(['error', 'warning', 'info']).toContain(severity);
    if (excusable) expect(severity).toBe('error');
  }
});
