/** The network goes while a session is led, and the server too: nothing is lost, and the page opens again. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { launch } from '../../src/cli/chromium.ts';
import { writeManifest } from '../../src/cli/release.ts';
import { serve } from '../../src/cli/serve.ts';
import type { Run } from '../../src/knowledge/run.ts';
import { richPlan } from '../knowledge/led-session.ts';
import { site } from './site.ts';

const plan = richPlan();

const browser = launch(site.chromium);
afterAll(async () => {
  await (await browser).close();
});

interface Room extends AsyncDisposable {
  context: BrowserContext;
  page: Page;
  /** Stops the server for good. */
  stop: () => Promise<void>;
  violations: string[];
}

/** A server of its own, so that it can be stopped, with the plan kept on the device and one page open. */
async function room({
  folder = site.folder,
  address = 'sessioni/conduci/?piano=abc123',
} = {}): Promise<Room> {
  const served = await serve(folder, { port: 0, base: '/' });
  const context = await (
    await browser
  ).newContext({
    baseURL: served.address,
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
  });
  const violations: string[] = [];
  await context.exposeFunction('reportViolation', (violation: string) => violations.push(violation));
  await context.addInitScript(() => {
    const { reportViolation } = globalThis as unknown as { reportViolation: (violation: string) => void };
    addEventListener('securitypolicyviolation', ({ effectiveDirective, sample }) =>
      reportViolation(`${effectiveDirective} ${sample}`),
    );
  });
  const page = await context.newPage();
  await page.goto('favicon.svg');
  await page.evaluate((text) => localStorage.setItem('tra-pari:piano:abc123', text), JSON.stringify(plan));
  await page.goto(address);
  return {
    context,
    page,
    stop: () => served.close(),
    violations,
    [Symbol.asyncDispose]: async () => {
      await context.close();
      await served.close();
    },
  };
}

const ready = (page: Page) =>
  page.locator('#run-offline', { hasText: 'Pronta anche senza rete' }).waitFor({ timeout: 30_000 });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const keptRun = (page: Page) =>
  page.evaluate(() => JSON.parse(localStorage.getItem('tra-pari:svolta:abc123') ?? 'null') as Run | null);

/** Goes on leading as if nothing had happened. */
async function leadOn(page: Page): Promise<void> {
  const before = await keptRun(page);
  await page.reload();
  await page.locator('#run-stage').waitFor();
  await press(page, '+5 minuti');
  await page.getByLabel('Testo').fill('senza rete');
  await press(page, 'Aggiungi');
  await press(page, 'Avanti');
  await page.reload();
  await page.locator('#run-stage').waitFor();
  const after = await keptRun(page);
  expect(after?.startedAt).toBe(before?.startedAt);
  expect(after?.steps.length).toBe((before?.steps.length ?? 0) + 1);
  expect(after?.steps.at(-2)?.extra).toBe((before?.steps.at(-1)?.extra ?? 0) + 5);
  expect(after?.captures.at(-1)?.text).toBe('senza rete');
  expect(await page.locator('#capture-list').innerText()).toContain('senza rete');
}

describe('without a network', () => {
  test('the session goes on, is opened again, and what it needs is there', async () => {
    await using at = await room();
    const { page, context, violations } = at;
    await ready(page);
    await press(page, 'Comincia');
    await press(page, 'Avanti');
    await context.setOffline(true);
    await leadOn(page);
    // the activity of the third block, whose words were never asked for while there was a network
    await page.locator('#run-notes summary').click();
    await page.getByRole('heading', { name: 'Parole da dire' }).waitFor();
    expect(await page.locator('#capture-needs option').count()).toBeGreaterThan(5);
    await press(page, 'Termina la sessione');
    await page.locator('.review-table').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Word')]);
    expect(download.suggestedFilename()).toMatch(/\.docx$/);
    await press(page, 'Trasforma in laboratorio');
    await page.locator('.workshop-form').waitFor();
    await page.goto('sessioni/conduci/');
    await page.getByRole('link', { name: 'Due ore su ToNite' }).waitFor();
    expect(violations).toEqual([]);
  });

  test('a session that was only planned here is led all the same', async () => {
    await using at = await room({ address: 'sessioni/pianifica/?piano=abc123' });
    const { page, context } = at;
    const kept = (path: string) => page.evaluate(async (it) => Boolean(await caches.match(it)), path);
    await expect.poll(() => kept('/dati/activities/pre-mortem.json'), { timeout: 20_000 }).toBe(true);
    await context.setOffline(true);
    await page.goto('sessioni/conduci/?piano=abc123');
    await press(page, 'Comincia');
    await leadOn(page);
  });

  test('the server is gone altogether', async () => {
    await using at = await room();
    const { page, stop } = at;
    await ready(page);
    await press(page, 'Comincia');
    await stop();
    await leadOn(page);
    expect(await page.evaluate(() => document.fonts.check('1rem "Titillium Web"'))).toBe(true);
    const styled = await page
      .locator('#run-time')
      .evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    expect(styled).toBeGreaterThan(60);
  });

  test('a page of the site that is not of sessions is left alone', async () => {
    await using at = await room();
    const { page, context } = at;
    await ready(page);
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const addresses = await Promise.all(
        names.map(async (name) =>
          (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname),
        ),
      );
      return addresses.flat();
    });
    expect(kept).toContain('/sessioni/conduci/');
    expect(kept).toContain('/dati/activities/mappa-dei-bisogni.json');
    expect(kept).toContain('/dati/practices/tonite.json');
    expect(kept.filter((path) => path.endsWith('/')).every((path) => path.startsWith('/sessioni/'))).toBe(
      true,
    );
    const scopes = await page.evaluate(async () =>
      (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
    );
    expect(scopes).toEqual(['/sessioni/']);
    await page.goto('pratiche/tonite/');
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    await context.setOffline(true);
    await expect(page.reload()).rejects.toThrow(/ERR_INTERNET_DISCONNECTED|ERR_/);
  });
});

