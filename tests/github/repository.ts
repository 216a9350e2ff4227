/** A bare repository as GitHub prepares it for a pull request: HEAD is the merge of the proposal into its base. */
import { execFileSync } from 'node:child_process';

export interface Change {
  /** Bytes where it is no text. */
  path: string | Buffer;
  /** 100644 by default; `D` removes the file. */
  mode?: '100644' | '100755' | '120000' | '160000' | 'D';
  /** The content, or the commit of a submodule. */
  data?: string | Buffer;
}

export function git(folder: string, words: readonly string[], input: string | Buffer = ''): string {
  return execFileSync('git', ['-C', folder, ...words], { input, encoding: 'utf8' }).trim();
}

export function makeRepository(folder: string, base: readonly Change[], proposal: readonly Change[]): void {
  git(folder, ['init', '--quiet', '--bare', '--initial-branch=merged']);
  const parts = [
    ...commit('refs/heads/main', 1, '', base),
    ...commit('refs/heads/proposal', 2, 'from :1\n', proposal),
    ...commit('refs/heads/merged', 3, 'from :1\nmerge :2\n', proposal),
  ];
  git(folder, ['fast-import', '--quiet', '--force'], Buffer.concat(parts.map((part) => Buffer.from(part))));
}

const commit = (branch: string, mark: number, parents: string, changes: readonly Change[]) => [
  `commit ${branch}\nmark :${mark}\ncommitter Chi Propone <chi@example.org> 1700000000 +0000\ndata 0\n${parents}`,
  ...changes.flatMap(change),
  '\n',
];

function change({ path, mode = '100644', data = '' }: Change): (string | Buffer)[] {
  const name = [
    '"',
    ...[...Buffer.from(path)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`),
    '"',
  ].join('');
  if (mode === 'D') return [`D ${name}\n`];
  if (mode === '160000') return [`M 160000 ${data.toString()} ${name}\n`];
  return [`M ${mode} inline ${name}\ndata ${Buffer.byteLength(data)}\n`, data, '\n'];
}
