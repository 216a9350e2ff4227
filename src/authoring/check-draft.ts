import { checkReadings } from '../checks/content.ts';
import { inOrder, type Problem } from '../checks/problem.ts';
import { readContentFile, type FileReading } from '../checks/reading.ts';
import type { ContentFile, ReadRecord } from '../checks/record.ts';
import type { FormLists } from '../exports/form-lists.ts';
import { collections, registry, type Collection } from '../schemas/registry.ts';

/**
 * What `npm run check` would say of one file, in the same words, where only the lists of what it may name are at hand:
 * in a browser. Pictures beside the sheet are not known there.
 * @param today `YYYY-MM-DD`
 */
export function problemsOf(file: ContentFile, lists: FormLists, today: string): Problem[] {
  const known = collections.flatMap((kind) =>
    readingsOf(kind, lists).filter(({ path }) => path !== file.path),
  );
  const readings = [...known, readContentFile(file)];
  const files = [...known.map(({ path }) => ({ path, text: '' })), file];
  const { problems } = checkReadings(files, readings, { images: [], problems: [], today });
  return inOrder(problems.filter((problem) => problem.file === file.path));
}

/** The entries of a collection as if their files had been read: nothing of them is judged here. */
function readingsOf(kind: Collection, lists: FormLists): FileReading[] {
  const { store } = registry[kind];
  const reading = (path: string, records: ReadRecord[]): FileReading => ({
    path,
    records,
    problems: [],
    readable: true,
  });
  const recordIn = (file: string, { id, data }: FormLists[Collection][number]): ReadRecord => ({
    kind,
    id,
    file,
    prefix: [],
    data,
    draft: false,
    // of a sheet only names are known
    valid: store.shape === 'list',
    dotted: false,
    uses: [],
  });
  if (store.shape === 'list')
    return [
      reading(
        store.file,
        lists[kind].map((entry) => recordIn(store.file, entry)),
      ),
    ];
  return lists[kind].map((entry) => {
    const path = `${store.folder}/${entry.id}.mdx`;
    return reading(path, [recordIn(path, entry)]);
  });
}
