import { prefix, storageOf } from './kept.ts';

/** What is kept under a name, as it is written; null when nothing is. */
export function rawText(name: string): string | null {
  try {
    return storageOf()?.getItem(prefix + name) ?? null;
  } catch {
    return null;
  }
}

/** Writes it back, or takes it away with null; false when the browser did not. */
export function writeRaw(name: string, text: string | null): boolean {
  try {
    const storage = storageOf();
    if (text === null) storage?.removeItem(prefix + name);
    else storage?.setItem(prefix + name, text);
    return storage !== null;
  } catch {
    return false;
  }
}

const copyPattern = /^copia:(.+):(\d{4}-\d{2}-\d{2})T[\d:.]+Z$/;

export interface Copy {
  /** Reads it and takes it away: `rawText`, `writeRaw`. */
  name: string;
  /** Under which name it was kept before it was spoilt. */
  of: string;
  day: string;
}

/** The copies of what could not be read, oldest first. */
export function keptCopies(): Copy[] {
  try {
    return Object.keys(storageOf() ?? {})
      .flatMap((key) => {
        const name = key.startsWith(prefix) ? key.slice(prefix.length) : '';
        const [, of, day] = copyPattern.exec(name) ?? [];
        return of && day ? [{ name, of, day }] : [];
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
