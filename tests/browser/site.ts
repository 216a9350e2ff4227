/** The built site as a reader meets it. `await using visit = await open('/cerca/')` closes itself. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, inject } from 'vitest';
import { launch } from '../../src/cli/chromium.ts';

export const site = inject('site');

interface Conditions {
  javascript?: boolean;
  width?: number;
  height?: number;
  /** Opens the page without its security policy, to run in it what the site never would. */
  bypassPolicy?: boolean;
  /** Without it no page is kept for when there is no network: what a test stops at the door stays out. */
  serviceWorker?: boolean;
}

export interface Visit extends AsyncDisposable {
  page: Page;
  /** What the console called an error, and exceptions nobody caught. */
  errors: string[];
  /** Addresses asked outside the site; none of them was answered. */
  outside: string[];
  /** What the security policy refused: the directive and what broke it. */
  violations: string[];
}

let browser: Promise<Browser> | undefined;

afterAll(async () => {
  await (await browser)?.close();
});

export async function open(
  path: string,
  {
    javascript = true,
    width = 1280,
    height = 900,
    bypassPolicy = false,
    serviceWorker = true,
  }: Conditions = {},
): Promise<Visit> {
  browser ??= launch(site.chromium);
  const context = await (
    await browser
  ).newContext({
    baseURL: site.url,
    javaScriptEnabled: javascript,
    bypassCSP: bypassPolicy,
    serviceWorkers: serviceWorker ? 'allow' : 'block',
    viewport: { width, height },
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    reducedMotion: 'reduce',
  });
  const errors: string[] = [];
  const outside: string[] = [];
  const violations: string[] = [];
  await context.route(
    (url) => url.origin !== site.url,
    (route) => {
      outside.push(route.request().url());
      return route.abort();
    },
  );
  await context.exposeFunction('reportViolation', (violation: string) => violations.push(violation));
  await context.addInitScript(() => {
    const { reportViolation } = globalThis as unknown as { reportViolation: (violation: string) => void };
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      reportViolation(`${effectiveDirective}: ${blockedURI} ${sample}`),
    );
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => errors.push(error.message));
  const answer = await page.goto(path, { waitUntil: 'load' });
  if (!answer?.ok()) throw new Error(`${path} answers ${answer?.status() ?? 'nothing'}.`);
  return { page, errors, outside, violations, [Symbol.asyncDispose]: () => context.close() };
}
