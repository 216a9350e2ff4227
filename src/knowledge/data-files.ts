import { registry, type Collection } from '../schemas/registry.ts';
import { path } from '../base-path.ts';

/** Name of a collection in the open data: that of its folder, or of its file, in the content. */
export function dataNameOf(kind: Collection): string {
  const { store } = registry[kind];
  return store.shape === 'sheet' ? store.folder : store.file.replace(/\.yaml$/, '');
}

/** The page that explains the open data. */
export const dataPage = path('/dati/');

/** Address of a whole collection: `dataFile('practice', 'csv')` is `/dati/practices.csv`. */
export const dataFile = (kind: Collection, format: 'json' | 'csv'): string =>
  path(`/dati/${dataNameOf(kind)}.${format}`);

/** Address of one entry: `/dati/practices/tonite.json`. */
export const entryDataFile = (kind: Collection, id: string): string =>
  path(`/dati/${dataNameOf(kind)}/${id}.json`);
