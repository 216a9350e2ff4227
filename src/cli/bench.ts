import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checkFolder, contentFolder } from '../checks/read.ts';
import { exitCodes, projectRoot, runCommand, UsageError } from './command.ts';

const usage = 'npm run bench [-- --sheets 1000]';

/**
 * Measures checking and building a base of many sheets, made by repeating the real ones under other names.
 * It prints and judges nothing: a machine's speed is no test.
 */
await runCommand(async (words) => {
  const [option, text, ...rest] = words;
  const sheets = option === undefined ? 1000 : Number(text);
  if (
    (option !== undefined && option !== '--sheets') ||
    rest.length > 0 ||
    !Number.isInteger(sheets) ||
    sheets < 1
  ) {
    throw new UsageError('Scrivi quante schede provare, con un numero intero.', usage);
  }
  const work = await mkdtemp(join(tmpdir(), 'tra-pari-bench-'));
  try {
    const content = join(work, 'content');
    await repeatSheets(resolve(contentFolder(process.env, projectRoot)), content, sheets);
    const before = performance.now();
    const { files, problems } = await checkFolder(content);
    const checked = performance.now() - before;
    if (problems.some((problem) => problem.severity === 'error'))
      throw new Error('le schede di prova non passano il controllo');
    const built = build(content, join(work, 'dist'));
    const again = build(content, join(work, 'dist'));
    const rows = [
      ['schede', sheets],
      ['file controllati', files],
      ['controllo, ms per scheda', (checked / sheets).toFixed(2)],
      ['costruzione da zero, secondi', built.seconds],
      ['costruzione, ms di processore per scheda', ((1000 * built.cpu) / sheets).toFixed(1)],
      ['memoria più alta, MB', built.memory],
      ['seconda costruzione senza modifiche, secondi', again.seconds],
      ['sito, MB', (await sizeOf(join(work, 'dist'))).toFixed(1)],
    ];
    for (const [name, value] of rows) console.log(`${String(name).padEnd(46)} ${String(value)}`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return exitCodes.fine;
});

/** Copies a content folder and repeats its practices until there are `count`. */
async function repeatSheets(from: string, to: string, count: number): Promise<void> {
  await cp(from, to, { recursive: true });
  const folder = join(to, 'practices');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.mdx')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  for (let index = names.length; index < count; index += 1) {
    const which = index % names.length;
    const copy = String(Math.floor(index / names.length));
    const text = (texts[which] ?? '').replace(/^title: (["']?)/m, `title: $1Prova ${copy}, `);
    await writeFile(join(folder, (names[which] ?? '').replace('.mdx', `-${copy}.mdx`)), text);
  }
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
