import { describe, expect, test } from 'vitest';
import { addressProblem, checkTree, isComment } from '../../src/mdx/policy.ts';
import { treeOf } from './sheet-text.ts';

const findingsOf = (body: string) => checkTree(treeOf(body)).findings;
const placesOf = (body: string) =>
  findingsOf(body).map(({ code, line, column }) => `${code} ${line}:${column}`);

describe('lets through', () => {
  test.each([
    [
      'plain Markdown',
      'Testo **forte**, *piano*, ~~tolto~~, `codice`.\\\nA capo.\n\n***\n\n> Detto.\n\n### Uno\n\n#### Due',
    ],
    [
      'lists, tasks, tables and footnotes',
      '1. a\n2. b\n\n- [ ] c\n- [x] d\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\nNota[^1].\n\n[^1]: Testo.',
    ],
    ['links', '[a](https://example.org/b?c=1#d) [b](/pratiche/x/) [c](#il-problema) www.example.org'],
    [
      'components in a sentence',
      'Sono <Fact of="a" scope="b" source="c"/>.<Cite source="c"/> <Term id="d">d</Term> <Practice id="e"/>',
    ],
    [
      'components on their own lines',
      '<Callout kind="note">\n\na\n\n</Callout>\n\n<Steps>\n\n1. a\n\n</Steps>\n\n<Quote source="a">b</Quote>\n\n<Figure src="a.png" alt="b" credit="c"/>',
    ],
    ['a component alone on a line', '<Fact of="a"/>\n\n<Term id="d">parola</Term>'],
    ['a comment', '{/* Domande:\n\n- <Fact/> } { `x`\n*/}\n\nTesto {/* qui */} e poi.'],
    ['signs written as text', 'a &lt;b&gt; &#123;c&#125; a < b'],
  ])('%s', (_, body) => {
    expect(placesOf(body)).toEqual([]);
  });
});

describe('refuses', () => {
  test.each([
    ['an expression', '{1 + 1}', 'forbidden-node 5:1'],
    ['an expression in a sentence', 'Uno {process.env.HOME} due', 'forbidden-node 5:5'],
    ['empty braces', '{}', 'forbidden-node 5:1'],
    ['code after a comment', '{/* a */ 1}', 'forbidden-node 5:1'],
    ['code between two comments', '{/* a */ x /* b */}', 'forbidden-node 5:1'],
    ['an expression as attribute', 'a <Fact of={x}/>', 'attribute 5:3'],
    ['a text in braces as attribute', 'a <Fact of={"x"}/>', 'attribute 5:3'],
    ['a spread', 'a <Fact {...x}/>', 'attribute 5:3'],
    ['an attribute without value', 'a <Fact of/>', 'attribute 5:3'],
    ['an attribute twice', 'a <Fact of="a" of="b"/>', 'attribute 5:3'],
    ['an attribute too many', 'a <Fact of="a" onclick="b"/>', 'attribute 5:3'],
    ['an attribute of Object', 'a <Fact of="a" toString="b"/>', 'attribute 5:3'],
    ['__proto__ as attribute', 'a <Fact of="a" __proto__="b"/>', 'attribute 5:3'],
    ['an attribute missing', 'a <Cite/>', 'attribute 5:3'],
    ['an id that cannot be one', 'a <Cite source="../x"/>', 'attribute 5:3'],
    ['a value out of a closed list', '<Callout kind="boh">\n\na\n\n</Callout>', 'attribute 5:1'],
    ['a picture outside the folder', '<Figure src="../a.png" alt="b" credit="c"/>', 'attribute 5:1'],
    ['a drawing that can hold code', '<Figure src="a.svg" alt="b" credit="c"/>', 'attribute 5:1'],
    ['an unknown tag', 'a <Script/>', 'unknown-component 5:3'],
    ['a tag called constructor', '<constructor/>', 'unknown-component 5:1'],
    ['a tag called __proto__', '<__proto__/>', 'unknown-component 5:1'],
    ['a tag with a dot', '<Fact.of of="a"/>', 'unknown-component 5:1'],
    ['a fragment', '<></>', 'unknown-component 5:1'],
    ['HTML', '<script>alert(1)</script>', 'unknown-component 5:1'],
    ['HTML in a sentence', 'a <b>c</b>', 'unknown-component 5:3'],
    ['an image', '![a](b.png)', 'forbidden-node 5:1'],
    ['code blocks', '```\na\n```', 'forbidden-node 5:1'],
    ['javascript:', '[a](javascript:alert(1))', 'address 5:1'],
    ['javascript: in disguise', '[a](java&#115;cript:alert(1))', 'address 5:1'],
    ['data:', '[a](data:text/html,x)', 'address 5:1'],
    ['an e-mail address', 'Scrivi a a@example.org', 'address 5:10'],
    ['h1', '# Titolo', 'heading-level 5:1'],
    ['h5', '##### Titolo', 'heading-level 5:1'],
    ['h2 inside a box', '<Callout kind="note">\n\n## Il problema\n\n</Callout>', 'heading-level 7:1'],
    ['a box inside a paragraph', 'a <Callout kind="note">b</Callout> c', 'component-place 5:3'],
    ['children in Fact', 'a <Fact of="a">b</Fact>', 'component-children 5:3'],
    ['children in Cite', 'a <Cite source="a">b</Cite>', 'component-children 5:3'],
    ['a list in Term', '<Term id="a">\n\n- b\n\n</Term>', 'component-children 5:1'],
    ['a paragraph in Term', '<Term id="a">\n\nb\n\n</Term>', 'component-children 5:1'],
    ['a link inside a link', '[<Practice id="a"/>](https://example.org)', 'link-in-link 5:2'],
    ['a link inside Term', 'a <Term id="a">[b](https://example.org)</Term>', 'link-in-link 5:16'],
    ['a note inside Term', 'a <Term id="a">b[^1]</Term>\n\n[^1]: c', 'link-in-link 5:17'],
  ])('%s', (_, body, place) => {
    expect(placesOf(body)).toEqual([place]);
  });

  test('a link by reference, at both ends', () => {
    expect(placesOf('[a][b]\n\n[b]: https://example.org')).toEqual([
      'forbidden-node 5:1',
      'forbidden-node 7:1',
    ]);
  });

  test('nesting without end, once, and does not follow it', () => {
    expect(findingsOf('>'.repeat(5000) + ' a').map(({ code }) => code)).toEqual(['too-deep']);
  });

  test('text without end', () => {
    expect(findingsOf('*a* '.repeat(2000)).map(({ code }) => code)).toEqual(['too-long']);
  });
});

