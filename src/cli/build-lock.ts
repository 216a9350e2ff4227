import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { StoppedError } from './command.ts';
import { makeFolder } from './make-folder.ts';

const holder = z.strictObject({ pid: z.number(), since: z.string() });
const busy = 5; // SQLITE_BUSY

/**
 * Makes this process the only one that builds a site. The lock is one of the operating system, taken through SQLite:
 * it ends with the process however that ends, so none is ever left behind and no process number is mistaken for another.
 * @param folder where the lock lives; it stays there when the build is over
 * @returns lets the next one build
 */
export async function lockBuild(folder: string): Promise<() => void> {
  const lock = join(folder, 'lock');
  const who = join(folder, 'holder.json');
  makeFolder(folder);
  await appendFile(lock, ''); // a folder where nobody may write is told by the system's own error
  const database = new DatabaseSync(lock, { timeout: 0 });
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN IMMEDIATE');
  } catch (error) {
    database.close();
    throw (error as { errcode?: number }).errcode === busy ? await alreadyBuilding(who) : error;
  }
  await writeFile(who, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }));
  return () => {
    database.close();
  };
}

async function alreadyBuilding(who: string): Promise<StoppedError> {
  const hint = 'Aspetta che finisca, o fermala, e riprova. Il sito di prima resta al suo posto.';
  try {
    const { pid, since } = holder.parse(JSON.parse(await readFile(who, 'utf8')));
    const time = new Date(since).toLocaleTimeString('it-IT');
    return new StoppedError(
      `Un’altra costruzione dello stesso sito è in corso: processo ${pid}, dalle ${time}.`,
      hint,
    );
  } catch {
    return new StoppedError('Un’altra costruzione dello stesso sito è in corso.', hint); // it has only just begun
  }
}
