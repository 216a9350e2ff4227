import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainEnvironment, projectRoot } from '../environment.ts';

let content: string;
let sheet: string;

beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'tra-pari-check-'));
  cpSync(join(projectRoot, 'tests/fixtures/content'), content, { recursive: true });
  sheet = join(content, 'practices/case-aperte.mdx');
});
afterEach(() => rmSync(content, { recursive: true, force: true }));

const check = (...words: string[]) => checkWith({}, ...words);

function checkWith(environment: NodeJS.ProcessEnv, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/check.ts', ...words], {
    cwd: projectRoot,
    env: plainEnvironment({ KB_CONTENT: content, ...environment }),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const misspell = () =>
  writeFileSync(sheet, readFileSync(sheet, 'utf8').replace(/^city: .*$/m, 'city: borgo-prva'));
const lineOfCity = () =>
  readFileSync(sheet, 'utf8')
    .split('\n')
    .findIndex((line) => line.startsWith('city:')) + 1;

describe('npm run check', () => {
  it('passes a good folder with exit 0', () => {
    const { status, stdout } = check();
    expect(stdout).toContain('0 errori');
    expect(status).toBe(0);
  });

  it('names file, line, wrong id and nearest right ones, and exits 1', () => {
    misspell();
    const { status, stdout } = check();
    expect(status).toBe(1);
    expect(stdout).toContain('practices/case-aperte.mdx');
    expect(stdout).toContain(`${lineOfCity()}:7  errore  Non esiste la città «borgo-prva».  [TP150]`);
    expect(stdout).toContain('Forse volevi scrivere: borgo-prova');
  });

  it('prints one JSON object and nothing else', () => {
    misspell();
    const { stdout } = check('--format', 'json');
    const { problems, files } = JSON.parse(stdout) as { problems: Record<string, unknown>[]; files: number };
    expect(files).toBeGreaterThan(5);
    expect(problems).toContainEqual({
      file: 'practices/case-aperte.mdx',
      line: lineOfCity(),
      column: 7,
      code: 'TP150',
      severity: 'error',
      message: 'Non esiste la città «borgo-prva».',
      hint: expect.stringContaining('borgo-prova') as string,
    });
  });

  it('writes annotations that a message cannot forge', () => {
    misspell();
    expect(check('--format', 'github').stdout).toMatch(
      /^::error file=src\/content\/practices\/case-aperte\.mdx,line=\d+,col=7,title=TP150::Non esiste/m,
    );
  });

  it('writes colours only where they are asked for', () => {
    misspell();
    const escape = '\u001b[';
    const colours = (changes: NodeJS.ProcessEnv, ...words: string[]) =>
      checkWith(changes, ...words).stdout.includes(escape);
    expect(colours({ NO_COLOR: undefined })).toBe(false); // no terminal reads it
    expect(colours({ NO_COLOR: undefined, FORCE_COLOR: '1' })).toBe(true);
    expect(colours({ NO_COLOR: undefined, FORCE_COLOR: '1' }, '--format', 'json')).toBe(false);
  });

  it('shows only the problems of the files it was given', () => {
    misspell();
    expect(check('practices/officina-vuota.mdx').status).toBe(0);
    expect(check('practices/case-aperte.mdx').status).toBe(1);
  });

  it('says that the folder is empty or missing', () => {
    rmSync(content, { recursive: true });
    const { status, stdout } = check();
    expect(status).toBe(1);
    expect(stdout).toContain('non c’è o non si può leggere');
  });

  it('says that a file it was given is not there', () => {
    const { status, stderr } = check('practices/nessuna.mdx');
    expect(status).toBe(2);
    expect(stderr).toContain('non c’è il file «practices/nessuna.mdx»');
  });

  it('refuses options and formats it does not know with exit 2', () => {
    expect(check('--formatt').status).toBe(2);
    const { status, stderr } = check('--format', 'xml');
    expect(status).toBe(2);
    expect(stderr).toContain('terminal, github, json');
  });

  it('reports every problem of every file in one run', () => {
    misspell();
    writeFileSync(join(content, 'needs.yaml'), 'entries: [');
    const { stdout } = check('--format', 'json');
    const { problems } = JSON.parse(stdout) as { problems: { file: string }[] };
    const files = new Set(problems.map((problem) => problem.file));
    expect([files.has('needs.yaml'), files.has('practices/case-aperte.mdx')]).toEqual([true, true]);
  });
});
