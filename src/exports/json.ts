import type { Collection } from '../schemas/registry.ts';
import type { PublishedEntry } from './entries.ts';
import { envelopeOf } from './schema.ts';

/** The JSON file of a whole collection. */
export const collectionJson = (kind: Collection, entries: readonly PublishedEntry[]): string =>
  written({ ...envelopeOf(kind), entries });

/** The JSON file of one entry: the same entry, with the same words about the file. */
export const entryJson = (kind: Collection, entry: PublishedEntry): string =>
  written({ ...envelopeOf(kind), entry });

const written = (file: object): string => `${JSON.stringify(file, null, 2)}\n`;
