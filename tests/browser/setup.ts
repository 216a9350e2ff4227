/** Builds the real site once for all browser tests, serves it, and finds the browser. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findChromium, type Chromium } from '../../src/cli/chromium.ts';
import { serve } from '../../src/cli/serve.ts';
import { plainEnvironment, projectRoot } from '../environment.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built site, its local address and the browser to read it with. */
    site: { folder: string; url: string; chromium: Chromium };
  }
}

/** A site built before, to try a test many times: `BUILT_SITE=dist npm run test:browser`. */
function folderToRead(): string {
  const { BUILT_SITE } = process.env;
  if (BUILT_SITE) return resolve(projectRoot, BUILT_SITE);
  // Always the same folder: the build keeps a cache for each, and knows when nothing has changed.
  const folder = join(projectRoot, 'node_modules/.cache/tra-pari/site-under-test');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/build.ts', '--out', folder], {
    cwd: projectRoot,
    env: plainEnvironment({ SITE_URL: '', BASE_PATH: '', KB_CONTENT: '' }),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0)
    throw new Error(`The site does not build (exit ${String(status)}):\n${stdout}\n${stderr}`);
  return folder;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = await findChromium();
  const folder = folderToRead();
  const { address, close } = await serve(folder, { port: 0, base: '/' });
  project.provide('site', { folder, url: new URL(address).origin, chromium });
  return close;
}
