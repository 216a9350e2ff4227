import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { fixtureFolder } from '../fixture-content.ts';
import { plainEnvironment, projectRoot } from '../environment.ts';

const work = mkdtempSync(join(tmpdir(), 'tra-pari-fault-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const node = (words: string[], changes: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, words, {
    cwd: projectRoot,
    env: plainEnvironment({ KB_CONTENT: fixtureFolder, DEBUG: '', ...changes }),
    encoding: 'utf8',
    timeout: 40_000,
  });

test.each([
  ['SITE_URL', 'non-un-indirizzo'],
  ['SITE_URL', 'ftp://esempio.it'],
  ['BASE_PATH', 'https://esempio.it/kb'],
  ['BASE_PATH', '//esempio.it'],
])('a %s that is none (%s) is named before anything is built', (name, value) => {
  const { status, stdout, stderr } = node(['src/cli/build.ts', '--out', join(work, 'dist')], {
    [name]: value,
  });
  expect(stderr).toContain(`${name}=${value} non è un`);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
});

/** A command that leaves something running, says a great deal and then breaks. */
const command = pathToFileURL(join(projectRoot, 'src/cli/command.ts')).href;
const breaking = `
  const { runCommand } = await import(${JSON.stringify(command)});
  await runCommand(async () => {
    setInterval(() => {}, 1000);
    console.log('x'.repeat(300_000));
    throw new Error('\\n\\u001b[31mbroken\\u001b[39m here\\nand a thousand details');
  });`;

test('a fault ends the command, with all that it said and one line of what the fault said', () => {
  const { status, stdout, stderr } = node(['--input-type=module', '-e', breaking]);
  expect(status).toBe(3);
  expect(stdout).toHaveLength(300_001);
  expect(stderr).toMatch(/non è colpa dei contenuti: broken here\n→ Riprova con DEBUG=1 .*\n$/);
});

test('DEBUG shows the whole fault', () => {
  const { stderr } = node(['--input-type=module', '-e', breaking], { DEBUG: '1' });
  expect(stderr).toContain('and a thousand details');
  expect(stderr).toMatch(/^\s+at /m);
});
