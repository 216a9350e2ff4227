import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainEnvironment, projectRoot } from '../environment.ts';
import { fixtureFolder, fixtureText } from '../fixture-content.ts';
import { hostileSheets } from '../hostile/files.ts';

interface Found {
  problems: { file: string; line: number; code: string; severity: string; message: string; hint: string }[];
}

const work = mkdtempSync(join(tmpdir(), 'tra-pari-hostile-'));
const canary = join(work, 'canary');
const out = join(work, 'dist');
const run = `process.getBuiltinModule("node:fs").writeFileSync(${JSON.stringify(canary)}, "x")`;

function folderWith(name: string, lay: (folder: string) => void): string {
  const folder = join(work, name);
  cpSync(fixtureFolder, folder, { recursive: true });
  lay(folder);
  return folder;
}

function node(words: readonly string[], content: string) {
  return spawnSync(process.execPath, words, {
    cwd: projectRoot,
    env: plainEnvironment({ KB_CONTENT: content, HOSTILE_SECRET: 'un-segreto' }),
    encoding: 'utf8',
    timeout: 120_000,
  });
}

const check = (content: string) => {
  const { status, stdout } = node(['src/cli/check.ts', '--format', 'json'], content);
  return { status, ...(JSON.parse(stdout) as Found) };
};

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('hostile sheets', () => {
  const sheets = hostileSheets(run);
  const names = sheets.map(({ path }) => path);
  let content = '';
  let found: Found & { status: number | null };
  beforeAll(() => {
    content = folderWith('sheets', (folder) => {
      for (const { path, text } of sheets) writeFileSync(join(folder, path), text);
      // what they would load, were they ever run
      writeFileSync(join(work, 'evil.mjs'), `${run};\nexport default 1;\n`);
      const drawing = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>';
      writeFileSync(join(folder, 'practices/evil.svg'), drawing);
    });
    found = check(content);
  });

  it('are enough', () => expect(names.length).toBeGreaterThanOrEqual(32));

  it.each(sheets)('$path is refused for what it holds, at the line that holds it', ({ path, refusals }) => {
    const own = found.problems.filter(({ file, severity }) => file === path && severity === 'error');
    const places = new Set(own.map(({ code, line }) => `${code} in line ${line}`));
    expect([...places].sort()).toEqual(refusals.map(({ code, line }) => `${code} in line ${line}`).sort());
    for (const { message, hint } of own) expect(message && hint).not.toBe('');
  });

  it('leave the good sheets beside them without an error', () => {
    const blamed = new Set(
      found.problems.filter(({ severity }) => severity === 'error').map(({ file }) => file),
    );
    expect([...blamed].filter((file) => !names.includes(file))).toEqual(['practices/evil.svg']);
    expect(found.status).toBe(1);
  });

  it('never tell what the machine holds', () => {
    expect(JSON.stringify(found)).not.toContain('HOSTILE_SECRET');
    expect(JSON.stringify(found)).not.toContain('un-segreto');
  });

  it('stop the build before it writes anything', () => {
    const { status, stdout, stderr } = node(['src/cli/build.ts', '--out', out], content);
    expect(status).toBe(1);
    for (const name of names) expect(stdout).toContain(name);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(existsSync(out)).toBe(false);
  });

  it('stop Astro itself, started without our command', () => {
    const fresh = join(work, 'astro');
    const words = ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', fresh];
    const { status, stdout, stderr } = node(words, content);
    expect(status).not.toBe(0);
    expect(stdout + stderr).toContain('I contenuti hanno errori');
    const pages = existsSync(fresh)
      ? readdirSync(fresh, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
      : [];
    expect(pages).toEqual([]);
  });

  it('never ran', () => expect(existsSync(canary)).toBe(false));
});

it('five typical ones get five precise problems', () => {
  const line = fixtureText('practices/officina-vuota.mdx').split('\n').indexOf('## Il problema') + 3;
  const five: [name: string, text: string, code: string, words: string][] = [
    ['graffe', '{process.env.HOME}', 'TP103', 'graffe'],
    ['script', '<script>alert(1)</script>', 'TP104', '<script>'],
    ['import', 'import x from "node:fs"', 'TP100', 'import'],
    ['indirizzo', '[x](javascript:alert(1))', 'TP109', 'javascript:alert(1)'],
    ['attributo', '<Fact of={1}/>', 'TP105', '<Fact>'],
  ];
  const content = folderWith('five', (folder) => {
    for (const [name, text] of five) {
      const sheet = fixtureText('practices/officina-vuota.mdx');
      const spoilt = sheet.replace('## Il problema\n', () => `## Il problema\n\n${text}\n`);
      writeFileSync(join(folder, `practices/${name}.mdx`), spoilt);
    }
  });
  const { status, problems } = check(content);
  expect(status).toBe(1);
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ file, line: at, code }) => `${file}:${at} ${code}`).sort()).toEqual(
    five.map(([name, , code]) => `practices/${name}.mdx:${line} ${code}`).sort(),
  );
  for (const [name, , , words] of five)
    expect(errors.find(({ file }) => file === `practices/${name}.mdx`)?.message).toContain(words);
});

