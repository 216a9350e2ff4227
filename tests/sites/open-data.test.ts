import { parse } from 'csv-parse/sync';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectionFileSchema, entryFileSchema } from '../../src/exports/schema.ts';
import { dataNameOf } from '../../src/knowledge/data-files.ts';
import { collections, registry } from '../../src/schemas/registry.ts';
import { plainEnvironment, projectRoot } from '../environment.ts';
import { fixtureFolder, fixtureGraph } from '../fixture-content.ts';

const work = mkdtempSync(join(tmpdir(), 'tra-pari-open-data-'));
const out = join(work, 'dist');
const text = (name: string) => readFileSync(join(out, name), 'utf8');
const json = (name: string) => JSON.parse(text(name)) as unknown;
const graph = fixtureGraph();

beforeAll(() => {
  const { stdout, stderr } = spawnSync(process.execPath, ['src/cli/build.ts', '--out', out], {
    cwd: projectRoot,
    env: plainEnvironment({ KB_CONTENT: fixtureFolder, SITE_URL: 'https://esempio.it', BASE_PATH: '/kb' }),
    encoding: 'utf8',
  });
  expect(stdout + stderr).toContain('Fatto in');
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe.each(collections)('the open data of %s', (kind) => {
  const name = dataNameOf(kind);
  const published = graph.all(kind).map(({ id }) => id);
  const idsIn = (entries: readonly Record<string, unknown>[]) => entries.map(({ id }) => id);

  it('have every published entry in the JSON, which its schema reads back', () => {
    const file = json(`dati/${name}.json`);
    const read = collectionFileSchema(kind).parse(file);
    expect(read).toEqual(file);
    expect(idsIn(read.entries)).toEqual(published);
  });

  it('have every published entry in the CSV', () => {
    const rows = parse(text(`dati/${name}.csv`), { columns: true }) as unknown as Record<string, string>[];
    expect(idsIn(rows)).toEqual(published);
  });

  it('have a file for every published entry, and no other', () => {
    const { entries } = collectionFileSchema(kind).parse(json(`dati/${name}.json`));
    const files = published.length > 0 ? readdirSync(join(out, 'dati', name)) : [];
    expect(files.sort()).toEqual(published.map((id) => `${id}.json`));
    for (const expected of entries) {
      const { entry } = entryFileSchema(kind).parse(json(`dati/${name}/${String(expected.id)}.json`));
      expect(entry).toEqual(expected);
    }
  });

  it('name pages that are there', () => {
    const { entries } = collectionFileSchema(kind).parse(json(`dati/${name}.json`));
    for (const { page } of entries) {
      if (typeof page !== 'string') continue;
      const { origin, pathname, hash } = new URL(page);
      expect(origin).toBe('https://esempio.it');
      const html = text(join(pathname.replace('/kb/', ''), 'index.html'));
      if (hash) expect(html).toContain(`id="${hash.slice(1)}"`);
    }
  });

  it('are linked from their page, with their number', () => {
    const html = text('dati/index.html');
    expect(html).toContain(`href="/kb/dati/${name}.json"`);
    expect(html).toContain(`href="/kb/dati/${name}.csv"`);
    expect(html).toMatch(
      new RegExp(`>${registry[kind].names.many}</th>\\s*<td class="num">${published.length}</td>`),
    );
  });
});

it('leave drafts out', () => {
  const files = readdirSync(join(out, 'dati'), { recursive: true, encoding: 'utf8' });
  expect(files.length).toBeGreaterThan(2 * collections.length);
  expect(files.filter((name) => name.includes('bozza'))).toEqual([]);
  for (const name of files.filter((file) => /\.(json|csv)$/.test(file))) {
    expect(text(join('dati', name))).not.toContain('bozza-in-corso');
  }
});

it('are offered on the sheet of a practice', () => {
  expect(text('pratiche/case-aperte/index.html')).toContain('href="/kb/dati/practices/case-aperte.json"');
});
