import { collections, registry, type Collection } from '../schemas/registry.ts';
import { readList } from './list.ts';
import { inOrder, type Problem } from './problem.ts';
import type { ContentFile, ContentRecord, Records } from './record.ts';
import { rules } from './rules/index.ts';
import { readSheet } from './sheet.ts';

export interface CheckedContent {
  records: readonly ContentRecord[];
  problems: readonly Problem[];
  /** Files looked at. */
  files: number;
}

/**
 * Checks files already read: each on its own, then all together. Every problem of every file in one go.
 * @param images paths of the pictures beside them
 */
export function checkFiles(files: readonly ContentFile[], images: readonly string[] = []): CheckedContent {
  const problems: Problem[] = [];
  const records: ContentRecord[] = [];
  for (const file of files) {
    const place = placeOf(file.path);
    if (!place) {
      problems.push(
        wholeFile(
          file.path,
          'unexpected-file',
          'Questo file non appartiene a nessuna raccolta.',
          `Le raccolte: ${collections.map(storeOf).join(', ')}.`,
        ),
      );
    } else if (place.id === undefined) {
      const list = readList(place.kind, file);
      records.push(...list.records);
      problems.push(...list.problems);
    } else {
      const { record, problems: found } = readSheet(place.kind, place.id, file);
      if (record) records.push(record);
      problems.push(...found);
    }
  }
  if (files.length === 0) {
    problems.push(
      wholeFile(
        '.',
        'empty-content',
        'La cartella dei contenuti è vuota.',
        `Mettici le raccolte: ${collections.map(storeOf).join(', ')}.`,
      ),
    );
  }

  const byKind = new Map<Collection, Map<string, ContentRecord>>(
    collections.map((kind) => [kind, new Map()]),
  );
  for (const record of records) {
    const known = byKind.get(record.kind) as Map<string, ContentRecord>;
    const twin = known.get(record.id);
    if (twin) {
      problems.push({
        file: record.file,
        ...record.locate(['id']),
        code: 'duplicate-id',
        severity: 'error',
        message: `L’id «${record.id}» c’è già in ${twin.file}.`,
        hint: 'Cambia uno dei due.',
      });
    } else {
      known.set(record.id, record);
    }
  }
  const all: Records = {
    all: records,
    find: (kind, id) => byKind.get(kind)?.get(id),
    idsOf: (kind) => [...(byKind.get(kind)?.keys() ?? [])],
    images,
  };
  for (const rule of rules) problems.push(...rule.check(all));
  return { records, problems: inOrder(problems), files: files.length };
}

/** Which collection a path belongs to; `id` only for sheets. Null for a path that belongs to none. */
function placeOf(path: string): { kind: Collection; id?: string } | null {
  for (const kind of collections) {
    const store = registry[kind].store;
    if (store.shape === 'list') {
      if (path === store.file) return { kind };
      continue;
    }
    const id = new RegExp(`^${store.folder}/([a-z0-9]+(?:-[a-z0-9]+)*)\\.mdx$`).exec(path)?.[1];
    if (id) return { kind, id };
  }
  return null;
}

function storeOf(kind: Collection): string {
  const store = registry[kind].store;
  return store.shape === 'list' ? store.file : `${store.folder}/nome-della-scheda.mdx`;
}

const wholeFile = (file: string, code: string, message: string, hint: string): Problem => ({
  file,
  line: 1,
  column: 1,
  code,
  severity: 'error',
  message,
  hint,
});
