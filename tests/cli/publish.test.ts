import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockBuild } from '../../src/cli/build-lock.ts';
import { preparePlace, publish, recover } from '../../src/cli/publish.ts';
import { verifyRelease, writeManifest } from '../../src/cli/release.ts';
import { projectRoot } from '../environment.ts';

let work: string;
let out: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'tra-pari-publish-'));
  out = join(work, 'dist');
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

async function site(name: string, text: string): Promise<string> {
  mkdirSync(join(work, name));
  writeFileSync(join(work, name, 'index.html'), text);
  await writeManifest(join(work, name));
  return join(work, name);
}
const page = () => readFileSync(join(out, 'index.html'), 'utf8');
const going = new AbortController().signal;

test('a site takes an empty place, then the place of another, and leaves nothing beside', async () => {
  for (const text of ['one', 'two']) {
    const made = await site('made', text);
    preparePlace(out);
    await publish(made, out, going);
    expect(page()).toBe(text);
  }
  expect(await verifyRelease(out)).not.toBeNull();
  expect(readdirSync(work)).toEqual(['dist']);
});

test('an interrupted build publishes nothing', async () => {
  await site('dist', 'one');
  const made = await site('made', 'two');
  preparePlace(out);
  await expect(publish(made, out, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
  expect(page()).toBe('one');
});

test('a process that ends the moment it prepared the place leaves nothing', async () => {
  const publishing = pathToFileURL(join(projectRoot, 'src/cli/publish.ts')).href;
  const code = `const { preparePlace } = await import(${JSON.stringify(publishing)});
    preparePlace(${JSON.stringify(out)}); process.exit(0);`;
  const [status] = (await once(
    spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'inherit' }),
    'close',
  )) as [number];
  expect(status).toBe(0);
  expect(readdirSync(work)).toEqual([]);
});

test('a site that was taken away and not replaced comes back', async () => {
  await site('.dist.tra-pari-old-12', 'one');
  await site('.dist.tra-pari-new-12', 'two');
  expect(await recover(out)).toBe(true);
  expect(page()).toBe('one');
  expect(readdirSync(work)).toEqual(['dist']);
});

test('half a site does not come back, nor anything in the place of a site', async () => {
  rmSync(join(await site('.dist.tra-pari-old-12', 'one'), 'index.html'));
  expect(await recover(out)).toBe(false);
  expect(existsSync(out)).toBe(false);
  await site('.dist.tra-pari-old-13', 'one');
  await site('dist', 'two');
  expect(await recover(out)).toBe(false);
  expect(page()).toBe('two');
});

test('folders of others are left alone', async () => {
  const others = ['dist.old', 'dist.new', '.dist', '.site.tra-pari-old-1', 'dist.tra-pari-old-1'];
  for (const name of others) mkdirSync(join(work, name));
  await recover(out);
  expect(readdirSync(work).sort()).toEqual(others.sort());
});

test('one build at a time: the next may start when the first is over', async () => {
  const room = join(work, 'room');
  const unlock = await lockBuild(room);
  await expect(lockBuild(room)).rejects.toThrow(`in corso: processo ${process.pid}, dalle`);
  unlock();
  (await lockBuild(room))();
});

test('one build at a time: also when the first is killed', async () => {
  const room = join(work, 'room');
  const lock = pathToFileURL(join(projectRoot, 'src/cli/build-lock.ts')).href;
  const script = `await (await import(${JSON.stringify(lock)})).lockBuild(${JSON.stringify(room)}); console.log('locked'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  await expect(lockBuild(room)).rejects.toThrow(`in corso: processo ${child.pid ?? 0}, dalle`);
  child.kill('SIGKILL');
  await once(child, 'close');
  (await lockBuild(room))();
});
