import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { open } from './site.ts';

const like = '/citta/come-la-mia/';
const status = '[role="status"]';

/** Names of the cities that the list shows, in its order. */
const listed = (page: Page): Promise<string[]> =>
  page.locator('#citta-con-schede > li:visible h3').allInnerTexts();

const statusOf = (page: Page): Promise<string> => page.locator(status).innerText();

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  });
}

const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe('cities like mine', () => {
  test('a city chosen by keyboard puts the others in order, with reasons and differences, and stands in the address', async () => {
    await using visit = await open(like);
    const { page } = visit;
    const before = await listed(page);
    await page.focus('#citta');
    // the select finds what is typed by itself
    await page.keyboard.type('Matera');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?citta=matera$/);
    expect(await statusOf(page)).toContain('in ordine di vicinanza con Matera');
    const after = await listed(page);
    expect(after).not.toContain('Matera');
    expect([...after, 'Matera'].sort()).toEqual([...before].sort());
    // the only one of its size, though Bari is nearer
    expect(after[0]).toBe('Pozzuoli');
    expect(after.at(-1)).toBe('Torino');
    const torino = page.locator('#citta-con-schede > li:visible', { hasText: 'Torino' }).last();
    expect(await torino.innerText()).toMatch(/Di diverso[^]*È una città metropolitana, la tua no/);
    expect(await torino.innerText()).toContain('È del Nord (Piemonte), la tua del Mezzogiorno');
    expect(await page.title()).toContain('Matera');
    expect(visit.errors).toEqual([]);
    expect(visit.violations).toEqual([]);
  });

  test('the back button brings the choice before, and the list as it came', async () => {
    await using visit = await open(like);
    const { page } = visit;
    const before = await listed(page);
    await page.selectOption('#citta', 'andria');
    await page.click('#per-citta button');
    const andria = await listed(page);
    await page.selectOption('#citta', 'torino');
    await page.click('#per-citta button');
    expect(await listed(page)).not.toEqual(andria);
    await page.goBack();
    expect(await listed(page)).toEqual(andria);
    expect(await page.locator('#citta').inputValue()).toBe('andria');
    await page.goBack();
    expect(await listed(page)).toEqual(before);
    expect(await statusOf(page)).toBe('');
    expect(await page.locator('.closeness').count()).toBe(0);
    await page.goForward();
    expect(await listed(page)).toEqual(andria);
  });

  test('a link with traits opens with them chosen; a city that has only those comes first', async () => {
    await using visit = await open(`${like}?classe=50-100-mila&regione=campania`);
    const { page } = visit;
    expect(await page.locator('#classe').inputValue()).toBe('50-100-mila');
    expect(await page.locator('#regione').isVisible()).toBe(true);
    expect((await listed(page))[0]).toBe('Pozzuoli');
    expect(await statusOf(page)).toContain('fra 50 e 100 mila abitanti, Campania');
    await page.selectOption('#regione', '');
    await page.selectOption('#classe', '');
    await page.selectOption('#gruppo', 'citta-metropolitane');
    await page.click('#per-tratti button');
    expect(page.url()).toMatch(/\?gruppo=citta-metropolitane$/);
    expect((await listed(page)).slice(-2).sort()).toEqual(['Matera', 'Pozzuoli']);
  });

  test('what the address asks for and is not there is said; nothing chosen is no order', async () => {
    await using visit = await open(`${like}?citta=atlantide`);
    const { page } = visit;
    expect(await statusOf(page)).toContain('la città «atlantide», che qui non c’è');
    expect(await page.locator('.closeness').count()).toBe(0);
    await page.click('#per-citta button');
    expect(new URL(page.url()).search).toBe('');
    expect(await statusOf(page)).toBe('');
  });

  test('a hostile address is only text', async () => {
    await using visit = await open(`${like}?citta=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    expect(await statusOf(visit.page)).toContain('<img src=x onerror=alert(1)>');
    expect(await visit.page.locator(`${status} img`).count()).toBe(0);
    expect(visit.violations).toEqual([]);
  });

  test('the farther of many cities wait behind a button, which leads to the first of them', async () => {
    await using visit = await open(like);
    const { page } = visit;
    // more cities than this base has: the item of one, under the names of others
    await page.route('**/citta/come-la-mia/*', async (route) => {
      const answer = await route.fetch();
      const text = await answer.text();
      const ids = [...text.matchAll(/data-compared="([^"]+)"/g)].map(([, id]) => id ?? '');
      const list = /(<ol id="citta-con-schede"[^>]*>)([^]*?<\/ol>)/;
      const item = /<li class="telling-city"[^]*?<\/h3>/.exec(text)?.[0] ?? '';
      const many = ids.map((id) => `${item.replace(/data-telling="[^"]*"/, `data-telling="${id}"`)}</li>`);
      await route.fulfill({ response: answer, body: text.replace(list, `$1${many.join('')}</ol>`) });
    });
    await page.goto(`${like}?citta=andria`);
    const all = await page.locator('#citta-con-schede > li').count();
    expect(all).toBeGreaterThan(40);
    expect((await listed(page)).length).toBe(20);
    await page.getByRole('button', { name: 'città più lontane' }).press('Enter');
    // all but the reader's own
    expect((await listed(page)).length).toBe(all - 1);
    const focused = await page
      .locator('#citta-con-schede > li:visible')
      .nth(20)
      .evaluate((item) => item.contains(document.activeElement));
    expect(focused).toBe(true);
    await page.selectOption('#citta', 'torino');
    await page.click('#per-citta button');
    expect((await listed(page)).length).toBe(20);
  });

  test('without JavaScript there are the rule, the cities that have told something, and the way to each city', async () => {
    await using visit = await open(like, { javascript: false });
    const { page } = visit;
    expect(await page.locator('select:visible').count()).toBe(0);
    expect(await page.locator('.closeness-rule li').count()).toBe(4);
    expect((await listed(page)).length).toBeGreaterThan(4);
    await page.click('#tutte a:text-is("Andria")');
    await page.waitForURL(/\/citta\/andria\/#citta-come-questa$/);
    const section = page.locator('section[aria-labelledby="citta-come-questa"]');
    expect(await section.locator('h3').first().innerText()).toBe('Matera');
    expect(await section.locator('dl').first().innerText()).toContain('È del Mezzogiorno, come la tua');
    expect(await section.locator('.telling-sheets li').count()).toBeLessThanOrEqual(10);
  });

  test.each([360, 1280])(
    'axe finds nothing in any state, and nothing sticks out, at %i px',
    async (width) => {
      for (const query of ['?citta=andria', '?regione=puglia', '?citta=x&classe=y']) {
        await using visit = await open(like + query, { width });
        expect(await findings(visit.page)).toEqual([]);
        expect(await isTooWide(visit.page)).toBe(false);
      }
    },
  );
});

