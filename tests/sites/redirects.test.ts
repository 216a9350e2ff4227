import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plainEnvironment, projectRoot } from '../environment.ts';

const work = mkdtempSync(join(tmpdir(), 'tra-pari-redirects-'));
const out = join(work, 'dist');
const page = (name: string) => readFileSync(join(out, name), 'utf8');

beforeAll(() => {
  const content = join(work, 'content');
  cpSync(join(projectRoot, 'tests/fixtures/content'), content, { recursive: true });
  const sheet = join(content, 'practices/case-aperte.mdx');
  const text = readFileSync(sheet, 'utf8')
    .replace(/^title:/m, 'redirects: [/pratiche/case-chiuse/, /vecchia/]\ntitle:')
    .replace('## Come funziona\n', '## Come funziona\n\nVedi [i bisogni](/bisogni/).\n');
  // as an editor of Windows saves it
  writeFileSync(sheet, `\ufeff${text.replaceAll('\n', '\r\n')}`);
  const { stdout, stderr } = spawnSync(process.execPath, ['src/cli/build.ts', '--out', out], {
    cwd: projectRoot,
    env: plainEnvironment({ KB_CONTENT: content, SITE_URL: 'https://esempio.it', BASE_PATH: '/kb' }),
    encoding: 'utf8',
  });
  expect(stdout + stderr).toContain('Fatto in');
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

it.each(['pratiche/case-chiuse', 'vecchia'])('the old address %s leads to the page of now', (address) => {
  const html = page(`${address}/index.html`);
  expect(html).toContain('<meta http-equiv="refresh" content="0; url=/kb/pratiche/case-aperte/"');
  expect(html).toMatch(/<a href="\/kb\/pratiche\/case-aperte\/"[^>]*>Case aperte<\/a>/);
  expect(html).toContain('<meta name="robots" content="noindex"');
  expect(html).not.toContain('data-pagefind-body');
});

it('the site map has the pages of now only', () => {
  const maps = readdirSync(out).filter((name) => /^sitemap-\d+\.xml$/.test(name));
  const text = maps.map(page).join('');
  expect(text).toContain('<loc>https://esempio.it/kb/</loc>');
  expect(text).toContain('<loc>https://esempio.it/kb/pratiche/case-aperte/</loc>');
  expect(text).not.toMatch(/vecchia|case-chiuse|\/scheda\//);
});

it('a link in a text leads below the base path', () => {
  expect(page('pratiche/case-aperte/index.html')).toContain('<a href="/kb/bisogni/">i bisogni</a>');
});
