import { stripVTControlCharacters, styleText } from 'node:util';
import { describe, expect, test } from 'vitest';
import { hasErrors, inOrder, type Problem } from '../../src/checks/problem.ts';
import { githubReport } from '../../src/checks/reporters/github.ts';
import { jsonReport } from '../../src/checks/reporters/json.ts';
import { clean, terminalReport } from '../../src/checks/reporters/terminal.ts';

const problem = (changes: Partial<Problem> = {}): Problem => ({
  file: 'practices/a.mdx',
  line: 3,
  column: 7,
  code: 'TP150',
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
  3:7  errore  Non esiste la città «x».  [TP150]
        → Forse volevi scrivere: y.
  9:7  avviso  Non esiste la città «x».  [TP150]

cities.yaml
  3:7  da completare  Non esiste la città «x».  [TP150]
        → Forse volevi scrivere: y.

16 file letti: 1 errore, 1 avviso, 1 da completare.
Ogni codice è spiegato in docs/errori.md.`);
});

test('at the terminal: nothing wrong is one line', () => {
  expect(terminalReport([], 3)).toBe('3 file letti: 0 errori, 0 avvisi.');
});

test('at the terminal: in colour where it is asked for, and the same words', () => {
  const coloured = terminalReport(three, 16, (style, text) =>
    styleText(style, text, { validateStream: false }),
  );
  expect(coloured).toContain('\u001b[31merrore\u001b[39m');
  expect(coloured).toContain('\u001b[33mavviso\u001b[39m');
  expect(stripVTControlCharacters(coloured)).toBe(terminalReport(three, 16));
});

test('on GitHub: one command for each problem, at its line', () => {
  expect(githubReport(three, 'src/content').split('\n')).toEqual([
    '::error file=src/content/practices/a.mdx,line=3,col=7,title=TP150::Non esiste la città «x». Forse volevi scrivere: y.',
    '::warning file=src/content/practices/a.mdx,line=9,col=7,title=TP150::Non esiste la città «x».',
    '::notice file=src/content/cities.yaml,line=3,col=7,title=TP150::Non esiste la città «x». Forse volevi scrivere: y.',
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

describe('a name, a title or a value that would speak to the log', () => {
  const hostile = [
    '::error::finto',
    ' ::error file=x::finto',
    '\t::warning::finto',
    '::set-output name=a::b',
    '::save-state name=a::b',
    '::add-mask::a',
    '::stop-commands::fine',
    '::group::a',
    '::endgroup::',
    '::debug::a',
    '##[error]finto',
    '##[group]a',
    'a ##[command]b',
    'a\n::error::finto',
    'a\r\n::error::finto',
    'a\r::error::finto',
    'a%0A::error::finto',
    'a%0D%0A::error::finto',
    'a\u2028::error::finto',
    'a\u2029::error::finto',
    'a\u0085::error::finto',
    'a,line=1::finto',
    'a,title=b::c',
    '%25%0A::error::finto',
    '\u001b[31mrosso',
    '\u001b[2J\u001b[H',
    '\u001b]0;titolo\u0007',
    '\u009b31mrosso',
    '\u0008\u0008\u0008',
    '\u202egnirts',
    '\u200bnulla',
    '\ufeff::error::finto',
  ];
  const problems = hostile.flatMap((text) => [
    problem({ file: text, message: 'a', hint: 'b' }),
    problem({ message: text, hint: text }),
  ]);
  const escapes = /[\p{Cc}\p{Cf}\u2028\u2029]/u;
  // what the runner of GitHub takes for a command: at the beginning of a line, or the old form anywhere
  const commands = (output: string) =>
    output.split(/\r\n|[\r\n\u0085\u2028\u2029]/).filter((row) => /^\s*::|##\[/.test(row));

  test('stays a text at the terminal', () => {
    const output = terminalReport(problems, 1);
    expect(commands(output)).toEqual([]);
    expect(output.split('\n').filter((row) => escapes.test(row))).toEqual([]);
  });

  test('gives on GitHub one command for each problem, ours', () => {
    const rows = githubReport(problems, 'src/content').split('\n');
    expect(rows).toHaveLength(problems.length);
    expect(rows.filter((row) => escapes.test(row) || row.includes('##['))).toEqual([]);
    for (const row of rows)
      expect(row).toMatch(/^::error file=src\/content\/[^:,]*,line=3,col=7,title=TP150::/);
  });

  test('goes through JSON as it is, and nothing of it reaches the terminal', () => {
    const output = jsonReport(problems, 1);
    expect(JSON.parse(output)).toEqual({ problems, files: 1 });
    expect(output).not.toMatch(/[\u0000-\u001f]/);
    expect(commands(output)).toEqual([]);
  });

  test.each(hostile)('%j is told as a text', (text) => {
    expect(clean(text)).not.toMatch(escapes);
  });
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
