import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { plainEnvironment, projectRoot } from '../environment.ts';

/** Runs a tool of node_modules/.bin as `npm run lint` does. */
function run(tool: string, args: string[]): Promise<{ code: unknown; output: string }> {
  const bin = join(projectRoot, 'node_modules', '.bin', process.platform === 'win32' ? `${tool}.cmd` : tool);
  const options = {
    cwd: projectRoot,
    env: plainEnvironment(),
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  };
  return new Promise((done) => {
    execFile(bin, args, options, (error, stdout, stderr) => {
      done({ code: error?.code ?? 0, output: stripVTControlCharacters(`${stdout}${stderr}`).trim() });
    });
  });
}

test.each([
  ['prettier', ['--check', '.']],
  ['eslint', ['.', '--max-warnings', '0']],
  ['astro', ['check', '--minimumFailingSeverity', 'hint']],
  ['knip', ['--no-config-hints']],
])('%s finds nothing', async (tool, args) => {
  const { code, output } = await run(tool, args);
  expect(code, output).toBe(0);
});
