import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Like `mkdirSync` with `recursive`, which on a disk that is read-only says that the folder is missing. */
export function makeFolder(folder: string): void {
  if (!existsSync(dirname(folder))) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
