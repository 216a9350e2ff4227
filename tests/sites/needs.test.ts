import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureFolder, fixtureText } from '../fixture-content.ts';
import { startBuild } from './command.ts';

/** A base with a need that more sheets answer than a page prints, and a sheet that asks for a need of its own. */
const work = mkdtempSync(join(tmpdir(), 'tra-pari-needs-'));
const [content, out] = [join(work, 'content'), join(work, 'dist')];
const names = Array.from({ length: 26 }, (_, index) => `officina-${String(index + 10)}`);

beforeAll(async () => {
  cpSync(fixtureFolder, content, { recursive: true });
  const sheet = fixtureText('practices/officina-vuota.mdx');
  for (const name of names)
    writeFileSync(
      join(content, `practices/${name}.mdx`),
      sheet
        .replace('title: "Officina vuota"', `title: "Officina ${name.slice(-2)}"`)
        .replace('\nstatus:', '\nopenQuestions:\n  - "Chi tiene le chiavi?"\nstatus:')
        .replace('\ntargetGroups:', '\nproposedNeeds:\n  - "Strade al buio"\ntargetGroups:'),
    );
  const { status, text } = await startBuild(content, out).end;
  expect(status, text).toBe(0);
}, 180_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

const html = (page: string) => readFileSync(join(out, page, 'index.html'), 'utf8');
const sheetsOf = (page: string) =>
  [...html(page).matchAll(/<h3>\s*<a href="\/pratiche\/([^/"]+)\/"/g)].map(([, id]) => id ?? '');

describe('a need with many answers', () => {
  const pages = ['bisogni/spazi-vuoti', 'bisogni/spazi-vuoti/2'];

  test('has them all on its pages, each once, and no page more', () => {
    const [first = [], second = []] = pages.map(sheetsOf);
    expect([first.length, second.length]).toEqual([24, 4]);
    expect([...first, ...second].sort()).toEqual(['case-aperte', 'officina-vuota', ...names].sort());
    expect(existsSync(join(out, 'bisogni/spazi-vuoti/3'))).toBe(false);
  });

  test('leads from each page to the other, under titles of their own', () => {
    expect(html(pages[0] ?? '')).toContain('href="/bisogni/spazi-vuoti/2/"');
    expect(html(pages[1] ?? '')).toContain('href="/bisogni/spazi-vuoti/"');
    expect(html(pages[1] ?? '')).toMatch(/<title>[^<]+, pagina 2 · /);
  });

  test('is found by the search on its first page alone', () => {
    expect(pages.map((page) => html(page).includes('data-pagefind-body'))).toEqual([true, false]);
  });

  test('asks on each page what its sheets leave open', () => {
    const [, second = ''] = pages;
    expect(html(second).match(/Chi tiene le chiavi\?/g)).toHaveLength(
      sheetsOf(second).filter((id) => names.includes(id)).length,
    );
  });
});

test('a need that sheets propose stands in the list once, with some of them', () => {
  const list = html('bisogni');
  expect(list.match(/«Strade al buio»/g)).toHaveLength(1);
  expect(list).toMatch(/e altre 23 schede/);
});

test('a need that nobody has answered is said so, with the way to be first', () => {
  const waiting = /<div class="need-waiting">.*?<\/div>/s;
  const [, ...areas] = html('bisogni').split('class="need-group"');
  const work = areas.find((area) => area.includes('id="inclusione-attiva-lavoro"')) ?? '';
  expect(work.match(waiting)?.[0]).toContain('href="/bisogni/giovani-senza-lavoro/"');
  expect(work.match(waiting)?.[0]).toContain('href="/contribuisci/"');
});
