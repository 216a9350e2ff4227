import { expect, test } from 'vitest';
import { hasErrors, inOrder, type Problem } from '../../src/checks/problem.ts';
import { githubReport } from '../../src/checks/reporters/github.ts';
import { jsonReport } from '../../src/checks/reporters/json.ts';
import { clean, terminalReport } from '../../src/checks/reporters/terminal.ts';

const problem = (changes: Partial<Problem> = {}): Problem => ({
  file: 'practices/a.mdx',
  line: 3,
  column: 7,
  code: 'unknown-reference',
  severity: 'error',
  message: 'Non esiste la città «x».',
  hint: 'Forse volevi scrivere: y.',
  ...changes,
});
const three = [
  problem(),
  problem({ line: 9, severity: 'warning', hint: '' }),
  problem({ file: 'cities.yaml', severity: 'info' }),
];

test('at the terminal: file by file, with place, remedy and totals', () => {
  expect(terminalReport(three, 16)).toBe(`practices/a.mdx
  3:7  errore  Non esiste la città «x».  [unknown-reference]
        → Forse volevi scrivere: y.
  9:7  avviso  Non esiste la città «x».  [unknown-reference]

cities.yaml
  3:7  da completare  Non esiste la città «x».  [unknown-reference]
        → Forse volevi scrivere: y.

16 file letti: 1 errore, 1 avviso, 1 da completare nelle bozze.`);
});

test('at the terminal: nothing wrong is one line', () => {
  expect(terminalReport([], 3)).toBe('3 file letti: 0 errori, 0 avvisi.');
});

test('on GitHub: one command for each problem, at its line', () => {
  expect(githubReport(three, 'src/content').split('\n')).toEqual([
    '::error file=src/content/practices/a.mdx,line=3,col=7,title=unknown-reference::Non esiste la città «x». Forse volevi scrivere: y.',
    '::warning file=src/content/practices/a.mdx,line=9,col=7,title=unknown-reference::Non esiste la città «x».',
    '::notice file=src/content/cities.yaml,line=3,col=7,title=unknown-reference::Non esiste la città «x». Forse volevi scrivere: y.',
  ]);
});

test('on GitHub: a file name or a value cannot forge a command', () => {
  const report = githubReport(
    [problem({ file: 'a,line=1::x%0A.mdx', message: 'x\n::set-output name=a::b', hint: '' })],
    'c',
  );
  expect(report.split('\n')).toHaveLength(1);
  expect(report).toContain('file=c/a%2Cline=1%3A%3Ax%250A.mdx,line=3');
});

test('as JSON: one object, as the contract says', () => {
  expect(JSON.parse(jsonReport(three, 16))).toEqual({ problems: three, files: 16 });
});

test.each(['\u001b[2J', 'a\nb', '\u202e', '\u2028', '\u0007'])('%j cannot reach a terminal', (text) => {
  expect(clean(text)).toMatch(/�/);
  expect(terminalReport([problem({ message: text, hint: text })], 1)).not.toContain(text);
});

test('only errors stop a build', () => {
  expect(hasErrors(three)).toBe(true);
  expect(hasErrors(three.slice(1))).toBe(false);
});

test('problems come file by file, top to bottom', () => {
  const mixed = [
    problem({ file: 'b', line: 1 }),
    problem({ file: 'a', line: 10 }),
    problem({ file: 'a', line: 9, column: 2 }),
    problem({ file: 'a', line: 9, column: 1 }),
  ];
  expect(inOrder(mixed).map(({ file, line, column }) => `${file} ${line}:${column}`)).toEqual([
    'a 9:1',
    'a 9:2',
    'a 10:7',
    'b 1:7',
  ]);
});
