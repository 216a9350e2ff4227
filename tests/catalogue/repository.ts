/** A real repository with commits of chosen days, in a folder of its own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Without git there is nothing to try: such tests are skipped, and say so. */
export const hasGit = spawnSync('git', ['--version']).status === 0;
if (!hasGit) console.warn('Manca git: le prove della storia dei contenuti non si fanno.');

const nobody = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };

export interface Repository {
  folder: string;
  git(...words: string[]): string;
  /** Writes files (null takes one away) and commits everything at a time. */
  commit(time: string, files: Readonly<Record<string, string | null>>, author?: string): void;
}

export function makeRepository(folder: string): Repository {
  mkdirSync(folder, { recursive: true });
  const run = (words: readonly string[], environment: NodeJS.ProcessEnv = {}) =>
    execFileSync('git', ['-C', folder, ...words], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, ...nobody, ...environment },
    }).trim();
  run(['init', '--quiet', '--initial-branch=main']);
  run(['config', 'user.name', 'Persona Che Non Si Stampa']);
  run(['config', 'user.email', 'persona@example.org']);
  return {
    folder,
    git: (...words) => run(words),
    commit(time, files, author = time) {
      for (const [name, text] of Object.entries(files)) {
        const path = join(folder, name);
        if (text === null) rmSync(path);
        else {
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, text);
        }
      }
      run(['add', '--all']);
      run(['commit', '--quiet', '--allow-empty', '--message', 'Messaggio che non si stampa'], {
        GIT_COMMITTER_DATE: time,
        GIT_AUTHOR_DATE: author,
      });
    },
  };
}
