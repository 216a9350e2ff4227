import { describe, expect, test } from 'vitest';
import * as rules from './analyse.ts';

const file = (path: string, text = ''): rules.SourceFile => ({ path, text });
const astro = (frontmatter: string, template = ''): string => `---\n${frontmatter}\n---\n${template}`;
const say = (findings: rules.Finding[]): string[] => findings.map((finding) => rules.format([finding]));

describe('importsOf', () => {
  test('sees every way to name another file, with its line', () => {
    const text = [
      `import a from './a.ts';`,
      `import type { B } from './b.ts';`,
      `export * from './c.ts';`,
      `const d = await import('./d.ts');`,
      `const e = require('./e.ts');`,
      `type F = import('./f.ts').F;`,
      `const g = import.meta.glob(['./g/*.ts', './h.ts']);`,
      `import { type I, j } from './i.ts';`,
      `export { type K } from './k.ts';`,
      `// import './comment.ts'`,
      `const l = "import './string.ts'";`,
    ].join('\n');
    expect(
      rules
        .importsOf(file('src/x.ts', text))
        .map(({ specifier, line, typeOnly }) => `${String(line)} ${specifier}${typeOnly ? ' type' : ''}`),
    ).toEqual([
      '1 ./a.ts',
      '2 ./b.ts type',
      '3 ./c.ts',
      '4 ./d.ts',
      '5 ./e.ts',
      '6 ./f.ts type',
      '7 ./g/*.ts',
      '7 ./h.ts',
      '8 ./i.ts',
      '9 ./k.ts type',
    ]);
  });

  test('reads front matter and scripts of an .astro file, keeping the line numbers', () => {
    const text = astro(
      `import A from './A.astro';`,
      `<p>import './no.ts'</p>\n<script>\n  import './b.ts';\n</script>\n<!-- <script>import './c.ts'</script> -->`,
    );
    expect(rules.importsOf(file('src/pages/x.astro', text))).toEqual([
      { specifier: './A.astro', line: 2, typeOnly: false, mounted: false },
      { specifier: './b.ts', line: 6, typeOnly: false, mounted: true },
    ]);
  });

  test('reads the module lines of an .mdx page, not its code samples', () => {
    const text = `---\ntitle: x\n---\n\nimport A from '../A.astro'\n\n# Testo\n\n\`\`\`js\nimport no from './no.ts'\n\`\`\`\n`;
    expect(rules.importsOf(file('src/pages/x.mdx', text))).toEqual([
      { specifier: '../A.astro', line: 5, typeOnly: false, mounted: false },
    ]);
  });
});

describe('floors', () => {
  test.each([
    ['down', 'src/pages/a.astro', astro(`import '../catalogue/index.ts'`)],
    ['down to site.ts', 'src/knowledge/a.ts', `import '../site.ts'`],
    ['its own folder', 'src/apps/a/App.tsx', `import '../b/model.ts'`],
    ['styles', 'src/components/a.astro', astro(`import '../styles/main.scss'`)],
    [
      'an app that a component mounts',
      'src/components/a.astro',
      `<p/>\n<script>import '../apps/a/start.ts'</script>`,
    ],
    ['a package', 'src/schemas/a.ts', `import { z } from 'astro/zod'`],
  ])('lets through: %s', (_, path, text) => {
    expect(say(rules.checkFloors([file(path, text)]))).toEqual([]);
  });

  test.each([
    [
      'upwards',
      file('src/knowledge/a.ts', `\nimport '../catalogue/index.ts'`),
      'src/knowledge/a.ts:2 knowledge (floor 2) imports ../catalogue/index.ts: catalogue stands above it, on floor 4. Move what they share to a lower floor.',
    ],
    [
      'sideways',
      file('src/mdx/a.ts', `import type { A } from '../knowledge/b.ts'`),
      'src/mdx/a.ts:1 mdx (floor 2) imports ../knowledge/b.ts: knowledge stands on the same floor. Move what they share to a lower floor.',
    ],
    [
      'upwards where a component is made',
      file('src/components/a.astro', astro(`import '../apps/a/start.ts'`)),
      'src/components/a.astro:2 components (floor 3) imports ../apps/a/start.ts: apps stands above it, on floor 5. Move what they share to a lower floor.',
    ],
    [
      'upwards from a script in a component, to what is no app',
      file('src/components/a.astro', `<p/>\n<script>import '../catalogue/index.ts'</script>`),
      'src/components/a.astro:2 components (floor 3) imports ../catalogue/index.ts: catalogue stands above it, on floor 4. Move what they share to a lower floor.',
    ],
    [
      'from schemas to site.ts',
      file('src/schemas/a.ts', `import '../site.ts'`),
      'src/schemas/a.ts:1 schemas (floor 1) imports ../site.ts: site.ts stands on the same floor. Move what they share to a lower floor.',
    ],
    [
      'content',
      file('src/pages/a.ts', `import.meta.glob('../content/practices/*.mdx')`),
      'src/pages/a.ts:1 src/content is data: it is read through the catalogue, never imported (../content/practices/*.mdx).',
    ],
    [
      'out of src',
      file('src/cli/a.ts', `import '../../tests/a.ts'`),
      'src/cli/a.ts:1 ../../tests/a.ts is outside src/.',
    ],
    [
      'from styles',
      file('src/styles/fonts.ts', `import '../site.ts'`),
      'src/styles/fonts.ts:1 src/styles stands alone and imports nothing of the site (../site.ts).',
    ],
    [
      'a folder without a floor',
      file('src/services/a.ts'),
      'src/services/a.ts:1 src/services has no floor: put the file in one of pages, cli, content.config.ts, apps, integrations, catalogue, authoring, checks, exports, components, mdx, knowledge, schemas, site.ts, security-policy.ts, base-path.ts.',
    ],
  ])('refuses: %s', (_, bad, message) => {
    expect(say(rules.checkFloors([bad]))).toEqual([message]);
  });
});

