import type { MissingHistory } from '../knowledge/history.ts';
import { fieldsOf, git } from './git.ts';

/** One change of a file, as the commit that brought it into the published line says. */
export interface FileChange {
  /** Seconds from 1970: when it was committed there. */
  time: number;
  /** Objects before and after; null where there was no file, or something that is none. */
  before: string | null;
  after: string | null;
  /** Where the file lay from then on. */
  path: string;
}

/** The life of one file of today, the latest change first. */
export interface FileLife {
  changes: FileChange[];
  /** The last of the changes is the one that made the file. */
  isWhole: boolean;
}

/** More commits than this are not looked at. */
const mostCommits = 50_000;

/**
 * The commit that touched a content folder last, for who has to know whether its history has changed; without one, why.
 * Nothing is read of who committed, or of what they wrote about it.
 */
export async function lastCommit(folder: string): Promise<string> {
  const place = await placeOf(folder);
  if (place !== 'whole') return place;
  const words = ['log', '-1', ...publishedLine, '--format=%H', '--', '.'];
  return git(folder, words).then(
    (answer) => answer.toString('latin1').trim() || 'none',
    () => 'unreadable',
  );
}

/** A proposal comes in as a whole, on the day on which it is merged: what happened to it before is its own affair. */
const publishedLine = ['--first-parent', '-m', '--no-show-signature', '--no-decorate', '--no-notes'];

/** The life of every file that the published line has touched, by its path inside the folder today. */
export async function readLog(folder: string): Promise<Map<string, FileLife> | MissingHistory> {
  const place = await placeOf(folder);
  if (place !== 'whole') return place;
  const words = [
    ...['log', ...publishedLine, `--max-count=${mostCommits}`, '--format=%H %ct', '-z'],
    ...['--raw', '--no-abbrev', '--find-renames=70%', '--relative', '--no-ext-diff', '--no-textconv'],
    ...['--ignore-submodules=all', '--', '.'],
  ];
  try {
    const lives = livesIn(fieldsOf(await git(folder, words)));
    return lives.size === 0 ? 'none' : lives;
  } catch {
    return 'unreadable';
  }
}

/** Whether the folder stands in a work tree whose history is all there. */
async function placeOf(folder: string): Promise<'whole' | MissingHistory> {
  const words = ['rev-parse', '--is-inside-work-tree', '--is-shallow-repository', '--verify', 'HEAD'];
  try {
    const [isInside, isShallow] = (await git(folder, words)).toString('latin1').split('\n');
    if (isInside !== 'true') return 'none';
    return isShallow === 'true' ? 'partial' : 'whole';
  } catch {
    return 'none';
  }
}

/** Reads the answer to `log --raw -z`: for each commit its line, then for each file its modes and objects, then paths. */
export function livesIn(fields: readonly string[]): Map<string, FileLife> {
  const lives = new Map<string, FileLife>();
  /** Whose life a path was part of, at the time that is being read; null where that file is gone today. */
  const owners = new Map<string, FileLife | null>();
  let time = Infinity;
  for (let at = 0; at < fields.length; at += 1) {
    const field = (fields[at] ?? '').replace(/^\n/, '');
    const commit = /^[0-9a-f]{40,64} (\d+)$/.exec(field);
    // clocks differ: what came before is not later than what came after
    if (commit) time = Math.min(time, Number(commit[1]));
    const change = /^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*$/.exec(field);
    if (!change) continue;
    const [, oldMode = '', mode = '', old = '', now = '', letter = ''] = change;
    const isMove = letter === 'R' || letter === 'C';
    const path = fields[at + (isMove ? 2 : 1)] ?? '';
    const from = fields[at + 1] ?? '';
    at += isMove ? 2 : 1;
    read(letter, { time, before: blob(oldMode, old), after: blob(mode, now), path }, from);
  }
  return lives;

  function read(letter: string, change: FileChange, from: string): void {
    if (letter === 'D') return removed(change);
    const life = ownerOf(change.path);
    if (letter === 'R') {
      owners.set(change.path, null);
      owners.set(from, life);
    }
    if (!life) return;
    life.changes.push(change);
    life.isWhole = letter === 'A' || letter === 'C';
  }

  /** What is gone today has no history; what came back later goes on. */
  function removed({ before, path }: FileChange): void {
    if (!owners.has(path)) {
      owners.set(path, null);
      return;
    }
    const life = owners.get(path);
    const back = life?.changes.at(-1);
    if (!life?.isWhole || !back) return;
    back.before = before;
    life.isWhole = false;
  }

  function ownerOf(path: string): FileLife | null {
    const known = owners.get(path);
    if (known !== undefined) return known?.isWhole ? null : known;
    const life: FileLife = { changes: [], isWhole: false };
    owners.set(path, life);
    lives.set(path, life);
    return life;
  }
}

/** The object of a plain file; a link or a submodule is none of ours. */
const blob = (mode: string, object: string): string | null =>
  mode === '100644' || mode === '100755' ? object : null;
