import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { headersFor, parseHeaders } from '../../src/cli/headers.ts';
import { contentSecurityHeader, contentSecurityPolicy } from '../../src/security-policy.ts';
import { plainEnvironment, projectRoot } from '../environment.ts';

const address = 'https://esempio.it';
const work = mkdtempSync(join(tmpdir(), 'tra-pari-headers-'));
const out = join(work, 'dist');
const page = (name: string) => readFileSync(join(out, name), 'utf8');

beforeAll(() => {
  const content = join(work, 'content');
  cpSync(join(projectRoot, 'tests/fixtures/content'), content, { recursive: true });
  const sheet = join(content, 'practices/case-aperte.mdx');
  writeFileSync(sheet, readFileSync(sheet, 'utf8').replace(/^title:/m, 'redirects: [/vecchia/]\ntitle:'));
  const { stdout, stderr } = spawnSync(process.execPath, ['src/cli/build.ts', '--out', out], {
    cwd: projectRoot,
    env: plainEnvironment({
      KB_CONTENT: content,
      SITE_URL: address,
      BASE_PATH: '',
      SOURCE_DATE_EPOCH: '1700000000',
    }),
    encoding: 'utf8',
  });
  expect(stdout + stderr).toContain('Fatto in');
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

it('every page opens with the policy, and says its encoding where browsers look for it', () => {
  const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
  expect(pages).toEqual(
    expect.arrayContaining(['index.html', '404.html', 'vecchia/index.html', 'metodo/index.html']),
  );
  const head = `<head><meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(address)}">`;
  const astray = pages.filter((name) => {
    const html = page(name);
    const [start, encoding] = [html.indexOf('<head>'), html.indexOf('<meta charset="utf-8">')];
    return !html.startsWith(head, start) || encoding !== start + head.length || encoding > 1000;
  });
  expect(astray).toEqual([]);
});

it('the file of headers gives the same policy', () => {
  const headers = headersFor(parseHeaders(page('_headers')), '/');
  expect(headers.get('content-security-policy')).toBe(contentSecurityHeader(address));
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

it('a copy with a public address says whom to tell of a security problem, on a page that is there', () => {
  const text = page('.well-known/security.txt');
  expect(text).toContain('\nExpires: 2024-11-08T00:00:00.000Z\n');
  expect(text).toMatch(/^Contact: https:\/\/esempio\.it\/note-legali\/#sicurezza$/m);
  expect(page('note-legali/index.html')).toContain('id="sicurezza"');
});

it('the names of the fonts that pages ask for early are those of the styles', () => {
  const asked = [...page('index.html').matchAll(/<link rel="preload" href="([^"]+\.woff2)"/g)].map(
    ([, href]) => href,
  );
  const styles = readdirSync(join(out, '_astro')).filter((name) => name.endsWith('.css'));
  expect(asked).toHaveLength(2);
  for (const href of asked) expect(page(`_astro/${styles[0] ?? ''}`)).toContain(`url(${href ?? '?'})`);
});
