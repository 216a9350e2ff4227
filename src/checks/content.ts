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
 * @param unreadable paths of the files that are there but could not be read: names that lead to them are no fault
 */
export function checkFiles(
  files: readonly ContentFile[],
  images: readonly string[] = [],
  unreadable: readonly string[] = [],
): CheckedContent {
  const problems: Problem[] = [];
  const records: ContentRecord[] = [];
  const broken = new Set(unreadable);
  for (const file of files) {
    if (file.text !== '' && !file.text.endsWith('\n')) problems.push(cutShort(file));
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
      if (!list.readable) broken.add(file.path);
      records.push(...list.records);
      problems.push(...list.problems);
    } else {
      const { record, problems: found } = readSheet(place.kind, place.id, file);
      if (record) records.push(record);
      else broken.add(file.path);
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
  } else {
    const present = new Set([...files.map(({ path }) => path), ...unreadable]);
    for (const kind of collections) {
      const { store, names } = registry[kind];
      if (store.shape !== 'list' || present.has(store.file)) continue;
      broken.add(store.file);
      problems.push(
        wholeFile(
          store.file,
          'file-missing',
          `Manca il file ${store.file}.`,
          `È l’elenco «${names.many}»: rimettilo, o creane uno che comincia con «entries:».`,
        ),
      );
    }
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
        message: `L’id «${record.id}» c’è già in ${twin.file}, alla riga ${twin.locate(['id']).line}.`,
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
    isBroken: (kind, id) => {
      const { store } = registry[kind];
      return broken.has(store.shape === 'list' ? store.file : `${store.folder}/${id}.mdx`);
    },
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

const cutShort = ({ path, text }: ContentFile): Problem => ({
  file: path,
  line: text.split('\n').length,
  column: 1,
  code: 'final-newline',
  severity: 'warning',
  message: 'L’ultima riga non finisce con un a capo: il file può essere stato tagliato.',
  hint: 'Controlla che il testo sia intero e premi Invio in fondo all’ultima riga.',
});

const wholeFile = (file: string, code: string, message: string, hint: string): Problem => ({
  file,
  line: 1,
  column: 1,
  code,
  severity: 'error',
  message,
  hint,
});
