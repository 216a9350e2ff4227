import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { lastCommit, livesIn, readLog, type FileLife } from '../../src/catalogue/content-log.ts';
import { git, textsOf } from '../../src/catalogue/git.ts';
import { hasGit, makeRepository, type Repository } from './repository.ts';

const work = mkdtempSync(join(tmpdir(), 'tra-pari-log-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
let count = 0;
const repository = (): Repository => makeRepository(join(work, `r${(count += 1)}`));
const seconds = (time: string): number => Date.parse(time) / 1000;

async function logOf({ folder }: Repository, below = 'content'): Promise<Map<string, FileLife>> {
  const log = await readLog(join(folder, below));
  if (typeof log === 'string') throw new Error(`no log: ${log}`);
  return log;
}
/** The texts that a file had, the oldest first. */
async function textsIn(repo: Repository, file: string): Promise<(string | undefined)[]> {
  const { changes } = (await logOf(repo)).get(file) ?? { changes: [] };
  const objects = [...changes].reverse().map(({ after }) => after ?? '');
  const texts = await textsOf(repo.folder, objects, 1000);
  return objects.map((object) => texts.get(object));
}
const days = [
  '2025-01-01T10:00:00Z',
  '2025-02-01T10:00:00Z',
  '2025-03-01T10:00:00Z',
  '2025-04-01T10:00:00Z',
] as const;

describe.skipIf(!hasGit)('the log of a content folder', { timeout: 60_000 }, () => {
  test('gives each file its changes, those of this folder alone', async () => {
    const repo = repository();
    repo.commit(days[0], { 'content/a.mdx': 'uno', 'content/b.mdx': 'altro', 'code.ts': '1' });
    repo.commit(days[1], { 'content/a.mdx': 'due' });
    repo.commit(days[2], { 'code.ts': '2' });
    const log = await logOf(repo);
    expect([...log.keys()].sort()).toEqual(['a.mdx', 'b.mdx']);
    expect(log.get('a.mdx')?.changes.map(({ time }) => time)).toEqual([seconds(days[1]), seconds(days[0])]);
    expect(log.get('a.mdx')?.isWhole).toBe(true);
    expect(await textsIn(repo, 'a.mdx')).toEqual(['uno', 'due']);
    // what only touches the code is no new history
    const before = await lastCommit(join(repo.folder, 'content'));
    repo.commit(days[3], { 'code.ts': '3' });
    expect(await lastCommit(join(repo.folder, 'content'))).toBe(before);
    repo.commit(days[3], { 'content/b.mdx': 'nuovo' });
    expect(await lastCommit(join(repo.folder, 'content'))).not.toBe(before);
  });

  test('counts the day of the commit, not the one that its author claims', async () => {
    const repo = repository();
    repo.commit(days[1], { 'content/a.mdx': 'uno' }, '1999-01-01T00:00:00Z');
    expect((await logOf(repo)).get('a.mdx')?.changes[0]?.time).toBe(seconds(days[1]));
  });

  test('follows a file that changed name, and not the one that took its old name', async () => {
    const repo = repository();
    const text = 'riga\n'.repeat(40);
    repo.commit(days[0], { 'content/vecchio.mdx': text });
    repo.commit(days[1], { 'content/vecchio.mdx': null, 'content/nuovo.mdx': `${text}fine\n` });
    repo.commit(days[2], { 'content/vecchio.mdx': 'tutt’altro' });
    const log = await logOf(repo);
    expect(log.get('nuovo.mdx')?.changes.map(({ path }) => path)).toEqual(['nuovo.mdx', 'vecchio.mdx']);
    expect(log.get('nuovo.mdx')?.isWhole).toBe(true);
    expect(await textsIn(repo, 'vecchio.mdx')).toEqual(['tutt’altro']);
  });

  test('goes on when a file comes back, and drops what is gone', async () => {
    const repo = repository();
    repo.commit(days[0], { 'content/a.mdx': 'uno', 'content/gone.mdx': 'x' });
    repo.commit(days[1], { 'content/a.mdx': null, 'content/gone.mdx': null });
    repo.commit(days[2], { 'content/a.mdx': 'due' });
    const log = await logOf(repo);
    expect([...log.keys()]).toEqual(['a.mdx']);
    expect(log.get('a.mdx')?.isWhole).toBe(true);
    expect(await textsIn(repo, 'a.mdx')).toEqual(['uno', 'due']);
  });

  test('takes a proposal as a whole, on the day on which it came in', async () => {
    const repo = repository();
    repo.commit(days[0], { 'content/a.mdx': 'uno' });
    repo.git('switch', '--quiet', '-c', 'proposta');
    repo.commit(days[1], { 'content/a.mdx': 'a metà' });
    repo.commit(days[1], { 'content/a.mdx': 'due' });
    repo.git('switch', '--quiet', 'main');
    repo.commit(days[2], { 'code.ts': '1' });
    repo.git('merge', '--quiet', '--no-ff', '--no-commit', 'proposta');
    repo.commit(days[3], {});
    expect(await textsIn(repo, 'a.mdx')).toEqual(['uno', 'due']);
    expect((await logOf(repo)).get('a.mdx')?.changes[0]?.time).toBe(seconds(days[3]));
  });

  test('never lets an older change be later than a newer one', async () => {
    const repo = repository();
    repo.commit('2030-01-01T00:00:00Z', { 'content/a.mdx': 'uno' });
    repo.commit(days[1], { 'content/a.mdx': 'due' });
    const times = (await logOf(repo)).get('a.mdx')?.changes.map(({ time }) => time);
    expect(times).toEqual([seconds(days[1]), seconds(days[1])]);
  });

  test('is not misled by names, nor by links', async () => {
    const repo = repository();
    const odd = 'content/a\n:100644 100644 0 1 M\n  b.mdx';
    const like = 'content/0123456789012345678901234567890123456789 99';
    repo.commit(days[0], { [odd]: 'x', [like]: 'y', 'content/è «strano».mdx': 'z' });
    symlinkSync('/etc/passwd', join(repo.folder, 'content/link.mdx'));
    repo.commit(days[1], {});
    const log = await logOf(repo);
    expect([...log.keys()].sort()).toEqual(
      [odd, like, 'content/è «strano».mdx', 'content/link.mdx'].map((path) => path.slice(8)).sort(),
    );
    expect(log.get(like.slice(8))?.changes[0]?.time).toBe(seconds(days[0]));
    expect(log.get('link.mdx')?.changes[0]?.after).toBeNull();
  });
});

describe.skipIf(!hasGit)('where there is no whole history it says so', { timeout: 60_000 }, () => {
  test('outside of any archive, and in one that does not know the folder', async () => {
    const plain = join(work, 'plain');
    mkdirSync(plain);
    expect(await readLog(plain)).toBe('none');
    expect(await lastCommit(plain)).toBe('none');
    expect(await readLog(join(work, 'not there'))).toBe('none');
    const repo = repository();
    mkdirSync(join(repo.folder, 'content'));
    expect(await readLog(join(repo.folder, 'content'))).toBe('none'); // no commit yet
    repo.commit(days[0], { 'code.ts': '1' });
    expect(await readLog(join(repo.folder, 'content'))).toBe('none'); // none of the folder
  });

  test('in a clone of the last commits only', async () => {
    const repo = repository();
    repo.commit(days[0], { 'content/a.mdx': 'uno' });
    repo.commit(days[1], { 'content/a.mdx': 'due' });
    const clone = join(work, 'shallow');
    repo.git('clone', '--quiet', '--depth=1', `file://${repo.folder}`, clone);
    expect(await readLog(join(clone, 'content'))).toBe('partial');
    expect(await lastCommit(join(clone, 'content'))).toBe('partial');
  });

  test('in an archive that is damaged', async () => {
    const repo = repository();
    repo.commit(days[0], { 'content/a.mdx': 'uno' });
    const tree = repo.git('rev-parse', 'HEAD^{tree}');
    rmSync(join(repo.folder, '.git/objects', tree.slice(0, 2), tree.slice(2)));
    expect(await readLog(join(repo.folder, 'content'))).toBe('unreadable');
  });
});

describe.skipIf(!hasGit)('git is asked safely', { timeout: 60_000 }, () => {
  test('nothing that a repository orders is run', async () => {
    const repo = repository();
    repo.commit(days[0], { 'content/a.mdx': 'uno', '.gitattributes': '* diff=evil filter=evil\n' });
    repo.commit(days[1], { 'content/a.mdx': 'due' });
    const mark = join(work, 'was-run');
    const program = join(work, 'evil.sh');
    writeFileSync(program, `#!/bin/sh\ntouch ${mark}\nexit 0\n`);
    chmodSync(program, 0o755);
    const orders = [
      'core.fsmonitor',
      'core.pager',
      'core.sshCommand',
      'core.editor',
      'diff.external',
      'gpg.program',
    ];
    for (const name of [
      ...orders,
      'diff.evil.textconv',
      'diff.evil.command',
      'filter.evil.smudge',
      'filter.evil.clean',
    ])
      repo.git('config', name, program);
    repo.git('config', 'log.showSignature', 'true');
    repo.git('config', 'log.showRoot', 'false');
    repo.git('config', 'alias.log', `!${program}`);
    for (const hook of ['post-checkout', 'reference-transaction', 'post-index-change'])
      writeFileSync(join(repo.folder, '.git/hooks', hook), `#!/bin/sh\ntouch ${mark}\n`, { mode: 0o755 });
    // a question without care does run them
    repo.git('diff', 'HEAD~1', 'HEAD');
    expect(existsSync(mark)).toBe(true);
    rmSync(mark);
    expect(await textsIn(repo, 'a.mdx')).toEqual(['uno', 'due']);
    expect(existsSync(mark)).toBe(false);
  });

  test('what the environment orders is not heard', async () => {
    const [repo, other] = [repository(), repository()];
    repo.commit(days[0], { 'content/a.mdx': 'uno' });
    other.commit(days[0], { 'content/b.mdx': 'x' });
    process.env.GIT_DIR = join(other.folder, '.git');
    process.env.GIT_WORK_TREE = other.folder;
    try {
      expect([...(await logOf(repo)).keys()]).toEqual(['a.mdx']);
    } finally {
      delete process.env.GIT_DIR;
      delete process.env.GIT_WORK_TREE;
    }
  });

  test('what is missing in a clone without texts is not fetched', async () => {
    const repo = repository();
    repo.git('config', 'uploadpack.allowFilter', 'true');
    repo.commit(days[0], { 'content/a.mdx': 'uno' });
    const clone = join(work, 'partial');
    repo.git('clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${repo.folder}`, clone);
    mkdirSync(join(clone, 'content'));
    const log = await readLog(join(clone, 'content'));
    const object = typeof log === 'string' ? '' : (log.get('a.mdx')?.changes[0]?.after ?? '');
    const texts = await textsOf(clone, [object], 1000).catch(() => new Map<string, string>());
    expect(texts.size).toBe(0);
  });

  test('texts that are too long, or none, are left out', async () => {
    const repo = repository();
    repo.commit(days[0], { 'content/long.mdx': 'x'.repeat(2000), 'content/short.mdx': 'è\n' });
    writeFileSync(join(repo.folder, 'content/bytes.mdx'), Buffer.from([0xff, 0xfe, 0x00]));
    repo.commit(days[1], {});
    const objects = ['long', 'short', 'bytes'].map((name) =>
      repo.git('rev-parse', `HEAD:content/${name}.mdx`),
    );
    const tree = repo.git('rev-parse', 'HEAD^{tree}');
    const texts = await textsOf(repo.folder, [...objects, tree, 'f'.repeat(40), '--help'], 1000);
    expect([...texts]).toEqual([[objects[1], 'è\n']]);
    expect(await textsOf(repo.folder, [], 1000)).toEqual(new Map());
  });

  test('a question that git does not understand fails', async () => {
    await expect(git(work, ['niente'])).rejects.toThrow('git does not answer');
  });
});

test('an answer that is cut is read as far as it goes', () => {
  const id = 'a'.repeat(40);
  expect(livesIn([])).toEqual(new Map());
  expect(livesIn(['', `${id} 10`, `\n:000000 100644 ${'0'.repeat(40)} ${id} A`])).toEqual(
    new Map([['', expect.objectContaining({ isWhole: true })]]),
  );
});
