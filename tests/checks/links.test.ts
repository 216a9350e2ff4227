import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixedPages } from '../../src/checks/rules/links.ts';
import { reserved } from '../../src/checks/rules/redirects.ts';
import { sections } from '../../src/knowledge/routes.ts';
import { projectRoot } from '../environment.ts';
import { edited, seriousProblems } from '../fixture-content.ts';

const sheet = 'practices/case-aperte.mdx';
const withLink = (address: string) =>
  seriousProblems(edited(sheet, '## Come funziona\n', `## Come funziona\n\nVedi [qui](${address}).\n`));
const withRedirects = (...addresses: string[]) =>
  seriousProblems(
    edited(sheet, 'title: "Case aperte"', `redirects: ${JSON.stringify(addresses)}\ntitle: "Case aperte"`),
  );

describe('a link of a text to this site', () => {
  test.each([
    '/',
    '/bisogni/',
    '/metodo/',
    '/cerca/?q=casa',
    '/pratiche/officina-vuota/',
    '/citta/borgo-prova/',
    '/attivita/mappa-di-prova/scheda/',
    '#come-funziona',
    'https://example.org/bisogni-no/',
  ])('may lead to %s', (address) => {
    expect(withLink(address)).toEqual([]);
  });

  test.each([
    ['/pratiche/oficina-vuota/', '/pratiche/officina-vuota/'],
    ['/bisogni', '/bisogni/'],
    ['/glosario/', '/glossario/'],
  ])('that leads nowhere (%s) is named with its place and the nearest page', (address, near) => {
    expect(withLink(address)).toMatchObject([
      {
        file: sheet,
        code: 'page-missing',
        severity: 'error',
        message: `Nel sito non c’è la pagina «${address}».`,
        column: 6,
        hint: expect.stringMatching(`^Forse volevi scrivere: ${near}[,.]`) as string,
      },
    ]);
  });

  test('does not lead to a draft', () => {
    expect(withLink('/pratiche/bozza-in-corso/')).toMatchObject([{ code: 'page-missing' }]);
  });
});

test('the pages that no entry makes are those of src/pages', () => {
  const files = readdirSync(join(projectRoot, 'src/pages'), { recursive: true, encoding: 'utf8' });
  const addresses = files
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(astro|mdx)$/.test(name) && !name.includes('[') && name !== '404.astro')
    .map((name) => `/${name.replace(/\.(astro|mdx)$/, '/')}`.replace(/\/index\/$/, '/'));
  const lists = Object.values(sections).map((section) => `/${section}/`);
  expect(addresses.sort()).toEqual([...fixedPages, ...lists].sort());
});

describe('an old address', () => {
  test('that no page has passes', () => {
    expect(withRedirects('/pratiche/case-chiuse/', '/vecchia/')).toEqual([]);
  });

  test('is not that of a page that is there', () => {
    expect(withRedirects('/pratiche/officina-vuota/')).toMatchObject([
      { file: sheet, line: 2, code: 'redirect-to-page', severity: 'error' },
    ]);
  });

  test('is declared once', () => {
    expect(withRedirects('/vecchia/', '/vecchia/')).toMatchObject([
      {
        line: 2,
        code: 'redirect-repeated',
        message: `Il vecchio indirizzo «/vecchia/» c’è già in ${sheet}.`,
      },
    ]);
  });

  test.each([
    '/404/',
    '/500/',
    '/dati/',
    '/dati/pratiche/',
    '/elenchi/pratiche-per-titolo/',
    '/fonti/',
    '/fonti/c/',
    '/immagini/practices/',
    '/modelli/pratica/',
    '/pagefind/',
  ])('does not begin as what is no page does: %s', (address) => {
    const [found, ...others] = withRedirects(address);
    expect(found).toMatchObject({ file: sheet, line: 2, code: 'redirect-to-page', severity: 'error' });
    expect(others).toEqual([]);
  });

  test.each(['/pratiche/officina-vuota/due/', '/aree/disagio-abitativo/pratiche/2/'])(
    'has no room below a page that is there: %s',
    (address) => {
      expect(withRedirects(address)).toMatchObject([
        { file: sheet, line: 2, code: 'redirect-to-page', severity: 'error' },
      ]);
    },
  );

  test('may stand below a page that is gone', () => {
    expect(withRedirects('/aree/vecchia-area/pratiche/')).toEqual([]);
  });

  test('may begin with a longer word', () => {
    expect(withRedirects('/dati-aperti/', '/4040/', '/pratiche/dati/')).toEqual([]);
  });

  test.each(['//', '/a//b/', '/a', 'a/'])('is an address of this site: not %s', (address) => {
    expect(withRedirects(address)).toMatchObject([{ file: sheet, code: 'field-form' }]);
  });

  test('leaves alone every folder that holds files or the pages of errors', () => {
    const folder = join(projectRoot, 'src/pages');
    const made = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.ts') || name === '404.astro')
      .map((name) => name.split(/[/.]/)[0] as string)
      // a name that begins with a dot cannot be asked for; files beside the pages of entries have a dot in their
      // names, which no old address has
      .filter((name) => !['', '[section]', ...Object.values<string>(sections)].includes(name));
    expect(reserved).toEqual(expect.arrayContaining([...new Set(made)]));
  });
});
