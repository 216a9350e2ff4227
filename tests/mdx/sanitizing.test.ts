import type { Nodes, Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { isChangedBySanitizing } from '../../src/mdx/render.ts';
import { treeOf } from './sheet-text.ts';

// The parser and the policy let none of these through: here they are built by hand, as if a guard had failed.
const paragraph = (...children: unknown[]): Root => ({
  type: 'root',
  children: [{ type: 'paragraph', children } as Nodes] as Root['children'],
});
const text = { type: 'text', value: 'qui' };
const link = (url: string) => paragraph({ type: 'link', url, children: [text] });

describe('what slipped past every guard is noticed when it is drawn', () => {
  test.each([
    ['javascript:', link('javascript:alert(1)')],
    ['javascript: in capitals', link('JaVaScRiPt:alert(1)')],
    ['data:', link('data:text/html,<script>alert(1)</script>')],
    ['vbscript:', link('vbscript:x')],
    ['a form of its own', paragraph({ ...text, data: { hName: 'form' } })],
    ['a handler', paragraph({ type: 'strong', children: [text], data: { hProperties: { onClick: 'x()' } } })],
    ['a style', paragraph({ type: 'strong', children: [text], data: { hProperties: { style: 'x' } } })],
    ['a script by another name', paragraph({ type: 'strong', children: [text], data: { hName: 'script' } })],
    ['a frame', paragraph({ type: 'strong', children: [text], data: { hName: 'iframe' } })],
  ])('%s', (_, tree) => {
    expect(isChangedBySanitizing(tree)).toBe(true);
  });
});

describe('what may stand in a sheet is drawn as it is', () => {
  test.each([
    'Testo **forte**, *piano*, ~~tolto~~ e `codice`.\\\nA capo.',
    '[a](https://example.org/b?c=1#d) [b](/pratiche/x/) [c](#il-problema)',
    '1. [x] a\n2. b\n\n- [ ] c\n- [x] d\n\n> Detto.\n\n### Uno',
    '| a | b |\n|---|--:|\n| 1 | 2 |\n\nNota[^1].\n\n[^1]: Testo.',
    'Sono <Fact of="a"/>.\n\n<Callout kind="note">\n\nUna nota.\n\n</Callout>',
    'Scritto: &lt;script&gt;alert(1)&lt;/script&gt;',
  ])('%s', (body) => {
    expect(isChangedBySanitizing(treeOf(body))).toBe(false);
  });
});
