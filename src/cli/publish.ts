import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { cp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StoppedError } from './command.ts';
import { makeFolder } from './make-folder.ts';
import { verifyRelease } from './release.ts';

/** Folders beside the site while it is replaced: hidden, and with a name that nobody gives to their own. */
const prefix = (out: string, what: 'new' | 'old'): string => `.${basename(out)}.tra-pari-${what}-`;
const beside = (out: string, what: 'new' | 'old'): string =>
  join(dirname(out), `${prefix(out, what)}${process.pid}`);

const cleared = { recursive: true, force: true, maxRetries: 3 } as const;

/**
 * Sees, before the long part of a build, that the place of the site can be written; the folder stays for `publish`.
 * It goes when the process ends, whatever the end: it is made at once, because what is still being made when an
 * interruption ends the process would appear after it was cleared.
 */
export function preparePlace(out: string): void {
  const place = beside(out, 'new');
  process.once('exit', () => rmSync(place, cleared));
  makeFolder(place);
}

/**
 * Puts a finished site in the place of the one before, with two renames and nothing in between.
 * @param signal once aborted, the site before stays
 */
export async function publish(site: string, out: string, signal: AbortSignal): Promise<void> {
  const [fresh, previous] = [beside(out, 'new'), beside(out, 'old')];
  await moveTo(site, fresh);
  for (let attempt = 1; !swap(fresh, out, previous, signal); attempt += 1) {
    if (attempt === 10) {
      throw new StoppedError(
        `Non riesco a sostituire «${out}»: un altro programma la tiene aperta, o manca il permesso.`,
        'Chiudi i programmi e le finestre che la mostrano, poi riprova.',
      );
    }
    await wait(200); // on Windows an antivirus holds new files for a moment
  }
  syncFolder(dirname(out));
  await discard(previous);
}

/** What another program keeps open stays until the next build. */
async function discard(folder: string): Promise<void> {
  try {
    await rm(folder, cleared);
  } catch (error) {
    isHeld(error);
  }
}

/** A rename when the disk is the same, a copy when it is not. */
async function moveTo(site: string, target: string): Promise<void> {
  rmdirSync(target);
  try {
    renameSync(site, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(site, target, { recursive: true });
    await rm(site, cleared);
  }
}

/** Whether the swap was made; when it was not, the site before is in its place. */
function swap(fresh: string, out: string, previous: string, signal: AbortSignal): boolean {
  signal.throwIfAborted();
  const isReplacing = existsSync(out);
  try {
    if (isReplacing) renameSync(out, previous);
  } catch (error) {
    return isHeld(error);
  }
  try {
    renameSync(fresh, out);
    return true;
  } catch (error) {
    if (isReplacing) renameSync(previous, out);
    return isHeld(error);
  }
}

/** False for an error that passes when another program lets go; any other is thrown. */
function isHeld(error: unknown): false {
  if (['EPERM', 'EACCES', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
  throw error;
}

/** Renames survive a power cut only once their folder is on disk. Windows has no such thing. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Puts right what a killed build left: a site that was taken away and not replaced comes back, the rest goes.
 * @returns whether a site came back
 */
export async function recover(out: string): Promise<boolean> {
  const parent = dirname(out);
  if (!existsSync(parent)) return false;
  let isBack = false;
  for (const name of await readdir(parent)) {
    const isOld = name.startsWith(prefix(out, 'old'));
    const path = join(parent, name);
    if (isOld && !existsSync(out) && (await verifyRelease(path))) {
      await rename(path, out);
      isBack = true;
    } else if (isOld || name.startsWith(prefix(out, 'new'))) {
      await discard(path);
    }
  }
  return isBack;
}
