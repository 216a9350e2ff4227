import type { Collection } from '../schemas/registry.ts';
import type { PublishedEntry } from './entries.ts';
import type { References } from './references.ts';
import { envelopeOf } from './schema.ts';

/** The JSON file of a whole collection. */
export const collectionJson = (kind: Collection, entries: readonly PublishedEntry[]): string =>
  written({ ...envelopeOf(kind), entries });

/**
 * The JSON file of one entry: the same entry, with the same words about the file, what it names and its text.
 * @param text of a sheet, as it was written below the data
 */
export const entryJson = (
  kind: Collection,
  entry: PublishedEntry,
  references: References,
  text?: string,
): string => written({ ...envelopeOf(kind), entry, references, text });

const written = (file: object): string => `${JSON.stringify(file, null, 2)}\n`;
