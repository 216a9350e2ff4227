import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { limits, readProposal, tooLarge } from '../../src/cli/proposal.ts';
import { plainEnvironment, projectRoot } from '../environment.ts';
import { forged } from './forged.ts';
import { type Change, git, makeRepository } from './repository.ts';

let work: string;
beforeEach(() => (work = mkdtempSync(join(tmpdir(), 'tra-pari-proposal-'))));
afterEach(() => rmSync(work, { recursive: true, force: true }));

const repository = () => join(work, 'repository');
const out = () => join(work, 'content');

const base: Change[] = [
  { path: 'package.json', data: '{}' },
  { path: 'src/content/cities.yaml', data: 'entries: []\n' },
  { path: 'src/content/practices/una.mdx', data: 'una\n' },
];

function take() {
  const output = join(work, 'output');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/cli/pull-request.ts', repository(), out()],
    { cwd: projectRoot, env: plainEnvironment({ GITHUB_OUTPUT: output }), encoding: 'utf8' },
  );
  return { status, stdout, stderr, output: existsSync(output) ? readFileSync(output, 'utf8') : '' };
}

function propose(...proposal: Change[]) {
  mkdirSync(repository());
  makeRepository(repository(), base, proposal);
  return take();
}

const copied = () =>
  readdirSync(out(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(out().length + 1))
    .sort();

test('contents come out as plain files: the base with what the proposal adds, changes and removes', () => {
  const bytes = Buffer.from([0x89, 0x50, 0, 0xff, 0x0a, 0x0d, 0x0a]);
  const { status, stdout, output } = propose(
    { path: 'src/content/practices/una.mdx', data: 'una\r\nnuova' },
    { path: 'src/content/practices/due.mdx' },
    { path: 'src/content/images/foto.png', data: bytes },
    { path: 'src/content/cities.yaml', mode: 'D' },
  );
  expect({ status, output }).toEqual({ status: 0, output: 'only-content=true\n' });
  expect(stdout).toBe('Copiati 3 file di contenuto; la proposta ne cambia 4.\n');
  expect(copied()).toEqual(['images/foto.png', 'practices/due.mdx', 'practices/una.mdx']);
  expect(readFileSync(join(out(), 'practices/una.mdx'), 'utf8')).toBe('una\r\nnuova');
  expect(readFileSync(join(out(), 'images/foto.png'))).toEqual(bytes);
  expect(statSync(join(out(), 'practices/una.mdx')).mode & 0o111).toBe(0);
});

test('what .gitattributes asks for does not happen', () => {
  const { status } = propose(
    { path: 'src/content/.gitattributes', data: '* text=auto eol=crlf ident export-ignore filter=mio\n' },
    { path: 'src/content/practices/una.mdx', data: '$Id$\nuna\n' },
  );
  expect(status).toBe(0);
  expect(readFileSync(join(out(), 'practices/una.mdx'), 'utf8')).toBe('$Id$\nuna\n');
});

const file = 'src/content/practices/una.mdx';
const commitOfOthers = 'a'.repeat(40);

test.each<[string, Change, string, string]>([
  ['a symbolic link', { path: file, mode: '120000', data: '/etc/passwd' }, file, 'TP006::È un collegamento'],
  ['a link that leads nowhere', { path: file, mode: '120000', data: 'x' }, file, 'TP006::È un collegamento'],
  [
    'a submodule',
    { path: 'src/content/m', mode: '160000', data: commitOfOthers },
    'src/content/m',
    'TP006::',
  ],
  ['an executable', { path: file, mode: '100755', data: 'una\n' }, file, 'TP007::'],
  ['a sheet larger than any', { path: file, data: 'x'.repeat(limits.fileBytes + 1) }, file, 'TP008::'],
  ['a name on two lines', { path: 'src/content/a\nb.mdx' }, 'src/content/a�b.mdx', 'TP004::'],
  ['a name with a backslash', { path: 'src/content/..\\a.mdx' }, 'src/content/..\\a.mdx', 'TP004::'],
  ['a name that turns around', { path: 'src/content/a\u202exdm.b' }, 'src/content/a�xdm.b', 'TP004::'],
  [
    'a name that is no text',
    { path: Buffer.from('src/content/\xe8.mdx', 'latin1') },
    'src/content/�.mdx',
    'TP004::',
  ],
  ['a name too long for a disk', { path: `src/content/${'a'.repeat(256)}` }, 'src/content/aaa', 'TP004::'],
  [
    'a path too long for a disk',
    { path: `src/content/${'a/'.repeat(520)}a` },
    'src/content/a/a/a',
    'TP004::',
  ],
])('%s is named, and nothing is copied', (_, change, path, said) => {
  const { status, stdout, output } = propose({ path: 'src/content/practices/due.mdx' }, change);
  expect(stdout).toContain(`::error file=${path}`);
  expect(stdout).toContain(`line=1,col=1,title=${said}`);
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect({ status, output, copied: existsSync(out()) }).toEqual({ status: 1, output: '', copied: false });
});

test('all that is refused is named at once', () => {
  const { stdout } = propose(
    { path: 'src/content/a.mdx', mode: '120000', data: 'x' },
    { path: 'src/content/b.mdx', mode: '100755' },
    { path: 'src/content/c', mode: '160000', data: commitOfOthers },
  );
  expect(stdout.match(/^::error file=src\/content\/[abc]/gm)).toHaveLength(3);
});

test.each<[string, Change['mode'], string]>([
  ['a link', '120000', '/tmp'],
  ['a file', '100644', 'x'],
  ['a submodule', '160000', commitOfOthers],
])('%s in the place of the folder of contents is refused', (_, mode, data) => {
  const { status, stdout } = propose({ path: 'src/content', mode: 'D' }, { path: 'src/content', mode, data });
  expect(stdout).toContain('::error file=src/content/.,line=1,col=1,title=TP006::');
  expect(status).toBe(1);
});

test('a path that climbs out of its folder, which only a forged tree can hold, is refused', () => {
  propose();
  const blob = git(repository(), ['hash-object', '-w', '--stdin'], 'x');
  const tree = (name: string, of: string, kind = '040000 tree') =>
    git(repository(), ['mktree', '--missing'], `${kind} ${of}\t${name}\n`);
  const root = tree('src', tree('content', tree('..', tree('evil.ts', blob, '100644 blob'))));
  const author = ['-c', 'user.name=x', '-c', 'user.email=x@example.org'];
  const parents = ['-p', 'refs/heads/main', '-p', 'refs/heads/proposal'];
  const forged = git(repository(), [...author, 'commit-tree', ...parents, '-m', 'x', root]);
  git(repository(), ['update-ref', 'refs/heads/merged', forged]);
  expect(readProposal(repository()).content.map(({ path }) => path)).toEqual(['src/content/../evil.ts']);
  rmSync(out(), { recursive: true });
  const { status, stdout } = take();
  expect(stdout).toContain('title=TP004::');
  expect({ status, escaped: existsSync(join(work, 'evil.ts')) }).toEqual({ status: 1, escaped: false });
});

test('a proposal that touches more than contents says what, and has no preview', () => {
  const { status, stdout, output } = propose(
    { path: 'src/content/practices/due.mdx' },
    { path: 'package.json', data: '{"scripts":{}}' },
    { path: 'src/Content/practices/tre.mdx' },
    { path: 'link', mode: '120000', data: '/etc/passwd' },
  );
  expect({ status, output }).toEqual({ status: 0, output: 'only-content=false\n' });
  for (const path of ['package.json', 'src/Content/practices/tre.mdx', 'link'])
    expect(stdout).toContain(`::notice file=${path},title=Fuori dai contenuti::`);
  expect(stdout).toContain('La proposta tocca 3 file fuori da src/content');
  expect(copied()).toEqual(['cities.yaml', 'practices/due.mdx', 'practices/una.mdx']);
});

test('a file taken out of the contents counts as touched outside', () => {
  const { output } = propose(
    { path: 'src/content/practices/una.mdx', mode: 'D' },
    { path: 'docs/una.mdx', data: 'una\n' },
  );
  expect(output).toBe('only-content=false\n');
});

test('a proposal of ten thousand files is refused in one sentence', () => {
  const { status, stdout } = propose(
    ...Array.from({ length: 10_000 }, (_, index) => ({ path: `src/content/practices/n-${index}.mdx` })),
  );
  expect(stdout).toMatch(/^::error title=Proposta troppo grande::La proposta cambia 10000 file.*\n$/);
  expect({ status, copied: existsSync(out()) }).toEqual({ status: 1, copied: false });
}, 60_000);

test('what a proposal weighs is what it adds, not what it removes or finds there', () => {
  propose(
    { path: 'src/content/practices/due.mdx', data: '12345' },
    { path: 'src/content/practices/una.mdx', mode: 'D' },
    { path: 'docs/peso.txt', data: 'x'.repeat(100) },
  );
  expect(readProposal(repository())).toMatchObject({ changed: 2, bytes: 5 });
  const proposal = { content: [], changed: 1, outside: [] };
  expect(tooLarge({ ...proposal, bytes: limits.bytes })).toBeNull();
  expect(tooLarge({ ...proposal, bytes: limits.bytes + 1 })).toContain('porta 51 MiB di contenuti');
});

test('a base of ten thousand sheets comes out whole', () => {
  const sheets = Array.from({ length: 10_000 }, (_, index) => ({
    path: `src/content/practices/n-${index}.mdx`,
    data: `${index}\n`.repeat(400),
  }));
  mkdirSync(repository());
  makeRepository(repository(), sheets, [{ path: 'src/content/practices/nuova.mdx', data: 'n' }]);
  expect(take()).toMatchObject({ status: 0, output: 'only-content=true\n' });
  expect(copied()).toHaveLength(10_001);
  expect(readFileSync(join(out(), 'practices/n-9999.mdx'), 'utf8')).toBe('9999\n'.repeat(400));
}, 60_000);

test.each([0, 15])('no name adds a command to the log or reaches the shell (from number %i)', (start) => {
  const names = forged.slice(start, start + 15).map((name) => `${name}.mdx`);
  expect(names.length).toBeGreaterThan(5);
  const { status, stdout, stderr } = propose(
    ...names.map((path) => ({ path })),
    ...names.map((name) => ({ path: `src/content/${name}`, mode: '100755' }) as const),
  );
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]|##\[/);
  const commands = stdout.split('\n').filter((line) => line.trimStart().startsWith('::'));
  expect(commands).toHaveLength(2 * names.length);
  for (const command of commands)
    expect(command).toMatch(
      /^::(error file=src\/content\/[^,:]*,line=1,col=1,title=TP007|notice file=[^,:]*,title=Fuori dai contenuti)::[^:]*(: git [^:]*)?$/,
    );
  expect(readdirSync(work)).toEqual(['repository']);
});

test('a folder that is no proposal is our fault, not the contributor’s', () => {
  mkdirSync(repository());
  expect(take()).toMatchObject({ status: 3, output: '' });
});

test('a copy never goes into a folder that is already there', () => {
  mkdirSync(out());
  expect(propose({ path: 'src/content/practices/due.mdx' })).toMatchObject({ status: 3, output: '' });
  expect(readdirSync(out())).toEqual([]);
});

test('two folders are asked for', () => {
  const words = ['src/cli/pull-request.ts', 'una'];
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: projectRoot, encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toContain('Servono due cartelle');
});
