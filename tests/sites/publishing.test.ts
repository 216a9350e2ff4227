import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { manifestName, parseManifest, sha256, verifyRelease, type Release } from '../../src/cli/release.ts';
import { recover } from '../../src/cli/publish.ts';
import { serve } from '../../src/cli/serve.ts';
import { projectRoot } from '../environment.ts';
import { startBuild } from './command.ts';

const work = mkdtempSync(join(tmpdir(), 'tra-pari-publishing-'));
const out = join(work, 'dist');
const sheet = 'practices/case-aperte.mdx';
/** Two states of the content. The base path is the same, so most files are too. */
const states = ['one', 'two'].map((name) => join(work, name));
const titles = ['Case spalancate', 'Case socchiuse'];
const [releases, manifests]: [string[], Release[]] = [[], []];
let duration = 0;

async function build(state: number, folder = out) {
  const before = performance.now();
  const { status, text } = await startBuild(states[state] ?? '', folder).end;
  expect(status, text).toBe(0);
  return performance.now() - before;
}

beforeAll(async () => {
  for (const [index, folder] of states.entries()) {
    cpSync(join(projectRoot, 'tests/fixtures/content'), folder, { recursive: true });
    const text = readFileSync(join(folder, sheet), 'utf8');
    writeFileSync(join(folder, sheet), text.replace(/^title: .*$/m, `title: ${titles[index] ?? ''}`));
    duration = await build(index);
    releases.push((await verifyRelease(out)) ?? 'not whole');
    const manifest = parseManifest(readFileSync(join(out, manifestName), 'utf8'));
    if (manifest) manifests.push(manifest);
  }
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Numbers that look random and come back with the seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One look at the site: the name of its release, `away` while there is none, or what is wrong. */
type Look = () => Promise<string>;
const absences = ['away', 'replaced meanwhile'];

/** As a browser: everything between two equal manifests must be of that release. */
function lookOver(address: string): Look {
  const fetched = async (path: string) => {
    const response = await fetch(new URL(path, address));
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const [first, second] = manifests.map(
    ({ files }) => new Map(files.map((file) => [file.path, file.sha256])),
  );
  const differing = [...new Set([...(first?.keys() ?? []), ...(second?.keys() ?? [])])]
    .filter((path) => first?.get(path) !== second?.get(path))
    .sort();
  expect(differing.length).toBeGreaterThan(4);
  return async () => {
    const before = await fetched(manifestName);
    if (before.status === 503) return 'away';
    const manifest = parseManifest(before.bytes.toString());
    if (!manifest) return `a manifest that is none, ${before.status}`;
    const hashes = new Map(manifest.files.map((file) => [file.path, file.sha256]));
    const wrong: string[] = [];
    for (const path of differing) {
      const { status, bytes } = await fetched(path);
      if (status === 503) return 'away';
      const isRight = hashes.has(path)
        ? status === 200 && sha256(bytes) === hashes.get(path)
        : status === 404;
      if (!isRight) wrong.push(`${path} (${status})`);
    }
    const after = await fetched(manifestName);
    if (!after.bytes.equals(before.bytes)) return 'replaced meanwhile';
    return wrong.length === 0 ? manifest.release : `a mixture: ${wrong.join(', ')}`;
  };
}

/** As a program that copies the folder. */
const lookInside: Look = async () => {
  const manifest = () => readFile(join(out, manifestName), 'utf8').catch(() => null);
  const before = await manifest();
  const release = await verifyRelease(out).catch(() => null);
  if (before === null) return 'away';
  if (before !== (await manifest())) return 'replaced meanwhile';
  return release ?? 'a mixture';
};

/** Looks at the site in both ways, again and again, until told to stop; gives what was seen, and how often. */
async function watch(pause: number): Promise<() => Promise<Map<string, number>>> {
  const seen = new Map<string, number>();
  let isOver = false;
  const watching = [lookOver((await serve(out, { port: 0, base: '/' })).address), lookInside].map(
    async (look) => {
      while (!isOver) {
        const sight = await look();
        seen.set(sight, (seen.get(sight) ?? 0) + 1);
        await wait(pause);
      }
    },
  );
  return async () => {
    isOver = true;
    await Promise.all(watching);
    return seen;
  };
}

/** Says what was seen, and fails on anything that is no whole release. */
function judge(seen: ReadonlyMap<string, number>, what: string): void {
  const count = (...names: (string | undefined)[]) =>
    names.reduce((sum, name) => sum + (seen.get(name ?? '') ?? 0), 0);
  const whole = [...seen.keys()].filter((name) => /^[0-9a-f]{64}$/.test(name));
  const mixtures = [...seen.keys()].filter((name) => !whole.includes(name) && !absences.includes(name));
  console.log(
    `seed ${seed}: ${what}; looks ${count(...seen.keys())}: whole ${count(...whole)} ` +
      `(${whole
        .map((name) => count(name))
        .join(', ')
        .slice(0, 60)}), ` +
      `${absences.map((name) => `${name} ${count(name)}`).join(', ')}, mixtures ${mixtures.length}`,
  );
  expect(mixtures).toEqual([]);
  expect(whole.length).toBeGreaterThan(1);
}

const seed = Number(process.env.KILL_SEED ?? Math.floor(Math.random() * 1e9));
const random = randomFrom(seed);

it('whoever reads the site while builds are killed finds the one before or the one after', async () => {
  const stop = await watch(20);
  const ends = { killed: 0, finished: 0 };
  while (ends.killed < 20) {
    const started = performance.now();
    const published = await verifyRelease(out);
    const running = startBuild(states[published === releases[0] ? 1 : 0] ?? '', out);
    await Promise.race([wait(random() * duration), running.end]);
    running.kill('SIGKILL');
    const { status, text } = await running.end;
    expect([null, 0], `${text}\n(seed ${seed})`).toContain(status);
    ends[status === 0 ? 'finished' : 'killed'] += 1;
    if (status === 0) duration = performance.now() - started; // a moment drawn beyond the end kills nothing
  }
  await build((await verifyRelease(out)) === releases[0] ? 1 : 0);
  judge(await stop(), `builds killed ${ends.killed}, finished ${ends.finished + 1}`);
  expect(releases).toContain(await verifyRelease(out));
  expect(readdirSync(work).sort()).toEqual(['dist', 'one', 'two']);
}, 600_000);

/**
 * Publishes one release after another, as fast as it can: all that a build does after its pages are made. Each is
 * unlike every other, so that one cannot come back while somebody looks.
 */
const publishing = (copies: readonly string[]) => `
  const { preparePlace, publish, recover } = await import(${address('src/cli/publish.ts')});
  const { writeManifest } = await import(${address('src/cli/release.ts')});
  const { cpSync, writeFileSync } = await import('node:fs');
  process.setMaxListeners(0);
  const [out, ...copies] = ${JSON.stringify([out, ...copies])};
  for (let turn = 0; ; turn += 1) {
    await recover(out);
    const site = out + '-made-' + process.pid;
    cpSync(copies[turn % copies.length], site, { recursive: true });
    writeFileSync(site + '/turn.txt', process.pid + ' ' + turn);
    await writeManifest(site);
    preparePlace(out);
    await publish(site, out, new AbortController().signal);
    console.log('published');
  }`;
const address = (file: string) => JSON.stringify(pathToFileURL(join(projectRoot, file)).href);

it('whoever reads the site while it is replaced without end, and that killed too, finds whole releases', async () => {
  const copies = states.map((_, index) => join(work, `copy-${index}`));
  for (const [index, copy] of copies.entries()) {
    const published = await verifyRelease(out);
    if (published !== releases[index]) await build(index);
    cpSync(out, copy, { recursive: true });
  }
  const stop = await watch(1);
  let swaps = 0;
  for (let kill = 0; kill < 20; kill += 1) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', publishing(copies)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.on('data', (text: Buffer) => (swaps += text.toString().split('\n').length - 1));
    await once(child.stdout, 'data');
    await wait(random() * 500);
    child.kill('SIGKILL');
    await once(child, 'close');
  }
  await recover(out);
  judge(await stop(), `published ${swaps} times, killed 20 times`);
  expect(await verifyRelease(out)).not.toBeNull();
});

it('a second build of the same site stops at once, names the first and leaves it alone', async () => {
  const first = startBuild(states[(await verifyRelease(out)) === releases[0] ? 1 : 0] ?? '', out);
  await first.says('Controllo');
  const second = await startBuild(states[0] ?? '', out).end;
  expect(second.status).toBe(3);
  expect(second.text).toMatch(
    new RegExp(
      `^Un’altra costruzione dello stesso sito è in corso: processo ${first.pid}, dalle \\d+:\\d+:\\d+\\.\n→ Aspetta`,
    ),
  );
  expect((await first.end).status).toBe(0);
  expect(releases).toContain(await verifyRelease(out));
});

it('two sites are built at once, each from its own content', async () => {
  const places = states.map((_, index) => join(work, `site-${index}`));
  await Promise.all(places.map((place, index) => build(index, place)));
  expect(await Promise.all(places.map(verifyRelease))).toEqual(releases);
});

it('a site that a killed build had taken away comes back before anything else', async () => {
  const release = await verifyRelease(out);
  renameSync(out, join(work, '.dist.tra-pari-old-1'));
  const broken = join(work, 'broken');
  cpSync(states[0] ?? '', broken, { recursive: true });
  writeFileSync(join(broken, sheet), '---\n');
  const { status, text } = await startBuild(broken, out).end;
  expect(status).toBe(1);
  expect(text).toContain('rimetto quello di prima');
  expect(await verifyRelease(out)).toBe(release);
});
