import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { build } from 'astro';
import { z } from 'zod';
import { countsText } from '../checks/output/index.ts';
import { hasErrors } from '../checks/problem.ts';
import { checkFolder, contentFolder } from '../checks/read.ts';
import { terminalReport } from '../checks/reporters/terminal.ts';
import { lockBuild } from './build-lock.ts';
import { projectRoot, StoppedError } from './command.ts';
import { changedSince, readInputs, type Inputs } from './inputs.ts';
import { stoppable } from './interruption.ts';
import { checkBuiltSite } from './output-gate.ts';
import { outputFolder } from './output-folder.ts';
import { preparePlace, publish, recover } from './publish.ts';
import { sha256, verifyRelease, writeManifest } from './release.ts';

export type BuildOutcome = 'built' | 'unchanged' | 'problems';

type Say = (line: string) => void;
type Records = Parameters<typeof checkBuiltSite>[2];

const caches = join(projectRoot, 'node_modules/.cache/tra-pari');

/**
 * Checks the content, builds into a fresh folder and publishes at the end, so that `asked` always holds one whole
 * release: a build that is refused, fails or is killed leaves the one before in its place. Skips when nothing has
 * changed.
 * @param asked the folder of the site
 * @param say tells the person what is going on
 */
export async function buildSite(asked: string, say: Say): Promise<BuildOutcome> {
  const epoch = process.env.SOURCE_DATE_EPOCH ?? '';
  if (!/^\d{0,11}$/.test(epoch)) {
    throw new StoppedError(
      `SOURCE_DATE_EPOCH=${epoch} non è una data.`,
      'Scrivi i secondi dal 1970, per esempio 1700000000, o togli la variabile.',
    );
  }
  ensureAddress(process.env.SITE_URL ?? '', process.env.BASE_PATH ?? '');
  const content = resolve(contentFolder(process.env, projectRoot));
  const out = await outputFolder(asked, content);
  const room = join(caches, 'builds', shortHash(out));
  const unlock = await lockBuild(room);
  try {
    if (await recover(out))
      say('Una costruzione interrotta aveva lasciato il sito a metà: rimetto quello di prima.');
    return await stoppable((signal) => buildAlone({ content, out, room, say, signal }));
  } finally {
    unlock();
  }
}

interface Work {
  content: string;
  out: string;
  /** What builds of this site keep while they run. */
  room: string;
  say: Say;
  signal: AbortSignal;
}

async function buildAlone({ content, out, room, say, signal }: Work): Promise<BuildOutcome> {
  const started = Date.now();
  say('Controllo i contenuti…');
  const inputs = await readInputs(content);
  const { records, problems, files } = await checkFolder(content, projectRoot);
  if (problems.length > 0) say(terminalReport(problems, files));
  if (hasErrors(problems)) {
    say(
      'La costruzione si ferma qui: correggi gli errori e riprova. La versione precedente del sito, se c’era, non è stata toccata.',
    );
    return 'problems';
  }

  const cache = join(caches, shortHash(`${content}\n${out}`));
  if (await isUpToDate(cache, inputs, out)) {
    say('Niente è cambiato dall’ultima costruzione: il sito è già pronto.');
    return 'unchanged';
  }

  say('Costruisco le pagine e l’indice della ricerca…');
  try {
    preparePlace(out);
    const site = await freshFolder(room);
    const startedIn = process.cwd();
    await buildPages(site, content, inputs, join(cache, 'astro'));
    await passGate(site, content, records, say);
    const release = await writeManifest(site);
    const pages = (await readdir(site, { recursive: true })).filter((name) => name.endsWith('.html')).length;
    await rememberBuild(cache, { wanted: inputs.digest, release });
    await publish(site, out, signal);
    const seconds = Math.round((Date.now() - started) / 1000);
    say(`Fatto in ${seconds} secondi: ${pages} pagine in ${relative(startedIn, out) || out}.`);
    return 'built';
  } catch (error) {
    say('La costruzione si è fermata. La versione precedente del sito, se c’era, non è stata toccata.');
    throw error;
  }
}

/**
 * An empty folder of this process inside the project, because the modules that Astro keeps beside its pages find their
 * packages only there; and inside nobody else's, because those modules have the same names in every build.
 */
async function freshFolder(room: string): Promise<string> {
  for (const name of await readdir(room))
    if (name.startsWith('site-')) await rm(join(room, name), { recursive: true, force: true });
  const site = join(room, `site-${process.pid}`);
  process.once('exit', () => rmSync(site, { recursive: true, force: true, maxRetries: 3 }));
  mkdirSync(site); // at once, as in `preparePlace`
  return site;
}

/** Builds from the content that was checked, or not at all: a page from one state and a list from another would lie. */
async function buildPages(site: string, content: string, inputs: Inputs, cacheDir: string): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.env.KB_CONTENT = content;
  // Astro keeps its modules in the output only below the folder it runs in
  process.chdir(projectRoot);
  const options = {
    root: projectRoot,
    outDir: site,
    cacheDir,
    logLevel: process.env.DEBUG ? 'info' : 'silent',
  } as const;
  const failure = await build(options).then(
    () => null,
    (error: unknown) => ({ error }),
  );
  const changed = await changedSince(inputs, content);
  if (changed.length > 0) {
    throw new StoppedError(
      `I contenuti sono cambiati durante la costruzione: ${changed.slice(0, 5).join(', ')}${changed.length > 5 ? '…' : ''}.`,
      'Salva tutti i file e riprova.',
    );
  }
  if (failure) throw failure.error;
}

/** What is wrong in the built site is no contributor's fault, and is not published. */
async function passGate(site: string, content: string, records: Records, say: Say): Promise<void> {
  const { problems, counts } = await checkBuiltSite(site, content, records, process.env);
  if (problems.length > 0) say(terminalReport(problems, counts.files));
  if (hasErrors(problems)) {
    throw new StoppedError(
      'Il sito costruito non passa i controlli: non lo pubblico.',
      'Correggi quello che l’elenco qui sopra dice, o segnalalo a chi cura il codice.',
    );
  }
  say(countsText(counts));
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

/** What a build was made from, and what came out of it. */
const stamp = z.strictObject({ wanted: z.string(), release: z.string() });
const stampIn = (cache: string): string => join(cache, 'stamp.json');

async function rememberBuild(cache: string, made: z.infer<typeof stamp>): Promise<void> {
  await mkdir(cache, { recursive: true });
  await writeFile(stampIn(cache), JSON.stringify(made));
}

async function isUpToDate(cache: string, inputs: Inputs, out: string): Promise<boolean> {
  if (!existsSync(out)) return false;
  try {
    const { wanted, release } = stamp.parse(JSON.parse(await readFile(stampIn(cache), 'utf8')));
    return wanted === inputs.digest && release === (await verifyRelease(out));
  } catch {
    return false; // an unreadable stamp only costs a build
  }
}

const shortHash = (text: string): string => sha256(text).slice(0, 16);
