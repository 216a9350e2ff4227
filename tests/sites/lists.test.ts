/** A base with more sheets and workshops than a page of their lists prints, built as it is published, without git. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureFolder, fixtureText } from '../fixture-content.ts';
import { startBuild } from './command.ts';

const work = mkdtempSync(join(tmpdir(), 'tra-pari-lists-'));
const [content, out] = [join(work, 'content'), join(work, 'dist')];
const numbers = Array.from({ length: 48 }, (_, index) => index + 10);

beforeAll(async () => {
  cpSync(fixtureFolder, content, { recursive: true });
  const copy = (folder: string, name: string, title: string) => {
    const text = fixtureText(`${folder}/${name}.mdx`).replace(
      `title: "${title}"`,
      `title: "${title} NUMERO"`,
    );
    expect(text).toContain('NUMERO');
    for (const number of numbers)
      writeFileSync(join(content, folder, `${name}-${number}.mdx`), text.replace('NUMERO', String(number)));
  };
  copy('practices', 'officina-vuota', 'Officina vuota');
  copy('workshops', 'borgo-2023', 'Laboratorio di prova a Borgo Prova');
  const { status, text } = await startBuild(content, out, { BASE_PATH: '/kb' }).end;
  expect(status, text).toBe(0);
  // every list is reached from the entrance
  expect(text).not.toContain('TP932');
}, 180_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

const html = (page: string) => readFileSync(join(out, page, 'index.html'), 'utf8');
const linesOf = (page: string) =>
  [...html(page).matchAll(/<li class="line">.*?href="\/kb\/pratiche\/([^/"]+)\/"/gs)].map(
    ([, id]) => id ?? '',
  );
const all = [...numbers.map((number) => `officina-vuota-${number}`), 'case-aperte', 'officina-vuota'].sort();

describe('all the sheets', () => {
  test.each(['titolo', 'citta', 'rilettura', 'prove'])('stand once on the two pages by %s', (order) => {
    const first = `elenchi/pratiche-per-${order}`;
    const pages = [first, `${first}/2`].map(linesOf);
    expect(pages.map(({ length }) => length)).toEqual([48, 2]);
    expect(pages.flat().sort()).toEqual(all);
    expect(existsSync(join(out, first, '3'))).toBe(false);
    expect(html(first)).toMatch(new RegExp(`href="/kb/${first}/2/" rel="next"`));
    expect(html(`${first}/2`)).toMatch(new RegExp(`href="/kb/${first}/" rel="prev"`));
    expect(html(`${first}/2`)).toMatch(/<title>[^<]+, pagina 2 · /);
  });

  test('stand on the entrance by area, as far as there is room', () => {
    expect(html('pratiche').match(/<li class="card"/g)).toHaveLength(13);
    expect(html('pratiche')).toContain('href="/kb/aree/cultura-turismo/pratiche/"');
  });
});

describe('what has more sheets than its page prints leads to a list of its own', () => {
  test.each(['aree/cultura-turismo', 'citta/citta-esempio'])('%s', (page) => {
    expect(html(page)).toContain(`href="/kb/${page}/pratiche/"`);
    for (const order of ['pratiche', 'pratiche/per-rilettura'])
      expect([linesOf(`${page}/${order}`).length, linesOf(`${page}/${order}/2`).length]).toEqual([48, 1]);
  });

  test('a city with few has none; an area has from its first sheet on', () => {
    expect(existsSync(join(out, 'citta/borgo-prova/pratiche'))).toBe(false);
    expect(linesOf('aree/disagio-abitativo/pratiche')).toEqual(['case-aperte']);
    expect(html('aree/disagio-abitativo')).toContain('href="/kb/aree/disagio-abitativo/pratiche/"');
    expect(existsSync(join(out, 'aree/inclusione-attiva-lavoro/pratiche'))).toBe(false);
    expect(html('aree/inclusione-attiva-lavoro')).not.toContain('inclusione-attiva-lavoro/pratiche/');
  });
});

test('workshops go on over the page', () => {
  const links = (page: string) => html(page).match(/<li class="event"/g)?.length;
  expect([links('laboratori'), links('elenchi/laboratori-per-data/2')]).toEqual([48, 1]);
  expect(html('elenchi/laboratori-per-data/2')).toContain('href="/kb/laboratori/"');
});

test('without a history the feed of an area is there, and empty', () => {
  const feed = readFileSync(join(out, 'aree/cultura-turismo/atom.xml'), 'utf8');
  expect(feed).toMatch(/<link rel="self"[^>]* href="[^"]+\/kb\/aree\/cultura-turismo\/atom\.xml"\/>/);
  expect(feed).not.toContain('<entry>');
});
