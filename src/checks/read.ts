import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { checkFiles, type CheckedContent } from './content.ts';
import { extensionOf, imageKind, maxImageBytes } from './image.ts';
import { inOrder, type Problem } from './problem.ts';
import type { ContentFile } from './record.ts';
import { normalise } from './text.ts';

/** A sheet is a page or two: anything larger is a mistake or an attack. */
const maxBytes = { mdx: 64 * 1024, yaml: 2 * 1024 * 1024 };

/** Names that programs leave behind; every other name with a dot in front is a sheet nobody would see. */
const ignored = new Set(['.DS_Store', '.gitkeep']);

/** The content folder: `KB_CONTENT` where set, else the project's own. */
export const contentFolder = (environment: Record<string, string | undefined>, root: string): string =>
  environment.KB_CONTENT ? join(environment.KB_CONTENT) : join(root, 'src/content');

/** Reads and checks a content folder. The only way in: the check, the build and the loader all come through here. */
export async function checkFolder(folder: string): Promise<CheckedContent> {
  const problems: Problem[] = [];
  const files: ContentFile[] = [];
  const images: string[] = [];
  const report = (file: string, code: string, message: string, hint: string) =>
    problems.push({ file, line: 1, column: 1, code, severity: 'error', message, hint });
  /** There, and already complained of: what names them is not at fault. */
  const unreadable = () => problems.map(({ file }) => file);

  const visit = async (directory: string): Promise<void> => {
    const entries = await readdir(directory, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const full = join(directory, entry.name);
      const path = relative(folder, full).split(sep).join('/');
      if (ignored.has(entry.name) && entry.isFile()) continue;
      if (entry.name.startsWith('.'))
        report(
          path,
          'hidden-file',
          'Il nome comincia con un punto: è nascosto e nessuno lo leggerebbe.',
          'Togli il punto dal nome, oppure cancellalo.',
        );
      else if (entry.isDirectory()) await visit(full);
      else if (!entry.isFile())
        report(
          path,
          'not-a-file',
          'È un collegamento o un file speciale.',
          'Metti al suo posto un file vero.',
        );
      else await readOne(full, path);
    }
  };

  const readOne = async (full: string, path: string): Promise<void> => {
    try {
      const extension = extensionOf(path);
      const limit = extension ? maxImageBytes : path.endsWith('.mdx') ? maxBytes.mdx : maxBytes.yaml;
      if ((await lstat(full)).size > limit)
        return void report(
          path,
          'too-big',
          `Il file supera ${limit / 1024} KiB.`,
          'Accorcialo, o riduci l’immagine.',
        );
      const bytes = await readFile(full);
      if (extension) {
        images.push(path);
        if (imageKind(bytes) !== extension)
          report(
            path,
            'image-bytes',
            `Il file non è un’immagine ${extension}.`,
            'Salvala di nuovo nel formato che il nome dice.',
          );
        return;
      }
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      files.push({ path, text: normalise(text) });
    } catch (error) {
      if (error instanceof TypeError)
        report(path, 'encoding', 'Il file non è in UTF-8.', 'Salvalo di nuovo scegliendo la codifica UTF-8.');
      else report(path, 'unreadable', 'Il file non si può leggere.', 'Controlla i permessi.');
    }
  };

  try {
    await visit(folder);
  } catch {
    report(
      '.',
      'no-content-folder',
      `La cartella dei contenuti «${folder}» non c’è o non si può leggere.`,
      'Controlla KB_CONTENT o i permessi.',
    );
    return { records: [], problems, files: 0 };
  }
  const checked = checkFiles(files, images, unreadable());
  return {
    ...checked,
    problems: inOrder([...problems, ...checked.problems]),
    files: files.length + images.length,
  };
}