describe('targets', () => {
  const check = (text: string): string[] =>
    say(
      rules.checkTargets(
        [file('src/schemas/a.ts', text), file('src/schemas/b.ts')],
        ['astro', '@astrojs/mdx', '@types/hast'],
      ),
    );

  test.each([
    `import './b.ts'`,
    `import './b.ts?raw'`,
    `import 'astro/zod'`,
    `import '@astrojs/mdx'`,
    `import 'node:fs'`,
    `import type { Root } from 'hast'`,
  ])('lets through %s', (text) => {
    expect(check(text)).toEqual([]);
  });

  test.each([
    [`import './b'`, 'src/schemas/a.ts:1 ./b names no file: write the path with its extension.'],
    [
      `import '@/b.ts'`,
      'src/schemas/a.ts:1 @/b.ts is neither a relative path nor a package of package.json.',
    ],
    [
      `import { Root } from 'hast'`,
      'src/schemas/a.ts:1 hast is neither a relative path nor a package of package.json.',
    ],
    [`import 'fs'`, 'src/schemas/a.ts:1 fs: write node:fs.'],
  ])('refuses %s', (text, message) => {
    expect(check(text)).toEqual([message]);
  });
});

describe('cycles', () => {
  test('names the whole circle, types included', () => {
    const files = [
      file('src/mdx/a.ts', `import './b.ts'`),
      file('src/mdx/b.ts', `import './c.ts'`),
      file('src/mdx/c.ts', `\nimport type { A } from './a.ts'`),
    ];
    expect(say(rules.checkCycles(files))).toEqual([
      'src/mdx/c.ts:2 imports in a circle: src/mdx/a.ts → src/mdx/b.ts → src/mdx/c.ts → src/mdx/a.ts.',
    ]);
  });

  test('is quiet on a diamond', () => {
    const files = [
      file('src/mdx/a.ts', `import './b.ts'; import './c.ts'`),
      file('src/mdx/b.ts', `import './d.ts'`),
      file('src/mdx/c.ts', `import './d.ts'`),
      file('src/mdx/d.ts'),
    ];
    expect(rules.checkCycles(files)).toEqual([]);
  });
});

describe('browser safety', () => {
  test('follows imports from an app to the Node API, and prints the way', () => {
    const files = [
      file('src/apps/fit/App.tsx', `import { x } from '../../checks/read.ts'`),
      file('src/checks/read.ts', `import { readFile } from 'node:fs/promises'`),
    ];
    expect(say(rules.checkBrowserSafety(files))).toEqual([
      'src/checks/read.ts:1 node:fs/promises does not exist in a browser, and src/apps/fit/App.tsx → src/checks/read.ts must run there.',
    ]);
  });

  test.each(['src/schemas/a.ts', 'src/knowledge/a.ts', 'src/mdx/vocabulary.ts', 'src/apps/a/model.ts'])(
    'holds for %s',
    (path) => {
      expect(rules.checkBrowserSafety([file(path, `import 'path'`)])).toHaveLength(1);
    },
  );

  test('lets types through, and what no app reaches', () => {
    const files = [
      file(
        'src/apps/a.ts',
        `import type { Problem } from '../checks/read.ts'; import type fs from 'node:fs'`,
      ),
      file('src/checks/read.ts', `import 'node:fs'`),
    ];
    expect(rules.checkBrowserSafety(files)).toEqual([]);
  });
});

