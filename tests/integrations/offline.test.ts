import { describe, expect, test } from 'vitest';
import { importsOf, loadedBy } from '../../src/integrations/offline.ts';

const page = `<html><head><link rel="canonical" href="https://esempio.it/"><link rel="stylesheet" href="/kb/_astro/p.css">
<link rel="preload" href="/kb/_astro/f.woff2" as="font" crossorigin><link rel="icon" href="/kb/favicon.svg">
<link rel="alternate" type="application/atom+xml" href="/kb/novita/atom.xml"></head>
<body><a href="/kb/pratiche/">x</a><script type="module" src="/kb/_astro/start.js"></script></body></html>`;

const files: Readonly<Record<string, string>> = {
  'sessioni/conduci/index.html': page,
  '_astro/p.css':
    '@font-face{src:url(/kb/_astro/f.woff2)}@font-face{src:url("./g.woff2")}i{background:url(data:x)}',
  '_astro/start.js':
    'import{a as b}from"./one.js";import"./two.js";const l=()=>import(`./late.js`);export{b}',
  '_astro/one.js': 'export const a=1',
  '_astro/two.js': 'import{a}from"./one.js"',
  '_astro/late.js': 'import"./one.js";import"./deep.js";export const x=()=>import("./later.js")',
  '_astro/deep.js': 'import"./start.js"',
  '_astro/later.js': '',
};
const read = (file: string): Promise<string> => {
  const text = files[file];
  return text === undefined ? Promise.reject(new Error(`no ${file}`)) : Promise.resolve(text);
};

describe('what the pages load', () => {
  test('at once and at a press, however deep, each once', async () => {
    expect(await loadedBy(['sessioni/conduci/'], '/kb/', read)).toEqual({
      needed: [
        '_astro/f.woff2',
        '_astro/one.js',
        '_astro/p.css',
        '_astro/start.js',
        '_astro/two.js',
        'favicon.svg',
      ],
      extra: ['_astro/deep.js', '_astro/g.woff2', '_astro/late.js', '_astro/later.js'],
    });
  });

  test('a file that is not there stops the build', async () => {
    const without = (file: string) =>
      file === '_astro/deep.js' ? Promise.reject(new Error('gone')) : read(file);
    await expect(loadedBy(['sessioni/conduci/'], '/kb/', without)).rejects.toThrow('gone');
  });

  test('every way to write an import is seen, and words that look like one are not', () => {
    const script = `import{a}from'./a.js';import './b.js';export*from"./c.js";import("./d.js");import('./e.js').then(f);import(\`/kb/_astro/f.js\`);"from ./g.js"`;
    expect(importsOf(script, '_astro/x.js', '/kb/')).toEqual({
      now: ['_astro/a.js', '_astro/b.js', '_astro/c.js'],
      atPress: ['_astro/d.js', '_astro/e.js', '_astro/f.js'],
    });
  });

  test('an address outside the site is no file of ours', () => {
    expect(() => importsOf('import"/other/x.js"', '_astro/x.js', '/kb/')).toThrow('outside');
  });
});
