/** The steps of .github/workflows/contenuti.yml that read contents, on a proposal, as they run there: without a network. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainEnvironment, projectRoot } from '../environment.ts';
import { fixtureFolder } from '../fixture-content.ts';
import { type Change, makeRepository } from '../github/repository.ts';

const work = mkdtempSync(join(tmpdir(), 'tra-pari-preview-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

/** Where the system has no separate networks, the steps run all the same. */
const isolated = spawnSync('unshare', ['-rn', 'true']).status === 0;

function run(...words: string[]) {
  const command = isolated ? ['unshare', '-rn', process.execPath] : [process.execPath];
  return spawnSync(command[0] ?? '', [...command.slice(1), ...words], {
    cwd: projectRoot,
    env: plainEnvironment({ KB_CONTENT: join(work, 'content'), SITE_PREVIEW: '1' }),
    encoding: 'utf8',
  });
}

beforeAll(() => {
  const base: Change[] = filesOf(fixtureFolder).map((path) => ({
    path: `src/content/${path}`,
    data: readFileSync(join(fixtureFolder, path)),
  }));
  const sheet = base.find(({ path }) => String(path).endsWith('case-aperte.mdx'))?.data?.toString() ?? '';
  const repository = mkdtempSync(join(work, 'repository-'));
  const renamed = sheet.replace(/^title: .*$/m, 'title: Una casa proposta');
  makeRepository(repository, base, [{ path: 'src/content/practices/case-aperte.mdx', data: renamed }]);
  expect(run('src/cli/pull-request.ts', repository, join(work, 'content'))).toMatchObject({ status: 0 });
});

test('the contents of a proposal pass the check', () => {
  const { status, stdout } = run('src/cli/check.ts', '--format', 'github');
  expect({ status, stdout }).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('0 errori') as string,
  });
});

test('the preview shows the proposal, and asks on every page not to be found', () => {
  const site = join(work, 'site');
  const { status, stdout, stderr } = run('src/cli/build.ts', '--out', site);
  expect(status, stdout + stderr).toBe(0);
  const pages = filesOf(site)
    .filter((name) => name.endsWith('.html'))
    .map((name) => [name, readFileSync(join(site, name), 'utf8')] as const);
  expect(pages.length).toBeGreaterThan(10);
  expect(
    pages.filter(([, page]) => !/<meta name="robots" content="noindex/.test(page)).map(([name]) => name),
  ).toEqual([]);
  expect(readFileSync(join(site, 'pratiche/case-aperte/index.html'), 'utf8')).toContain('Una casa proposta');
});
