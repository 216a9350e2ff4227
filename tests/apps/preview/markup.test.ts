import { naughtyStrings } from '../../naughty-strings.ts';
import { describe, expect, test } from 'vitest';
import { markupOf, type Markup } from '../../../src/apps/preview/markup.ts';
import { escapeHTML } from 'astro/runtime/server/index.js';

/** Every element and every attribute of what was read. */
function everythingIn(markup: readonly Markup[]): { tags: string[]; attributes: string[] } {
  const found = { tags: [] as string[], attributes: [] as string[] };
  for (const one of markup) {
    if (typeof one === 'string') continue;
    const inside = everythingIn(one.children);
    found.tags.push(one.tag, ...inside.tags);
    found.attributes.push(...one.attributes.map(([name, value]) => `${name}=${value}`), ...inside.attributes);
  }
  return found;
}

const wordsOf = (markup: readonly Markup[]): string =>
  markup.map((one) => (typeof one === 'string' ? one : wordsOf(one.children))).join('');

describe('what a page is made of is read as it is', () => {
  test('elements, attributes and texts', () => {
    expect(markupOf('<h2 id="a">Città &amp; quartieri</h2>')).toEqual([
      { tag: 'h2', isDrawing: false, attributes: [['id', 'a']], children: ['Città & quartieri'] },
    ]);
  });

  test('a drawing keeps the case of its names', () => {
    const [drawing] = markupOf(
      '<svg viewBox="0 0 1 1" preserveAspectRatio="none"><rect width="1"></rect></svg>',
    );
    expect(drawing).toEqual({
      tag: 'svg',
      isDrawing: true,
      attributes: [
        ['viewBox', '0 0 1 1'],
        ['preserveAspectRatio', 'none'],
      ],
      children: [{ tag: 'rect', isDrawing: true, attributes: [['width', '1']], children: [] }],
    });
  });

  test('the words of a picture stand in its place', () => {
    const markup = markupOf(
      '<figure><img src="/immagini/x.png" alt="Il cortile"><figcaption>Foto</figcaption></figure>',
    );
    expect(wordsOf(markup)).toBe('Qui sta l’immagine che accompagna la scheda: Il cortileFoto');
    expect(everythingIn(markup).tags).toEqual(['figure', 'p', 'figcaption']);
  });
});

describe('what runs, loads or sends is left out, with all that is in it', () => {
  test.each([
    '<script>alert(1)</script>',
    '<script src="https://example.org/a.js"></script>',
    '<style>* { display: none }</style>',
    '<iframe src="https://example.org/"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="x.swf"></object>',
    '<embed src="x.swf">',
    '<link rel="stylesheet" href="https://example.org/a.css">',
    '<meta http-equiv="refresh" content="0;url=https://example.org/">',
    '<base href="https://example.org/">',
    '<form action="https://example.org/"><input name="a"></form>',
    '<video src="https://example.org/a.mp4"></video>',
    '<template><b>x</b></template>',
    '<noscript><b>x</b></noscript>',
    '<math><mtext><b>x</b></mtext></math>',
    '<svg><script>alert(1)</script></svg>',
    '<svg><foreignObject><b>x</b></foreignObject></svg>',
    '<svg><animate attributeName="href" to="javascript:alert(1)"/></svg>',
    '<svg><style>*{}</style></svg>',
    '<svg><image href="https://example.org/a.png"/></svg>',
    '<x-thing onclick="alert(1)">x</x-thing>',
    '<textarea><b>x</b></textarea>',
    '<!-- <b>x</b> -->',
  ])('%s', (html) => {
    const { tags, attributes } = everythingIn(markupOf(html));
    expect(tags.filter((tag) => tag !== 'svg')).toEqual([]);
    expect(attributes).toEqual([]);
  });

  test.each([
    ['onclick', '<p onclick="alert(1)">x</p>'],
    ['onload of a drawing', '<svg onload="alert(1)"></svg>'],
    ['style', '<p style="position:fixed">x</p>'],
    ['formaction', '<button formaction="https://example.org/">x</button>'],
    ['srcset', '<p srcset="https://example.org/a.png 1x">x</p>'],
    ['ping', '<a ping="https://example.org/">x</a>'],
    ['popovertarget', '<button popovertarget="x">x</button>'],
    ['a link that runs', '<a href="javascript:alert(1)">x</a>'],
    ['a link that runs, written apart', '<a href=" java\nscript:alert(1)">x</a>'],
    ['a link that runs, in capitals', '<a href="JaVaScRiPt:alert(1)">x</a>'],
    ['a link with data in it', '<a href="data:text/html,<b>x</b>">x</a>'],
    ['a link to a blob', '<a href="blob:https://example.org/1">x</a>'],
    ['an address that is none', '<a href="https://[">x</a>'],
    ['a drawing from elsewhere', '<svg><use href="https://example.org/a.svg#b"></use></svg>'],
    ['a drawing from elsewhere, without its protocol', '<svg><use href="//example.org/a.svg#b"></use></svg>'],
    ['a drawing from elsewhere, turned around', '<svg><use href="/\\example.org/a.svg#b"></use></svg>'],
    ['a drawing named the old way', '<svg><use xlink:href="https://example.org/a.svg#b"></use></svg>'],
  ])('%s', (_, html) => {
    expect(everythingIn(markupOf(html)).attributes).toEqual([]);
  });

  test('addresses of pages stay', () => {
    const addresses = ['#fonte-1', '/pratiche/tonite/', 'https://example.org/a?b=c#d', 'http://example.org/'];
    const html = addresses.map((address) => `<a href="${address}">x</a>`).join('');
    expect(everythingIn(markupOf(html)).attributes).toEqual(addresses.map((address) => `href=${address}`));
  });

  test.each(naughtyStrings.filter((text) => text !== '' && !text.includes('\0')))(
    '%s as a text of a component',
    (text) => {
      const markup = markupOf(`<p>${escapeHTML(text)}</p>`);
      expect(everythingIn(markup)).toEqual({ tags: ['p'], attributes: [] });
      expect(wordsOf(markup)).toBe(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'));
    },
  );
});
