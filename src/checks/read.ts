import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { buildDay } from '../knowledge/freshness.ts';
import { slug } from '../mdx/outline.ts';
import { collections, registry } from '../schemas/registry.ts';
import type { CodeName } from './codes.ts';
import { checkReadings, type CheckedContent } from './content.ts';
import { exceptionsFile } from './exceptions.ts';
import { extensionOf, imageProblem, maxImageBytes } from './image.ts';
import { startReading } from './isolated.ts';
import { linkChecksFile, maxLinkChecksBytes } from './link-checks.ts';
import { inOrder, problem, type Problem } from './problem.ts';
import { top } from './reading.ts';
import type { ContentFile } from './record.ts';
import { normalise } from './text.ts';

/** A sheet is a page or two: anything larger is a mistake or an attack. */
const maxBytes = { mdx: 64 * 1024, yaml: 2 * 1024 * 1024, exceptions: 64 * 1024 };

/** Enough to keep a disk busy, few enough for every system's limit of open files. */
const openAtOnce = 64;

/** Names that programs leave behind; every other name with a dot in front is a sheet nobody would see. */
const ignored = new Set(['.DS_Store', '.gitkeep']);

const sheetFolders: ReadonlySet<string> = new Set(
  collections.flatMap((kind) => {
    const { store } = registry[kind];
    return store.shape === 'sheet' ? [store.folder] : [];
  }),
);

/** The content folder: `KB_CONTENT` where set, else the project's own. */
export const contentFolder = (environment: Record<string, string | undefined>, root: string): string =>
  environment.KB_CONTENT ? join(environment.KB_CONTENT) : join(root, 'src/content');

export interface CheckedFolder extends CheckedContent {
  /** SHA-256 of every text as it was checked, by path. */
  digests: ReadonlyMap<string, string>;
}

/**
 * Reads and checks a content folder. The only way in: the check, the build and the loader all come through here.
 * @param root folder of the project, where the reading processes find their code
 */
export async function checkFolder(folder: string, root: string): Promise<CheckedFolder> {
  const reading = startReading(root);
  const digests = new Map<string, string>();
  const found = await filesIn(folder, (files) => {
    reading.give(files);
    // while others read
    for (const { path, text } of files) digests.set(path, digestOf(text));
  }).catch(() => null);
  const readings = await reading.end();
  if (!found) {
    const message = `La cartella dei contenuti «${folder}» non c’è o non si può leggere.`;
    const missing = problem('no-content-folder', '.', top, message, 'Controlla KB_CONTENT o i permessi.');
    return { records: [], problems: [missing], linkChecks: [], files: 0, digests: new Map() };
  }
  const { files, images, problems } = found;
  // a build that repeats an old one still knows what day it is: no sheet of that time lies in the future
  const now = Date.now();
  const today = [buildDay(process.env.SOURCE_DATE_EPOCH, now), buildDay(undefined, now)].sort().at(-1);
  const checked = checkReadings(files, readings, { images, problems, today });
  return { ...checked, files: files.length + images.length, digests };
}

/** The fingerprint of a text as the checks read it. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

interface Found {
  files: ContentFile[];
  images: string[];
  problems: Problem[];
}

/**
 * Every text and picture of a folder, nothing followed and nothing skipped in silence.
 * @param give takes the texts as they are read, in order
 */