describe('the map', () => {
  const lit = (page: Page) =>
    page.evaluate(() => ({
      rows: [...document.querySelectorAll('li.lit')].map((row) => row.getAttribute('data-city')),
      names: [...document.querySelectorAll('.map-lit text')].map(({ textContent }) => textContent),
      told: document.querySelector('.map-told')?.textContent,
    }));

  test('the focus in the list lights the dot with its name, and goes with it', async () => {
    await using visit = await open('/citta/');
    const { page } = visit;
    await page.focus('li[data-city="matera"] a');
    expect(await lit(page)).toEqual({ rows: ['matera'], names: ['Matera'], told: '' });
    await page.keyboard.press('Tab');
    expect(await lit(page)).toEqual({ rows: ['potenza'], names: ['Potenza'], told: '' });
    const [dot, mark] = await Promise.all([
      page.locator('.map-view-south .dot[data-city="potenza"] .mark').boundingBox(),
      page.locator('.map-lit .mark').boundingBox(),
    ]);
    const middle = (box: typeof dot) => Math.round((box?.x ?? 0) + (box?.width ?? 0) / 2);
    expect(Math.abs(middle(dot) - middle(mark))).toBeLessThanOrEqual(1);
    await page.focus('#segno-tutte');
    expect(await lit(page)).toEqual({ rows: [], names: [], told: '' });
    expect(visit.errors).toEqual([]);
    expect(visit.violations).toEqual([]);
  });

  test('a dot under the pointer lights its line; the focus comes back when the pointer goes', async () => {
    await using visit = await open('/citta/');
    const { page } = visit;
    await page.focus('li[data-city="matera"] a');
    await page.hover('.map-view-south .dot[data-city="cagliari"]');
    expect(await lit(page)).toMatchObject({ rows: ['cagliari'], names: ['Cagliari'] });
    await page.mouse.move(5, 5);
    expect(await lit(page)).toMatchObject({ rows: ['matera'], names: ['Matera'] });
  });

  test('a city that the drawing does not hold is told to be outside, until the other drawing is chosen', async () => {
    await using visit = await open('/citta/');
    const { page } = visit;
    await page.focus('li[data-city="torino"] a');
    expect(await lit(page)).toEqual({ rows: ['torino'], names: [], told: 'Torino: fuori da questa carta' });
    await page.check('#carta-italia');
    await page.focus('li[data-city="torino"] a');
    expect(await lit(page)).toEqual({ rows: ['torino'], names: ['Torino'], told: '' });
  });

  test('map and list can be chosen without JavaScript: the drawing, and the cities by what they have', async () => {
    await using visit = await open('/citta/', { javascript: false });
    const { page } = visit;
    const visible = (selector: string) => page.locator(`${selector}:visible`).count();
    expect([await visible('.map-view-south'), await visible('.map-view-italy')]).toEqual([1, 0]);
    await page.focus('#carta-sud');
    await page.keyboard.press('ArrowRight');
    expect([await visible('.map-view-south'), await visible('.map-view-italy')]).toEqual([0, 1]);

    for (const mark of ['practice', 'workshop', 'none']) {
      await page.check(`#segno-${mark}`);
      const label = await page.locator(`label:has(#segno-${mark})`).innerText();
      const rows = await visible('.city-lines li');
      expect(rows).toBe(await visible(`.city-lines li.is-${mark}`));
      expect(label).toContain(`(${rows})`);
      expect(await visible('.dot')).toBe(await visible(`.dot.is-${mark}`));
      // no heading stands over nothing
      for (const region of await page.locator('.region:visible').all())
        expect(await region.locator('li:visible').count()).toBeGreaterThan(0);
    }
  });

  test.each([360, 1280])('names are legible and lie on no other at %i px', async (width) => {
    await using visit = await open('/citta/', { width });
    const { page } = visit;
    for (const view of ['#carta-sud', '#carta-italia']) {
      await page.check(view);
      const names = await page.evaluate(() =>
        [...document.querySelectorAll<SVGTextElement>('.map-names text')]
          .filter((text) => text.getBoundingClientRect().width > 0)
          .map((text) => {
            const scale = text.getScreenCTM()?.a ?? 0;
            const { x, y, width, height } = text.getBoundingClientRect();
            return {
              text: text.textContent,
              size: parseFloat(getComputedStyle(text).fontSize) * scale,
              x,
              y,
              width,
              height,
            };
          }),
      );
      expect(names.length).toBeGreaterThan(4);
      expect(names.filter(({ size }) => size < 12)).toEqual([]);
      // a line's box is taller than its letters: two lines may share that air
      const overlaps = names.flatMap((a, index) =>
        names
          .slice(index + 1)
          .filter(
            (b) =>
              a.x < b.x + b.width &&
              b.x < a.x + a.width &&
              Math.abs(a.y + a.height / 2 - b.y - b.height / 2) < Math.min(a.size, b.size) * 0.8,
          )
          .map((b) => `${a.text} ${b.text}`),
      );
      expect(overlaps).toEqual([]);
    }
  });

  test.each([360, 1280])(
    'axe finds nothing while a city is lit, and nothing sticks out, at %i px',
    async (width) => {
      await using visit = await open('/citta/', { width });
      await visit.page.check('#segno-practice');
      await visit.page.focus('li[data-city="matera"] a');
      expect(await findings(visit.page)).toEqual([]);
      expect(await isTooWide(visit.page)).toBe(false);
    },
  );

  test('a choice is at least 24 px high to touch', async () => {
    await using visit = await open('/citta/', { width: 360 });
    for (const label of await visit.page.locator('.cities label').all())
      expect((await label.boundingBox())?.height).toBeGreaterThanOrEqual(24);
  });

  test('on paper the choices go and the legend stays', async () => {
    await using visit = await open('/citta/');
    await visit.page.emulateMedia({ media: 'print' });
    expect(await visit.page.locator('.cities input:visible').count()).toBe(0);
    expect(await visit.page.locator('.mark-choice svg:visible').count()).toBe(3);
    expect(await visit.page.locator('.map:visible').count()).toBe(1);
  });
});
