import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { open } from './site.ts';

const sheet = '/pratiche/tonite/';
const bubble = '.word-bubble';
const word = 'a.term[href="#parola-patto-di-collaborazione"]';

/** The words that the bubble shows, or null while it is shut. */
const shown = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLElement>('.word-bubble:popover-open')?.innerText ?? null);

test('a word is explained on hover, and the explanation can be reached and closed', async () => {
  await using visit = await open(sheet);
  const { page } = visit;
  await page.hover(word);
  await page.waitForSelector(`${bubble}:popover-open`);
  expect(await shown(page)).toContain('Patto di collaborazione');
  const [text, box, own] = [
    await shown(page),
    await page.locator(word).first().boundingBox(),
    await page.locator(bubble).boundingBox(),
  ];
  expect(text).toContain(await page.locator('#spiegazione-patto-di-collaborazione').innerText());
  expect(Math.abs((own?.y ?? 0) - (box?.y ?? 0))).toBeLessThan(200);
  await page.hover(bubble);
  await page.waitForTimeout(400);
  expect(await shown(page)).toBe(text);
  await page.keyboard.press('Escape');
  expect(await shown(page)).toBeNull();
  expect(visit.errors).toEqual([]);
  expect(visit.violations).toEqual([]);
});

test('it goes away with the pointer', async () => {
  await using visit = await open(sheet);
  await visit.page.hover(word);
  await visit.page.waitForSelector(`${bubble}:popover-open`);
  await visit.page.mouse.move(5, 5);
  await visit.page.waitForSelector(bubble, { state: 'hidden' });
});

test('the keyboard meets it too: focus shows it, Enter leads to the entry', async () => {
  await using visit = await open(sheet);
  const { page } = visit;
  await page.locator('h2#che-cosa-hanno-fatto').scrollIntoViewIfNeeded();
  await page.evaluate((selector) => {
    const links = [...document.querySelectorAll<HTMLElement>('a')];
    links[links.indexOf(document.querySelector(selector) as HTMLElement) - 1]?.focus();
  }, word);
  await page.keyboard.press('Tab');
  await page.waitForSelector(`${bubble}:popover-open`);
  expect(await shown(page)).toContain('Patto di collaborazione');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#parola-patto-di-collaborazione$/);
});

test('a finger opens and shuts it on a narrow screen, inside the screen', async () => {
  await using visit = await open(sheet, { width: 360, height: 640 });
  const { page } = visit;
  await page.locator(word).first().click();
  const own = await page.locator(`${bubble}:popover-open`).boundingBox();
  expect(own?.x).toBeGreaterThanOrEqual(0);
  expect((own?.x ?? 0) + (own?.width ?? 0)).toBeLessThanOrEqual(360);
  expect(new URL(page.url()).hash).toBe('');
  await page.locator('h1').click();
  expect(await shown(page)).toBeNull();
});

test('without JavaScript, and for who hears the page, the word leads to its explanation', async () => {
  await using visit = await open(sheet, { javascript: false });
  const link = visit.page.locator(word).first();
  const id = await link.getAttribute('aria-describedby');
  expect(await visit.page.locator(`#${id}`).isVisible()).toBe(true);
  await link.click();
  expect(new URL(visit.page.url()).hash).toBe('#parola-patto-di-collaborazione');
});

test('on paper the explanations are notes at the end of the text', async () => {
  await using visit = await open(sheet);
  await visit.page.emulateMedia({ media: 'print' });
  expect(await visit.page.locator('#parola-patto-di-collaborazione').isVisible()).toBe(true);
});