async function filesIn(folder: string, give: (files: ContentFile[]) => void): Promise<Found> {
  const files: ContentFile[] = [];
  const images: string[] = [];
  const problems: Problem[] = [];
  const executables: string[] = [];
  const regular: { full: string; path: string }[] = [];
  const report = (file: string, name: CodeName, message: string, hint: string): [] => {
    problems.push(problem(name, file, top, message, hint));
    return [];
  };

  const visit = async (directory: string): Promise<void> => {
    const entries = await readdir(directory, { withFileTypes: true }).catch((error: unknown) => {
      if (directory === folder) throw error;
      const path = relative(folder, directory).split(sep).join('/');
      return report(path, 'unreadable', 'La cartella non si può leggere.', 'Controlla i permessi.');
    });
    for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const full = join(directory, entry.name);
      const path = relative(folder, full).split(sep).join('/');
      if (ignored.has(entry.name) && entry.isFile()) continue;
      const wrong = wrongEntry(entry, path);
      if (wrong) report(path, ...wrong);
      else if (entry.isDirectory()) await visit(full);
      else regular.push({ full, path });
    }
  };

  const readOne = async ({ full, path }: { full: string; path: string }): Promise<ContentFile[]> => {
    try {
      const extension = extensionOf(path);
      const limit = extension ? maxImageBytes : limitOf(path);
      const { size, mode } = await lstat(full);
      if (mode & 0o111) executables.push(path);
      if (size > limit)
        return report(
          path,
          'too-big',
          `Il file è di ${Math.ceil(size / 1024)} KiB: al massimo ${limit / 1024}.`,
          extension ? 'Riduci l’immagine prima di metterla.' : 'Accorcialo, o dividilo in due schede.',
        );
      const bytes = await readFile(full);
      if (extension) {
        images.push(path);
        const wrong = imageProblem(bytes, extension);
        return wrong ? report(path, wrong.name, wrong.message, wrong.hint) : [];
      }
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      return [{ path, text: normalise(text) }];
    } catch (error) {
      if (error instanceof TypeError)
        return report(
          path,
          'encoding',
          'Il file non è in UTF-8.',
          'Salvalo di nuovo scegliendo la codifica UTF-8.',
        );
      return report(path, 'unreadable', 'Il file non si può leggere.', 'Controlla i permessi.');
    }
  };

  await visit(folder);
  for (let index = 0; index < regular.length; index += openAtOnce) {
    const texts = await Promise.all(regular.slice(index, index + openAtOnce).map(readOne));
    files.push(...texts.flat());
    give(texts.flat());
  }
  // some disks mark every file as executable, whatever it is: then the mark says nothing
  if (executables.length < regular.length || regular.length === 1)
    for (const path of executables)
      report(
        path,
        'executable',
        'Il file è segnato come programma da eseguire.',
        `Togli il permesso: chmod 644 ${path}`,
      );
  return { files, images: images.sort(), problems: inOrder(problems) };
}

function limitOf(path: string): number {
  if (path.endsWith('.mdx')) return maxBytes.mdx;
  return (
    { [exceptionsFile]: maxBytes.exceptions, [linkChecksFile]: maxLinkChecksBytes }[path] ?? maxBytes.yaml
  );
}

/** What a file is that nobody reads here, by the end of its name; null where the name may be that of a text of ours. */
function foreignKind(name: string): [message: string, hint: string] | null {
  const [, stem = '', written] = /^(.*)\.([^.]+)$/.exec(name) ?? [];
  if (written === undefined || ['mdx', 'yaml', 'txt'].includes(written)) return null;
  const extension = written.toLowerCase();
  const picture = { jpeg: 'jpg', jpe: 'jpg', jfif: 'jpg' }[extension] ?? extensionOf(`.${extension}`);
  const kinds = 'le immagini sono png, jpg, webp o avif, in minuscolo';
  const renamed = slug(stem) || 'nome';
  if (picture)
    return [`Un file .${written} non può stare qui: ${kinds}.`, `Rinominalo ${renamed}.${picture}.`];
  const text = { yml: 'yaml', yaml: 'yaml', mdx: 'mdx' }[extension];
  if (text) return [`Un file .${written} qui non si legge.`, `Rinominalo ${renamed}.${text}.`];
  if (['gif', 'svg', 'bmp', 'tif', 'tiff', 'heic', 'heif', 'ico'].includes(extension))
    return [`Un file .${written} non può stare qui: ${kinds}.`, 'Salva l’immagine in uno di quei formati.'];
  return [
    `Un file .${written} non può stare qui.`,
    'Il testo va in una scheda .mdx; di un documento pubblicato altrove scrivi l’indirizzo fra le fonti.',
  ];
}

/** What is wrong with a name or with what stands under it, before anything is opened. */
function wrongEntry(entry: Dirent, path: string): [name: CodeName, message: string, hint: string] | null {
  if (entry.name.startsWith('.'))
    return [
      'hidden-file',
      'Il nome comincia con un punto: è nascosto e nessuno lo leggerebbe.',
      'Togli il punto dal nome, oppure cancellalo.',
    ];
  if (entry.isFile()) {
    const isPicture = extensionOf(path) !== null;
    const foreign = isPicture ? null : foreignKind(entry.name);
    if (foreign) return ['unexpected-file', ...foreign];
    if (!isPicture || /^[a-z-]+\/[a-z0-9]+(-[a-z0-9]+)*\.[a-z]+$/.test(path)) return null;
    return [
      'unexpected-file',
      'L’immagine non è al suo posto, o il suo nome non va bene.',
      'Mettila nella cartella della scheda che la mostra, con un nome di minuscole, cifre e trattini.',
    ];
  }
  if (!entry.isDirectory())
    return ['not-a-file', 'È un collegamento o un file speciale.', 'Metti al suo posto un file vero.'];
  if (sheetFolders.has(path)) return null;
  return [
    'unexpected-file',
    'Questa cartella non appartiene a nessuna raccolta: ciò che contiene non lo leggerebbe nessuno.',
    `Le cartelle delle schede: ${[...sheetFolders].join(', ')}.`,
  ];
}
