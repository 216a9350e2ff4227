import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureFolder } from '../fixture-content.ts';
import { plainEnvironment, projectRoot } from '../environment.ts';

const work = mkdtempSync(join(tmpdir(), 'tra-pari-import-'));
const content = join(work, 'contenuti');
const word = join(work, 'Relazione finale.docx');

beforeAll(async () => {
  cpSync(fixtureFolder, content, { recursive: true });
  const line = (text: string, heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
    new Paragraph({ heading, children: [new TextRun(text)] });
  const children = [
    line('Il forno di quartiere', HeadingLevel.TITLE),
    line('Contesto', HeadingLevel.HEADING_1),
    line('Il forno era chiuso.'),
    line('Ringraziamenti', HeadingLevel.HEADING_1),
    line('A tutti.'),
  ];
  writeFileSync(word, Buffer.from(await Packer.toArrayBuffer(new Document({ sections: [{ children }] }))));
  writeFileSync(join(work, 'finto.docx'), 'non sono un documento');
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

const run = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/import.ts', ...words], {
    cwd: projectRoot,
    env: plainEnvironment({ KB_CONTENT: content }),
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
};

test('a Word file becomes a draft in its place, and what happened is told', () => {
  const { status, said } = run(word, '--area', 'disagio-abitativo');
  expect(said).toContain('Ho scritto practices/il-forno-di-quartiere.mdx, come bozza.');
  expect(said).toContain('- Contesto → Il problema');
  expect(said).toContain('- Ringraziamenti');
  expect(status).toBe(0);
  const text = readFileSync(join(content, 'practices/il-forno-di-quartiere.mdx'), 'utf8');
  expect(text).toContain('title: "Il forno di quartiere"');
  expect(text).toContain('draft: true');
  expect(text).toContain('### Ringraziamenti');
  const check = spawnSync(process.execPath, ['src/cli/check.ts', 'practices/il-forno-di-quartiere.mdx'], {
    cwd: projectRoot,
    env: plainEnvironment({ KB_CONTENT: content }),
    encoding: 'utf8',
  });
  expect(check.status).toBe(0);
});

test('a sheet that is there is not touched', () => {
  const { status, said } = run(word, '--slug', 'officina-vuota');
  expect(said).toContain('C’è già un file practices/officina-vuota.mdx: non lo tocco.');
  expect(status).toBe(2);
});

test('with --dry-run nothing is written', () => {
  const { status, said } = run(word, '--slug', 'mai-scritta', '--dry-run', '--kind', 'workshop');
  expect(said).toContain('## Perché questo incontro');
  expect(status).toBe(0);
  expect(() => readFileSync(join(content, 'workshops/mai-scritta.mdx'))).toThrow('ENOENT');
});

test.each([
  [[], 'Di’ quale file Word importare.', 2],
  [['a.docx', 'b.docx'], 'Non capisco «b.docx»', 2],
  [['a.docx', '--kind', 'practise'], 'Forse volevi: practice.', 2],
  [['a.docx', '--slug', 'No Spazi'], 'non può essere il nome del file', 2],
  [['a.docx', '--arae', 'x'], 'Forse volevi: --area.', 2],
  [['a.docx', '--area', 'disagio'], 'Non esiste l’area «disagio».', 2],
  [['manca.docx'], 'Non trovo: manca.docx', 3],
])('%j is answered with what to do', (words, answer, code) => {
  const { status, said } = run(...words);
  expect(said).toContain(answer);
  expect(status).toBe(code);
});

test('a file that is no Word document is refused, and nothing is written', () => {
  const { status, said } = run(join(work, 'finto.docx'));
  expect(said).toContain('Non è un documento Word.');
  expect(status).toBe(3);
});
