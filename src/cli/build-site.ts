import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build } from 'astro';
import { hasErrors } from '../checks/problem.ts';
import { checkFolder, contentFolder } from '../checks/read.ts';
import { terminalReport } from '../checks/reporters/terminal.ts';
import { filesUnder } from '../integrations/files-under.ts';
import { buildDay } from '../knowledge/freshness.ts';
import { projectRoot, StoppedError } from './command.ts';

export type BuildOutcome = 'built' | 'unchanged' | 'problems';

/** Everything beside the content that changes what is built. */
const inputs = ['src', 'public', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];
const variables = ['SITE_URL', 'BASE_PATH'];

/**
 * Checks the content, builds into a folder beside `out` and swaps the two at the end, so that `out` is always whole:
 * a build that is refused, fails or is killed leaves the one before in its place. Skips when nothing has changed.
 * @param say tells the person what is going on
 */
export async function buildSite(out: string, say: (line: string) => void): Promise<BuildOutcome> {
  const started = Date.now();
  const epoch = process.env.SOURCE_DATE_EPOCH ?? '';
  if (!/^\d{0,11}$/.test(epoch)) {
    throw new StoppedError(
      `SOURCE_DATE_EPOCH=${epoch} non è una data.`,
      'Scrivi i secondi dal 1970, per esempio 1700000000, o togli la variabile.',
    );
  }
  ensureAddress(process.env.SITE_URL ?? '', process.env.BASE_PATH ?? '');
  const content = resolve(contentFolder(process.env, projectRoot));
  say('Controllo i contenuti…');
  const { problems, files } = await checkFolder(content);
  if (problems.length > 0) say(terminalReport(problems, files));
  if (hasErrors(problems)) {
    say(
      'La costruzione si ferma qui: correggi gli errori e riprova. La versione precedente del sito, se c’era, non è stata toccata.',
    );
    return 'problems';
  }

  const cache = join(projectRoot, 'node_modules/.cache/tra-pari', shortHash(`${content}\n${out}`));
  const stampFile = join(cache, 'stamp.json');
  const wanted = await inputDigest(content);
  if (await isUpToDate(stampFile, wanted, out)) {
    say('Niente è cambiato dall’ultima costruzione: il sito è già pronto.');
    return 'unchanged';
  }

  const staging = `${out}.new`;
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  say('Costruisco le pagine e l’indice della ricerca…');
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  // Astro keeps its halfway modules in the folder it runs in, and they find their packages only from ours
  const startedIn = process.cwd();
  process.env.KB_CONTENT = content;
  process.chdir(projectRoot);
  try {
    await build({
      root: projectRoot,
      outDir: staging,
      cacheDir: join(cache, 'astro'),
      logLevel: process.env.DEBUG ? 'info' : 'silent',
    });
    await swap(staging, out);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    throw error;
  }
  const pages = (await readdir(out, { recursive: true })).filter((name) => name.endsWith('.html')).length;
  await mkdir(cache, { recursive: true });
  await writeFile(stampFile, JSON.stringify({ wanted, output: await outputDigest(out) }));
  say(
    `Fatto in ${Math.round((Date.now() - started) / 1000)} secondi: ${pages} pagine in ${relative(startedIn, out) || out}.`,
  );
  return 'built';
}

/** Says at once that the public address is none, instead of halfway through the pages. */
function ensureAddress(siteUrl: string, basePath: string): void {
  const parsed = URL.canParse(siteUrl) ? new URL(siteUrl) : null;
  if (siteUrl !== '' && !(parsed && /^https?:$/.test(parsed.protocol))) {
    throw new StoppedError(
      `SITE_URL=${siteUrl} non è un indirizzo.`,
      'Scrivi l’indirizzo pubblico per intero, per esempio https://esempio.it, o togli la variabile.',
    );
  }
  if (!/^(?!\/\/)[A-Za-z0-9._~/-]*$/.test(basePath)) {
    throw new StoppedError(
      `BASE_PATH=${basePath} non è un percorso.`,
      'Scrivi la cartella in cui sta il sito, per esempio /pratiche-comuni, o togli la variabile.',
    );
  }
}

async function swap(fresh: string, out: string): Promise<void> {
  const previous = `${out}.old`;
  await rm(previous, { recursive: true, force: true });
  if (existsSync(out)) await rename(out, previous);
  await rename(fresh, out);
  await rm(previous, { recursive: true, force: true });
}

async function isUpToDate(stampFile: string, wanted: string, out: string): Promise<boolean> {
  if (!existsSync(stampFile) || !existsSync(out)) return false;
  try {
    const stamp = JSON.parse(await readFile(stampFile, 'utf8')) as { wanted?: string; output?: string };
    return stamp.wanted === wanted && stamp.output === (await outputDigest(out));
  } catch {
    return false; // an unreadable stamp only costs a build
  }
}

/** The day counts, because freshness is printed. */
async function inputDigest(content: string): Promise<string> {
  const hash = createHash('sha256');
  hash.update(
    [
      process.version,
      buildDay(process.env.SOURCE_DATE_EPOCH, Date.now()),
      ...variables.map((name) => process.env[name] ?? ''),
    ].join('\n'),
  );
  for (const name of [...inputs.map((input) => join(projectRoot, input)), content]) {
    for (const file of await filesUnder(name))
      hash.update(`\0${relative(projectRoot, file)}\0`).update(await readFile(file));
  }
  return hash.digest('hex');
}

/** Names and sizes are enough to notice an output that somebody emptied or touched. */
async function outputDigest(out: string): Promise<string> {
  const lines = await Promise.all(
    (await filesUnder(out)).map(async (file) => `${relative(out, file)} ${(await stat(file)).size}`),
  );
  return shortHash(lines.join('\n'));
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
