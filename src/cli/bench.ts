import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { hasErrors } from '../checks/problem.ts';
import { checkFolder, contentFolder } from '../checks/read.ts';
import { writeCorpus } from './bench-corpus.ts';
import { measurePlanner } from './bench-planner.ts';
import { weighScripts } from './bench-scripts.ts';
import { measureSearch, type Row } from './bench-search.ts';
import { exitCodes, projectRoot, runCommand, UsageError } from './command.ts';

const usage = 'npm run bench -- [--sheets 1000,10000] [--only check] [--json]';

interface Options {
  sizes: readonly number[];
  /** Which of them are built too: the largest takes a long time, and is built only for who asks. */
  built: readonly number[];
  json: boolean;
}

/**
 * Measures a base of many made-up sheets beside the real ones: checking, building, and the search as somebody on a slow
 * line meets it. It prints and judges nothing: a machine's speed is no test.
 */
await runCommand(async (words) => {
  const { sizes, built, json } = readOptions(words);
  // what a program reads stands alone on the standard output
  const say = json ? console.error : console.log;
  const from = resolve(contentFolder(process.env, projectRoot));
  const measured = new Map<number, Row[]>();
  for (const sheets of sizes) {
    const work = await mkdtemp(join(tmpdir(), 'tra-pari-bench-'));
    try {
      say(`\n${sheets} schede, ${availableParallelism()} processori`);
      const [content, out] = [join(work, 'content'), join(work, 'dist')];
      await writeCorpus(from, content, sheets);
      const rows: Row[] = [];
      const take = (more: Row[]) => {
        rows.push(...more);
        for (const [name, value] of more) say(line(name, [value]));
      };
      take(await measureCheck(content, sheets));
      if (built.includes(sheets)) {
        take(await measureBuild(content, out, sheets, say));
        take(await weighScripts(out));
        take(await measurePlanner(out, (said) => say(`  … ${said}`)));
        take(await measureSearch(out, (said) => say(`  … ${said}`)));
      }
      measured.set(sheets, rows);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  if (json) console.log(JSON.stringify(asJson(measured)));
  else if (measured.size > 1) for (const grown of growth(measured)) say(grown);
  return exitCodes.fine;
});

function readOptions(words: readonly string[]): Options {
  let asked: number[] | undefined;
  let [checkOnly, json] = [false, false];
  for (let index = 0; index < words.length; index += 1) {
    const value = words[index + 1] ?? '';
    if (words[index] === '--sheets' && /^\d{1,6}(,\d{1,6})*$/.test(value)) {
      asked = value.split(',').map(Number);
      index += 1;
    } else if (words[index] === '--only' && value === 'check') {
      checkOnly = true;
      index += 1;
    } else if (words[index] === '--json') {
      json = true;
    } else {
      throw new UsageError('Scrivi quante schede provare, con numeri interi separati da virgole.', usage);
    }
  }
  const sizes = asked ?? [1000, 10_000];
  return { sizes, built: checkOnly ? [] : (asked ?? sizes.slice(0, 1)), json };
}

async function measureCheck(content: string, sheets: number): Promise<Row[]> {
  const before = performance.now();
  const { files, problems } = await checkFolder(content, projectRoot);
  const seconds = (performance.now() - before) / 1000;
  if (hasErrors(problems)) throw new Error('le schede di prova non passano il controllo');
  return [
    ['file controllati', files],
    ['controllo, secondi', seconds.toFixed(1)],
    ['controllo, ms per scheda', ((1000 * seconds) / sheets).toFixed(2)],
    [
      'controllo, memoria più alta del processo principale, MB',
      Math.round(process.resourceUsage().maxRSS / 1024),
    ],
  ];
}

async function measureBuild(
  content: string,
  out: string,
  sheets: number,
  say: (said: string) => void,
): Promise<Row[]> {
  const built = await build(content, out, say);
  const again = await build(content, out, () => undefined);
  const [site, index] = [await sizeOf(out), await sizeOf(join(out, 'pagefind'))];
  return [
    ['costruzione da zero, secondi', built.seconds.toFixed(1)],
    [
      'costruzione, ms di processore per scheda (senza Pagefind e lettori)',
      ((1000 * built.cpu) / sheets).toFixed(1),
    ],
    ['costruzione, memoria più alta del processo principale, MB', built.memory],
    ['seconda costruzione senza modifiche, secondi', again.seconds.toFixed(1)],
    ['sito, MB', site.megabytes.toFixed(1)],
    ['sito, file', site.files],
    ['pagina più grande, KB', site.largest('.html')],
    ['file di dati più grande, KB', site.largest('.json')],
    ['indice della ricerca, MB', index.megabytes.toFixed(1)],
    ['indice della ricerca, file', index.files],
    ['indice della ricerca, pezzo più grande, KB', index.largest('.pf_index')],
  ];
}

interface Built {
  seconds: number;
  /** Seconds of the building process on a processor, without the programs that it starts. */
  cpu: number;
  memory: number;
}

/** Builds in a process of its own, whose memory is then nobody else's, and passes on what it says. */
async function build(content: string, out: string, say: (said: string) => void): Promise<Built> {
  const before = performance.now();
  const elapsed = () => (performance.now() - before) / 1000;
  const script = `import { buildSite } from ${JSON.stringify(join(projectRoot, 'src/cli/build-site.ts'))};
    try {
      const outcome = await buildSite(${JSON.stringify(out)}, (said) => console.log(said));
      if (outcome === 'problems') throw new Error('le schede di prova non passano il controllo');
      const used = process.resourceUsage();
      console.log(JSON.stringify([(used.userCPUTime + used.systemCPUTime) / 1e6, Math.round(used.maxRSS / 1024)]));
    } catch (error) {
      console.error(error.message);
      process.exit(${exitCodes.fault});
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: projectRoot,
    env: { ...process.env, KB_CONTENT: content },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.once('exit', () => child.kill());
  const complaints = text(child.stderr);
  const { promise: end, resolve: done, reject } = Promise.withResolvers<number | null>();
  child.on('error', reject).on('close', done);
  let last = '';
  for await (const said of createInterface(child.stdout)) {
    if (!said.startsWith('[')) say(`  … dopo ${elapsed().toFixed(0)} s: ${said}`);
    last = said;
  }
  if ((await end) !== 0) throw new Error(await complaints);
  const [cpu = 0, memory = 0] = JSON.parse(last) as number[];
  return { seconds: elapsed(), cpu, memory };
}

interface Size {
  megabytes: number;
  files: number;
  /** The largest of those whose name ends so, in kilobytes. */
  largest: (ending: string) => number;
}

async function sizeOf(folder: string): Promise<Size> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: { name: string; bytes: number }[] = [];
  for (const { parentPath, name } of entries.filter((entry) => entry.isFile()))
    found.push({ name, bytes: (await stat(join(parentPath, name))).size });
  return {
    megabytes: found.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6,
    files: found.length,
    largest: (ending) =>
      found.reduce(
        (most, { name, bytes }) => (name.endsWith(ending) ? Math.max(most, Math.round(bytes / 1000)) : most),
        0,
      ),
  };
}

function line(name: string, values: readonly (string | number)[]): string {
  return name.padEnd(74) + values.map((value) => `  ${String(value).padStart(8)}`).join('');
}

/** The same measure at every size, one beside the other. */
function growth(measured: ReadonlyMap<number, readonly Row[]>): string[] {
  const names = new Set([...measured.values()].flatMap((rows) => rows.map(([name]) => name)));
  const values = (name: string) =>
    [...measured.values()].map((rows) => rows.find(([other]) => other === name)?.[1] ?? '–');
  return [
    `\n${line('Come cresce: schede', [...measured.keys()])}`,
    ...[...names].map((name) => line(name, values(name))),
  ];
}

function asJson(measured: ReadonlyMap<number, readonly Row[]>): unknown {
  const value = (text: string | number) => (Number.isNaN(Number(text)) ? text : Number(text));
  return [...measured].map(([sheets, rows]) => ({
    sheets,
    measures: Object.fromEntries(rows.map(([name, text]) => [name, value(text)])),
  }));
}
