/** What the gate lets through of the strings of others, in a real browser with no policy to help: nothing happens. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { corpora } from '../corpora/inputs.ts';
import { tryInputs } from '../corpora/try-inputs.ts';
import { launch } from '../../src/cli/chromium.ts';
import { site } from './site.ts';

const folder = mkdtempSync(join(tmpdir(), 'tra-pari-inert-'));
let browser: Browser;
beforeAll(async () => {
  browser = await launch(site.chromium);
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const address = 'http://prova.invalid/';
const atOnce = 250;

/** Shows HTML without any policy, touches everything, and tells what it did. */
async function show(html: string) {
  await using context = await browser.newContext();
  const dialogs: string[] = [];
  const asked: string[] = [];
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    if (url === address) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    asked.push(url);
    return route.abort();
  });
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(address, { waitUntil: 'load' });
  const found = await page.evaluate(() => {
    window.addEventListener('click', (event) => event.preventDefault(), { capture: true });
    const all = [...document.body.querySelectorAll<HTMLElement>('*')];
    for (const element of all) {
      for (const type of ['mouseover', 'mouseenter', 'focus', 'click', 'error', 'toggle', 'pointerdown'])
        element.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
    }
    const forbidden =
      'script,style,link,meta,base,iframe,frame,object,embed,form,input,button,svg,math,img,video,audio';
    return {
      elements: all.length,
      forbidden: [...document.body.querySelectorAll(forbidden)].map((element) => element.outerHTML),
      handlers: all.flatMap((element) =>
        element.getAttributeNames().filter((name) => /^(?:on|style$|srcdoc$|formaction$)/.test(name)),
      ),
      links: [...document.links].map((link) => link.href).filter((href) => !/^https?:\/\//.test(href)),
      ran: 'ran' in globalThis,
    };
  });
  return { ...found, dialogs, asked, errors };
}

test('a page that does something is noticed', async () => {
  const { dialogs, asked, forbidden, handlers, links } = await show(
    '<p onclick="alert(2)">a</p><img src="https://example.org/a.png" onerror="alert(1)"><a href="javascript:alert(3)">b</a>',
  );
  expect([...new Set(dialogs)].sort()).toEqual(['1', '2']);
  expect(asked).toEqual(['https://example.org/a.png']);
  expect(forbidden).toHaveLength(1);
  expect(handlers).toHaveLength(2);
  expect(links).toHaveLength(1);
});

test('nothing of what was let through does anything', { timeout: 240_000 }, async () => {
  const inputs = Object.values(corpora)
    .flat()
    .filter(({ name }) => !name.endsWith('whole file'));
  const { html } = await tryInputs(inputs, join(folder, 'canary'));
  const pieces = [...html].filter((piece) => piece.trim() !== '');
  expect(pieces.length).toBeGreaterThan(1000);
  let elements = 0;
  for (let index = 0; index < pieces.length; index += atOnce) {
    const page = pieces
      .slice(index, index + atOnce)
      .map((piece) => `<div>${piece}</div>`)
      .join('\n');
    const { elements: shown, ...done } = await show(`<!doctype html><meta charset="utf-8"><body>${page}`);
    expect(done).toEqual({
      forbidden: [],
      handlers: [],
      links: [],
      ran: false,
      dialogs: [],
      asked: [],
      errors: [],
    });
    elements += shown;
  }
  console.log(
    `Shown without a policy: ${pieces.length} texts, ${elements} elements; 0 dialogs, 0 requests, 0 handlers.`,
  );
});
