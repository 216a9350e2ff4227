import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { plainEnvironment, projectRoot } from '../environment.ts';

const secretWords = 'words of nobody else';
let work: string;
let content: string;
let out: string;

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'tra-pari-pictures-'));
  content = join(work, 'content');
  out = join(work, 'dist');
  cpSync(join(projectRoot, 'tests/fixtures/content'), content, { recursive: true });
  writeFileSync(join(work, 'secret'), secretWords);
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

const build = (cwd = projectRoot) =>
  spawnSync(process.execPath, [join(projectRoot, 'src/cli/build.ts'), '--out', out], {
    cwd,
    env: plainEnvironment({ KB_CONTENT: content, SITE_URL: '', BASE_PATH: '' }),
    encoding: 'utf8',
  });

const published = (): string[] =>
  existsSync(join(out, 'immagini'))
    ? readdirSync(join(out, 'immagini'), { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.includes('.'),
      )
    : [];

it('publishes only the pictures that published sheets show, whatever folder it is started in', () => {
  const picture = join(content, 'practices/case-aperte-cortile.png');
  cpSync(picture, join(content, 'practices/mai-usata.png'));
  cpSync(picture, join(content, 'practices/della-bozza.png'));
  const draft = join(content, 'practices/bozza-in-corso.mdx');
  const shown = '\n<Figure src="della-bozza.png" alt="Un cortile" credit="Archivio, CC BY 4.0" />\n';
  writeFileSync(draft, readFileSync(draft, 'utf8') + shown);
  const { status, stdout, stderr } = build(work);
  expect(stdout + stderr).toContain('Fatto in');
  expect(status).toBe(0);
  expect(published()).toEqual([join('practices', 'case-aperte-cortile.png')]);
});

it.skipIf(process.platform === 'win32').each([
  ['a hidden link', () => symlinkSync(join(work, 'secret'), join(content, 'practices/.leak.png'))],
  [
    'a linked folder',
    () => {
      cpSync(join(work, 'secret'), join(work, 'elsewhere/leak.png'), { recursive: true });
      symlinkSync(join(work, 'elsewhere'), join(content, 'practices/linked'));
    },
  ],
])('never publishes what lies behind %s', (_, lay) => {
  lay();
  const { status } = build();
  expect([0, 1]).toContain(status);
  expect(published().filter((name) => name.includes('leak'))).toEqual([]);
  expect(existsSync(out)).toBe(status === 0);
});
