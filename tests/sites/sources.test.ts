import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteAnswers } from '../../src/cli/site-answers.ts';
import { linkChecksYaml } from '../../src/exports/link-checks.ts';
import { bibliographyOf } from '../../src/knowledge/bibliography.ts';
import { citedKinds, sections } from '../../src/knowledge/routes.ts';
import { plainEnvironment, projectRoot } from '../environment.ts';
import { fixtureFolder, fixtureGraph } from '../fixture-content.ts';

const work = mkdtempSync(join(tmpdir(), 'tra-pari-sources-'));
const [content, out] = [join(work, 'content'), join(work, 'dist')];
const text = (name: string) => readFileSync(join(out, name), 'utf8');
const plain = (name: string) =>
  text(name)
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ');
const graph = fixtureGraph();
const { sources, counts } = bibliographyOf(graph);
const lost = sources.find(({ url, uses }) => url !== null && uses.some(({ kind }) => kind === 'practice'));
const copy = `https://web.archive.org/web/20200102030405/${lost?.url ?? ''}`;

beforeAll(() => {
  cpSync(fixtureFolder, content, { recursive: true });
  const check = {
    url: lost?.url ?? '',
    checkedOn: '2026-01-02',
    result: 'unreachable',
    archiveUrl: copy,
  } as const;
  writeFileSync(join(content, 'link-checks.yaml'), linkChecksYaml([check]));
  const { stdout, stderr } = spawnSync(process.execPath, ['src/cli/build.ts', '--out', out], {
    cwd: projectRoot,
    env: plainEnvironment({ KB_CONTENT: content, SITE_URL: 'https://esempio.it', BASE_PATH: '/kb' }),
    encoding: 'utf8',
  });
  expect(stdout + stderr).toContain('Fatto in');
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** The pages of one order of the bibliography. */
const pagesUnder = (folder: string, isWanted: (name: string) => boolean) =>
  readdirSync(join(out, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('/index.html') && isWanted(name))
    .map((name) => join(folder, name));

describe('the bibliography', () => {
  it.each([
    ['by publisher', 'fonti', (name: string) => !/^(?:per-data|contrasti)\//.test(name)],
    ['by date', 'fonti/per-data', () => true],
  ] as const)('%s lists every source once', (_, folder, isWanted) => {
    const titles = pagesUnder(folder, isWanted).flatMap(
      (name) => text(name).match(/class="source-title"/g) ?? [],
    );
    expect(titles.length).toBeGreaterThan(0);
    expect(titles).toHaveLength(counts.sources);
  });

  it('leads from each source to its line on the sheets that rest on it', () => {
    const all = pagesUnder('fonti', () => true)
      .map(text)
      .join('');
    for (const { uses } of sources) for (const { href } of uses) expect(all).toContain(`href="/kb${href}"`);
  });

  it('has no script of its own', () => {
    const scripts = (name: string) => text(name).match(/<script[^>]*>/g) ?? [];
    for (const name of ['fonti/index.html', 'fonti/per-data/index.html'])
      expect(scripts(name)).toEqual(scripts('glossario/index.html'));
  });
});

it('a source that did not answer says so on the sheet and in the bibliography, with its copy', () => {
  const [use] = lost?.uses ?? [];
  const sheet = join(use?.href.replace(/#.*$/, '').slice(1) ?? '', 'index.html');
  const letter = pagesUnder('fonti', () => true).find((name) => text(name).includes(copy));
  for (const name of [sheet, letter ?? '']) {
    expect(plain(name)).toContain('Non rispondeva il 2 gennaio 2026: copia d’archivio.');
    expect(text(name)).toContain(`href="${copy}"`);
  }
});

describe('how to cite', () => {
  it('has a file of each kind for every page that tells it, and no other', () => {
    for (const kind of citedKinds)
      for (const { id } of graph.all(kind))
        for (const format of ['bib', 'ris']) {
          const file = `${sections[kind]}/${id}/citazione.${format}`;
          expect(text(file)).toContain(`https://esempio.it/kb/${sections[kind]}/${id}/`);
          expect(text(`${sections[kind]}/${id}/index.html`)).toContain(`href="/kb/${file}"`);
        }
    expect(existsSync(join(out, 'citta/borgo-prova/citazione.bib'))).toBe(false);
  });

  it('is served under its own type', async () => {
    const answer = siteAnswers(out);
    const typeOf = async (path: string) => (await answer(path)).headers.get('content-type');
    expect(await typeOf('/pratiche/case-aperte/citazione.bib')).toBe('application/x-bibtex; charset=utf-8');
    expect(await typeOf('/pratiche/case-aperte/citazione.ris')).toBe(
      'application/x-research-info-systems; charset=utf-8',
    );
  });
});
