import { codes, type CodeName } from '../../src/checks/codes.ts';
import { fixtureText } from '../fixture-content.ts';

interface HostileSheet {
  path: string;
  text: string;
  /** Every error that it gets: at its payload, and at nothing else. */
  refusals: { code: string; line: number }[];
}

/** What it is refused for, and a passage of the line where that stands. */
type Refusal = [code: CodeName, mark: string];
/** For what is missing from the beginning of a file. */
const firstLine = '';

/** A good sheet, to be spoilt. */
const good = fixtureText('practices/officina-vuota.mdx');

/** The good sheet with one more paragraph in its first section. */
const body = (text: string): string => good.replace('## Il problema\n', () => `## Il problema\n\n${text}\n`);
/** The good sheet with one more line among its data. */
const data = (line: string): string => good.replace('---\n', () => `---\n${line}\n`);

const bomb = (levels: number): string =>
  [
    'bomb:',
    '  a0: &a0 [x, x, x, x, x, x, x, x, x]',
    ...Array.from({ length: levels }, (_, at) => {
      const star = `*a${at}`;
      return `  a${at + 1}: &a${at + 1} [${Array.from({ length: 9 }, () => star).join(', ')}]`;
    }),
  ].join('\n');

/**
 * The hostile sheets that were tried on a plain Astro site, where twelve of them ran and most of the others were
 * published. Each is one file that must be refused by name.
 * @param run code that would leave a mark on the disk of whoever runs it
 */
export function hostileSheets(run: string): HostileSheet[] {
  const sheets: [name: string, text: string, ...refusals: Refusal[]][] = [
    ['import', body(`import x from './evil.mjs'`), ['code', 'import x from']],
    ['export', body(`export const x = ${run}`), ['code', 'export const x']],
    ['expression', body(`Testo {${run}} e ancora.`), ['forbidden-node', 'e ancora.']],
    ['expression-block', body(`{${run}}`), ['forbidden-node', '{process']],
    ['attribute', body(`<Fact of={${run}} />`), ['attribute', '<Fact of={']],
    ['spread', body(`<Callout {...${run}}>x</Callout>`), ['attribute', '<Callout {']],
    [
      'layout-data',
      data(`layout: "data:text/javascript,${run.replaceAll('"', "'")}"`),
      ['field-unknown', 'layout:'],
    ],
    ['layout-file', data('layout: ./evil.mjs'), ['field-unknown', 'layout:']],
    ['layout-package', data('layout: evilpkg'), ['field-unknown', 'layout:']],
    ['image-module', body('![x](./evil.mjs)'), ['forbidden-node', '![x]']],
    ['image-package', body('![x](evilpkg)'), ['forbidden-node', '![x]']],
    ['image-raw', body('![x](../../../../../../etc/hostname?raw)'), ['forbidden-node', '![x]']],
    ['script', body(`<script>${run}</script>`), ['unknown-component', '<script>']],
    ['onerror', body('<img src="x" onerror="alert(1)" />'), ['unknown-component', '<img']],
    ['javascript', body('[x](javascript:alert(1))'), ['address', '[x]']],
    ['javascript-case', body('[x](JaVaScRiPt:alert(1))'), ['address', '[x]']],
    ['javascript-entity', body('[x](javascript&#58;alert(1))'), ['address', '[x]']],
    ['javascript-tab', body('[x](<java\tscript:alert(1)>)'), ['address', '[x]']],
    [
      'javascript-reference',
      body('[x][y]\n\n[y]: javascript:alert(1)'),
      ['forbidden-node', '[x][y]'],
      ['forbidden-node', '[y]: '],
    ],
    ['data-link', body('[x](data:text/html,<script>alert(1)</script>)'), ['address', '[x]']],
    [
      'srcdoc',
      body('<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>'),
      ['unknown-component', '<iframe'],
    ],
    [
      'set-html',
      body('<Fragment set:html="<img src=x onerror=alert(1)>" />'),
      ['unknown-component', '<Fragment'],
    ],
    [
      'style',
      body('<style>{`body { display: none }`}</style>'),
      ['unknown-component', '<style>'],
      ['forbidden-node', '<style>'],
    ],
    ['remote-image', body('![x](https://esempio.it/x.png)'), ['forbidden-node', '![x]']],
    ['protocol-relative-image', body('![x](//esempio.it/x.png)'), ['forbidden-node', '![x]']],
    [
      'svg-image',
      body('<Figure src="evil.svg" alt="Un disegno che porta codice" credit="Nessuno" />'),
      ['attribute', 'evil.svg'],
    ],
    [
      'alias-bomb',
      data(bomb(9)),
      ...Array.from({ length: 10 }, (_, at): Refusal => ['yaml-forbidden', `a${at}: &`]),
    ],
    ['slug', data('slug: ../../../x'), ['field-unknown', 'slug:']],
    [
      'toml',
      `+++\ntitle = "x"\n+++\n${good.slice(good.indexOf('## Il problema'))}`,
      ['front-matter-missing', firstLine],
    ],
    ['fence-mismatch', good.replace(/\n---\n/, '\n+++\n'), ['front-matter-missing', '## Il problema']],
    ['proto-key', data('__proto__:\n  polluted: true'), ['yaml-forbidden', '__proto__']],
    [
      'constructor-key',
      data('constructor:\n  prototype:\n    polluted: true'),
      ['yaml-forbidden', 'constructor:'],
      ['yaml-forbidden', 'prototype:'],
    ],
    ['member-component', body('<props.components.Nota />'), ['unknown-component', '<props']],
    ['constructor-component', body('<constructor />'), ['unknown-component', '<constructor']],
    ['proto-component', body('<__proto__ />'), ['unknown-component', '<__proto__']],
    ['environment', body('{JSON.stringify(Object.keys(process.env))}'), ['forbidden-node', 'process.env']],
    ['home', body('{process.env.HOME}'), ['forbidden-node', 'process.env']],
    ['define-vars', body('<style define:vars={{ x: 1 }}></style>'), ['unknown-component', '<style']],
    ['parser-abort', 'export `\\', ['front-matter-missing', 'export'], ['code', 'export']],
    [
      'parser-differential',
      body('Un apice ` https://comune.it{ ' + run + ' } e basta.'),
      ['address', 'Un apice'],
      ['forbidden-node', 'Un apice'],
    ],
  ];
  return sheets.map(([name, text, ...refusals]) => ({
    path: `practices/ostile-${name}.mdx`,
    text,
    refusals: refusals.map(([code, mark]) => ({ code: codes[code].code, line: lineOf(text, mark) })),
  }));
}

/** The line in which a passage stands; one that is in none, or in two, is a mistake in the table. */
function lineOf(text: string, mark: string): number {
  if (mark === firstLine) return 1;
  const [found, ...others] = text.split('\n').flatMap((line, at) => (line.includes(mark) ? [at + 1] : []));
  if (found === undefined || others.length > 0) throw new Error(`«${mark}» is not in one line`);
  return found;
}
