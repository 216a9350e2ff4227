import { fixtureText } from '../fixture-content.ts';

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
export function hostileSheets(run: string): Record<string, string> {
  const sheets: [name: string, text: string][] = [
    ['import', body(`import x from './evil.mjs'`)],
    ['export', body(`export const x = ${run}`)],
    ['expression', body(`Testo {${run}} e ancora.`)],
    ['expression-block', body(`{${run}}`)],
    ['attribute', body(`<Fact of={${run}} />`)],
    ['spread', body(`<Callout {...${run}}>x</Callout>`)],
    ['layout-data', data(`layout: "data:text/javascript,${run.replaceAll('"', "'")}"`)],
    ['layout-file', data('layout: ./evil.mjs')],
    ['layout-package', data('layout: evilpkg')],
    ['image-module', body('![x](./evil.mjs)')],
    ['image-package', body('![x](evilpkg)')],
    ['image-raw', body('![x](../../../../../../etc/hostname?raw)')],
    ['script', body(`<script>${run}</script>`)],
    ['onerror', body('<img src="x" onerror="alert(1)" />')],
    ['javascript', body('[x](javascript:alert(1))')],
    ['javascript-case', body('[x](JaVaScRiPt:alert(1))')],
    ['javascript-entity', body('[x](javascript&#58;alert(1))')],
    ['javascript-tab', body('[x](<java\tscript:alert(1)>)')],
    ['javascript-reference', body('[x][y]\n\n[y]: javascript:alert(1)')],
    ['data-link', body('[x](data:text/html,<script>alert(1)</script>)')],
    ['srcdoc', body('<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>')],
    ['set-html', body('<Fragment set:html="<img src=x onerror=alert(1)>" />')],
    ['style', body('<style>{`body { display: none }`}</style>')],
    ['remote-image', body('![x](https://esempio.it/x.png)')],
    ['protocol-relative-image', body('![x](//esempio.it/x.png)')],
    ['svg-image', body('<Figure src="evil.svg" alt="Un disegno che porta codice" credit="Nessuno" />')],
    ['alias-bomb', data(bomb(9))],
    ['slug', data('slug: ../../../x')],
    ['toml', `+++\ntitle = "x"\n+++\n${good.slice(good.indexOf('## Il problema'))}`],
    ['fence-mismatch', good.replace(/\n---\n/, '\n+++\n')],
    ['proto-key', data('__proto__:\n  polluted: true')],
    ['constructor-key', data('constructor:\n  prototype:\n    polluted: true')],
    ['member-component', body('<props.components.Nota />')],
    ['constructor-component', body('<constructor />')],
    ['proto-component', body('<__proto__ />')],
    ['environment', body('{JSON.stringify(Object.keys(process.env))}')],
    ['home', body('{process.env.HOME}')],
    ['define-vars', body('<style define:vars={{ x: 1 }}></style>')],
    ['parser-abort', 'export `\\'],
    ['parser-differential', body('Un apice ` https://comune.it{ ' + run + ' } e basta.')],
  ];
  return Object.fromEntries(sheets.map(([name, text]) => [`practices/ostile-${name}.mdx`, text]));
}
