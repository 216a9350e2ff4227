import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { linkChecksFile, maxLinkChecksBytes } from '../checks/link-checks.ts';
import { problem, type Problem } from '../checks/problem.ts';

/** Where contents live in the repository. */
export const contentPath = 'src/content';

/** A file of a commit, as git keeps it: nothing has been written or followed. */
export interface TreeEntry {
  mode: string;
  object: string;
  /** Bytes; none for a submodule. */
  size: number;
  path: string;
  /** The name is not text: its bytes are no UTF-8. */
  garbled: boolean;
}

export interface Proposal {
  /** What lies in the content folder once the proposal is merged. */
  content: TreeEntry[];
  /** Files of the content folder that the proposal adds, changes or removes. */
  changed: number;
  /** Bytes of those that it adds or changes. */
  bytes: number;
  /** Paths it touches outside the content folder: then it is not a proposal of contents only. */
  outside: string[];
}

/** What one proposal may change: more than a person can review is a mistake or an attack. */
export const limits = { files: 1000, fileBytes: 2 * 1024 * 1024, bytes: 50 * 1024 * 1024 };

const insideContent = (path: string): boolean => path === contentPath || path.startsWith(`${contentPath}/`);

/**
 * Reads a proposal from git's own store, never from checked-out files.
 * @param repository a clone whose HEAD is a merge made by GitHub: its first parent is the branch the proposal is for
 */
export function readProposal(repository: string): Proposal {
  const tree = fields(git(repository, ['ls-tree', '-r', '-z', '-l', '--full-tree', 'HEAD'])).map(treeEntry);
  const raw = fields(git(repository, ['diff-tree', '-r', '-z', '--no-renames', 'HEAD^1', 'HEAD']));
  // each change is two fields: modes and objects, then the path
  const touched = new Set(raw.filter((_, index) => index % 2 === 1).map(String));
  const content = tree.filter(({ path }) => insideContent(path));
  return {
    content,
    changed: [...touched].filter(insideContent).length,
    bytes: content.reduce((sum, { path, size }) => (touched.has(path) ? sum + size : sum), 0),
    outside: [...touched].filter((path) => !insideContent(path)),
  };
}

/** What may not be copied, by name. */
export function refusedFiles(content: readonly TreeEntry[]): Problem[] {
  return content.flatMap(({ mode, size, path, garbled }) => {
    const refuse = (name: Parameters<typeof problem>[0], message: string, hint: string): Problem[] => [
      problem(name, path.slice(contentPath.length + 1) || '.', { line: 1, column: 1 }, message, hint),
    ];
    if (mode === '100755')
      return refuse(
        'executable',
        'Il file è segnato come programma da eseguire.',
        'Togli il permesso di esecuzione: git update-index --chmod=-x seguito dal nome del file.',
      );
    if (mode !== '100644')
      return refuse(
        'not-a-file',
        `È ${mode === '120000' ? 'un collegamento' : mode === '160000' ? 'un altro repository' : 'un file speciale'}, non un file.`,
        'Metti al suo posto una copia vera del file.',
      );
    if (path === contentPath)
      return refuse(
        'not-a-file',
        'Al posto della cartella dei contenuti c’è un file.',
        'Rimetti la cartella.',
      );
    if (garbled || !isPlainPath(path))
      return refuse(
        'unexpected-file',
        'Il nome contiene segni che non si possono scrivere su disco senza rischi.',
        'Usa solo minuscole senza accenti, cifre e trattini.',
      );
    const most = path === `${contentPath}/${linkChecksFile}` ? maxLinkChecksBytes : limits.fileBytes;
    if (size > most)
      return refuse('too-big', `Il file supera ${most / 1024} KiB.`, 'Accorcialo, o riduci l’immagine.');
    return [];
  });
}

/** Every step names something below the folder before it; odd but harmless names are left to the check of contents. */
function isPlainPath(path: string): boolean {
  const isPlainStep = (step: string) => !['', '.', '..'].includes(step) && Buffer.byteLength(step) <= 255;
  return (
    Buffer.byteLength(path) <= 1024 &&
    !/[\p{Cc}\p{Cf}\u2028\u2029\\]/u.test(path) &&
    path.split('/').every(isPlainStep)
  );
}

/** Why a proposal is too large to be looked at; null when it is not. */
export function tooLarge({ changed, bytes }: Proposal): string | null {
  if (changed > limits.files)
    return `La proposta cambia ${changed} file di contenuto; se ne possono cambiare ${limits.files} alla volta. Dividila in più richieste.`;
  if (bytes > limits.bytes)
    return `La proposta porta ${Math.ceil(bytes / 1024 / 1024)} MiB di contenuti; se ne possono portare ${limits.bytes / 1024 / 1024} alla volta. Riduci le immagini o dividila in più richieste.`;
  return null;
}

/**
 * Writes the files as plain bytes into a new folder. No checkout: neither links nor what `.gitattributes` asks for
 * (filters, line ends) have a say.
 */
export function copyContent(repository: string, content: readonly TreeEntry[], out: string): void {
  mkdirSync(out);
  for (const batch of batchesOf(content)) {
    const input = batch.map(({ object }) => `${object}\n`).join('');
    const bytes = git(repository, ['cat-file', '--batch'], input);
    let at = 0;
    for (const { path, size } of batch) {
      // "<object> blob <size>\n", the bytes, "\n"
      at = bytes.indexOf('\n', at) + 1;
      const file = join(out, path.slice(contentPath.length + 1));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes.subarray(at, at + size), { flag: 'wx', mode: 0o644 });
      at += size + 1;
    }
  }
}

/** A few megabytes at a time, so that memory does not grow with the base. */
function batchesOf(content: readonly TreeEntry[]): TreeEntry[][] {
  const batches: TreeEntry[][] = [[]];
  let bytes = 0;
  for (const entry of content) {
    if (bytes > 16 * 1024 * 1024) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)?.push(entry);
    bytes += entry.size + 1024;
  }
  return batches;
}

function git(repository: string, words: readonly string[], input = ''): Buffer {
  return execFileSync('git', ['-C', repository, ...words], {
    input,
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

/** The parts of an answer to `-z`, which ends each with a zero byte. */
function fields(answer: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let start = 0; start < answer.length;) {
    const end = answer.indexOf(0, start);
    parts.push(answer.subarray(start, end));
    start = end + 1;
  }
  return parts;
}

/** `<mode> <type> <object> <size>\t<path>` */
function treeEntry(field: Buffer): TreeEntry {
  const tab = field.indexOf('\t');
  const [mode = '', , object = '', size = ''] = field.subarray(0, tab).toString('latin1').split(/ +/);
  const name = field.subarray(tab + 1);
  const path = name.toString('utf8');
  return { mode, object, size: Number(size) || 0, path, garbled: !Buffer.from(path).equals(name) };
}
