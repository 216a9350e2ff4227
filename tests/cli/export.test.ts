import { execFile } from 'node:child_process';
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile, cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { plainTextOf } from '../../src/exports/documents/document.ts';
import { handout } from '../../src/exports/documents/handout.ts';
import { openSheet } from '../../src/knowledge/entry-file.ts';
import { plainEnvironment, projectRoot } from '../environment.ts';
import { fixtureFolder } from '../fixture-content.ts';

let content = '';
let folder = '';
beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'tra-pari-export-content-'));
  folder = await mkdtemp(join(tmpdir(), 'tra-pari-export-'));
  await cp(fixtureFolder, content, { recursive: true });
});
afterEach(async () => {
  await rm(content, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

function run(words: string[], env: NodeJS.ProcessEnv = {}) {
  return new Promise<{ code: number; out: string; errors: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [join(projectRoot, 'src/cli/export.ts'), ...words],
      { cwd: folder, env: plainEnvironment({ KB_CONTENT: content, ...env }) },
      (_, out, errors) => resolve({ code: child.exitCode ?? -1, out, errors }),
    );
  });
}
const made = async (name: string) => JSZip.loadAsync(await readFile(join(folder, name)));

test.each([
  ['docx', 'case-aperte.docx', 'word/document.xml'],
  ['pptx', 'case-aperte.pptx', 'ppt/slides/slide5.xml'],
  ['handout', 'case-aperte-foglio.docx', 'word/document.xml'],
])('--to %s writes %s', async (kind, name, part) => {
  expect(await run(['case-aperte', '--to', kind])).toEqual({
    code: 0,
    out: `Ho scritto ${name}\n`,
    errors: '',
  });
  expect(await readdir(folder)).toEqual([name]);
  expect((await made(name)).file(part)).not.toBe(null);
});

test('the data are those that the site publishes, at the address that the build is told', async () => {
  const env = { SITE_URL: 'https://esempio.it', BASE_PATH: '/base' };
  expect(await run(['case-aperte', '--to=json', '--out=dati.json'], env)).toMatchObject({ code: 0 });
  const file = JSON.parse(await readFile(join(folder, 'dati.json'), 'utf8')) as { entry: { page: string } };
  expect(file.entry.page).toBe('https://esempio.it/base/pratiche/case-aperte/');
  const sheet = openSheet(file);
  expect(sheet.text).toMatch(/^## Il problema/);
  expect(plainTextOf(handout(sheet))).toContain(sheet.practice.data.tagline);
});

test.each([
  ['opsi', 'case-aperte-opsi.txt', '## Short and Simple Explanation (Spiegazione breve e semplice)'],
  ['interreg', 'case-aperte-interreg.txt', '## Evidence of success (Prove di riuscita)'],
  ['urbact', 'case-aperte-urbact.txt', '## Solutions (Le soluzioni)'],
])('--to %s writes the texts for that form', async (kind, name, words) => {
  expect(await run(['case-aperte', '--to', kind])).toMatchObject({ code: 0 });
  const text = await readFile(join(folder, name), 'utf8');
  expect(text).toContain(words);
  expect(text).toContain('Il modulo si compila in inglese.');
});

test('a file that is there is not touched, unless one says so', async () => {
  const path = join(folder, 'mio.docx');
  await writeFile(path, 'quello di prima');
  const words = ['case-aperte', '--to', 'handout', '--out', 'mio.docx'];
  const refused = await run(words);
  expect(refused.code).toBe(2);
  expect(refused.errors).toContain('C’è già un file mio.docx: non lo tocco.');
  expect(await readFile(path, 'utf8')).toBe('quello di prima');
  expect(await run([...words, '--force'])).toMatchObject({ code: 0 });
  expect((await made('mio.docx')).file('word/document.xml')).not.toBe(null);
});

test('a name that is not there gets the nearest ones', async () => {
  const { code, errors } = await run(['case-apert', '--to', 'docx']);
  expect(code).toBe(2);
  expect(errors).toContain(
    'Non c’è una scheda pubblicata che si chiami «case-apert». Forse volevi: case-aperte.',
  );
  expect(await readdir(folder)).toEqual([]);
});

test.each([
  [[], 'Di’ il nome della scheda'],
  [['case-aperte'], 'Di’ che file vuoi con --to'],
  [['case-aperte', '--to', 'docxx'], 'Non so preparare «docxx». Forse volevi: docx'],
  [['case-aperte', '--to'], 'Dopo «--to» manca il valore'],
  [['case-aperte', '--to', 'docx', '--forza'], 'L’opzione «--forza» non esiste. Forse volevi: --force'],
  [['case-aperte', 'altra', '--to', 'docx'], 'Non capisco «altra»'],
  [['case-aperte', '--to', 'toString'], 'Non so preparare «toString»'],
])('%j is refused in words', async (words, said) => {
  const { code, errors } = await run(words);
  expect(code).toBe(2);
  expect(errors).toContain(said);
  expect(errors).toContain('Si usa così: npm run export');
});

test('content with errors makes no file, and says what is wrong', async () => {
  await appendFile(join(content, 'practices/case-aperte.mdx'), '\n<script>alert(1)</script>\n');
  const { code, out } = await run(['case-aperte', '--to', 'docx']);
  expect(code).toBe(1);
  expect(out).toContain('case-aperte.mdx');
  expect(await readdir(folder)).toEqual([]);
});

test('a folder that cannot be written is our fault no more than the writer’s: it is said', async () => {
  const { code, errors } = await run(['case-aperte', '--to', 'docx', '--out', 'non-c-e/file.docx']);
  expect(code).toBe(3);
  expect(errors).toContain('Non trovo');
});
