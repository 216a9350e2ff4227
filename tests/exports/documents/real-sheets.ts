import { join } from 'node:path';
import { checkFiles } from '../../../src/checks/content.ts';
import { publishedEntries } from '../../../src/exports/entries.ts';
import { entryJson } from '../../../src/exports/json.ts';
import { referencesOf } from '../../../src/exports/references.ts';
import { openSheet, type OpenedSheet } from '../../../src/knowledge/entry-file.ts';
import { buildGraph, type AnyEntry } from '../../../src/knowledge/graph.ts';
import { frontMatterOf } from '../../../src/mdx/parse.ts';
import { projectRoot } from '../../environment.ts';
import { read } from '../../fixture-content.ts';

const origin = 'https://esempio.it';

/** A sheet as its published file gives it, and its text as it was written. */
export interface RealSheet {
  id: string;
  sheet: OpenedSheet;
  written: string;
}

/** Every sheet of a content folder, opened from the very file that the site publishes. */
export function sheetsIn(folder: string): RealSheet[] {
  const files = read(folder);
  const records = checkFiles(files).records as unknown as AnyEntry[];
  const graph = buildGraph(records, '2026-11-22');
  return publishedEntries(graph, 'practice', origin).map((entry) => {
    const own = graph.get('practice', entry.id);
    const written = files.find(({ path }) => path === own.file)?.text ?? '';
    const text = written.slice(4 + (frontMatterOf(written) ?? '').length + 4).trim();
    const json = entryJson('practice', entry, referencesOf(graph, own), text);
    return { id: entry.id, sheet: openSheet(JSON.parse(json)), written };
  });
}

export const realSheets: readonly RealSheet[] = sheetsIn(join(projectRoot, 'src/content'));

export function sheetOf(id: string): RealSheet {
  const found = realSheets.find((sheet) => sheet.id === id);
  if (!found) throw new Error(`no sheet ${id}`);
  return found;
}
