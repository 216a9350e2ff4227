/** The security policy in force: the site does all it does, and what a hostile text could write into a page does not run. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { contentSecurityHeader, contentSecurityPolicy } from '../../src/security-policy.ts';
import { site as publicSite } from '../../src/site.ts';
import { open, type Visit } from './site.ts';

const policyMeta = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
const where = '/note-legali/';

test('pages, files and what is missing come with the policy and the other headers', async () => {
  await using visit = await open('/');
  for (const path of ['/', '/cerca/', '/favicon.svg', '/manca/']) {
    const headers = (await visit.page.request.get(path)).headers();
    expect(headers['content-security-policy']).toBe(contentSecurityHeader(publicSite.defaultUrl));
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
  const meta = visit.page.locator('head > meta').first();
  expect(await meta.getAttribute('content')).toBe(contentSecurityPolicy(publicSite.defaultUrl));
});

test('a whole search breaks no rule: words, filters, results, back, the glossary', async () => {
  await using visit = await open('/cerca/?q=emergenza+abitativa');
  const { page } = visit;
  const said = (text: string | RegExp) => page.locator('#stato').filter({ hasText: text }).waitFor();
  await said(/risultati per «emergenza abitativa»/);
  await page.getByRole('checkbox', { name: /^Pratiche / }).check();
  await said('con il filtro scelto');
  await page.getByLabel('Che cosa cerchi?').fill('xylofono');
  await said('Nessun risultato');
  await page.goBack();
  await said('emergenza abitativa');
  await page.locator('#esito h3 a[href*="/pratiche/"]').first().click();
  await page.waitForURL('**/pratiche/**');
  await page.goto('/glossario/', { waitUntil: 'networkidle' });
  const { outside, violations, errors } = visit;
  expect({ outside, violations, errors }).toEqual({ outside: [], violations: [], errors: [] });
});

interface Probe {
  name: string;
  /** The directive that refuses it. */
  rule: string;
  /** Written into the page, as if a text had brought it there. */
  markup?: string;
  /** Done in the page, as if a script of ours had been led to do it. */
  act?: (page: Page) => Promise<unknown>;
  /** Whether it reached what it wanted; without this, `ran` was set or another host was asked. */
  reached?: (page: Page) => Promise<boolean>;
}

const elsewhere = 'https://altrove.example';
const clickProbe = (page: Page) => page.locator('#probe').evaluate((element: HTMLElement) => element.click());

const probes: Probe[] = [
  {
    name: 'an inline handler',
    rule: 'script-src-attr',
    markup: '<img src="/favicon.svg" alt="" onload="window.ran = true">',
  },
  {
    name: 'a javascript: link',
    rule: 'script-src-elem',
    markup: '<a id="probe" href="javascript:void (window.ran = true)">x</a>',
    act: clickProbe,
  },
  { name: 'an inline script', rule: 'script-src-elem', markup: '<script>window.ran = true</script>' },
  {
    name: 'a data: script',
    rule: 'script-src-elem',
    markup: '<script src="data:text/javascript,window.ran=true"></script>',
  },
  {
    name: 'a script of another host',
    rule: 'script-src-elem',
    markup: `<script src="${elsewhere}/x.js"></script>`,
  },
  {
    name: 'eval',
    rule: 'require-trusted-types-for',
    act: (page) => page.evaluate(() => setTimeout(() => eval('window.ran = true') as unknown)),
  },
  {
    name: 'text assigned to innerHTML',
    rule: 'require-trusted-types-for',
    act: (page) => page.evaluate(() => (document.body.innerHTML = '<p id="written">x</p>')),
    reached: async (page) => (await page.locator('#written').count()) > 0,
  },
  {
    name: 'a script in a srcdoc frame',
    rule: 'script-src-elem',
    markup: '<iframe srcdoc="<script>parent.ran = true</script>"></iframe>',
  },
  {
    name: 'a frame of another host',
    rule: 'frame-src',
    markup: `<iframe src="${elsewhere}/"></iframe>`,
  },
  {
    name: 'a plug-in object',
    rule: 'object-src',
    markup: `<object data="${elsewhere}/x"></object>`,
  },
  {
    name: 'a base for the addresses',
    rule: 'base-uri',
    markup: `<base href="${elsewhere}/">`,
    reached: (page) => page.evaluate((base) => document.baseURI.startsWith(base), elsewhere),
  },
  {
    name: 'a style attribute',
    rule: 'style-src-attr',
    markup: '<p id="probe" style="position: fixed">x</p>',
    reached: isFixed,
  },
  {
    name: 'a style element',
    rule: 'style-src-elem',
    markup: '<p id="probe">x</p><style>#probe { position: fixed }</style>',
    reached: isFixed,
  },
  {
    name: 'a request to another host',
    rule: 'connect-src',
    act: (page) => page.evaluate((address) => fetch(address), elsewhere),
  },
  { name: 'an image of another host', rule: 'img-src', markup: `<img src="${elsewhere}/x.png" alt="">` },
  {
    name: 'a form to another host',
    rule: 'form-action',
    markup: `<form action="${elsewhere}/"><button id="probe">x</button></form>`,
    act: clickProbe,
  },
];

function isFixed(page: Page): Promise<boolean> {
  return page.locator('#probe').evaluate((element) => getComputedStyle(element).position === 'fixed');
}

type Protection = 'the header alone' | 'the meta alone' | 'nothing';

/** A page of the site with a probe in it, protected as its host can. */
async function openWith({ markup = '' }: Probe, protection: Protection): Promise<Visit> {
  const visit = await open('/favicon.svg');
  await visit.page.route(`**${where}`, async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    if (protection !== 'the header alone') delete headers['content-security-policy'];
    const page = (await response.text()).replace('</main>', () => `${markup}</main>`);
    await route.fulfill({
      response,
      headers,
      body: protection === 'the meta alone' ? page : page.replace(policyMeta, ''),
    });
  });
  await visit.page.goto(where, { waitUntil: 'load' });
  return visit;
}

/** Does what the probe does: where it is refused it throws, or nothing happens. */
const attempt = ({ act }: Probe, { page }: Visit) => act?.(page).catch(String);

/** Whether the probe got what it wanted. */
async function hasReached({ reached }: Probe, { page, outside }: Visit): Promise<boolean> {
  if (reached) return reached(page);
  return outside.length > 0 || page.evaluate(() => 'ran' in globalThis);
}

const rulesBroken = ({ violations }: Visit) => violations.map((violation) => violation.split(':')[0]);

describe.each(probes)('$name', (probe) => {
  test.each(['the header alone', 'the meta alone'] as const)('is refused by %s', async (protection) => {
    await using visit = await openWith(probe, protection);
    await attempt(probe, visit);
    await expect.poll(() => rulesBroken(visit)).toContain(probe.rule);
    expect(await hasReached(probe, visit)).toBe(false);
  });

  test('would have worked with no policy', async () => {
    await using visit = await openWith(probe, 'nothing');
    await attempt(probe, visit);
    await expect.poll(() => hasReached(probe, visit)).toBe(true);
    expect(visit.violations).toEqual([]);
  });
});
