import { existsSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { projectRoot, StoppedError } from './command.ts';
import { manifestName, parseManifest } from './release.ts';

/** What belongs to the project, and a site must not be put into. */
const ours = ['src', 'public', 'tests', '.git', '.github'].map((name) => join(projectRoot, name));

/**
 * The folder that a site is built into, without links in its path. Publishing replaces the whole folder,
 * so one that holds anything but a site of ours is refused.
 */
export async function outputFolder(asked: string, content: string): Promise<string> {
  const out = await realPath(asked);
  const source = await realPath(content);
  const precious = [projectRoot, source, homedir(), process.cwd()];
  if (precious.some((folder) => isWithin(folder, out))) {
    throw new StoppedError(
      `Il sito non può prendere il posto di «${out}»: la cartella contiene altro che serve.`,
      elsewhere,
    );
  }
  const inside = [source, ...ours].find((folder) => isWithin(out, folder));
  if (inside) {
    throw new StoppedError(
      `Il sito non può stare in «${out}»: è dentro «${inside}», da cui si costruisce.`,
      elsewhere,
    );
  }
  if (existsSync(out) && !(await isReplaceable(out))) {
    throw new StoppedError(
      `«${out}» esiste già e non è un sito costruito da qui: costruire la cancellerebbe.`,
      elsewhere,
    );
  }
  return out;
}

const elsewhere = 'Scegli una cartella nuova o vuota: npm run build -- --out CARTELLA.';

/** Whether a path is a folder or something below it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way;
}

/** Empty, or a site that was built here, whole or not; one from before the manifests has its search index. */
async function isReplaceable(out: string): Promise<boolean> {
  if (!(await stat(out)).isDirectory()) return false;
  const names = await readdir(out);
  if (names.length === 0 || names.includes('pagefind')) return true;
  return (
    names.includes(manifestName) && parseManifest(await readFile(join(out, manifestName), 'utf8')) !== null
  );
}

/** The path without links, of what may not be there yet. */
async function realPath(path: string): Promise<string> {
  if (existsSync(path) || dirname(path) === path) return realpath(path);
  return join(await realPath(dirname(path)), basename(path));
}
