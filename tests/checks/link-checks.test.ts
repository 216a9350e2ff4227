import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/checks/content.ts';
import { readLinkChecks } from '../../src/checks/link-checks.ts';
import { linkChecksYaml } from '../../src/exports/link-checks.ts';
import type { LinkCheck } from '../../src/schemas/link-check.ts';
import { around, fixtureText, named, withFile } from '../fixture-content.ts';

const path = 'link-checks.yaml';
const check: LinkCheck = { url: 'https://esempio.it/a?b=1&c=%20', checkedOn: '2026-11-22', result: 'works' };
const checks: LinkCheck[] = [
  { ...check, url: 'https://esempio.it/z', result: 'moved', movedTo: 'https://esempio.it/nuova' },
  check,
  {
    ...check,
    url: 'https://esempio.it/persa',
    result: 'gone',
    archiveUrl: 'https://web.archive.org/web/20200102030405/http://esempio.it/persa',
  },
];

const problemsOf = (text: string) => readLinkChecks({ path, text }).problems.map(named);

test('what is written is read back, in the order of the addresses', () => {
  const { checks: read, problems } = readLinkChecks({ path, text: linkChecksYaml(checks) });
  expect(problems).toEqual([]);
  expect(read.map(({ url }) => url)).toEqual([
    'https://esempio.it/a?b=1&c=%20',
    'https://esempio.it/persa',
    'https://esempio.it/z',
  ]);
  expect(new Set(read)).toEqual(new Set(checks));
});

test('the same findings give the same file, and no finding an empty list', () => {
  expect(linkChecksYaml([...checks].reverse())).toBe(linkChecksYaml(checks));
  expect(readLinkChecks({ path, text: linkChecksYaml([]) })).toEqual({ checks: [], problems: [] });
});

test('the list belongs to the content: it is read with the rest and is no sheet', () => {
  const content = [
    ...withFile('needs.yaml', fixtureText('needs.yaml')),
    { path, text: linkChecksYaml(checks) },
  ];
  const { linkChecks, problems, records } = checkFiles(content, around);
  expect(linkChecks).toHaveLength(3);
  expect(problems.filter(({ file }) => file === path)).toEqual([]);
  expect(records.filter(({ file }) => file === path)).toEqual([]);
});

describe('is refused', () => {
  const entry = (lines: string) => `entries:\n  - ${lines.replaceAll('\n', '\n    ')}\n`;
  const good = "url: 'https://esempio.it/a'\ncheckedOn: '2026-11-22'\nresult: works";

  test('nothing that is right', () => expect(problemsOf(entry(good))).toEqual([]));

  test.each([
    ['an address of this machine', good.replace('https://esempio.it/a', 'http://localhost/')],
    ['a program in the place of an address', good.replace('https://esempio.it/a', 'javascript:alert(1)')],
    ['a result that is none', good.replace('works', 'boh')],
    ['a day that is none', good.replace('2026-11-22', '2026-13-01')],
    ['a field that is none', `${good}\nstatus: 200`],
    ['no address', "checkedOn: '2026-11-22'\nresult: works"],
    ['a new place of what has not moved', `${good}\nmovedTo: 'https://esempio.it/b'`],
    [
      'a copy kept by who knows whom',
      `${good}\narchiveUrl: 'https://altrove.it/web/2020/https://esempio.it/a'`,
    ],
    [
      'a copy at a name that begins like the archive’s',
      `${good}\narchiveUrl: 'https://web.archive.org.altrove.it/web/2020/https://esempio.it/a'`,
    ],
  ])('%s', (_, lines) => {
    const problems = problemsOf(entry(lines));
    expect(problems.length).toBeGreaterThan(0);
    for (const { severity, line } of problems) {
      expect(severity).toBe('error');
      expect(line).toBeGreaterThan(1);
    }
  });

  test.each([
    ['a file that is no list', 'a: 1\n'],
    ['a file that cannot be read', 'entries: [\n'],
  ])('%s', (_, text) => {
    expect(problemsOf(text).length).toBeGreaterThan(0);
  });
});
