/** The list of the activities and its filters. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFindings as findings, isTooWide } from './findings.ts';
import { open, site } from './site.ts';

interface Published {
  id: string;
  title: string;
  minutes: { min: number };
  people: { min: number; max: number };
  purpose: string[];
  difficulty: string;
  focusAreas?: string[];
}

const folder = join(site.folder, 'dati/activities');
const activities: Published[] = readdirSync(folder).map(
  (file) => (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { entry: Published }).entry,
);
const titlesOf = (filter: (activity: Published) => boolean): string[] =>
  activities
    .filter(filter)
    .map(({ title }) => title)
    .sort();

const list = '/attivita/';
const shown = async (page: Page): Promise<string[]> =>
  (await page.locator('.activity-group .card:visible h3').allInnerTexts()).sort();
const count = (page: Page) => page.locator('#activity-count');
const minutes = (page: Page) => page.getByLabel('Minuti che ho, al più');
const people = (page: Page) => page.getByLabel('In quanti siamo');
const choose = (page: Page, label: string, option: string) =>
  page.getByLabel(label, { exact: true }).selectOption(option);
const search = (page: Page): string => new URL(page.url()).search;

describe('the filters', () => {
  test('show all the activities until something is asked', async () => {
    await using visit = await open(list);
    expect(await shown(visit.page)).toEqual(titlesOf(() => true));
    expect(await count(visit.page).innerText()).toBe(`${activities.length} attività`);
    expect(await visit.page.locator('#activity-chips').isVisible()).toBe(false);
  });

  test.each([
    ['?minuti=40', (it: Published) => it.minutes.min <= 40],
    ['?persone=45', (it: Published) => it.people.min <= 45 && it.people.max >= 45],
    ['?scopo=imparare-da-un-caso', (it: Published) => it.purpose.includes('learn')],
    ['?difficolta=facile', (it: Published) => it.difficulty === 'easy'],
    ['?area=casa', (it: Published) => it.focusAreas?.includes('casa') ?? true],
    [
      '?minuti=60&persone=20&scopo=scegliere-e-ordinare&difficolta=media',
      (it: Published) =>
        it.minutes.min <= 60 &&
        it.people.min <= 20 &&
        it.people.max >= 20 &&
        it.purpose.includes('decide') &&
        it.difficulty === 'medium',
    ],
  ])('%s shows exactly what the data say', async (asked, fits) => {
    await using visit = await open(list + asked);
    const wanted = titlesOf(fits);
    expect(await shown(visit.page)).toEqual(wanted);
    expect(wanted.length).toBeLessThanOrEqual(activities.length);
    const told = await count(visit.page).innerText();
    expect(told).toContain(wanted.length === 0 ? 'Nessuna' : String(wanted.length));
    // a purpose without activities is neither a heading nor a link
    const [headings, links] = [
      await visit.page.locator('.activity-group h2:visible').allInnerTexts(),
      await visit.page.locator('.activity-jumps a:visible').allInnerTexts(),
    ];
    expect(links).toEqual(headings);
  });

  test('each choice is in the address and a step of the back button', async () => {
    await using visit = await open(list);
    const { page } = visit;
    await choose(page, 'A che cosa serve', 'capire-il-problema');
    await minutes(page).fill('45');
    await minutes(page).press('Tab');
    expect(search(page)).toBe('?minuti=45&scopo=capire-il-problema');
    const both = await shown(page);
    await page.goBack();
    expect(search(page)).toBe('?scopo=capire-il-problema');
    expect(await minutes(page).inputValue()).toBe('');
    expect(await shown(page)).toEqual(titlesOf(({ purpose }) => purpose.includes('understand')));
    await page.goForward();
    expect(await shown(page)).toEqual(both);
    await page.goBack();
    await page.goBack();
    expect(search(page)).toBe('');
    expect(await shown(page)).toHaveLength(activities.length);
  });

  test('are let go one by one or all together, and the focus goes to what is found', async () => {
    await using visit = await open(`${list}?minuti=60&persone=20&difficolta=facile`);
    const { page } = visit;
    const isFocused = () => count(page).evaluate((element) => element === document.activeElement);
    await page.getByRole('button', { name: 'Togli il filtro: Siamo in 20' }).click();
    expect(search(page)).toBe('?minuti=60&difficolta=facile');
    expect(await isFocused()).toBe(true);
    await page.getByRole('button', { name: 'Togli i filtri' }).click();
    expect(search(page)).toBe('');
    expect(await isFocused()).toBe(true);
    expect(await shown(page)).toHaveLength(activities.length);
  });

  test('where nothing fits say which one to let go, and how much comes back', async () => {
    await using visit = await open(`${list}?minuti=1&scopo=capire-il-problema`);
    const { page } = visit;
    expect(await shown(page)).toEqual([]);
    const wanted = titlesOf(({ purpose }) => purpose.includes('understand'));
    const way = page.getByRole('button', { name: 'Togli «Al più 1 minuto»' });
    expect(await way.innerText()).toContain(`ne restano ${wanted.length}`);
    expect(await page.locator('#activity-none button').count()).toBe(1);
    await way.click();
    expect(await shown(page)).toEqual(wanted);
    expect(await page.locator('#activity-none').isVisible()).toBe(false);
  });

  test('where no filter alone is enough say so', async () => {
    await using visit = await open(`${list}?minuti=1&persone=9999`);
    await visit.page.getByText('Nessun filtro da solo basta').waitFor();
  });

  test('believe nothing of an address that somebody has made up', async () => {
    await using visit = await open(
      `${list}?minuti=-1&persone=%3Cb%3E&scopo=%22%3E%3Cscript%3E&difficolta=x&area=..%2F`,
    );
    expect(await shown(visit.page)).toHaveLength(activities.length);
    expect([visit.errors, visit.violations]).toEqual([[], []]);
  });

  test('work by keyboard alone', async () => {
    await using visit = await open(list);
    const { page } = visit;
    await minutes(page).focus();
    await page.keyboard.type('40');
    await page.keyboard.press('Tab');
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    expect(search(page)).toBe('?minuti=40&persone=12');
    expect(await people(page).inputValue()).toBe('12');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    // what follows the count are the purposes found
    expect(new URL(page.url()).hash).toMatch(/^#[a-z-]+$/);
    expect(search(page)).toBe('?minuti=40&persone=12');
  });
});

test('without a script there is the whole list, by purpose, with links to each', async () => {
  await using visit = await open(`${list}?minuti=1`, { javascript: false });
  const { page } = visit;
  expect(await shown(page)).toEqual(titlesOf(() => true));
  expect(await page.locator('form.activity-filter').isVisible()).toBe(false);
  expect(await page.locator('main button:visible').count()).toBe(0);
  const link = page.getByRole('navigation', { name: 'A che cosa servono' }).getByRole('link').last();
  await link.click();
  expect(new URL(page.url()).hash).toBe('#chiudere-e-impegnarsi');
});

test.each([360, 1280])('axe finds nothing at %i px, with filters and with nothing found', async (width) => {
  for (const asked of ['', '?minuti=60&area=casa', '?minuti=1', '?minuti=1&persone=9999']) {
    await using visit = await open(list + asked, { width });
    expect({ asked, findings: await findings(visit.page) }).toEqual({ asked, findings: [] });
    expect(await isTooWide(visit.page)).toBe(false);
  }
});

test('the script of the filters stays within 4 KB', async () => {
  await using visit = await open(list);
  const files = await visit.page
    .locator('script[type=module][src]')
    .evaluateAll((scripts) => scripts.map((script) => (script as HTMLScriptElement).src));
  const own: string[] = [];
  for (const file of files) {
    const text = await (await fetch(file)).text();
    if (text.includes('activity-filter')) own.push(text);
  }
  expect(own).toHaveLength(1);
  expect(gzipSync(own.join('')).length).toBeLessThan(4096);
});
