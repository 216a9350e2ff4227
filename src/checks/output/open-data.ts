import { parse } from 'csv-parse/sync';

/** The entries of the JSON file of a collection: the id of each, and its text as written there. */
export interface Rows {
  ids: readonly string[];
  texts: ReadonlyMap<string, string>;
}

export function rowsIn(json: unknown): Rows | null {
  const { entries } = Object(json) as { entries?: unknown };
  if (!Array.isArray(entries)) return null;
  const ids = entries.map((entry: unknown) => String((Object(entry) as { id?: unknown }).id));
  return { ids, texts: new Map(entries.map((entry, index) => [ids[index] ?? '', JSON.stringify(entry)])) };
}

/**
 * Whether the file of one entry holds the same words about itself and the same entry as that of the collection.
 * What an entry names, and its text, stand in its own file alone.
 */
export function isSameEntry(own: unknown, collection: unknown, text: string | undefined): boolean {
  const elsewhere = { entry: undefined, entries: undefined, references: undefined, text: undefined };
  const aboutFile = (file: unknown) => JSON.stringify({ ...Object(file), ...elsewhere } as object);
  return (
    JSON.stringify((Object(own) as { entry?: unknown }).entry) === text &&
    aboutFile(own) === aboutFile(collection)
  );
}

/** The ids of the rows of a table. Fails on a table that is cut, or without a column of ids. */
export function csvIdsIn(text: string): string[] {
  const [header = [], ...rows] = parse(text, { bom: true });
  const column = header.indexOf('id');
  if (column < 0) throw new Error('no column of ids');
  return rows.map((row) => row[column] ?? '');
}