describe('what Astro alone loses without a word is named', () => {
  const sheet = fixtureText('practices/officina-vuota.mdx');
  const half = (text: string) => text.slice(0, text.indexOf('## Come funziona'));
  const losses: [what: string, file: string, lay: (folder: string) => void][] = [
    [
      'a link to nothing',
      'practices/appeso.mdx',
      (folder) => symlinkSync(join(folder, 'non-esiste.mdx'), join(folder, 'practices/appeso.mdx')),
    ],
    [
      'a folder with the name of a sheet',
      'practices/x.mdx',
      (folder) => mkdirSync(join(folder, 'practices/x.mdx')),
    ],
    [
      'a linked folder outside',
      'practices/altrove',
      (folder) => symlinkSync(fixtureFolder, join(folder, 'practices/altrove')),
    ],
    [
      'a linked file outside',
      'practices/copia.mdx',
      (folder) =>
        symlinkSync(join(fixtureFolder, 'practices/officina-vuota.mdx'), join(folder, 'practices/copia.mdx')),
    ],
    [
      'a name that differs in capitals',
      'practices/Maiuscola.mdx',
      (folder) => writeFileSync(join(folder, 'practices/Maiuscola.mdx'), sheet),
    ],
    [
      'an accented name, as one sign',
      'practices/caff\u00e8.mdx',
      (folder) => writeFileSync(join(folder, 'practices/caff\u00e8.mdx'), sheet),
    ],
    [
      'an accented name, as two signs',
      'practices/caffe\u0300.mdx',
      (folder) => writeFileSync(join(folder, 'practices/caffe\u0300.mdx'), sheet),
    ],
    [
      'signs of addresses in the name',
      'practices/a b?c#d.mdx',
      (folder) => writeFileSync(join(folder, 'practices/a b?c#d.mdx'), sheet),
    ],
    [
      'a text cut in half',
      'practices/mezza.mdx',
      (folder) => writeFileSync(join(folder, 'practices/mezza.mdx'), half(sheet)),
    ],
    [
      'data cut in half',
      'practices/dati.mdx',
      (folder) => writeFileSync(join(folder, 'practices/dati.mdx'), sheet.slice(0, sheet.indexOf('city:'))),
    ],
    [
      'nothing at all',
      'practices/vuota.mdx',
      (folder) => writeFileSync(join(folder, 'practices/vuota.mdx'), ''),
    ],
    [
      'bytes that are no text',
      'practices/byte.mdx',
      (folder) => writeFileSync(join(folder, 'practices/byte.mdx'), Buffer.from([0, 159, 146, 150, 255])),
    ],
    [
      'a folder inside a folder',
      'practices/sotto',
      (folder) => {
        mkdirSync(join(folder, 'practices/sotto'));
        writeFileSync(join(folder, 'practices/sotto/nuova.mdx'), sheet);
      },
    ],
  ];

  it.skipIf(process.platform === 'win32')('all in one run', () => {
    const content = folderWith('losses', (folder) => losses.forEach(([, , lay]) => lay(folder)));
    const { status, problems } = check(content);
    expect(status).toBe(1);
    const named = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
    expect(losses.filter(([, file]) => !named.has(file)).map(([what]) => what)).toEqual([]);
    expect([...named].sort()).toEqual([...new Set(losses.map(([, file]) => file))].sort());
  });
});