test('every refusal says in Italian what to write instead', () => {
  expect(findingsOf('{x}')[0]).toMatchObject({
    message: 'Le parentesi graffe e il codice non sono ammessi in una scheda.',
    hint: 'Scrivi il testo senza { }; per un dato usa <Fact of="…"/>. Per una nota a chi scrive: {/* … */}.',
  });
  expect(findingsOf('<Video/>')[0]?.hint).toContain(
    'Usa Fact, Cite, Term, Practice, Callout, Steps, Quote, Figure',
  );
  expect(findingsOf('a <Fact scope="x"/>')[0]).toMatchObject({
    message: 'In <Fact> l’attributo «of» manca, non è previsto o non va bene.',
    hint: 'Attributi previsti: of, scope, source.',
  });
  expect(findingsOf('[a](ftp://example.org)')[0]?.message).toBe(
    'L’indirizzo «ftp://example.org» non comincia con https://.',
  );
  expect(findingsOf('![a](b.png)')[0]?.message).toBe('Le immagini si mettono con <Figure>.');
});

test('a component that passed is reported with its attributes and its place', () => {
  expect(checkTree(treeOf('Sono <Fact of="a" scope="b c"/>.\n\n<Steps>\n\n1. x\n\n</Steps>')).uses).toEqual([
    { name: 'Fact', props: { of: 'a', scope: 'b c' }, line: 5, column: 6 },
    { name: 'Steps', props: {}, line: 7, column: 1 },
  ]);
});

test.each([
  ['/* a */', true],
  [' /* a\nb */ ', true],
  ['/**/', true],
  ['/* a */ /* b */', false],
  ['/* a */ x', false],
  ['/* a', false],
  ['// a', false],
  ['', false],
])('braces around %j are a comment: %s', (value, expected) => {
  expect(isComment({ type: 'mdxFlowExpression', value })).toBe(expected);
  expect(isComment({ type: 'mdxTextExpression', value })).toBe(expected);
  expect(isComment({ type: 'text', value })).toBe(false);
});

test.each([
  ['https://example.org/a', null],
  ['http://example.org', null],
  ['/pratiche/tonite/', null],
  ['#il-problema', null],
  ['//example.org', 'non è un indirizzo completo'],
  ['example.org', 'non è un indirizzo completo'],
  ['mailto:a@example.org', 'non comincia con https://'],
  ['https://a:b@example.org', 'contiene credenziali o una porta'],
  ['https://example.org:8080/', 'contiene credenziali o una porta'],
  ['https://localhost/', 'non ha un dominio riconoscibile'],
  ['https://127.0.0.1/', 'non ha un dominio riconoscibile'],
  ['https://xn--80ak6aa92e.com/', 'non ha un dominio riconoscibile'],
  ['https://аpple.com/', 'non ha un dominio riconoscibile'],
])('the address %s: %s', (address, problem) => {
  expect(addressProblem(address)).toBe(problem);
});
