import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { linkChecksYaml } from '../../src/exports/link-checks.ts';
import { bibliographyOf } from '../../src/knowledge/bibliography.ts';
import { askedAddress } from '../../src/knowledge/link-checks.ts';
import { plainEnvironment, projectRoot } from '../environment.ts';
import { fixtureFolder, fixtureGraph } from '../fixture-content.ts';

// what goes over the network is proved in ask-address and link-health, with a server of this machine: here nothing is asked

let content: string;
let list: string;

beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'tra-pari-links-'));
  cpSync(fixtureFolder, content, { recursive: true });
  list = join(content, 'link-checks.yaml');
});
afterEach(() => rmSync(content, { recursive: true, force: true }));

function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/check-links.ts', ...words], {
    cwd: projectRoot,
    env: plainEnvironment({ KB_CONTENT: content }),
    encoding: 'utf8',
  });
  return { status, text: stdout + stderr };
}

test.each([
  [['--boh']],
  [['parola']],
  [['--older-than']],
  [['--older-than', 'ieri']],
  [['--limit', '-1']],
  [['--limit=1.5']],
  [['--archive=sì']],
])('%j is no way to call it', (words) => {
  const { status, text } = run(...words);
  expect(status).toBe(2);
  expect(text).toContain('npm run check:links');
  expect(existsSync(list)).toBe(false);
});

test('what was tried of late is not tried again, and the list stays as it is', () => {
  const checkedOn = new Date().toISOString().slice(0, 10);
  const urls = bibliographyOf(fixtureGraph()).sources.flatMap(({ url }) => (url ? [askedAddress(url)] : []));
  expect(urls.length).toBeGreaterThan(0);
  const text = linkChecksYaml([...new Set(urls)].map((url) => ({ url, checkedOn, result: 'gone' })));
  writeFileSync(list, text);
  for (const words of [[], ['--older-than', '1'], ['--older-than=2', '--limit', '3', '--archive']]) {
    const answer = run(...words);
    expect(answer.text).toContain('non c’è nulla da provare');
    expect(answer.status).toBe(0);
  }
  expect(readFileSync(list, 'utf8')).toBe(text);
});

test('a list that somebody has spoilt is told, and not written over', () => {
  const spoilt = "entries:\n  - url: 'http://localhost/'\n    checkedOn: '2026-01-01'\n    result: works\n";
  writeFileSync(list, spoilt);
  const { status, text } = run();
  expect(status).toBe(1);
  expect(text).toContain('link-checks.yaml');
  expect(readFileSync(list, 'utf8')).toBe(spoilt);
});

test('a folder that is not there is told', () => {
  rmSync(content, { recursive: true });
  const { status, text } = run();
  expect(status).toBe(1);
  expect(text).toContain('KB_CONTENT');
});
