import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { open } from './site.ts';

const index = '/copertura/';
const area = '/copertura/disagio-abitativo/';

interface AxNode {
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
}

/** Roles and names as Chromium tells them to a screen reader. */
async function heard(page: Page): Promise<{ role: string; name: string }[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
  await session.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => ({ role: role?.value ?? '', name: (name?.value ?? '').trim() }));
}
const namesOf = (nodes: readonly { role: string; name: string }[], role: string) =>
  nodes.filter((node) => node.role === role).map(({ name }) => name);

describe.each([index, area, '/bisogni/', '/bisogni/quartiere-senza-servizi/'])('%s', (path) => {
  test('does not scroll sideways at 360 px, without script', async () => {
    await using visit = await open(path, { width: 360, javascript: false });
    const { wide, room } = await visit.page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      room: document.documentElement.clientWidth,
    }));
    expect(wide).toBe(room);
  });
});

describe('the tables of coverage', () => {
  test.each([
    [
      index,
      [
        'Aree: schede, risultati misurati e bisogni con e senza risposta',
        'Schede per destinatari e area',
        'Schede per regione e area',
        'Le città con più schede',
      ],
    ],
    [area, ['Bisogni e destinatari: Riduzione del disagio abitativo']],
  ])('of %s have a name, heads, and a region to scroll them in', async (path, captions) => {
    await using visit = await open(path, { width: 360, javascript: false });
    const { page } = visit;
    const nodes = await heard(page);
    // the tree comes in no order
    expect(namesOf(nodes, 'table').sort()).toEqual([...captions].sort());
    expect(namesOf(nodes, 'region')).toEqual(expect.arrayContaining(captions));
    const tables = await page.evaluate(() =>
      [...document.querySelectorAll('main table')].map((table) => ({
        unnamed: [...table.querySelectorAll('th')].filter((head) => !head.innerText.trim()).length,
        scopes: [...table.querySelectorAll('th')].every(
          ({ scope, parentElement }) =>
            scope === (parentElement?.parentElement?.localName === 'thead' ? 'col' : 'row'),
        ),
        widths: new Set([...table.querySelectorAll('tr')].map((row) => row.children.length)).size,
        empty: [...table.querySelectorAll('td')].filter((cell) => !cell.innerText.trim()).length,
      })),
    );
    expect(tables).toEqual(captions.map(() => ({ unnamed: 0, scopes: true, widths: 1, empty: 0 })));
  });

  test('name each link by its row and its column, and say no number by colour alone', async () => {
    await using visit = await open(area);
    const links = namesOf(await heard(visit.page), 'link').filter((name) => /^[\d.]+ sched[ae]:/.test(name));
    expect(links.length).toBeGreaterThan(5);
    expect(new Set(links).size).toBe(links.length);
    const cells = await visit.page.locator('.heat').allInnerTexts();
    expect(cells.filter((text) => !/^([\d.]+|–)$/.test(text.trim()))).toEqual([]);
  });

  test('keep the name of the row in sight while they are scrolled with the keyboard', async () => {
    await using visit = await open(area, { width: 360 });
    const { page } = visit;
    const region = page.locator('.table-scroll');
    await region.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => (document.querySelector('.table-scroll')?.scrollLeft ?? 0) > 0);
    const box = await page.locator('.matrix tbody th').first().boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
  });

  test('draw the needs for the eye alone', async () => {
    await using visit = await open(index);
    expect(await visit.page.locator('.tile').count()).toBeGreaterThan(20);
    const snapshot = await visit.page.locator('figure').ariaSnapshot();
    expect(snapshot).not.toContain('Un riquadro per ogni bisogno');
    expect(snapshot.match(/rowheader/g)).toHaveLength(await visit.page.locator('.tile-row').count());
  });
});

describe('a number of coverage', () => {
  test('leads to the search with as many results', async () => {
    await using visit = await open(index);
    const { page } = visit;
    const cell = page.locator('.coverage-table .heat a').first();
    const wanted = (await cell.innerText()).trim();
    await cell.click();
    await page.waitForURL(/\/cerca\/\?kind=practice&/);
    await page
      .getByText(new RegExp(`^${wanted} (?:risultat|pagin|sched)`))
      .first()
      .waitFor();
  });
});

describe('the needs', () => {
  test('are reached area by area, also those that nobody has answered', async () => {
    await using visit = await open('/bisogni/', { javascript: false });
    const { page } = visit;
    const jumps = page.getByRole('navigation', { name: 'Bisogni per area' });
    await jumps
      .getByRole('link', { name: /senza risposta/ })
      .first()
      .click();
    const target = page.locator(':target');
    expect(await target.innerText()).toBe('Nessuno ha ancora risposto');
    const waiting = page.locator('.need-waiting', { has: target });
    expect(await waiting.locator('ul a').count()).toBeGreaterThan(0);
    expect(await waiting.getByRole('link', { name: /primo caso/ }).getAttribute('href')).toContain(
      '/contribuisci/',
    );
  });

  test('have headings in order, and name the place of each open question', async () => {
    await using visit = await open('/bisogni/quartiere-senza-servizi/', { javascript: false });
    const { page } = visit;
    const headings = namesOf(await heard(page), 'heading');
    expect(headings).toEqual(
      expect.arrayContaining([
        'Che cosa hanno fatto altre città',
        'Domande ancora aperte',
        'Difficoltà già incontrate',
      ]),
    );
    const places = await page
      .locator('.question-places h3 a')
      .evaluateAll((links) =>
        links.map((link) => (link as HTMLAnchorElement).pathname + (link as HTMLAnchorElement).hash),
      );
    expect(places.length).toBeGreaterThan(3);
    for (const place of places) expect(place).toMatch(/#(?:non-sappiamo|domande-aperte)$/);
    await page.locator('.question-places h3 a').first().click();
    expect(await page.locator(':target').count()).toBe(1);
  });
});
