import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { checkFiles, type CheckedContent } from './content.ts';
import { extensionOf, imageKind, maxImageBytes } from './image.ts';
import { inOrder, type Problem } from './problem.ts';
import type { ContentFile } from './record.ts';

/** A sheet is a page or two: anything larger is a mistake or an attack. */
const maxBytes = { mdx: 64 * 1024, yaml: 2 * 1024 * 1024 };

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

  const visit = async (directory: string): Promise<void> => {
    const entries = await readdir(directory, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const full = join(directory, entry.name);
      const path = relative(folder, full).split(sep).join('/');
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) await visit(full);
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
        if (imageKind(bytes) === extension) images.push(path);
        else
          report(
            path,
            'image-bytes',
            `Il file non è un’immagine ${extension}.`,
            'Salvala di nuovo nel formato che il nome dice.',
          );
        return;
      }
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      files.push({ path, text });
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
  const checked = checkFiles(files, images);
  return {
    ...checked,
    problems: inOrder([...problems, ...checked.problems]),
    files: files.length + images.length,
  };
}
