/** A base kept in git, built as it is published: what changed stands on the sheets, on the page of news and in the feed. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasGit, makeRepository } from '../catalogue/repository.ts';
import { fixtureFolder, fixtureText } from '../fixture-content.ts';
import { startBuild } from './command.ts';

const work = mkdtempSync(join(tmpdir(), 'tra-pari-history-site-'));
const folder = join(work, 'base');
const content = join(folder, 'content');
const out = join(work, 'dist');
const sheet = 'content/practices/case-aperte.mdx';
const text = fixtureText('practices/case-aperte.mdx');

const build = (changes: NodeJS.ProcessEnv = {}) =>
  startBuild(content, out, {
    SITE_URL: 'https://esempio.it',
    BASE_PATH: '/kb',
    SOURCE_DATE_EPOCH: '1790000000',
    ...changes,
  }).end;
const page = (path: string): string => readFileSync(join(out, path), 'utf8');
const words = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const historyOn = (path: string): string =>
  words(/aria-labelledby="storia".*?<\/section>/s.exec(page(path))?.[0] ?? '');

describe.skipIf(!hasGit)('a base kept in git', () => {
  const repo = hasGit ? makeRepository(folder) : null;
  beforeAll(async () => {
    cpSync(fixtureFolder, content, { recursive: true });
    repo?.commit('2025-05-01T08:00:00Z', { [sheet]: text.replace(/^status: \w+$/m, 'status: pilot') });
    repo?.commit('2025-06-01T08:00:00Z', { [sheet]: text });
    const { status, text: said } = await build();
    expect(said).toContain('Fatto in');
    expect(status).toBe(0);
  });

  it('says on the sheet what changed, and since when there is one', () => {
    const said = historyOn('pratiche/case-aperte/index.html');
    expect(said).toContain(
      'Che cosa è cambiato in questa scheda 1º giugno 2025 Lo stato è passato da «sperimentazione» a',
    );
    expect(said).toContain('Pubblicata la prima volta il 1º maggio 2025 .');
    expect(historyOn('laboratori/borgo-2023/index.html')).toContain(
      'Pubblicata la prima volta il 1º maggio 2025 .',
    );
  });

  it('tells it on the page of news, the latest first', () => {
    const said = words(page('novita/index.html'));
    expect(said).toMatch(
      /1º giugno 2025 Pratiche aggiornate Case aperte .*1º maggio 2025 Pratiche nuove Case aperte/,
    );
    expect(page('novita/index.html')).toContain('href="/kb/pratiche/case-aperte/"');
    expect(page('index.html')).toContain(
      '<link rel="alternate" type="application/atom+xml" href="/kb/novita/atom.xml"',
    );
  });

  it('gives a feed of whole addresses', () => {
    const feed = page('novita/atom.xml');
    expect(feed).toContain('<id>tag:esempio.it,2025-06-01:practice/case-aperte</id>');
    expect(feed).toContain('<updated>2025-06-01T08:00:00Z</updated>');
    expect(feed).toContain('href="https://esempio.it/kb/novita/atom.xml"');
    for (const [, address] of feed.matchAll(/href="([^"]*)"/g)) expect(address).toMatch(/^https:\/\//);
  });

  it('names nobody who wrote it, nor what they said of it', () => {
    for (const path of ['novita/index.html', 'novita/atom.xml', 'pratiche/case-aperte/index.html'])
      expect(page(path)).not.toMatch(/Persona Che|persona@|Messaggio che/);
  });

  it('is not built again while nothing changes, and is when the archive does', async () => {
    expect((await build()).text).toContain('Niente è cambiato');
    const before = page('novita/atom.xml');
    repo?.commit('2025-07-01T08:00:00Z', { 'note.txt': 'fuori dai contenuti' });
    expect((await build()).text).toContain('Niente è cambiato');
    repo?.commit('2025-07-02T08:00:00Z', { [sheet]: text.replace(/^status: \w+$/m, 'status: pilot') });
    repo?.commit('2025-07-03T08:00:00Z', { [sheet]: text });
    // the files are what they were: only what happened to them is new
    expect((await build()).text).toContain('Fatto in');
    expect(page('novita/atom.xml')).not.toBe(before);
    expect(historyOn('pratiche/case-aperte/index.html')).toContain('3 luglio 2025');
  });

  it('is built all the same without its archive, and says what is missing', async () => {
    rmSync(join(folder, '.git'), { recursive: true });
    const { status } = await build();
    expect(status).toBe(0);
    expect(historyOn('pratiche/case-aperte/index.html')).toContain(
      'la storia delle modifiche non è disponibile',
    );
    expect(words(page('novita/index.html'))).toContain('Le novità non sono disponibili');
    expect(page('novita/atom.xml')).not.toContain('<entry>');
    expect(existsSync(join(out, 'novita/2/index.html'))).toBe(false);
  });
});

afterAll(() => rmSync(work, { recursive: true, force: true }));
