import { describe, expect, test } from 'vitest';
import {
  askedAddress,
  checkText,
  dueAddresses,
  isLost,
  latestChecks,
  mergedChecks,
} from '../../src/knowledge/link-checks.ts';
import { sourceLine } from '../../src/knowledge/text-context.ts';
import { buildGraph } from '../../src/knowledge/graph.ts';
import type { LinkCheck } from '../../src/schemas/link-check.ts';
import { linkResults } from '../../src/schemas/labels.ts';

const check = (url: string, checkedOn: string, changes: Partial<LinkCheck> = {}): LinkCheck => ({
  url,
  checkedOn,
  result: 'works',
  ...changes,
});
const a = 'https://esempio.it/a';
const today = '2026-11-22';

test('what follows # is not asked for', () => {
  expect(askedAddress('https://esempio.it/a.pdf?x=1#page=3#4')).toBe('https://esempio.it/a.pdf?x=1');
});

test('of two checks of an address the later counts, and one from the future never', () => {
  const checks = [
    check(a, '2026-05-01'),
    check(a, '2026-10-01'),
    check(a, '2027-01-01'),
    check(a, '2026-01-01'),
  ];
  expect([...latestChecks(checks, today).values()]).toEqual([check(a, '2026-10-01')]);
});

describe('the addresses to try', () => {
  const urls = [
    'https://esempio.it/nuovo',
    a,
    'https://esempio.it/fresco',
    'https://esempio.it/vecchio#x',
    a,
  ];
  const checks = latestChecks(
    [
      check(a, '2026-10-23'),
      check('https://esempio.it/fresco', '2026-10-24'),
      check('https://esempio.it/vecchio', '2026-01-01'),
    ],
    today,
  );

  test('are those never tried and those tried as many days ago, the oldest first', () => {
    expect(dueAddresses(urls, checks, { today, olderThan: 30 })).toEqual([
      'https://esempio.it/nuovo',
      'https://esempio.it/vecchio',
      a,
    ]);
  });

  test('are all of them with zero days', () => {
    expect(dueAddresses(urls, checks, { today, olderThan: 0 })).toHaveLength(4);
  });
});

test('after a round the list has what was found now, what was known, and nothing that no sheet names', () => {
  const known = latestChecks(
    [
      check(a, '2026-11-22'),
      check('https://esempio.it/b', '2026-01-01'),
      check('https://esempio.it/via', '2026-01-01'),
    ],
    today,
  );
  const found = [check(a, '2026-11-22', { result: 'gone' }), check('https://esempio.it/c', '2026-11-22')];
  const merged = mergedChecks(known, found, (url) => !url.endsWith('/via'), today);
  expect(
    Object.fromEntries(merged.map(({ url, result, checkedOn }) => [url, `${result} ${checkedOn}`])),
  ).toEqual({
    [a]: 'gone 2026-11-22',
    'https://esempio.it/b': 'works 2026-01-01',
    'https://esempio.it/c': 'works 2026-11-22',
  });
});

test('a reader is told the day and the result of each kind, in words of its own', () => {
  const results = Object.keys(linkResults) as LinkCheck['result'][];
  const texts = results.map((result) => checkText({ result, checkedOn: '2026-11-22' }));
  for (const text of texts) expect(text).toContain('22 novembre 2026');
  expect(new Set(texts).size).toBe(results.length);
  expect(texts[results.indexOf('works')]).toBe('Verificata il 22 novembre 2026');
  expect(texts[results.indexOf('unreachable')]).toBe('Non rispondeva il 22 novembre 2026');
});

test('a page is lost when it is gone or silent, not when a program is kept out', () => {
  const results = Object.keys(linkResults) as LinkCheck['result'][];
  expect(results.filter((result) => isLost({ result }))).toEqual(['gone', 'unreachable']);
});

test('a source carries the check of its address, whatever part of the page it points to', () => {
  const graph = buildGraph([], today, [check(a, '2026-11-20')]);
  const source = { id: 'x', title: 'X', publisher: 'Y', accessed: '2026-01-01' };
  expect(sourceLine(graph, { ...source, url: `${a}#qui` }).check).toEqual(check(a, '2026-11-20'));
  expect(sourceLine(graph, { ...source, url: 'https://esempio.it/b' })).not.toHaveProperty('check');
  expect(sourceLine(graph, source)).not.toHaveProperty('check');
});
