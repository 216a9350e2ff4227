import { readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { lastCommit } from '../catalogue/content-log.ts';
import { filesUnder } from '../integrations/files-under.ts';
import { buildDay } from '../knowledge/freshness.ts';
import { projectRoot } from './command.ts';
import { sha256 } from './release.ts';

/** Everything beside the content that changes what is built. */
const code = ['src', 'public', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];
const variables = ['SITE_URL', 'BASE_PATH', 'SITE_PREVIEW'];

/** What a build is made from: the files of the content, and one digest of them and of all the rest. */
export interface Inputs {
  content: ReadonlyMap<string, string>;
  digest: string;
}

/** The day counts, because freshness is printed; and the commit, because what changed is. */
export async function readInputs(content: string): Promise<Inputs> {
  const files = await digests(content, await filesUnder(content));
  const rest = (await Promise.all(code.map((name) => filesUnder(join(projectRoot, name))))).flat();
  const others = await digests(
    projectRoot,
    rest.filter((file) => !file.startsWith(content + sep)),
  );
  const circumstances = [
    process.version,
    buildDay(process.env.SOURCE_DATE_EPOCH, Date.now()),
    await lastCommit(content),
    ...variables.map((name) => process.env[name] ?? ''),
  ];
  return { content: files, digest: sha256(JSON.stringify([circumstances, [...others], [...files]])) };
}

/** The files of the content that are no longer what they were. */
export async function changedSince({ content: before }: Inputs, content: string): Promise<string[]> {
  const now = await digests(content, await filesUnder(content));
  return [...new Set([...before.keys(), ...now.keys()])].filter((name) => before.get(name) !== now.get(name));
}

/** Far above what any of our files may weigh: the check refuses such a file, and it is not read here either. */
const mostBytes = 32 * 1024 * 1024;

/** Null for a file that is not there; what cannot be read is told by the check, by name. */
async function digestOf(file: string): Promise<string | null> {
  try {
    const { size, mtimeMs } = await stat(file);
    return size > mostBytes ? `${size} ${mtimeMs}` : sha256(await readFile(file));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : 'unreadable';
  }
}

/** By path below a folder. A file that goes away while the others are read is as good as one that was never there. */
async function digests(folder: string, files: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const file of files) {
    const digest = await digestOf(file);
    if (digest !== null) found.set(relative(folder, file).replaceAll(sep, '/'), digest);
  }
  return found;
}
