/**
 * Finds a Chromium for the tests and the measures, and proves that it starts: the one of CHROMIUM_PATH, else the
 * system's, else the one in the npm package (`CHROMIUM_PATH=npm` asks for that one).
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const root = resolve(import.meta.dirname, '../..');

export interface Chromium {
  path: string;
  origin: string;
  args: string[];
  env: Record<string, string>;
}

interface Where {
  env?: NodeJS.ProcessEnv;
  /** Places to look in; the usual ones of this system when absent. */
  places?: string[];
}

const ARGS = ['--disable-gpu'];

export function usualPlaces(platform: NodeJS.Platform = process.platform, env = process.env): string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    );
    return ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].flatMap(
      (path) => roots.map((root) => `${root}\\${path}`),
    );
  }
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
    (name) => `/usr/bin/${name}`,
  );
}

/** Starts it as every browser test does. */
export function launch({ path, args, env }: Chromium): Promise<Browser> {
  return chromium.launch({ executablePath: path, args, env: { ...process.env, ...env }, timeout: 60_000 });
}

/** Why it does not do, or null when it rendered a page. */
async function trial(candidate: Chromium): Promise<string | null> {
  try {
    const browser = await launch(candidate);
    try {
      const page = await browser.newPage();
      await page.setContent('<p>prova</p>');
      return (await page.textContent('p')) === 'prova' ? null : 'si avvia ma non mostra la pagina di prova';
    } finally {
      await browser.close();
    }
  } catch (error) {
    return (error as Error).message.trim().split('\n')[0] ?? '';
  }
}

const UNPACK = `const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();`;

/** Unpacks the Chromium of npm, whole or not at all, and returns the folder it is in. */
async function unpackFromNpm(): Promise<string> {
  const manifest = join(root, 'node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const folder = join(root, 'node_modules/.cache/tra-pari', `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const part = `${folder}.${String(process.pid)}`;
  mkdirSync(part, { recursive: true });
  try {
    // The package unpacks into the temporary folder, and its own libnss3 only when it believes it is in Lambda.
    const env = { ...process.env, TMPDIR: part, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', UNPACK], { cwd: root, env });
    renameSync(part, folder);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  return folder;
}

async function fromNpm(): Promise<Chromium> {
  const folder = await unpackFromNpm();
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const fonts: Record<string, string> = existsSync('/etc/fonts')
    ? {}
    : { FONTCONFIG_PATH: join(folder, 'fonts') };
  return {
    path: join(folder, 'chromium'),
    origin: 'pacchetto npm @sparticuz/chromium',
    args: ARGS,
    env: { LD_LIBRARY_PATH: libraries, ...fonts },
  };
}

const installed = (path: string, origin: string): Chromium => ({ path, origin, args: ARGS, env: {} });

/** A Chromium that has just rendered a page; throws, in Italian, saying what was tried. */
export async function findChromium({
  env = process.env,
  places = usualPlaces(),
}: Where = {}): Promise<Chromium> {
  const chosen = env.CHROMIUM_PATH?.trim();
  if (chosen && chosen !== 'npm') {
    const browser = installed(chosen, 'CHROMIUM_PATH');
    const reason = existsSync(chosen) ? await trial(browser) : 'il file non c’è';
    if (reason === null) return browser;
    throw new Error(`CHROMIUM_PATH indica ${chosen}, che non va: ${reason}.`);
  }

  const failures: string[] = [];
  for (const path of chosen === 'npm' ? [] : places.filter((place) => existsSync(place))) {
    const browser = installed(path, 'di sistema');
    const reason = await trial(browser);
    if (reason === null) return browser;
    failures.push(`${path}: ${reason}`);
  }
  if (process.platform === 'linux') {
    try {
      const browser = await fromNpm();
      const reason = await trial(browser);
      if (reason === null) return browser;
      failures.push(`${browser.path}: ${reason}`);
    } catch (error) {
      failures.push(`@sparticuz/chromium: ${(error as Error).message}`);
    }
  }
  throw new Error(
    [
      'Nessun Chromium per le prove. Installa Chromium o Chrome, oppure indica il programma con CHROMIUM_PATH.',
      ...failures.map((failure) => `  ${failure}`),
    ].join('\n'),
  );
}

if (import.meta.main) {
  try {
    const { path, origin } = await findChromium();
    console.log(`Browser per le prove: ${path} (${origin}).`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 3;
  }
}