describe('the worker', () => {
  test('comes as a script that is asked again at every visit', async () => {
    await using at = await room();
    const answer = await at.page.request.get('sessioni/sw.js');
    expect(answer.ok()).toBe(true);
    expect(answer.headers()).toMatchObject({
      'content-type': 'text/javascript',
      'cache-control': 'no-cache',
    });
  });

  test('throws away what an older release kept, and nothing of others', async () => {
    await using at = await room();
    const { page } = at;
    await ready(page);
    await page.evaluate(async () => {
      await (await caches.open('tra-pari:/sessioni:vecchia')).put('/x', new Response('x'));
      await (await caches.open('di-altri')).put('/x', new Response('x'));
      const [registration] = await navigator.serviceWorker.getRegistrations();
      await registration?.unregister();
    });
    await page.goto('favicon.svg');
    await page.goto('sessioni/conduci/?piano=abc123');
    await ready(page);
    const names = await page.evaluate(() => caches.keys());
    expect(names).toContain('di-altri');
    expect(names).not.toContain('tra-pari:/sessioni:vecchia');
  });

  test('a new release is read at once, and takes the place of the old one when that is closed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tra-pari-release-'));
    try {
      cpSync(site.folder, folder, { recursive: true });
      const worker = join(folder, 'sessioni/sw.js');
      const html = join(folder, 'sessioni/conduci/index.html');
      const release = /"release":"(\w+)"/.exec(readFileSync(worker, 'utf8'))?.[1] ?? '';
      await using at = await room({ folder });
      const { page, context } = at;
      await ready(page);
      await press(page, 'Comincia');
      writeFileSync(worker, readFileSync(worker, 'utf8').replace(release, 'nuova'));
      writeFileSync(
        html,
        readFileSync(html, 'utf8').replace('>Conduci una sessione</h1>', '>Edizione nuova</h1>'),
      );
      await writeManifest(folder);
      await page.reload();
      expect(await page.locator('h1').innerText()).toBe('Edizione nuova');
      const names = () => page.evaluate(() => caches.keys());
      await expect
        .poll(async () => (await names()).some((name) => name.endsWith(':nuova')), { timeout: 20_000 })
        .toBe(true);
      // the pages of the old one are closed
      await page.goto('favicon.svg');
      await expect
        .poll(async () => (await names()).filter((name) => name.endsWith(release)), { timeout: 20_000 })
        .toEqual([]);
      await page.goto('sessioni/conduci/?piano=abc123');
      await ready(page);
      await context.setOffline(true);
      await page.reload();
      await page.locator('#run-stage').waitFor();
      expect(await page.locator('h1').innerText()).toBe('Edizione nuova');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('no other script can be registered, and no other policy made', async () => {
    await using at = await room();
    const { page } = at;
    await ready(page);
    const refused = await page.evaluate(async () => {
      const failed = async (work: () => unknown): Promise<boolean> => {
        try {
          await work();
          return false;
        } catch {
          return true;
        }
      };
      const { trustedTypes } = globalThis as unknown as {
        trustedTypes: { createPolicy: (name: string, rules: object) => unknown };
      };
      const rules = { createScriptURL: (text: string) => text };
      return Promise.all([
        failed(() => navigator.serviceWorker.register('/sessioni/sw.js')),
        failed(() => trustedTypes.createPolicy('altro', rules)),
        failed(() => trustedTypes.createPolicy('offline', rules)),
      ]);
    });
    expect(refused).toEqual([true, true, true]);
  });

  test('a page whose data did not come says so, and completes itself when the network is back', async () => {
    await using at = await room();
    const { page, context } = at;
    await ready(page);
    await page.evaluate(async () => {
      for (const name of await caches.keys()) if (name.endsWith('dati')) await caches.delete(name);
    });
    await context.setOffline(true);
    await page.reload();
    const told = page.locator('#run-offline');
    await told.filter({ hasText: 'mancano ancora' }).waitFor();
    expect(await told.innerText()).toContain('«ToNite»');
    await context.setOffline(false);
    await ready(page);
  });
});
