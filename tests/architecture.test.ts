import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as rules from './architecture/analyse.ts';

const root = resolve(import.meta.dirname, '..');

function readFolder(folder: string): rules.SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !path.startsWith('src/content/'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

const code = readFolder('src');
const config = { path: 'astro.config.mjs', text: readFileSync(join(root, 'astro.config.mjs'), 'utf8') };
const tests = readFolder('tests').filter(({ path }) => !path.includes('/fixtures/'));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
  string,
  Record<string, string>
>;
const packages = ['dependencies', 'devDependencies'].flatMap((kind) => Object.keys(manifest[kind] ?? {}));

describe('the code of the site', () => {
  test('is there to be read', () => {
    expect(code.filter(({ path }) => path.endsWith('.ts')).length).toBeGreaterThan(20);
    expect(code.some(({ path }) => path.endsWith('.astro'))).toBe(true);
  });

  test.each([
    ['imports only downwards or from its own folder', () => rules.checkFloors(code)],
    ['names only files and packages that exist', () => rules.checkTargets([...code, config], packages)],
    ['has no import circle', () => rules.checkCycles(code)],
    ['runs in a browser where it must', () => rules.checkBrowserSafety(code)],
    [
      'leaves astro:content, MDX and the catalogue to who may use them',
      () => rules.checkReserved([...code, config]),
    ],
    ['turns text into markup in one place only', () => rules.checkRawHtml(code)],
    ['has no drawer for leftovers', () => rules.checkFolders([...code, ...tests])],
    ['has short pages', () => rules.checkPageLength(code)],
  ])('%s', (_, findings) => {
    expect(rules.format(findings())).toBe('');
  });
});
