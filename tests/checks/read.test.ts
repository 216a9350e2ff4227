import { chmod, cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkFolder, contentFolder } from '../../src/checks/read.ts';
import { projectRoot } from '../environment.ts';
import { checkedFixture, fixtureFolder, fixtureText, named, pictures } from '../fixture-content.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tra-pari-read-'));
  await cp(fixtureFolder, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const serious = async () =>
  (await checkFolder(folder, projectRoot)).problems
    .filter(({ severity }) => severity !== 'info')
    .map(named)
    .map(({ file, line, column, code, message }) => ({ at: `${file} ${line}:${column}`, code, message }));
const sheet = 'practices/nuova.mdx';

test('a folder reads as the same files in memory do', async () => {
  const { problems, records, files } = await checkFolder(folder, projectRoot);
  const expected = checkedFixture();
  expect(problems).toEqual(expected.problems);
  expect(records.map(({ file, id }) => `${file} ${id}`).sort()).toEqual(
    expected.records.map(({ file, id }) => `${file} ${id}`).sort(),
  );
  expect(files).toBe(expected.files + pictures.length);
});

test('what programs leave behind is left alone', async () => {
  await writeFile(join(folder, '.DS_Store'), '\u0000');
  await writeFile(join(folder, 'practices/.gitkeep'), '');
  expect(await serious()).toEqual([]);
});

const kinds = 'le immagini sono png, jpg, webp o avif, in minuscolo';
test.each([
  ['foto.jpeg', `Un file .jpeg non può stare qui: ${kinds}.`, 'Rinominalo foto.jpg.'],
  ['La Foto.JPG', `Un file .JPG non può stare qui: ${kinds}.`, 'Rinominalo la-foto.jpg.'],
  ['altra.MDX', 'Un file .MDX qui non si legge.', 'Rinominalo altra.mdx.'],
  ['foto.gif', `Un file .gif non può stare qui: ${kinds}.`, 'Salva l’immagine in uno di quei formati.'],
  ...['pdf', 'docx', 'md'].map((extension) => [
    `delibera.${extension}`,
    `Un file .${extension} non può stare qui.`,
    'Il testo va in una scheda .mdx; di un documento pubblicato altrove scrivi l’indirizzo fra le fonti.',
  ]),
])('%s is refused by its name, before its bytes are looked at', async (name, message, hint) => {
  await writeFile(join(folder, 'practices', name), Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
  const { problems } = await checkFolder(folder, projectRoot);
  expect(problems.map(named).filter(({ severity }) => severity !== 'info')).toMatchObject([
    { file: `practices/${name}`, code: 'unexpected-file', line: 1, column: 1, message, hint },
  ]);
});

test('every other name with a dot in front is refused, files, folders and links', async () => {
  await writeFile(join(folder, 'practices/.nuova.mdx'), 'x');
  await mkdir(join(folder, '.git'));
  await writeFile(join(folder, '.git/config'), 'x');
  await mkdir(join(folder, '.gitkeep'));
  await symlink('/etc/hostname', join(folder, 'practices/.DS_Store'));
  expect((await serious()).map(({ at, code }) => `${at} ${code}`)).toEqual([
    '.git 1:1 hidden-file',
    '.gitkeep 1:1 hidden-file',
    'practices/.DS_Store 1:1 hidden-file',
    'practices/.nuova.mdx 1:1 hidden-file',
  ]);
});

test('a file saved by Windows, with a byte order mark and its line ends, reads as any other', async () => {
  for (const path of ['practices/case-aperte.mdx', 'cities.yaml'])
    await writeFile(join(folder, path), `\ufeff${fixtureText(path).replaceAll('\n', '\r\n')}`);
  expect(await serious()).toEqual([]);
});

test('names that lead to a file that cannot be read are no fault of theirs', async () => {
  await writeFile(join(folder, 'cities.yaml'), Buffer.from([0xff]));
  await rm(join(folder, 'practices/officina-vuota.mdx'));
  await symlink('/etc/hostname', join(folder, 'practices/officina-vuota.mdx'));
  await writeFile(join(folder, 'practices/case-aperte-cortile.png'), 'x');
  expect((await serious()).map(({ at, code }) => `${at} ${code}`)).toEqual([
    'cities.yaml 1:1 encoding',
    'practices/case-aperte-cortile.png 1:1 image-bytes',
    'practices/officina-vuota.mdx 1:1 not-a-file',
  ]);
});

describe('refuses', () => {
  test.each<[string, () => Promise<unknown>, string, string]>([
    [
      'a link, even to a good sheet',
      () => symlink(join(folder, 'practices/case-aperte.mdx'), join(folder, sheet)),
      'not-a-file',
      'È un collegamento o un file speciale.',
    ],
    [
      'a link out of the folder',
      () => symlink('/etc/hostname', join(folder, sheet)),
      'not-a-file',
      'È un collegamento o un file speciale.',
    ],
    [
      'a file that is not in UTF-8',
      () => writeFile(join(folder, sheet), Buffer.from([0x63, 0x69, 0x74, 0x74, 0xe0])),
      'encoding',
      'Il file non è in UTF-8.',
    ],
    [
      'a sheet too big',
      () => writeFile(join(folder, sheet), 'x'.repeat(64 * 1024 + 1)),
      'too-big',
      'Il file è di 65 KiB: al massimo 64.',
    ],
  ])('%s', async (_, make, code, message) => {
    await make();
    expect(await serious()).toEqual([{ at: `${sheet} 1:1`, code, message }]);
  });

  test('a picture whose bytes are not what its name says', async () => {
    await writeFile(join(folder, 'practices/finta.jpg'), '<svg onload="x"/>');
    expect(await serious()).toEqual([
      { at: 'practices/finta.jpg 1:1', code: 'image-bytes', message: 'Il file non è un’immagine jpg.' },
    ]);
  });

  test('a list too big', async () => {
    await writeFile(join(folder, 'glossary.yaml'), '#'.repeat(2 * 1024 * 1024 + 1));
    expect((await serious()).find(({ at }) => at.startsWith('glossary.yaml'))?.message).toBe(
      'Il file è di 2049 KiB: al massimo 2048.',
    );
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'a file that may not be read',
    async () => {
      await writeFile(join(folder, sheet), fixtureText('practices/officina-vuota.mdx'));
      await chmod(join(folder, sheet), 0);
      expect(await serious()).toMatchObject([{ code: 'unreadable' }]);
    },
  );
});

test('one file that cannot be read does not hide the others', async () => {
  await writeFile(join(folder, sheet), Buffer.from([0xff]));
  await writeFile(join(folder, 'practices/altra.mdx'), 'niente\n');
  expect((await serious()).map(({ code }) => code)).toEqual(['front-matter-missing', 'encoding']);
});

test('an empty folder, and one that is not there, are told apart', async () => {
  await rm(folder, { recursive: true });
  expect(await serious()).toMatchObject([
    {
      at: '. 1:1',
      code: 'no-content-folder',
      message: `La cartella dei contenuti «${folder}» non c’è o non si può leggere.`,
    },
  ]);
  await mkdir(folder);
  expect(await serious()).toMatchObject([{ code: 'empty-content' }]);
});

test('the folder is the one KB_CONTENT names, else the project’s own', () => {
  expect(contentFolder({ KB_CONTENT: '/altrove' }, '/progetto')).toBe(join('/altrove'));
  expect(contentFolder({}, '/progetto')).toBe(join('/progetto/src/content'));
  expect(contentFolder({ KB_CONTENT: '' }, '/progetto')).toBe(join('/progetto/src/content'));
});

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a folder that may not be read is named, and the rest is checked',
  async () => {
    await chmod(join(folder, 'workshops'), 0);
    await writeFile(join(folder, sheet), 'niente\n');
    expect((await serious()).map(({ at, code }) => `${at} ${code}`)).toEqual([
      `${sheet} 1:1 front-matter-missing`,
      'workshops 1:1 unreadable',
    ]);
    await chmod(join(folder, 'workshops'), 0o755);
  },
);

test('a list of exceptions as long as a book is refused for its size', async () => {
  await writeFile(join(folder, 'exceptions.yaml'), `entries: []\n${'#'.repeat(64 * 1024)}\n`);
  expect(await serious()).toMatchObject([{ at: 'exceptions.yaml 1:1', code: 'too-big' }]);
});

test('a list of checked addresses may be long, but not endless', async () => {
  const list = (kibibytes: number) =>
    writeFile(join(folder, 'link-checks.yaml'), `entries: []\n${'#'.repeat(kibibytes * 1024)}\n`);
  await list(3 * 1024);
  expect(await serious()).toEqual([]);
  await list(12 * 1024);
  expect(await serious()).toMatchObject([{ at: 'link-checks.yaml 1:1', code: 'too-big' }]);
});
