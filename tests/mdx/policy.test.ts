import { describe, expect, test } from 'vitest';
import { addressProblem, checkTree, isComment } from '../../src/mdx/policy.ts';
import { treeOf } from './sheet-text.ts';

const findingsOf = (body: string) => checkTree(treeOf(body)).findings;
const placesOf = (body: string) =>
  findingsOf(body).map(({ name, line, column }) => `${name} ${line}:${column}`);

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
    ['an address too long', `a [b](https://example.org/${'c'.repeat(581)})`, 'address 5:3'],
    ['an address of this site too long', `a [b](/cerca/?q=${'c'.repeat(600)})`, 'address 5:3'],
    ['an address of a network inside', 'a [b](https://server.local/c)', 'address 5:3'],
    ['a link without words', 'a [](https://example.org)', 'link-empty 5:3'],
    ['a link of spaces', 'a [ ](https://example.org)', 'link-empty 5:3'],
    ['a link of spaces in disguise', 'a [**&nbsp;**](/bisogni/)', 'link-empty 5:3'],
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
    expect(findingsOf('>'.repeat(5000) + ' a').map(({ name }) => name)).toEqual(['too-deep']);
  });

  test('text without end', () => {
    expect(findingsOf('*a* '.repeat(2000)).map(({ name }) => name)).toEqual(['too-long']);
  });
});

describe('every refusal says in Italian what is wrong, with what was written, and what to write instead', () => {
  const callout =
    'Scrivi kind="note". Nota, attenzione o esempio. Valori: note (Nota), warning (Attenzione), example (Esempio).';
  const of = 'Scrivi of="applications-received". Indicatore di uno dei dati della scheda.';
  test.each([
    [
      '{process.env.HOME}',
      '«{process.env.HOME}» è codice fra parentesi graffe: in una scheda non si esegue nulla.',
      'Scrivi il testo senza { }; per un dato usa <Fact of="…" />. Per una nota a chi scrive: {/* … */}.',
    ],
    [`{${'x + '.repeat(50)}1}`, '«{x + x + x + x + x + x + x + x + x + x +…»', 'Scrivi il testo senza { }'],
    ['a <Fact of={1}/>', 'In <Fact> l’attributo «of» è fra graffe, «{1}»: sarebbe codice.', of],
    [
      'a <Fact {...x}/>',
      'In <Fact> c’è «{...x}» fra graffe al posto di un attributo.',
      'Scrivi ogni attributo come nome="valore".',
    ],
    ['a <Fact of/>', 'In <Fact> l’attributo «of» non ha un valore.', of],
    ['a <Fact of=""/>', 'In <Fact> l’attributo «of» (Dato) è vuoto: usa solo minuscole', of],
    ['a <Fact of="a" of="b"/>', 'In <Fact> l’attributo «of» è scritto due volte.', 'Tieni uno dei due.'],
    ['a <Fact scope="x"/>', 'In <Fact> manca l’attributo «of» (Dato).', of],
    [
      'a <Fact of="a" onclick="b"/>',
      'In <Fact> l’attributo «onclick» non è previsto.',
      'Toglilo. Attributi previsti: of, scope, source.',
    ],
    [
      '<Steps a="b">\n\n1. x\n\n</Steps>',
      'In <Steps> l’attributo «a» non è previsto.',
      'Toglilo. Attributi previsti: nessuno.',
    ],
    [
      '<Callout kind="boh">\n\na\n\n</Callout>',
      'In <Callout> l’attributo «kind» (Tipo) è «boh»: non è fra i valori previsti.',
      callout,
    ],
    [
      '<Callout kind={k}>\n\na\n\n</Callout>',
      'In <Callout> l’attributo «kind» è fra graffe, «{k}»: sarebbe codice.',
      callout,
    ],
    [
      '<Figure src="../a.png" alt="b" credit="c"/>',
      'In <Figure> l’attributo «src» (Immagine) è «../a.png»: scrivi solo il nome',
      'Nome del file.',
    ],
    ['a <fact of="b"/>', '<fact> non è fra i componenti di una scheda.', 'Scrivi <Fact>, con la maiuscola.'],
    [
      '<Video/>',
      '<Video> non è fra i componenti di una scheda.',
      'Toglilo: una scheda non esegue e non incorpora nulla',
    ],
    [
      '<Grafico/>',
      '<Grafico> non è fra i componenti di una scheda.',
      'I componenti sono Fact, Cite, Term, Practice, Callout, Steps, Quote, Figure',
    ],
    [
      '<script>a</script>',
      '<script> non è fra i componenti di una scheda.',
      'Toglilo: una scheda non esegue',
    ],
    ['a <b>c</b>', '<b> non è fra i componenti di una scheda.', 'Per il grassetto scrivi **parole**.'],
    [
      'a <br/>',
      '<br> non è fra i componenti di una scheda.',
      'Per andare a capo lascia una riga vuota, o metti una barra \\ in fondo alla riga.',
    ],
    ['<constructor/>', '<constructor> non è', 'I componenti sono Fact'],
    ['[a](ftp://example.org)', 'L’indirizzo «ftp://example.org» non comincia con https://.', 'https://'],
    [
      '![Il cortile](b.png)',
      'Le immagini si mettono con <Figure>.',
      'Su una riga sua scrivi: <Figure src="nome.jpg" alt="Il cortile" credit="…" />',
    ],
    [
      '# I costi',
      'Il titolo «I costi» comincia con #: in una scheda i titoli tuoi sono ### e ####',
      'Scrivi: ### I costi',
    ],
    ['##### I costi', 'Il titolo «I costi» comincia con #####', 'Scrivi: #### I costi'],
    [
      '[a][b]\n\n[b]: https://example.org',
      'Un collegamento con l’indirizzo in un altro punto',
      '[parole](https://…)',
    ],
  ])('%s', (body, message, hint) => {
    const [finding] = findingsOf(body);
    expect(finding?.message).toContain(message);
    expect(finding?.hint).toContain(hint);
  });

  test('each wrong attribute has its own', () => {
    expect(findingsOf('<Figure alt="a" stile="b"/>').map(({ message }) => message)).toEqual([
      'In <Figure> manca l’attributo «src» (Immagine).',
      'In <Figure> manca l’attributo «credit» (Crediti).',
      'In <Figure> l’attributo «stile» non è previsto.',
    ]);
  });
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
  [`/pratiche/${'a'.repeat(600)}/`, 'supera 600 caratteri'],
  [`https://example.org/${'a'.repeat(600)}`, 'supera 600 caratteri'],
  ['https://comune.local/', 'è di una rete interna o di prova, che da fuori non si apre'],
  ['https://xn--80ak6aa92e.com/', 'non ha un dominio riconoscibile'],
  ['https://аpple.com/', 'non ha un dominio riconoscibile'],
])('the address %s: %s', (address, problem) => {
  expect(addressProblem(address)).toBe(problem);
});
