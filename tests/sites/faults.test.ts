import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyRelease } from '../../src/cli/release.ts';
import { plainEnvironment, projectRoot } from '../environment.ts';
import { startBuild } from './command.ts';

const work = mkdtempSync(join(tmpdir(), 'tra-pari-faults-'));
const content = join(work, 'content');
const out = join(work, 'dist');
const sheet = join(content, 'practices/case-aperte.mdx');
const original = readFileSync(join(projectRoot, 'tests/fixtures/content/practices/case-aperte.mdx'), 'utf8');
let before: string | null = null;
let turn = 0;

beforeAll(async () => {
  cpSync(join(projectRoot, 'tests/fixtures/content'), content, { recursive: true });
  const { status, text } = await startBuild(content, out).end;
  expect(status, text).toBe(0);
  before = await verifyRelease(out);
  expect(before).not.toBeNull();
});
beforeEach(() => {
  turn += 1; // there is always something to build, search index included
  writeFileSync(sheet, original.replace(/^title: .*$/m, `title: Case aperte ${turn}`));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A build that failed as it should: code 3, words in place of a stack, the site before whole and nothing beside it. */
async function expectStopped({ status, text }: { status: number | null; text: string }, words: RegExp) {
  expect(text).toMatch(words);
  expect(text).toMatch(/^→ /m);
  expect(text).not.toMatch(/^\s+at |Service stopped|Warning:/m);
  expect(status, text).toBe(3);
  expect(await verifyRelease(out)).toBe(before);
  expect(readdirSync(work).filter((name) => name.startsWith('.'))).toEqual([]);
}

const posix = it.skipIf(process.platform === 'win32');

posix.each(['SIGTERM', 'SIGINT'] as const)('%s midway ends in order', async (signal) => {
  const running = startBuild(content, out);
  await running.says('Costruisco');
  running.kill(signal);
  const ended = await running.end;
  await expectStopped(ended, /^Costruzione interrotta\. La versione precedente del sito/m);
});

it.each([
  ['changes', () => writeFileSync(sheet, original.slice(0, -100))],
  ['goes away', () => rmSync(sheet)],
])('a sheet that %s while the site is built is named', async (_, disturb) => {
  const running = startBuild(content, out);
  await running.says('Costruisco');
  disturb();
  await expectStopped(await running.end, /cambiati durante la costruzione: practices\/case-aperte\.mdx\./);
});

it('a Pagefind that is missing is named', async () => {
  const missing = join(work, 'missing');
  const changes = { PAGEFIND_BINARY_PATH: missing, PAGEFIND_EXTENDED_BINARY_PATH: missing };
  await expectStopped(await startBuild(content, out, changes).end, /Pagefind, che fa l’indice.* ENOENT/);
});

posix('a Pagefind that dies at its work is named, with what it said', async () => {
  const dying = join(work, 'dying');
  writeFileSync(dying, '#!/bin/sh\necho panicked at the index >&2\nexit 101\n');
  chmodSync(dying, 0o755);
  const changes = { PAGEFIND_EXTENDED_BINARY_PATH: dying };
  await expectStopped(
    await startBuild(content, out, changes).end,
    /Pagefind.* uscita 101 panicked at the index/,
  );
});

it('a site that does not pass the output gate is not published', async () => {
  const list = join(content, 'addresses.txt');
  writeFileSync(list, '/una-pagina-di-ieri/\n');
  const ended = await startBuild(content, out).end;
  rmSync(list);
  expect(ended.text).toContain('una-pagina-di-ieri');
  await expectStopped(ended, /^Il sito costruito non passa i controlli: non lo pubblico\.$/m);
});

/** Runs shell lines in which disks can be mounted that nobody else sees. */
function withDisks(lines: string, out: string) {
  const cache = join(projectRoot, 'node_modules/.cache/tra-pari');
  mkdirSync(cache, { recursive: true });
  const { status, stdout, stderr } = spawnSync(
    'unshare',
    ['--mount', '--map-root-user', 'sh', '-ec', `${lines}\nexec "$NODE" src/cli/build.ts --out "$OUT"`],
    {
      cwd: projectRoot,
      env: plainEnvironment({
        ...{ KB_CONTENT: content, SITE_URL: '', BASE_PATH: '' },
        ...{ NODE: process.execPath, OUT: out, WORK: work, CACHE: cache },
      }),
      encoding: 'utf8',
    },
  );
  return { status, text: `${stdout}${stderr}` };
}

const canMount =
  spawnSync('unshare', ['--mount', '--map-root-user', 'mount', '-t', 'tmpfs', 'none', tmpdir()]).status === 0;

describe.skipIf(!canMount)('a disk', () => {
  it('that is full where the site goes', async () => {
    const disk = join(work, 'small');
    mkdirSync(disk);
    const ended = withDisks('mount -t tmpfs -o size=300k none "$WORK/small"', join(disk, 'dist'));
    await expectStopped(ended, /^Il disco è pieno: .*small/m);
  });

  it('that is full where the pages are made', async () => {
    await expectStopped(withDisks('mount -t tmpfs -o size=1m none "$CACHE"', out), /^Il disco è pieno/m);
  });

  it('that cannot be written where the site goes', async () => {
    const disk = join(work, 'sealed');
    mkdirSync(disk);
    const ended = withDisks('mount -t tmpfs -o ro none "$WORK/sealed"', join(disk, 'dist'));
    await expectStopped(ended, /^Il disco è in sola lettura: .*sealed/m);
  });

  it('that cannot be written where the cache goes', async () => {
    await expectStopped(
      withDisks('mount -t tmpfs -o ro none "$CACHE"', out),
      /^Il disco è in sola lettura: .*cache/m,
    );
  });

  it('that is the folder of the site itself, as a folder that Windows holds', async () => {
    await expectStopped(withDisks('mount --bind "$OUT" "$OUT"', out), /^Non riesco a sostituire «.*dist»/m);
  });
});
