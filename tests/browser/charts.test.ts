import { describe, expect, test } from 'vitest';
import { open } from './site.ts';

/** Pages of the real base that draw bars, dates and values in time. */
const pages = ['/fonti/contrasti/', '/pratiche/torino-social-factory/', '/pratiche/tonite/'];

describe.each(pages)('the charts of %s', (path) => {
  test('have words of at least 12 px on a phone, all of them inside the page', async () => {
    await using visit = await open(path, { width: 360 });
    const words = await visit.page.evaluate(() =>
      [...document.querySelectorAll('.chart :is(p, span, text)')]
        .filter((element) => element.textContent.trim())
        .map((element) => {
          const { left, right } = element.getBoundingClientRect();
          return {
            text: element.textContent,
            left,
            right,
            size: parseFloat(getComputedStyle(element).fontSize),
          };
        }),
    );
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter(({ size, left, right }) => size < 12 || left < 0 || right > 360)).toEqual([]);
  });

  test('are heard as tables, on a phone too: every value is the head of a row with its source', async () => {
    await using visit = await open(path, { width: 360 });
    const figures = visit.page.locator('figure:has(.chart)');
    expect(await figures.count()).toBeGreaterThan(0);
    for (const figure of await figures.all()) {
      const heard = await figure.ariaSnapshot();
      const marks = await figure.locator('.chart-mark').count();
      expect(heard.match(/rowheader "/g)).toHaveLength(marks);
      expect(heard.match(/link "fonte \d+"/g)?.length).toBeGreaterThanOrEqual(marks);
      // the words of the drawing are for who sees it
      expect(heard).not.toContain('Le barre partono da zero');
    }
  });
});

test('the mark beside a value leads to where the difference is told', async () => {
  await using visit = await open('/pratiche/torino-social-factory/');
  await visit.page.locator('.facts .open-mark').first().click();
  const told = visit.page.locator(':target');
  expect(await told.locator('figcaption').innerText()).toContain('le fonti si contraddicono');
});
