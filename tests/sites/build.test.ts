import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainEnvironment, projectRoot } from '../environment.ts';

const work = mkdtempSync(join(tmpdir(), 'tra-pari-build-'));
const content = join(work, 'content');
const out = join(work, 'dist');
const sheet = join(content, 'practices/case-aperte.mdx');

function run(command: string, words: string[] = [], changes: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/cli/${command}.ts`, ...words], {
    cwd: projectRoot,
    env: plainEnvironment({ KB_CONTENT: content, SITE_URL: '', BASE_PATH: '', ...changes }),
    encoding: 'utf8',
  });
  return { status, stdout, stderr, text: stdout + stderr };
}

/** One digest for a whole folder: names and bytes. */
function digest(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (statSync(join(folder, name)).isFile()) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}

beforeAll(() => cpSync(join(projectRoot, 'tests/fixtures/content'), content, { recursive: true }));
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('npm run build', () => {
  it('builds a small base of another network, drafts left out', () => {
    const { status, text } = run('build', ['--out', out]);
    expect(text).toMatch(/Fatto in \d+ secondi: \d+ pagine/);
    expect(status).toBe(0);
    expect(existsSync(join(out, 'index.html'))).toBe(true);
    expect(existsSync(join(out, 'pagefind/pagefind.js'))).toBe(true);
    const draft = readdirSync(join(content, 'practices')).find((name) =>
      /^draft: true$/m.test(readFileSync(join(content, 'practices', name), 'utf8')),
    );
    expect(draft).toBeDefined();
    const pages = readdirSync(out, { recursive: true, encoding: 'utf8' });
    expect(pages.filter((name) => name.includes(draft?.replace('.mdx', '') ?? '?'))).toEqual([]);
  });

  it('publishes the pictures of a sheet with their size, and keeps what sources disagree on in sight', () => {
    const page = readFileSync(join(out, 'pratiche/case-aperte/index.html'), 'utf8');
    expect(page).toMatch(/<img src="\/immagini\/practices\/case-aperte-cortile\.png" width="64" height="40"/);
    const picture = join('practices', 'case-aperte-cortile.png');
    expect(readFileSync(join(out, 'immagini', picture))).toEqual(readFileSync(join(content, picture)));
    expect(page).toContain('le fonti non concordano');
    expect(page).toContain('non documentato');
  });

  it('does nothing the second time, and says so', () => {
    const { status, text } = run('build', ['--out', out]);
    expect(status).toBe(0);
    expect(text).toContain('Niente è cambiato');
  });

  it('builds again when somebody touched the output', () => {
    rmSync(join(out, 'index.html'));
    expect(run('build', ['--out', out]).text).toContain('Fatto in');
    expect(existsSync(join(out, 'index.html'))).toBe(true);
  });

  it('gives the same bytes for the same input and date, from nothing', () => {
    const [first, second] = [join(work, 'one'), join(work, 'two')];
    for (const folder of [first, second])
      expect(run('build', ['--out', folder], { SOURCE_DATE_EPOCH: '1' }).status).toBe(0);
    expect(digest(second)).toBe(digest(first));
  });

  it('honours the base path in every address', () => {
    const folder = join(work, 'based');
    expect(run('build', ['--out', folder], { BASE_PATH: '/kb', SITE_URL: 'https://esempio.it' }).status).toBe(
      0,
    );
    const home = readFileSync(join(folder, 'index.html'), 'utf8');
    const outside = [...home.matchAll(/(?:href|src|action)="(\/[^"]*)"/g)].filter(
      ([, address]) => !address?.startsWith('/kb/'),
    );
    expect(outside.map(([, address]) => address)).toEqual([]);
  });

  it('refuses content with an error and leaves the site before in its place', () => {
    const before = digest(out);
    const good = readFileSync(sheet, 'utf8');
    writeFileSync(sheet, good.replace(/^city: .*$/m, 'city: citta-che-non-esiste'));
    const { status, text } = run('build', ['--out', out]);
    writeFileSync(sheet, good);
    expect(status).toBe(1);
    expect(text).toContain('Non esiste la città «citta-che-non-esiste»');
    expect(text).not.toMatch(/^\s+at /m);
    expect(digest(out)).toBe(before);
    expect(readdirSync(work).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('says in Italian that it cannot write', () => {
    const file = join(work, 'un-file');
    writeFileSync(file, '');
    const { status, text } = run('build', ['--out', join(file, 'dist')]);
    expect(status).toBe(3);
    expect(text).toMatch(/^→ /m);
    expect(text).not.toMatch(/^\s+at /m);
  });

  it('refuses a date that is none', () => {
    const { status, text } = run('build', ['--out', out], { SOURCE_DATE_EPOCH: 'ieri' });
    expect(status).toBe(3);
    expect(text).toContain('SOURCE_DATE_EPOCH=ieri non è una data');
  });

  it('refuses words it does not know', () => {
    const { status, text } = run('build', ['--outt']);
    expect(status).toBe(2);
    expect(text).toContain('Si usa così');
  });
});

describe('npm start', () => {
  it('says which port is busy and how to choose another, before building', async () => {
    const server = createServer();
    const port = await new Promise<number>((done) => {
      server.listen(0, () => done((server.address() as { port: number }).port));
    });
    const { status, text } = run('start', [], { PORT: String(port) });
    server.close();
    expect(status).toBe(3);
    expect(text).toContain(`La porta ${port} è già occupata`);
    expect(text).toContain('PORT=');
    expect(text).not.toContain('Costruisco');
  });

  it('refuses a port that is none', () => {
    expect(run('start', [], { PORT: 'ottanta' }).text).toContain('non è una porta');
  });
});
