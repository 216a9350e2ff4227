import { expect, test } from 'vitest';
import { checkLinks } from './links.ts';
import { addressOf, onePageOfEachType, type BuiltSite } from './read.ts';

const origin = 'https://esempio.it';
const site = (files: Record<string, string | null>): BuiltSite => new Map(Object.entries(files));
const check = (home: string, others: Record<string, string | null> = {}) =>
  checkLinks(site({ 'index.html': home, ...others }), origin);

test('follows links to pages, anchors, files, sprites and the public address', () => {
  const home = `<link rel="canonical" href="${origin}/"><h1 id="su">x</h1>
    <a href="/a/">a</a> <a href="a/#qui">a</a> <a href="#su">su</a> <a href="/f.csv">f</a> <a href="/a/?q=1">q</a>
    <a href="https://altrove.it/x">fuori</a> <a href="mailto:a@b.it">posta</a> <svg><use href="/i.svg#freccia"></use></svg>`;
  const others = {
    'a/index.html': '<p id="qui"></p>',
    'f.csv': null,
    'i.svg': '<svg><symbol id="freccia"/></svg>',
  };
  expect(check(home, others)).toEqual({ broken: [], orphans: [], followed: 7 });
});

test.each([
  ['a missing page', '<a href="/no/">x</a>', '/no/ leads to nothing. 1 on /'],
  [
    'a page without its slash',
    '<a href="/a">x</a>',
    '/a leads to nothing (the address of a page ends with /). 1 on /',
  ],
  ['a missing anchor here', '<a href="#no">x</a>', '#no leads to a place that / does not have. 1 on /'],
  [
    'a missing anchor there',
    '<a href="/a/#no">x</a>',
    '/a/#no leads to a place that /a/ does not have. 1 on /',
  ],
  ['a missing image', '<img src="/x.png">', '/x.png leads to nothing. 1 on /'],
  [
    'a missing symbol',
    '<svg><use href="/i.svg#no"></use></svg>',
    '/i.svg#no leads to a place that /i.svg does not have. 1 on /',
  ],
  ['a missing form target', '<form action="/no/"></form>', '/no/ leads to nothing. 1 on /'],
  ['no address at all', '<a href="http://">x</a>', '«http://» is not an address. 1 on /'],
])('finds %s', (_, html, message) => {
  const links = check(`${html}<a href="/a/">a</a>`, { 'a/index.html': '', 'i.svg': '<svg></svg>' });
  expect(links.broken).toEqual([message]);
});

test('a fault that many links share is told once', () => {
  const links = check('<a href="/no/">x</a><a href="/no/">y</a><a href="/a/">a</a>', {
    'a/index.html': '<a href="/no/">z</a>',
  });
  expect(links.broken).toEqual(['/no/ leads to nothing. 3 on /, /a/']);
});

test('a page that only orphans lead to is an orphan; the error page and redirects are not', () => {
  const links = check('', {
    'a/index.html': '<a href="/b/">b</a>',
    'b/index.html': '<link rel="canonical" href="/b/">',
    '404.html': '',
    'vecchia/index.html': '<meta http-equiv="refresh" content="0;url=/">',
  });
  expect(links.orphans).toEqual(['/a/', '/b/']);
});

test('a stylesheet link makes no page reachable', () => {
  expect(check('<link rel="next" href="/a/">', { 'a/index.html': '' }).orphans).toEqual(['/a/']);
});

test('one page stands for each section and depth', () => {
  const files = [
    'index.html',
    '404.html',
    'pratiche/index.html',
    'pratiche/b/index.html',
    'pratiche/a/index.html',
    'cerca/index.html',
  ];
  expect(onePageOfEachType(site(Object.fromEntries(files.map((file) => [file, '<p></p>']))))).toEqual([
    '/',
    '/404.html',
    '/cerca/',
    '/pratiche/',
    '/pratiche/a/',
  ]);
  expect(addressOf('index.html')).toBe('/');
});
