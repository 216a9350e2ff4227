import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { manifestName, parseManifest, verifyRelease, writeManifest } from '../../src/cli/release.ts';

let work: string;
beforeEach(() => (work = mkdtempSync(join(tmpdir(), 'tra-pari-release-'))));
afterEach(() => rmSync(work, { recursive: true, force: true }));

/** Files written in the order given. */
function site(name: string, files: [path: string, text: string][]): string {
  for (const [path, text] of files) {
    mkdirSync(join(work, name, path, '..'), { recursive: true });
    writeFileSync(join(work, name, path), text);
  }
  return join(work, name);
}
const files: [string, string][] = [
  ['index.html', 'casa'],
  ['a/index.html', 'una'],
  ['a-b/index.html', ''],
  ['.well-known/security.txt', 'Contact: …'],
];
const manifestOf = (folder: string) => readFileSync(join(folder, manifestName), 'utf8');

test('the manifest lists every file but itself, and is the same whatever the order of writing', async () => {
  const [one, two] = [site('one', files), site('two', [...files].reverse())];
  const name = await writeManifest(one);
  expect(await writeManifest(two)).toBe(name);
  expect(await writeManifest(two)).toBe(name);
  expect(manifestOf(two)).toBe(manifestOf(one));
  const manifest = parseManifest(manifestOf(one));
  expect(manifest?.release).toBe(name);
  expect(manifest?.files.map(({ path, size }) => [path, size])).toEqual([
    ['.well-known/security.txt', 12],
    ['a-b/index.html', 0],
    ['a/index.html', 3],
    ['index.html', 4],
  ]);
});

test.skipIf(spawnSync('sha256sum', ['--version']).status !== 0)('other programs agree with it', async () => {
  const folder = site('one', files);
  const name = await writeManifest(folder);
  const lines = (parseManifest(manifestOf(folder))?.files ?? []).map(
    ({ path, sha256 }) => `${sha256}  ${path}\n`,
  );
  const options = { cwd: folder, input: lines.join(''), encoding: 'utf8' } as const;
  expect(spawnSync('sha256sum', ['--check', '--strict', '--quiet'], options).status).toBe(0);
  expect(spawnSync('sha256sum', options).stdout).toContain(name);
});

test.each<[string, (folder: string) => void]>([
  ['a file is missing', (folder) => rmSync(join(folder, 'a/index.html'))],
  ['a file is one too many', (folder) => writeFileSync(join(folder, 'b.html'), '')],
  [
    'a file has other words of the same length',
    (folder) => writeFileSync(join(folder, 'index.html'), 'case'),
  ],
  ['the manifest is missing', (folder) => rmSync(join(folder, manifestName))],
  [
    'the manifest is cut',
    (folder) => writeFileSync(join(folder, manifestName), manifestOf(folder).slice(0, 90)),
  ],
])('a folder is no whole release when %s', async (_, spoil) => {
  const folder = site('one', files);
  expect(await verifyRelease(folder)).toBeNull();
  const name = await writeManifest(folder);
  expect(await verifyRelease(folder)).toBe(name);
  spoil(folder);
  expect(await verifyRelease(folder)).toBeNull();
});

test.each(['', '{', '[]', '{"release":"x"}', '{"name":"an app","icons":[]}'])('%j is no manifest', (text) => {
  expect(parseManifest(text)).toBeNull();
});
