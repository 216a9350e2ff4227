import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codes, type CodeName } from '../../src/checks/codes.ts';
import type { Problem } from '../../src/checks/problem.ts';
import { plainEnvironment, projectRoot } from '../environment.ts';
import { fixtureFolder } from '../fixture-content.ts';
import { around, badFiles, guarded, notYet, type BadFile } from './bad-files.ts';

const names = Object.keys(codes) as CodeName[];
/** Whoever is root may read every file. */
const isRoot = process.getuid?.() === 0;
const shown = badFiles.filter(({ mode }) => !(isRoot && mode === 0));
const together = shown.filter(({ alone }) => !alone);
const apart = shown.filter(({ alone }) => alone);

let root = '';
const runs = new Map<BadFile, { status: number | null; problems: Problem[] }>();
let all: Problem[] = [];

/** Lays the bad files in a copy of the good ones and runs the command a person would. */
function check(folder: string, files: readonly BadFile[]): { status: number | null; problems: Problem[] } {
  cpSync(fixtureFolder, folder, { recursive: true });
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  Object.entries(around).forEach(([path, text]) => write(path, text));
  for (const { path, content, link, mode, beside = {}, without = [] } of files) {
    without.forEach((name) => rmSync(join(folder, name), { recursive: true, force: true }));
    Object.entries(beside).forEach(([name, text]) => write(name, text));
    if (content !== undefined) write(path, content);
    if (link !== undefined) symlinkSync(link, join(folder, path));
    if (mode !== undefined) chmodSync(join(folder, path), mode);
  }
  const { status, stdout } = spawnSync(process.execPath, ['src/cli/check.ts', '--format', 'json'], {
    cwd: projectRoot,
    env: plainEnvironment({ KB_CONTENT: folder, SOURCE_DATE_EPOCH: String(Date.UTC(2026, 11, 20) / 1000) }),
    encoding: 'utf8',
    maxBuffer: 1 << 25,
  });
  return { status, problems: (JSON.parse(stdout) as { problems: Problem[] }).problems };
}

/** Where the problem has to stand, out of the passage that the table names. */
function placeOf({ at, content }: BadFile): string {
  if (typeof at !== 'string') return at.join(':');
  const before = String(content).slice(0, String(content).indexOf(at)).split('\n');
  return `${before.length}:${(before.at(-1) as string).length + 1}`;
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tra-pari-codes-'));
  const run = check(join(root, 'together'), together);
  together.forEach((bad) => runs.set(bad, run));
  apart.forEach((bad) => runs.set(bad, check(join(root, bad.name), [bad])));
  all = [...new Set(runs.values())].flatMap(({ problems }) => problems);
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the check of a folder with one bad file for each code, as JSON', () => {
  test.each(shown)('$name', (bad) => {
    const { status, problems } = runs.get(bad) as { status: number; problems: Problem[] };
    expect(status).toBe(1);
    const own = problems.filter(({ file }) => file === bad.path);
    const { code, severity } = codes[bad.name];
    expect(own.map((found) => `${found.code} ${found.severity} ${found.line}:${found.column}`)).toContain(
      `${code} ${severity} ${placeOf(bad)}`,
    );
    // each file shows what it is there for, and nothing that would hide it
    const expected = [bad.name, ...(bad.also ?? [])].map((name) => codes[name].code);
    expect([...new Set(own.map((found) => found.code))].sort()).toEqual(expected.sort());
  });

  test('leaves no code of the content out', () => {
    const told = new Set([
      ...badFiles.map(({ name }) => name),
      ...(Object.keys(guarded) as CodeName[]),
      ...notYet,
    ]);
    const missing = names.filter((name) => codes[name].code < 'TP900' && !told.has(name));
    expect(missing).toEqual([]);
  });

  test('tells of the good files beside them nothing but what is open in a draft', () => {
    const bad = new Set(shown.flatMap(({ path, beside = {} }) => [path, ...Object.keys(beside)]));
    const others = (runs.get(together[0] as BadFile)?.problems ?? []).filter(({ file }) => !bad.has(file));
    expect(others.filter(({ code }) => code !== codes['draft-open'].code)).toEqual([]);
  });
});

test('of the real content the check has no error to tell', { timeout: 60_000 }, () => {
  const { status, stdout } = spawnSync(process.execPath, ['src/cli/check.ts', '--format', 'json'], {
    cwd: projectRoot,
    env: plainEnvironment({ KB_CONTENT: '' }),
    encoding: 'utf8',
    maxBuffer: 1 << 25,
  });
  const { problems, files } = JSON.parse(stdout) as { problems: Problem[]; files: number };
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(status).toBe(0);
  expect(files).toBeGreaterThan(20);
});

test('the words of every problem, as people read them', async () => {
  const words = shown.flatMap((bad) => {
    const { code } = codes[bad.name];
    return (runs.get(bad)?.problems ?? [])
      .filter((found) => found.file === bad.path && found.code === code)
      .slice(0, 1)
      .map(({ message, hint }) => `${code}  ${message}\n       → ${hint}`.replaceAll(root, '…'));
  });
  // what only those may see who are not root is left out for all
  const lines = words.filter((text) => !text.startsWith(codes.unreadable.code)).sort();
  await expect(`${lines.join('\n\n')}\n`).toMatchFileSnapshot('messages.snap.txt');
  for (const { message, hint } of all) {
    expect(`${message} ${hint}`).not.toMatch(
      /\b(?:undefined|NaN|null|Invalid|Too big|Too small|Unrecognized)\b|\[object/,
    );
    expect(message).toMatch(/[.?…]$/);
  }
});
