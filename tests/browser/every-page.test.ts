import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { onePageOfEachType, readSite } from '../built-site/read.ts';
import { accessibilityFindings } from './findings.ts';
import { open, site } from './site.ts';

const pages = onePageOfEachType(readSite(site.folder));

/** Elements that stick out on the right, when the page scrolls sideways. */
function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
    );
    return [`${root.scrollWidth} px wide`, ...wide.map((element) => element.outerHTML.slice(0, 120))];
  });
}

/**
 * Visible texts of the main content that no app of ours made: they must not need a script. Buttons may, and so may what
 * says that it does, and what an app tells.
 */
function readingTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    for (const button of document.querySelectorAll('main button')) button.remove();
    return [
      ...document.querySelectorAll<HTMLElement>(
        'main :is(h1, h2, h3, h4, p, li, dt, dd, td, th, blockquote)',
      ),
    ]
      .filter(
        (element) =>
          element.closest('.needs-script, [role=status], [aria-live], noscript') === null &&
          element.checkVisibility(),
      )
      .map((element) => element.innerText.replace(/\s+/g, ' ').trim())
      .filter(Boolean);
  });
}

interface Stop {
  element: string;
  ring: boolean;
  inView: boolean;
}

/** Walks the page with the Tab key and reads what the focus looks like at each stop. */
async function walk(page: Page, most: number): Promise<Stop[]> {
  const looks = `(element) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
    const outline = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 ? outlineStyle + outlineWidth + outlineColor : '';
    return { outline, boxShadow: boxShadow === 'none' ? '' : boxShadow };
  }`;
  await page.evaluate(`
    globalThis.looks = ${looks};
    globalThis.atRest = new Map([...document.querySelectorAll('*')].map((element) => [element, looks(element)]));
  `);
  const stops: Stop[] = [];
  while (stops.length < most) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<Stop | null>(`(() => {
      const element = document.activeElement;
      if (!element || element === document.body || globalThis.atRest.get(element) === 'seen') return null;
      document.getAnimations().forEach((animation) => animation.finish());
      const rest = globalThis.atRest.get(element) ?? { outline: '', boxShadow: '' };
      const now = globalThis.looks(element);
      globalThis.atRest.set(element, 'seen');
      const box = element.getBoundingClientRect();
      return {
        element: element.outerHTML.slice(0, 120),
        ring: (now.outline !== '' && now.outline !== rest.outline) || (now.boxShadow !== '' && now.boxShadow !== rest.boxShadow),
        inView: box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
      };
    })()`);
    if (stop === null) break;
    stops.push(stop);
  }
  return stops;
}

test('there is a page of each type', () => {
  expect(pages).toContain('/');
  expect(pages).toContain('/404.html');
  expect(pages.length).toBeGreaterThan(5);
});

describe.each(pages)('%s', (path) => {
  test.each([1280, 360])('axe finds nothing at %i px', async (width) => {
    await using visit = await open(path, { width });
    expect(await accessibilityFindings(visit.page)).toEqual([]);
  });

  test('does not scroll sideways at 320 px', async () => {
    await using visit = await open(path, { width: 320 });
    expect(await stickingOut(visit.page)).toEqual([]);
  });

  test('asks nothing of other hosts, breaks no rule of the security policy and logs no error', async () => {
    await using visit = await open(path);
    await visit.page.waitForLoadState('networkidle');
    const { outside, violations, errors } = visit;
    expect({ outside, violations, errors }).toEqual({ outside: [], violations: [], errors: [] });
  });

  test('has one h1, in its main content', async () => {
    await using visit = await open(path);
    expect(await visit.page.locator('h1').count()).toBe(1);
    expect(await visit.page.locator('main h1').isVisible()).toBe(true);
  });

  test('reads the same without JavaScript', async () => {
    await using scripted = await open(path);
    await scripted.page.waitForLoadState('networkidle');
    await using plain = await open(path, { javascript: false });
    const [wanted, found] = [await readingTexts(scripted.page), await readingTexts(plain.page)];
    expect(found.join(' ').length).toBeGreaterThan(40);
    expect(wanted.filter((text) => !found.includes(text))).toEqual([]);
  });

  test('Tab shows the skip link first, and every stop has a visible ring', async () => {
    await using visit = await open(path);
    const stops = await walk(visit.page, 60);
    expect(stops[0]).toMatchObject({
      element: expect.stringContaining('href="#') as string,
      ring: true,
      inView: true,
    });
    expect(stops.filter(({ ring, inView }) => !ring || !inView)).toEqual([]);
  });

  test('the skip link leads past the menu', async () => {
    await using visit = await open(path);
    await visit.page.keyboard.press('Tab');
    await visit.page.keyboard.press('Enter');
    await visit.page.keyboard.press('Tab');
    const past = await visit.page.evaluate(() => {
      const [main, element] = [document.querySelector('main'), document.activeElement];
      if (!main || !element) return false;
      return (
        main.contains(element) ||
        Boolean(main.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
      );
    });
    expect(past).toBe(true);
  });
});
