import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { hasErrors } from '../checks/problem.ts';
import { checkFolder, contentFolder } from '../checks/read.ts';
import { writeCorpus } from './bench-corpus.ts';
import { exitCodes, projectRoot, runCommand, UsageError } from './command.ts';

const usage = 'npm run bench [-- --sheets 1000,10000] [--only check]';

interface Options {
  sizes: readonly number[];
  /** Which of them are built too: the largest takes most of an hour, and is built only for who asks. */
  built: readonly number[];
}

/**
 * Measures checking and building a base of many made-up sheets beside the real ones.
 * It prints and judges nothing: a machine's speed is no test.
 */
await runCommand(async (words) => {
  const { sizes, built } = readOptions(words);
  const from = resolve(contentFolder(process.env, projectRoot));
  for (const sheets of sizes) {
    const work = await mkdtemp(join(tmpdir(), 'tra-pari-bench-'));
    try {
      console.log(`\n${sheets} schede, ${availableParallelism()} processori`);
      const content = join(work, 'content');
      await writeCorpus(from, content, sheets);
      await measureCheck(content, sheets);
      if (built.includes(sheets)) await measureBuild(content, join(work, 'dist'), sheets);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  return exitCodes.fine;
});

function readOptions(words: readonly string[]): Options {
  let asked: number[] | undefined;
  let checkOnly = false;
  for (let index = 0; index < words.length; index += 2) {
    const value = words[index + 1] ?? '';
    if (words[index] === '--sheets' && /^\d{1,6}(,\d{1,6})*$/.test(value)) {
      asked = value.split(',').map(Number);
    } else if (words[index] === '--only' && value === 'check') {
      checkOnly = true;
    } else {
      throw new UsageError('Scrivi quante schede provare, con numeri interi separati da virgole.', usage);
    }
  }
  const sizes = asked ?? [1000, 10_000];
  return { sizes, built: checkOnly ? [] : (asked ?? sizes.slice(0, 1)) };
}

async function measureCheck(content: string, sheets: number): Promise<void> {
  const before = performance.now();
  const { files, problems } = await checkFolder(content, projectRoot);
  const seconds = (performance.now() - before) / 1000;
  if (hasErrors(problems)) throw new Error('le schede di prova non passano il controllo');
  print([
    ['file controllati', files],
    ['controllo, secondi', seconds.toFixed(1)],
    ['controllo, ms per scheda', ((1000 * seconds) / sheets).toFixed(2)],
    [
      'controllo, memoria più alta del processo principale, MB',
      Math.round(process.resourceUsage().maxRSS / 1024),
    ],
  ]);
}

async function measureBuild(content: string, out: string, sheets: number): Promise<void> {
  const built = build(content, out);
  const again = build(content, out);
  print([
    ['costruzione da zero, secondi', built.seconds],
    ['costruzione, ms di processore per scheda', ((1000 * built.cpu) / sheets).toFixed(1)],
    ['costruzione, memoria più alta, MB', built.memory],
    ['seconda costruzione senza modifiche, secondi', again.seconds],
    ['sito, MB', (await sizeOf(out)).toFixed(1)],
  ]);
}

function print(rows: [name: string, value: string | number][]): void {
  for (const [name, value] of rows) console.log(`${name.padEnd(58)} ${String(value)}`);
}

function build(content: string, out: string): { seconds: string; cpu: number; memory: number } {
  const before = performance.now();
  const script = `await import(${JSON.stringify(join(projectRoot, 'src/cli/build-site.ts'))}).then((m) => m.buildSite(${JSON.stringify(out)}, () => {}));
    const used = process.resourceUsage(); console.log(JSON.stringify([(used.userCPUTime + used.systemCPUTime) / 1e6, Math.round(used.maxRSS / 1024)]));`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: projectRoot,
    env: { ...process.env, KB_CONTENT: content },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const [cpu = 0, memory = 0] = JSON.parse(stdout.trim().split('\n').at(-1) ?? '[]') as number[];
  return { seconds: ((performance.now() - before) / 1000).toFixed(1), cpu, memory };
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0) / 1e6;
}
