/** What content can make the log of a pull request do: nothing. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { naughtyStrings } from '../naughty-strings.ts';
import { afterAll, expect, test, vi } from 'vitest';
import { problem } from '../../src/checks/problem.ts';
import { annotation, githubReport } from '../../src/checks/reporters/github.ts';
import { terminalReport } from '../../src/checks/reporters/terminal.ts';
import { plainEnvironment, projectRoot } from '../environment.ts';
import { forged } from './forged.ts';

/** How GitHub's runner knows a command: `::` first but for spaces, or the older `##[` anywhere. */
const commandsIn = (log: string): string[] =>
  log.split(/\r\n|[\n\r]/).filter((line) => line.trimStart().startsWith('::') || line.includes('##['));

const hostile = [...forged, ...naughtyStrings];
const escapes = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/;

test('the corpus is there', () => expect(hostile.length).toBeGreaterThan(500));

test('no name, message or hint becomes a command, a line or an escape of its own', () => {
  for (const text of hostile) {
    const found = [problem('not-a-file', text, { line: 1, column: 1 }, text, text)];
    const report = githubReport(found, 'src/content');
    expect(report.split('\n'), text).toHaveLength(1);
    expect(report, text).toMatch(/^::error file=[^:,]*,line=1,col=1,title=TP006::/);
    expect(report.replace('::error', ''), text).not.toContain('##[');
    expect(commandsIn(terminalReport(found, 1)), text).toEqual([]);
    expect(report + terminalReport(found, 1), text).not.toMatch(escapes);
  }
});

test('an annotation that stands on no file says its title', () => {
  expect(annotation('error', { title: 'Troppo, davvero: 100%' }, '100%')).toBe(
    '::error title=Troppo%2C davvero%3A 100%25::100%25',
  );
});

vi.setConfig({ testTimeout: 60_000 });

const work = mkdtempSync(join(tmpdir(), 'tra-pari-log-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function check(content: string) {
  const { status, stdout } = spawnSync(process.execPath, ['src/cli/check.ts', '--format', 'github'], {
    cwd: projectRoot,
    env: plainEnvironment({ KB_CONTENT: content }),
    encoding: 'utf8',
  });
  return { status, stdout };
}

test('a copy of contents outside the project is annotated where the pull request has them', () => {
  const content = join(work, 'content');
  cpSync(join(projectRoot, 'tests/fixtures/content'), content, { recursive: true });
  const sheet = join(content, 'practices/case-aperte.mdx');
  const text = readFileSync(sheet, 'utf8').replace(/^city: .*$/m, 'city: "##[error]::x"');
  writeFileSync(sheet, text);
  const line = text.split('\n').findIndex((row) => row.startsWith('city:')) + 1;
  const { status, stdout } = check(content);
  expect(status).toBe(1);
  expect(stdout).toMatch(
    new RegExp(
      `^::error file=src/content/practices/case-aperte\\.mdx,line=${line},col=\\d+,title=TP\\d{3}::`,
      'm',
    ),
  );
  expect(
    commandsIn(stdout).filter((row) => !/^::(error|warning|notice) file=src\/content\//.test(row)),
  ).toEqual([]);
  // and once more for people, with the places, since GitHub shows only the first annotations
  expect(stdout).toMatch(new RegExp(`^practices/case-aperte\\.mdx\n +${line}:`, 'm'));
});

test('a folder of the project keeps its own path', () => {
  expect(check('tests/fixtures/content').stdout).toMatch(/^::\w+ file=tests\/fixtures\/content\//m);
});
