import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { scriptsOf } from '../../src/cli/bench-scripts.ts';

const folder = mkdtempSync(join(tmpdir(), 'tra-pari-scripts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const script = (name: string, text: string) => writeFileSync(join(folder, '_astro', name), text);
mkdirSync(join(folder, '_astro'));
mkdirSync(join(folder, 'pratiche/orto'), { recursive: true });
script('page.js', 'import{a}from"./shared.js";import"./styles.js";a();b=()=>import(`./later.js`)');
script('shared.js', 'import{c}from"./page.js";export const a=1');
script('styles.js', 'export{}');
script('later.js', 'import{a}from"./shared.js";import("./last.js").then(a)');
script('last.js', '1');
script('other.js', 'nobody loads this');
const page = join(folder, 'pratiche/orto/index.html');
writeFileSync(page, '<script type="module" src="/base/_astro/page.js"></script><p>import "./other.js"');

test('scripts are followed from one to the next, and those that wait stand apart', async () => {
  const { atOnce, onDemand } = await scriptsOf(page);
  expect([...atOnce.keys()].sort()).toEqual(['page.js', 'shared.js', 'styles.js']);
  expect([...onDemand.keys()].sort()).toEqual(['last.js', 'later.js']);
  expect(Math.min(...atOnce.values(), ...onDemand.values())).toBeGreaterThan(0);
});

test('a page of no site is not weighed', async () => {
  await expect(scriptsOf(join(tmpdir(), 'nessuna.html'))).rejects.toThrow();
});
