import { expect, test } from 'vitest';
import { found, spoilt } from './small-site.ts';

const file = 'metodo/index.html';

test.each<[string, string | RegExp, string]>([
  ['page-title', /<title>.*<\/title>/, ''],
  ['page-title', /<title>.*<\/title>/, '<title> </title>'],
  ['page-title', '</head>', '<title>Due</title></head>'],
  ['page-description', /<meta name="description"[^>]*>/, ''],
  ['page-description', /content="La pagina[^"]*"/, 'content=" "'],
  ['page-description', '</head>', '<meta name="description" content="Due"></head>'],
  ['page-heading', /<h1>.*<\/h1>/, '<p>x</p>'],
  ['page-heading', /<h1>.*<\/h1>/, '<h1></h1>x'],
  ['page-heading', '</main>', '<h1>Due</h1></main>'],
  ['page-language', ' lang="it"', ''],
  ['page-language', ' lang="it"', ' lang="en"'],
  ['page-main', /<(\/?)main/g, '<$1div'],
  ['page-main', '</main>', '</main><main>x</main>'],
  ['page-canonical', /<link rel="canonical"[^>]*>/, ''],
  ['page-canonical', 'esempio.it/metodo/', 'esempio.it/privacy/'],
  ['page-canonical', 'https://esempio.it/metodo/', '/metodo/'],
  ['page-cut', '</html>', ''],
])('%s: %s becomes %s', (problem, from, to) => {
  expect(found(spoilt({ [file]: (text) => text.replace(from, to) }))).toEqual([`${problem} ${file}`]);
});

test('a page without content is empty', () => {
  const emptied = (text: string) => text.replace(/(<main[^>]*>).*(<\/main>)/, '$1 <p></p> $2');
  expect(found(spoilt({ [file]: emptied }))).toEqual(expect.arrayContaining([`page-empty ${file}`]));
});

test('a page cut anywhere is told, and so is one of no byte', () => {
  for (const part of [0.1, 0.5, 0.9])
    expect(found(spoilt({ [file]: (text) => text.slice(0, text.length * part) }))).toContain(
      `page-cut ${file}`,
    );
  expect(found(spoilt({ [file]: '' }))).toEqual(
    expect.arrayContaining([`page-cut ${file}`, `file-empty ${file}`]),
  );
});

test('scripts that come after the page do not cut it', () => {
  const script = '<script type="module" src="/pagefind/pagefind.js"></script>';
  expect(found(spoilt({ [file]: (text) => text + script }))).toEqual([]);
  expect(found(spoilt({ [file]: (text) => text + script.slice(0, -5) }))).toContain(`page-cut ${file}`);
});

test('a title that two pages have is told', () => {
  const title = (text: string) => text.replace(/<title>.*<\/title>/, '<title>Uguale</title>');
  expect(found(spoilt({ [file]: title, 'privacy/index.html': title }))).toEqual([
    'page-title-repeated privacy/index.html',
  ]);
});

test('a page that asks not to be found gives no address as its own', () => {
  const canonical = '<link rel="canonical" href="https://esempio.it/404.html"></head>';
  expect(found(spoilt({ '404.html': (text) => text.replace('</head>', canonical) }))).toEqual([
    'page-canonical 404.html',
  ]);
});
