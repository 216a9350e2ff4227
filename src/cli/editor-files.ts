import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fileSchema } from '../exports/json-schema.ts';
import { dataNameOf } from '../knowledge/data-files.ts';
import { collections, registry } from '../schemas/registry.ts';

/** Where the schemas of the lists stand for editors; `.vscode/settings.json` leads there. */
export const schemaFolder = 'docs/schemi';

/** The JSON Schema of every collection, by the path of its file in the project. */
export const schemaFiles = (): { path: string; text: string }[] =>
  collections.map((kind) => ({
    path: `${schemaFolder}/${dataNameOf(kind)}.schema.json`,
    text: `${JSON.stringify(fileSchema(kind), null, 2)}\n`,
  }));

/**
 * Tells Astro's extension for editors what each sheet may say: it looks in this folder, which is not in the repository.
 * Astro's own files know the store, where data stand inside an entry, and not the files that people write.
 * @param content folder of the content
 */
export async function writeEditorFiles(root: string, content: string): Promise<void> {
  const folder = join(root, '.astro/collections');
  await mkdir(folder, { recursive: true });
  const entries: Record<string, string> = {};
  const sheets = collections.flatMap((kind) => {
    const { store } = registry[kind];
    return store.shape === 'sheet' ? [{ kind, store }] : [];
  });
  for (const { kind, store } of sheets) {
    await writeFile(join(folder, `${store.folder}.schema.json`), JSON.stringify(fileSchema(kind)));
    for (const name of await readdir(join(content, store.folder)).catch(() => []))
      // the extension compares addresses in lower case, as they read
      if (name.endsWith('.mdx'))
        entries[decodeURIComponent(pathToFileURL(join(content, store.folder, name)).href).toLowerCase()] =
          store.folder;
  }
  const names = sheets.map(({ store }) => ({ hasSchema: true, name: store.folder }));
  await writeFile(join(folder, 'collections.json'), JSON.stringify({ collections: names, entries }, null, 2));
}
