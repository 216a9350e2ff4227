import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { site } from '../../src/site.ts';
import { projectRoot } from '../environment.ts';

interface Line {
  pattern: string;
  owners: string[];
}

const linesOf = (text: string): Line[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [pattern = '', ...owners] = line.trim().split(/\s+/);
      return { pattern, owners };
    });

/** Patterns that lead nowhere. Ours are `*` and plain paths from the root, so no other form has to be understood. */
const deadPatterns = (lines: readonly Line[]): string[] =>
  lines
    .map(({ pattern }) => pattern)
    .filter((pattern) => pattern !== '*')
    .filter((pattern) => !pattern.startsWith('/') || !existsSync(join(projectRoot, pattern)));

/** Names of nobody must go as soon as the repository has an address, and cannot be anything else before. */
const wrongOwners = (lines: readonly Line[], repository: string | null): string[] =>
  lines
    .flatMap(({ owners }) => owners)
    .filter((owner) => (repository === null) !== /^[a-z-]+@da-nominare\.invalid$/.test(owner));

const lines = linesOf(readFileSync(join(projectRoot, '.github/CODEOWNERS'), 'utf8'));

test('every file has somebody who reviews it, contents included', () => {
  expect(lines[0]?.pattern).toBe('*');
  expect(lines.map(({ pattern }) => pattern)).toContain('/src/content/');
  expect(lines.filter(({ owners }) => owners.length === 0)).toEqual([]);
});

test('every pattern matches something', () => {
  expect(deadPatterns(lines)).toEqual([]);
  expect(deadPatterns(linesOf('/src/contenuti/ a@b.invalid'))).toEqual(['/src/contenuti/']);
});

test('nobody is named without a repository, and somebody must be with one', () => {
  expect(wrongOwners(lines, site.repository)).toEqual([]);
  expect(wrongOwners(lines, 'https://forge.example/tra-pari')).toHaveLength(lines.length);
  expect(wrongOwners(linesOf('* @a-handle'), null)).toEqual(['@a-handle']);
});
