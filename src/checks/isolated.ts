import { fork, type ChildProcess } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { problem } from './problem.ts';
import { top, type FileReading } from './reading.ts';
import type { ContentFile } from './record.ts';

export interface Limits {
  /** Milliseconds that one file may take; a good sheet takes two or three. */
  time: number;
  /** Megabytes of JavaScript memory for the files read together. */
  memory: number;
  /** The program that reads, inside the project; tests put hostile ones in its place. */
  reader: string;
}

const usual: Limits = { time: 5000, memory: 256, reader: 'src/checks/reader.ts' };
/** Files given at once: few enough for two processes to end together, enough for messages to cost little. */
const atOnce = 24;

/** Readings under way. */
export interface Reading {
  /** Hands over files that are in memory; reading begins at once. */
  give(files: readonly ContentFile[]): void;
  /** What the given files say, in the order in which they were given. Nothing may be given any more. */
  end(): Promise<FileReading[]>;
}

/**
 * Reads files in processes that may only read our own code, without environment, with limits of time and memory.
 * The native parser can end its whole process: then the file that did it is named, and the others are read all the same.
 * @param root folder of the project, with `src` and `node_modules`
 */
export function startReading(root: string, limits: Limits = usual): Reading {
  const given: ContentFile[] = [];
  const readings = new Map<ContentFile, FileReading>();
  const waiting: ContentFile[][] = [];
  const workers: Promise<void>[] = [];
  const most = Math.min(availableParallelism(), 4);
  let isEnded = false;
  let wake = Promise.withResolvers<null>();
  let failure: { error: unknown } | undefined;

  const give = (files: readonly ContentFile[]) => {
    given.push(...files);
    for (let index = 0; index < files.length; index += atOnce)
      waiting.push(files.slice(index, index + atOnce));
    while (workers.length < Math.min(most, waiting.length)) {
      workers.push(work().catch((error: unknown) => void (failure ??= { error })));
    }
    wake.resolve(null);
    wake = Promise.withResolvers();
  };
  const end = async () => {
    isEnded = true;
    wake.resolve(null);
    await Promise.all(workers);
    if (failure) throw failure.error;
    return given.map((file) => readings.get(file) as FileReading);
  };
  return { give, end };

  async function work(): Promise<void> {
    let reader = await start(root, limits);
    try {
      for (;;) {
        const batch = waiting.shift();
        if (!batch && isEnded) return;
        if (!batch) {
          await wake.promise;
          continue;
        }
        const answer = await ask(reader, batch, limits.time);
        if (typeof answer !== 'string') {
          for (const [index, reading] of answer.entries()) readings.set(batch[index] as ContentFile, reading);
          continue;
        }
        reader.kill('SIGKILL');
        reader = await start(root, limits);
        // among several nobody knows which it was: each is tried alone
        const [only, ...others] = batch as [ContentFile, ...ContentFile[]];
        if (others.length > 0) waiting.unshift(...batch.map((file) => [file]));
        else readings.set(only, unread(only.path, answer));
      }
    } finally {
      if (reader.connected) reader.disconnect();
    }
  }
}

type Failure = 'stopped' | 'slow';

/** Our own code. A folder of packages may be a link: then what it leads to is read too. */
const readable = (root: string, program: string): string[] => {
  const named = ['src', 'node_modules', 'package.json', program].map((name) => join(root, name));
  return [...new Set(named.flatMap((path) => [path, realpathSync(path)]))];
};

/** A reader that has loaded its code. One that cannot is our fault, and no file's. */
async function start(root: string, { memory, reader: program }: Limits): Promise<ChildProcess> {
  const reader = fork(join(root, program), {
    cwd: root,
    env: {},
    execArgv: [
      '--permission',
      ...readable(root, program).map((path) => `--allow-fs-read=${path}`),
      '--allow-addons', // the parser is one
      `--max-old-space-size=${memory}`,
      '--max-semi-space-size=32', // trees live shortly: fewer collections, a tenth of the time
      '--disable-warning=SecurityWarning',
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const first = await next(reader, 60_000);
  if (typeof first === 'string') throw new Error(`the reading process does not start: ${first}`);
  return reader;
}

/** What the reader answers, or how it failed: at the end of its process, or of the time it has. */
function ask(reader: ChildProcess, batch: ContentFile[], time: number): Promise<FileReading[] | Failure> {
  const answer = next(reader, time);
  reader.send(batch, () => undefined); // that it cannot be sent is told by its end
  return answer;
}

function next(reader: ChildProcess, time: number): Promise<FileReading[] | Failure> {
  return new Promise((done) => {
    const end = (answer: FileReading[] | Failure) => {
      clearTimeout(timer);
      for (const event of ['message', 'exit', 'error']) reader.removeAllListeners(event);
      done(answer);
    };
    const timer = setTimeout(() => end('slow'), time);
    reader.once('message', (answer) => end(answer as FileReading[]));
    reader.once('exit', () => end('stopped'));
    reader.once('error', () => end('stopped'));
  });
}

function unread(path: string, failure: Failure): FileReading {
  const problems =
    failure === 'slow'
      ? problem(
          'reader-slow',
          path,
          top,
          'Questo file richiede troppo tempo per essere letto.',
          'Togli lunghe file di simboli ripetuti ([, <, *, _) e riprova.',
        )
      : problem(
          'reader-stopped',
          path,
          top,
          'Questo file fa fallire il programma che lo legge.',
          'Togli il testo aggiunto per ultimo, soprattutto segni rari e lunghe file di simboli, e riprova.',
        );
  return { path, records: [], problems: [problems], readable: false };
}
