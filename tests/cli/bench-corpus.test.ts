import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasErrors } from '../../src/checks/problem.ts';
import { checkFolder } from '../../src/checks/read.ts';
import { writeCorpus } from '../../src/cli/bench-corpus.ts';
import { coinedWords, randomFrom, urnOf, wordsOf } from '../../src/cli/bench-words.ts';
import { projectRoot } from '../environment.ts';

const from = join(projectRoot, 'src/content');
const folder = mkdtempSync(join(tmpdir(), 'tra-pari-corpus-'));
const large = join(folder, 'large');
const count = 1200;

beforeAll(() => writeCorpus(from, large, count), 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const made = (base: string): string[] =>
  readdirSync(join(base, 'practices'))
    .filter((name) => name.startsWith('prova-'))
    .sort()
    .map((name) => readFileSync(join(base, 'practices', name), 'utf8'));
const headOf = (sheet: string) => load(sheet.split(/^---$/m)[1] ?? '') as Record<string, unknown>;
const bodyOf = (sheet: string) => sheet.split(/^---$/m).slice(2).join('');

test('adds sheets up to the number asked for, and the same seed gives the same', async () => {
  const [once, again, other] = ['once', 'again', 'other'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await writeCorpus(from, once, 60);
  await writeCorpus(from, again, 60);
  await writeCorpus(from, other, 60, 2);
  expect(readdirSync(join(once, 'practices')).filter((name) => name.endsWith('.mdx'))).toHaveLength(60);
  expect(made(again)).toEqual(made(once));
  expect(made(other)).not.toEqual(made(once));
}, 30_000);

test('what it makes passes the check like the sheets of a city', async () => {
  const small = join(folder, 'small');
  await writeCorpus(from, small, 60);
  const { problems } = await checkFolder(small, projectRoot);
  expect(hasErrors(problems)).toBe(false);
  expect(problems.filter(({ file }) => file.includes('prova-'))).toEqual([]);
}, 60_000);

test('no sheet repeats another: new words keep coming, and few of them do most of the talking', () => {
  const sheets = made(large);
  const counts = new Map<string, number>();
  const knownAfter: number[] = [];
  for (const sheet of sheets) {
    for (const word of wordsOf(bodyOf(sheet).toLowerCase())) counts.set(word, (counts.get(word) ?? 0) + 1);
    knownAfter.push(counts.size);
  }
  const half = knownAfter[Math.floor(sheets.length / 2)] ?? 0;
  // twice the sheets bring new words, and less than twice as many
  expect(counts.size).toBeGreaterThan(half * 1.15);
  expect(counts.size).toBeLessThan(half * 2);
  expect(counts.size).toBeGreaterThan(15_000);
  const byCount = [...counts.values()].sort((a, b) => b - a);
  const said = byCount.reduce((sum, times) => sum + times, 0);
  const share = (words: number) => byCount.slice(0, words).reduce((sum, times) => sum + times, 0) / said;
  expect(share(100)).toBeGreaterThan(0.3);
  expect(share(100)).toBeLessThan(0.7);

  const sentences = sheets.flatMap((sheet) => bodyOf(sheet).match(/\p{Lu}[^.<="#]{40,}\./gu) ?? []);
  expect(new Set(sentences).size).toBe(sentences.length);
});

test('cities, needs and areas are all there, and not all alike', () => {
  const heads = made(large).map(headOf);
  const times = (values: unknown[]) => {
    const counted = Map.groupBy(values, (value) => value);
    return [...counted.values()].map((group) => group.length).sort((a, b) => b - a);
  };
  const needs = times(heads.flatMap(({ needs: ids }) => ids));
  const { entries } = load(readFileSync(join(from, 'needs.yaml'), 'utf8')) as { entries: unknown[] };
  expect(needs).toHaveLength(entries.length);
  expect(needs[0]).toBeGreaterThan(3 * (needs.at(-1) ?? 0));

  const cities = times(heads.map(({ city }) => city));
  expect(cities.length).toBeGreaterThan(count / 20);
  expect(cities[0]).toBeGreaterThan(10 * (cities.at(-1) ?? 0));

  const titles = heads.map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
  expect(new Set(heads.map(({ status }) => status)).size).toBeGreaterThan(3);
});

test('a heavier thing is drawn more often', () => {
  const random = randomFrom(1);
  const urn = urnOf(['often', 'never', 'seldom'], (_, rank) => [9, 0, 1][rank] ?? 0);
  const drawn = Map.groupBy(
    Array.from({ length: 1000 }, () => urn.draw(random)),
    (thing) => thing,
  );
  expect(drawn.has('never')).toBe(false);
  expect(drawn.get('often')?.length).toBeGreaterThan(4 * (drawn.get('seldom')?.length ?? 0));
});

test('coined words are all different and made of letters', () => {
  const words = coinedWords(5000, randomFrom(3));
  expect(new Set(words).size).toBe(5000);
  expect(words.filter((word) => !/^\p{Ll}{2,}$/u.test(word))).toEqual([]);
});

test('names, figures and what an apostrophe cuts are no words', () => {
  expect(wordsOf('L’orto di Torino apre nel 2019 dell’anno città')).toEqual(['di', 'apre', 'nel', 'città']);
});
