import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startReading, type Limits } from '../../src/checks/isolated.ts';
import { readContentFile } from '../../src/checks/reading.ts';
import type { ContentFile } from '../../src/checks/record.ts';
import { projectRoot } from '../environment.ts';
import { fixtureFolder, named, read } from '../fixture-content.ts';

function readIsolated(files: readonly ContentFile[], root: string, limits?: Limits) {
  const reading = startReading(root, limits);
  reading.give(files);
  return reading.end();
}

const good = read(fixtureFolder);
const usual = { time: 5000, memory: 256, reader: 'src/checks/reader.ts' };
const reader = (name: string, changes: Partial<typeof usual> = {}) => ({
  ...usual,
  reader: `tests/fixtures/readers/${name}.ts`,
  ...changes,
});
const numbered = (count: number): ContentFile[] =>
  Array.from({ length: count }, (_, index) => ({ path: `practices/s${index}.mdx`, text: 'a' }));
/** Many files, some of which do harm. */
const amid = (count: number, at: readonly number[], text: string): ContentFile[] =>
  numbered(count).map((file, index) => (at.includes(index) ? { ...file, text } : file));
const codesOf = async (files: readonly ContentFile[], limits: typeof usual) => {
  const readings = await readIsolated(files, projectRoot, limits);
  expect(readings.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
  return readings.flatMap(({ problems, readable, path }) =>
    problems.map(named).map(({ code, file, line }) => ({ code, file, line, readable, path })),
  );
};
const told = (code: string, index: number) => ({
  code,
  file: `practices/s${index}.mdx`,
  path: `practices/s${index}.mdx`,
  line: 1,
  readable: false,
});

test('files read apart say what they say here, in their order', async () => {
  const files = [...good, { path: 'practices/rotta.mdx', text: 'niente\n' }, { path: 'x/y.txt', text: 'a' }];
  expect(await readIsolated(files, projectRoot)).toEqual(files.map(readContentFile));
});

test('nothing to read is nothing read', async () => {
  expect(await readIsolated([], projectRoot)).toEqual([]);
});

describe('a file that ends its reader is named, and the others are read', { timeout: 60_000 }, () => {
  test('one among many', async () => {
    expect(await codesOf(amid(60, [37], 'abort'), reader('aborts'))).toEqual([told('reader-stopped', 37)]);
  });

  test('several, first and last', async () => {
    expect(await codesOf(amid(30, [0, 1, 29], 'abort'), reader('aborts'))).toEqual([
      told('reader-stopped', 0),
      told('reader-stopped', 1),
      told('reader-stopped', 29),
    ]);
  });

  test('alone', async () => {
    expect(await codesOf(amid(1, [0], 'abort'), reader('aborts'))).toEqual([told('reader-stopped', 0)]);
  });

  test('one that eats all its memory', async () => {
    const limits = reader('eats-memory', { memory: 32, time: 60_000 });
    expect(await codesOf(amid(3, [1], 'eat'), limits)).toEqual([told('reader-stopped', 1)]);
  });

  test('one that never ends', async () => {
    const limits = reader('loops', { time: 300 });
    expect(await codesOf(amid(30, [4], 'loop'), limits)).toEqual([told('reader-slow', 4)]);
  });
});

test('the words say which file it is, and what to try', async () => {
  const [slow] = await readIsolated(amid(1, [0], 'loop'), projectRoot, reader('loops', { time: 200 }));
  expect(slow?.problems[0]).toMatchObject({
    severity: 'error',
    message: 'Questo file richiede troppo tempo per essere letto.',
    hint: 'Togli lunghe file di simboli ripetuti ([, <, *, _) e riprova.',
  });
  const [stopped] = await readIsolated(amid(1, [0], 'abort'), projectRoot, reader('aborts'));
  expect(stopped?.problems[0]).toMatchObject({
    severity: 'error',
    message: 'Questo file fa fallire il programma che lo legge.',
  });
});

test('a reader that does not start is our fault, and no file is blamed', async () => {
  await expect(readIsolated(numbered(2), projectRoot, reader('never-starts'))).rejects.toThrow();
});

test('the process that reads may do nothing but read our code', async () => {
  const before = readFileSync(join(projectRoot, 'package.json'), 'utf8');
  const [reading] = await readIsolated(numbered(1), projectRoot, reader('tries-everything'));
  expect(reading?.problems[0]).toEqual({
    environment: [],
    'write a file': 'ERR_ACCESS_DENIED',
    'remove a file': 'ERR_ACCESS_DENIED',
    'read the passwords': 'ERR_ACCESS_DENIED',
    'read the content': 'ERR_ACCESS_DENIED',
    'list the home': 'ERR_ACCESS_DENIED',
    'start a program': 'ERR_ACCESS_DENIED',
    'start a process': 'ERR_ACCESS_DENIED',
    'start a thread': 'ERR_ACCESS_DENIED',
    'open a connection': 'ERR_ACCESS_DENIED',
    listen: 'ERR_ACCESS_DENIED',
  });
  expect(existsSync(join(tmpdir(), 'tra-pari-canary'))).toBe(false);
  expect(readFileSync(join(projectRoot, 'package.json'), 'utf8')).toBe(before);
});

test.skipIf(process.platform === 'win32')('packages may lie elsewhere, behind a link', async () => {
  const root = mkdtempSync(join(tmpdir(), 'tra-pari-linked-'));
  try {
    for (const name of ['src', 'package.json'])
      cpSync(join(projectRoot, name), join(root, name), { recursive: true });
    symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
    expect(await readIsolated(good, root)).toEqual(good.map(readContentFile));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
