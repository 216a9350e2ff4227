import { afterEach, expect, test, vi } from 'vitest';
import { compileBody, type Piece } from '../../src/mdx/compile.ts';
import { treeOf } from './sheet-text.ts';

const compile = (body: string) => compileBody(treeOf(`## Il problema\n\n${body}`));
const piecesOf = (body: string) => compile(body).sections[0]?.pieces ?? [];
/** HTML with each component as a tag in brackets. */
const flat = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) =>
      'html' in piece
        ? piece.html
        : `[${piece.component}${piece.inline ? ' inline' : ''}${piece.children.length > 0 ? `: ${flat(piece.children)}` : ''}]`,
    )
    .join('')
    .replaceAll('\n', '');
const htmlOf = (body: string) => flat(piecesOf(body));

test('a body is cut into its sections, each with the anchor of its title', () => {
  const { sections, footnotes } = compileBody(treeOf('## Il problema\n\na\n\n## Come funziona\n\nb'));
  expect(sections.map(({ id, title, pieces }) => [id, title, flat(pieces)])).toEqual([
    ['il-problema', 'Il problema', '<p>a</p>'],
    ['come-funziona', 'Come funziona', '<p>b</p>'],
  ]);
  expect(footnotes).toEqual([]);
});

test.each([
  ['markup', 'a **b** *c* ~~d~~ `e`', '<p>a <strong>b</strong> <em>c</em> <del>d</del> <code>e</code></p>'],
  ['a link', '[a](https://example.org)', '<p><a href="https://example.org">a</a></p>'],
  ['h3 with its anchor', '### Più in là', '<h3 id="piu-in-la">Più in là</h3>'],
  ['signs as text', 'a &lt;script&gt; &amp; b', '<p>a &#x3C;script> &#x26; b</p>'],
  ['a component in a sentence', 'Sono <Fact of="a"/>.', '<p>Sono [Fact inline].</p>'],
  ['a component alone on a line', '<Fact of="a"/>', '<p>[Fact inline]</p>'],
  ['text inside a component', 'Un <Term id="a">*patto*</Term>.', '<p>Un [Term inline: <em>patto</em>].</p>'],
  ['a note number against its word', 'Vero <Cite source="a"/>.', '<p>Vero[Cite inline].</p>'],
  ['a box', '<Callout kind="note">\n\na\n\n- b\n\n</Callout>', '[Callout: <p>a</p><ul><li>b</li></ul>]'],
  [
    'a box on one line',
    '<Callout kind="note">a <Fact of="b"/></Callout>',
    '[Callout: <p>a [Fact inline]</p>]',
  ],
  ['a quotation in a sentence', 'Dice <Quote source="a">b</Quote>.', '<p>Dice [Quote inline: b].</p>'],
  ['a quotation of its own', '<Quote source="a">b</Quote>', '[Quote: <p>b</p>]'],
  [
    'components in components',
    '<Callout kind="note">\n\n<Steps>\n\n1. a\n\n</Steps>\n\n</Callout>',
    '[Callout: [Steps: <ol><li>a</li></ol>]]',
  ],
  ['no trace of a hidden note', 'a {/* segreto */}\n\n{/* segreto */}\n\nb', '<p>a </p><p>b</p>'],
])('%s', (_, body, html) => {
  expect(htmlOf(body)).toBe(html);
});

test('the attributes of a component reach the site as they were written', () => {
  expect(piecesOf('<Fact of="a" scope="b &amp; c"/>')[1]).toEqual({
    component: 'Fact',
    props: { of: 'a', scope: 'b & c' },
    inline: true,
    children: [],
  });
});

test('a table stands in a region one can scroll, with headers and figures to the right', () => {
  const html = htmlOf('| a | b |\n|---|--:|\n| 1 | <Fact of="x"/> |\n\n| c |\n|---|');
  expect(html).toContain(
    '<section class="table-scroll" aria-label="Tabella 1" tabindex="0"><table class="table">',
  );
  expect(html).toContain('<th scope="col">a</th><th class="num" scope="col">b</th>');
  expect(html).toContain('<td class="num">[Fact inline]</td>');
  expect(html).toContain('aria-label="Tabella 2"');
});

test('a task list says in words what is done', () => {
  const html = htmlOf('- [x] a\n- [ ] b');
  expect(html).toContain('<span class="task task-done"><span class="visually-hidden">Fatto:</span></span> a');
  expect(html).toContain('<span class="task"><span class="visually-hidden">Da fare:</span></span> b');
  expect(html).not.toContain('<input');
});

test('footnotes are lettered, gathered and lead back to every place', () => {
  const { sections, footnotes } = compile('a[^x] b[^y] c[^x]\n\n[^x]: Uno <Cite source="s"/>.\n\n[^y]: Due.');
  const html = flat(sections[0]?.pieces ?? []);
  expect([...html.matchAll(/data-footnote-ref[^>]*>(.)<\/a>/g)].map(([, sign]) => sign)).toEqual([
    'a',
    'b',
    'a',
  ]);
  const notes = flat(footnotes);
  expect(notes).toContain('<h2 class="visually-hidden" id="footnote-label">Note</h2>');
  expect(notes).toContain('Uno[Cite inline].');
  expect(notes).toContain('aria-label="Torna al richiamo 1, 2ª volta"');
  const targets = [...notes.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  for (const id of targets) expect(html).toContain(`id="${id}"`);
});

test('text that looks like our own marks stays text', () => {
  expect(htmlOf('&lt;!--kb:0--&gt; <Fact of="a"/>')).toBe('<p>&#x3C;!--kb:0--> [Fact inline]</p>');
});

test('after the letter z come aa, ab', () => {
  const numbers = Array.from({ length: 53 }, (_, index) => index);
  const body = `${numbers.map((n) => `a[^n${n}]`).join(' ')}\n\n${numbers.map((n) => `[^n${n}]: Nota.`).join('\n\n')}`;
  const signs = [...htmlOf(body).matchAll(/data-footnote-ref[^>]*>([a-z]+)<\/a>/g)].map(([, sign]) => sign);
  expect([0, 25, 26, 27, 51, 52].map((n) => signs[n])).toEqual(['a', 'z', 'aa', 'ab', 'az', 'ba']);
});

afterEach(() => {
  vi.doUnmock('../../src/site.ts');
  vi.resetModules();
});

test('links to this site get the folder in which it is served, others nothing', async () => {
  vi.resetModules();
  vi.doMock('../../src/base-path.ts', () => ({ path: (address: string) => `/kb${address}` }));
  const { compileBody: compileBased } = await import('../../src/mdx/compile.ts');
  const tree = treeOf('## Il problema\n\n[a](/bisogni/) [b](#x) [c](https://example.org/bisogni/)');
  expect(flat(compileBased(tree).sections[0]?.pieces ?? [])).toBe(
    '<p><a href="/kb/bisogni/">a</a> <a href="#x">b</a> <a href="https://example.org/bisogni/">c</a></p>',
  );
});
