import { describe, expect, test } from 'vitest';
import { destinationIn } from '../../../src/checks/output/destination.ts';
import { found, gate, page, spoilt, withBody } from './small-site.ts';

const file = 'metodo/index.html';

test('follows links to pages, anchors, files, symbols and the public address', () => {
  const body = `<h2 id="su">x</h2><a href="#su">a</a> <a href="#">a</a> <a href="#top">a</a> <a href="../glossario/#rete">a</a>
    <a href="https://esempio.it/pratiche/orto/?q=1">q</a> <a href="/dati/practices.csv">f</a> <a href="/%70ratiche/">a</a>
    <a href="https://altrove.it/x">fuori</a> <a href="mailto:a@esempio.it">posta</a>
    <a href="/glossario/#:~:text=Rete">t</a> <svg><use href="/_astro/carta.svg#casa"></use></svg>`;
  const [before, after] = [gate(spoilt({})), gate(withBody(file, body))];
  expect(after.problems).toEqual([]);
  expect(after.counts.links - before.counts.links).toBe(9);
});

test.each([
  ['a missing page', '<a href="/no/">x</a>', 'link-broken'],
  ['a page without its slash', '<a href="/pratiche">x</a>', 'link-broken'],
  ['a page in capitals', '<a href="/Pratiche/">x</a>', 'link-broken'],
  ['a missing anchor here', '<a href="#no">x</a>', 'link-anchor'],
  ['a missing anchor there', '<a href="/glossario/#no">x</a>', 'link-anchor'],
  ['a missing image', '<img src="/x.png" alt="">', 'link-broken'],
  ['a missing image of another size', '<img srcset="/_astro/carta.svg 1x,/x.png 2x" alt="">', 'link-broken'],
  ['a missing symbol', '<svg><use href="/_astro/carta.svg#no"></use></svg>', 'link-anchor'],
  ['a missing form target', '<form action="/no/"></form>', 'link-broken'],
  ['no address at all', '<a href="http://">x</a>', 'link-broken'],
  ['a broken escape', '<a href="/%E0%A4%A/">x</a>', 'link-broken'],
  ['a missing page of the public address', '<a href="https://esempio.it/no/">x</a>', 'link-broken'],
  ['a missing page without JavaScript', '<noscript><a href="/no/">x</a></noscript>', 'link-broken'],
])('finds %s', (_, body, problem) => {
  expect(found(withBody(file, body))).toEqual([`${problem} ${file}`]);
});

test('finds what a stylesheet asks for and is not there', () => {
  const styles = '_astro/Stile.BxY1.css';
  for (const rule of ['p{src:url(x.woff2)}', "p{src:url('x.woff2')}", '@import "x.css";'])
    expect(found(spoilt({ [styles]: rule }))).toEqual([`link-broken ${styles}`]);
  expect(
    found(spoilt({ [styles]: 'p{src:url(carta.svg)} a{background:url("data:image/svg+xml,%3csvg/%3e")}' })),
  ).toEqual([]);
});

test('says that the address of a page ends with a slash', () => {
  expect(gate(withBody(file, '<a href="/pratiche">x</a>')).problems[0]?.hint).toContain('«/»');
});

describe('a page that nobody comes to', () => {
  const alone = (body = '', noindex = true) => page('/nuova/', { body, noindex });
  test('is an orphan, also when another orphan leads to it', () => {
    const files = spoilt({ 'nuova/index.html': alone('<a href="/altra/">x</a>') });
    files.set('altra/index.html', page('/altra/', { noindex: true, body: '<a href="/nuova/">x</a>' }));
    expect(found(files)).toEqual(['page-orphan altra/index.html', 'page-orphan nuova/index.html']);
  });
  test('is none when a page people reach leads to it, and a <link> is no way', () => {
    const files = (link: string) => {
      const spoiltFiles = withBody(file, link);
      spoiltFiles.set('nuova/index.html', alone());
      return spoiltFiles;
    };
    expect(found(files('<a href="/nuova/">x</a>'))).toEqual([]);
    expect(found(files('<link rel="next" href="/nuova/">'))).toEqual(['page-orphan nuova/index.html']);
  });
});

test('tells the addresses of the site from those of its host', () => {
  const destination = destinationIn({ site: 'https://comune.it', base: '/kb/' });
  expect(destination('/kb/aree/#a', '/')).toEqual({ kind: 'inside', path: '/aree/', anchor: 'a' });
  expect(destination('../b/', '/aree/a/')).toEqual({ kind: 'inside', path: '/aree/b/', anchor: '' });
  expect(destination('/kb', '/')).toEqual({ kind: 'inside', path: '/', anchor: '' });
  expect(destination('/aree/', '/')).toEqual({ kind: 'astray' });
  expect(destination('/kbx/', '/')).toEqual({ kind: 'astray' });
  expect(destination('../../x/', '/aree/')).toEqual({ kind: 'astray' });
  expect(destination('https://comune.it/uffici/', '/')).toEqual({ kind: 'outside' });
  expect(destination('//altrove.it/', '/')).toEqual({ kind: 'outside' });
});
