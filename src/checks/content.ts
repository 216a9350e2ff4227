import type { LinkCheck } from '../schemas/link-check.ts';
import { collections, registry, type Collection } from '../schemas/registry.ts';
import { codes } from './codes.ts';
import { applyExceptions } from './exceptions.ts';
import { inOrder, problem, type Problem } from './problem.ts';
import { placed, readContentFile, storeOf, top, type FileReading } from './reading.ts';
import type { ContentFile, ContentRecord, Records } from './record.ts';
import { rules } from './rules/index.ts';

export interface CheckedContent {
  records: readonly ContentRecord[];
  problems: readonly Problem[];
  /** What was found at the addresses of the sources. */
  linkChecks: readonly LinkCheck[];
  /** Files looked at. */
  files: number;
}

/** What is known of a content folder beside the texts. */
export interface FolderAround {
  /** Paths of the pictures. */
  images: readonly string[];
  /** Problems found before reading: wrong names, links, sizes. What names these files is not at fault. */
  problems: readonly Problem[];
  /** The day of the check, `YYYY-MM-DD`; without it nothing is judged by the calendar. */
  today?: string;
}

const nothingAround: FolderAround = { images: [], problems: [] };

/** Checks files already in memory, in this very process: for tests, and for the texts of a person's own browser. */
export const checkFiles = (files: readonly ContentFile[], around = nothingAround): CheckedContent =>
  checkReadings(files, files.map(readContentFile), around);

/** Checks all files together, after each was read on its own. Every problem of every file in one go. */
export function checkReadings(
  files: readonly ContentFile[],
  readings: readonly FileReading[],
  around = nothingAround,
): CheckedContent {
  const records = readings.flatMap((reading, index) => placed(reading, files[index] as ContentFile));
  const broken = new Set([
    ...around.problems.map(({ file }) => file),
    ...readings.filter(({ readable }) => !readable).map(({ path }) => path),
  ]);
  const missing = missingLists(files, broken);
  missing.forEach(({ file }) => broken.add(file));
  const byKind = new Map<Collection, Map<string, ContentRecord>>(
    collections.map((kind) => [kind, new Map()]),
  );
  const twins = records.flatMap((record) => {
    const known = byKind.get(record.kind) as Map<string, ContentRecord>;
    const twin = known.get(record.id);
    if (!twin) known.set(record.id, record);
    return twin ? [duplicate(record, twin)] : [];
  });
  const all: Records = {
    all: records,
    find: (kind, id) => byKind.get(kind)?.get(id),
    idsOf: (kind) => [...(byKind.get(kind)?.keys() ?? [])],
    isBroken: (kind, id) => {
      const { store } = registry[kind];
      return store.shape === 'list'
        ? broken.has(store.file)
        : broken.has(`${store.folder}/${id}.mdx`) || broken.has(store.folder);
    },
    images: around.images,
    broken,
    today: around.today ?? null,
  };
  const found = [
    ...around.problems,
    ...readings.flatMap(({ problems }) => problems),
    ...missing,
    ...twins,
    ...rules.flatMap((rule) => rule.check(all)),
  ];
  const exceptions = readings.flatMap((reading) => reading.exceptions ?? []);
  const problems = applyExceptions(saidOnce(found), exceptions, all.today);
  const linkChecks = readings.flatMap((reading) => reading.linkChecks ?? []);
  return { records, problems: inOrder(problems), linkChecks, files: files.length };
}

/** A name that is no id is unknown too, and then what was meant is told: its form alone says less. */
function saidOnce(found: readonly Problem[]): Problem[] {
  const at = ({ file, line, column }: Problem) => `${file}\n${line}:${column}`;
  const unknown = new Set(
    found
      .filter(({ code }) => code === codes['unknown-reference'].code || code === codes['unknown-source'].code)
      .map(at),
  );
  return found.filter((one) => one.code !== codes['field-form'].code || !unknown.has(at(one)));
}

function missingLists(files: readonly ContentFile[], broken: ReadonlySet<string>): Problem[] {
  if (files.length === 0 && broken.size === 0) {
    const hint = `Mettici le raccolte: ${collections.map(storeOf).join(', ')}.`;
    return [problem('empty-content', '.', top, 'La cartella dei contenuti è vuota.', hint)];
  }
  const present = new Set([...files.map(({ path }) => path), ...broken]);
  return collections.flatMap((kind) => {
    const { store, names } = registry[kind];
    if (store.shape !== 'list' || present.has(store.file)) return [];
    const hint = `È l’elenco «${names.many}»: rimettilo, o creane uno che comincia con «entries:».`;
    return [problem('file-missing', store.file, top, `Manca il file ${store.file}.`, hint)];
  });
}

function duplicate(record: ContentRecord, twin: ContentRecord): Problem {
  const message = `L’id «${record.id}» c’è già in ${twin.file}, alla riga ${twin.locate(['id']).line}.`;
  return problem('duplicate-id', record.file, record.locate(['id']), message, 'Cambia uno dei due.');
}