describe('reserved modules', () => {
  test.each([
    [
      'src/pages/a.astro',
      astro(`import { getCollection } from 'astro:content'`),
      'src/pages/a.astro:2 astro:content is read by the catalogue alone: ask it through src/catalogue.',
    ],
    [
      'src/mdx/a.ts',
      `import '@mdx-js/mdx'`,
      'src/mdx/a.ts:1 @mdx-js/mdx compiles MDX to code; contributed MDX is data (src/mdx).',
    ],
    [
      'src/integrations/a.ts',
      `import mdx from '@astrojs/mdx'`,
      'src/integrations/a.ts:1 @astrojs/mdx is set up in astro.config.mjs, for the pages of maintainers, and nowhere else.',
    ],
    [
      'src/apps/a.ts',
      `import '../catalogue/index.ts'`,
      'src/apps/a.ts:1 apps take props: the page asks the catalogue, and hands over what it got.',
    ],
    [
      'src/components/a.astro',
      astro(`import type { X } from '../catalogue/index.ts'`),
      'src/components/a.astro:2 components take props: the page asks the catalogue, and hands over what it got.',
    ],
  ])('refuses in %s', (path, text, message) => {
    expect(say(rules.checkReserved([file(path, text)]))).toEqual([message]);
  });

  test('lets their owners use them', () => {
    const files = [
      file('src/catalogue/index.ts', `import { getCollection } from 'astro:content'`),
      file('src/content.config.ts', `import { defineCollection } from 'astro:content'`),
      file('astro.config.mjs', `import mdx from '@astrojs/mdx'`),
      file('src/pages/a.astro', astro(`import '../catalogue/index.ts'`)),
    ];
    expect(rules.checkReserved(files)).toEqual([]);
  });
});

describe('raw HTML', () => {
  const allowed = 'src/components/sheet-body/Pieces.astro';
  const refusal = (line: number, what: string, path = 'src/components/a.astro'): string =>
    `${path}:${String(line)} ${what} turns text into markup or code: only ${allowed} may.`;

  test.each([
    ['set:html', astro('', '<p>\n<b set:html={x} />')],
    ['define:vars', astro('', '\n<style define:vars={{ a }}></style>')],
    ['innerHTML', astro('', '\n<script>el.innerHTML = x</script>')],
    ['eval', astro('', '\n<script>eval(x)</script>')],
    ['eval', astro('', '\n<p>{eval(x)}</p>')],
  ])('refuses %s in an .astro file', (what, text) => {
    expect(say(rules.checkRawHtml([file('src/components/a.astro', text)]))).toEqual([refusal(5, what)]);
  });

  test.each([
    ['innerHTML', `el.innerHTML = x`],
    ['outerHTML', `el['outerHTML'] = x`],
    ['insertAdjacentHTML', `el.insertAdjacentHTML('beforeend', x)`],
    ['dangerouslySetInnerHTML', `const a = <p dangerouslySetInnerHTML={{ __html: x }} />`],
    ['eval', `eval(x)`],
    ['new Function', `new Function(x)`],
  ])('refuses %s in a script', (what, text) => {
    expect(say(rules.checkRawHtml([file('src/apps/a.tsx', text)]))).toEqual([
      refusal(1, what, 'src/apps/a.tsx'),
    ]);
  });

  test('is quiet about comments, strings and names that only look alike', () => {
    const files = [
      file(
        'src/mdx/policy.ts',
        `// set:html, innerHTML\nconst refused = ['set:html', 'innerHTML', 'eval(']; page.evaluate(1);`,
      ),
      file('src/components/a.astro', astro('/* set:html */', '<!-- set:html --><p>{/* define:vars */}</p>')),
    ];
    expect(say(rules.checkRawHtml(files))).toEqual([]);
  });

  test('lets the one allowed file, and asks for it to be taken off when it no longer needs leave', () => {
    expect(rules.checkRawHtml([file(allowed, astro('', '<p set:html={x} />'))])).toEqual([]);
    expect(say(rules.checkRawHtml([file(allowed, astro('', '<p>{x}</p>'))]))).toEqual([
      `${allowed}:1 is allowed raw HTML and does not use it: take it off the list.`,
    ]);
  });
});

test.each(rules.BANNED_FOLDERS)('a folder called %s is refused', (name) => {
  expect(say(rules.checkFolders([file(`src/${name}/a.ts`)]))).toEqual([
    `src/${name}/a.ts:1 a folder called ${name} says nothing: name it by what it holds.`,
  ]);
  expect(rules.checkFolders([file(`src/mdx/${name}.ts`)])).toEqual([]);
});

test('a page longer than the limit is refused, prose is not', () => {
  const lines = (count: number): string => 'x\n'.repeat(count);
  expect(
    rules.checkPageLength([file('src/pages/a.astro', lines(60)), file('src/pages/b.mdx', lines(90))]),
  ).toEqual([]);
  expect(say(rules.checkPageLength([file('src/pages/a.astro', lines(61))]))).toEqual([
    'src/pages/a.astro:61 61 lines; a page has 60 at most: move logic to knowledge/, markup to components/.',
  ]);
});
