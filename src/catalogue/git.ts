import { execFile } from 'node:child_process';
import { devNull } from 'node:os';

/** Milliseconds that one question to git may take, and bytes that its answer may have. */
const limits = { time: 60_000, bytes: 256 * 1024 * 1024 };

/**
 * Nothing that the settings of a machine, of a person or of a repository say may start a program, ask the network, or
 * change what is answered.
 */
const settings = [
  'core.fsmonitor=',
  `core.hooksPath=${devNull}`,
  `core.attributesFile=${devNull}`,
  'core.pager=cat',
  'diff.external=',
  'diff.renameLimit=2000',
  'log.diffMerges=first-parent',
  'log.showRoot=true',
  'log.showSignature=false',
  'protocol.allow=never',
];
const general = [
  '--no-pager',
  '--no-optional-locks',
  '--no-replace-objects',
  ...settings.flatMap((setting) => ['-c', setting]),
];

/** What a program needs to run at all, and nothing that git would take for an order. */
function environment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, PATHEXT } = process.env;
  return {
    ...{ PATH, SystemRoot, PATHEXT },
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
  };
}

/**
 * Asks git one question about a folder. No shell, no hooks, no programs of others, no network, limits of time and size.
 * Fails when git does, or is not there.
 */
export function git(folder: string, words: readonly string[], input = ''): Promise<Buffer> {
  return new Promise((done, fail) => {
    const options = {
      env: environment(),
      timeout: limits.time,
      maxBuffer: limits.bytes,
      encoding: 'buffer',
      windowsHide: true,
    } as const;
    const child = execFile('git', [...general, '-C', folder, ...words], options, (error, answer) => {
      if (error) fail(new Error('git does not answer', { cause: error }));
      else done(answer);
    });
    // a git that dies before it has read everything tells so by its end
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/** The parts of an answer that ends each with a zero byte. */
export const fieldsOf = (answer: Buffer): string[] => answer.toString('utf8').split('\0');

/**
 * Texts of the store by their ids, those that are files of at most so many bytes and UTF-8; others are left out.
 * @param ids full ids of objects
 */
export async function textsOf(
  folder: string,
  ids: readonly string[],
  mostBytes: number,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  if (ids.length === 0) return found;
  const asked = `${ids.join('\n')}\n`;
  const sizes = (await git(folder, ['cat-file', '--batch-check'], asked)).toString('latin1').split('\n');
  const wanted = sizes.flatMap((line) => {
    const [, id = '', size = ''] = /^([0-9a-f]+) blob (\d+)$/.exec(line) ?? [];
    return id !== '' && Number(size) <= mostBytes ? [{ id, size: Number(size) }] : [];
  });
  for (const batch of batchesOf(wanted)) {
    const bytes = await git(folder, ['cat-file', '--batch'], batch.map(({ id }) => `${id}\n`).join(''));
    let at = 0;
    for (const { id, size } of batch) {
      // "<id> blob <size>\n", the bytes, "\n"
      at = bytes.indexOf('\n', at) + 1;
      const text = decoded(bytes.subarray(at, at + size));
      if (text !== null) found.set(id, text);
      at += size + 1;
    }
  }
  return found;
}

function decoded(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A few megabytes at a time. */
function batchesOf<T extends { size: number }>(all: readonly T[]): T[][] {
  const batches: T[][] = [];
  let bytes = Infinity;
  for (const one of all) {
    if (bytes > 32 * 1024 * 1024) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)?.push(one);
    bytes += one.size + 128;
  }
  return batches;
}
