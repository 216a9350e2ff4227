import { expect, test } from 'vitest';
import { found, page, spoilt, withBody } from './small-site.ts';

const file = 'metodo/index.html';

test.each([
  ['inline-script', '<script>1</script>'],
  ['inline-script', '<script type="module">1</script>'],
  ['inline-script', '<script type="text/JavaScript">1</script>'],
  ['inline-script', '<svg><script>1</script></svg>'],
  ['inline-script', '<template><script>1</script></template>'],
  ['inline-script', '<noscript><script>1</script></noscript>'],
  ['inline-style', '<style>p{}</style>'],
  ['inline-style', '<p style="color:red">x</p>'],
  ['inline-handler', '<p onclick="x()">x</p>'],
  ['inline-handler', '<svg ONLOAD=x></svg>'],
  ['inline-handler', '<math><mi//xlink:href="#" onmouseover=x>x</mi></math>'],
  ['dangerous-address', '<a href="javascript:x()">x</a>'],
  ['dangerous-address', '<a href=" jAva\tscript:x()">x</a>'],
  ['dangerous-address', '<a href="&#106;avascript:x()">x</a>'],
  ['dangerous-address', '<a href="vbscript:x">x</a>'],
  ['dangerous-address', '<a href="data:text/html,x">x</a>'],
  ['dangerous-address', '<svg><a xlink:href="javascript:x()">x</a></svg>'],
  ['dangerous-address', '<form action="javascript:x()"></form>'],
  ['dangerous-address', '<button formaction="javascript:x()">x</button>'],
  ['dangerous-address', '<img src="data:image/png;base64,AA==" alt="">'],
  ['dangerous-address', '<meta http-equiv="refresh" content="0; url=javascript:x()">'],
  ['forbidden-element', '<iframe src="/"></iframe>'],
  ['forbidden-element', '<p srcdoc="x">x</p>'],
  ['forbidden-element', '<object data="/"></object>'],
  ['forbidden-element', '<embed src="/">'],
  ['forbidden-element', '<base href="/">'],
  ['forbidden-element', '<svg><animate attributeName="href" to="javascript:x()"/></svg>'],
  ['foreign-resource', '<script src="https://altrove.it/x.js"></script>'],
  ['foreign-resource', '<img src="//altrove.it/x.png" alt="">'],
  ['foreign-resource', '<img src="/\t/altrove.it/x.png" alt="">'],
  ['foreign-resource', '<img src="\\\\altrove.it\\x.png" alt="">'],
  ['foreign-resource', '<img srcset="/_astro/carta.svg 1x, https://altrove.it/x.png 2x" alt="">'],
  ['foreign-resource', '<link rel="stylesheet" href="https://altrove.it/x.css">'],
  ['foreign-resource', '<svg><use xlink:href="https://altrove.it/x.svg#a"></use></svg>'],
  ['foreign-resource', '<form action="https://altrove.it/"></form>'],
  ['raw-json', '<script type="application/json">{"a":"<b>"}</script>'],
  ['raw-json', '<script type="application/ld+json">{"a":</script>'],
])('%s: %s', (problem, body) => {
  expect(found(withBody(file, body))).toContain(`${problem} ${file}`);
});

test.each([
  ['<script type="application/ld+json">{"a":"\\u003cb>"}</script>'],
  [
    '<a href="https://altrove.it/">x</a> <a href="mailto:a@esempio.it">x</a> <a href="tel:+39011000000">x</a>',
  ],
  ['<img src="/_astro/carta.svg" srcset="/_astro/carta.svg 1x, /_astro/carta.svg 2x" alt="">'],
  ['<link rel="license" href="https://altrove.it/licenza">'],
  ['<p title="&lt;script>x&lt;/script> onclick=x style=x">&lt;img onerror=x></p>'],
  ['<svg><title>Una carta</title><use href="/_astro/carta.svg#casa"></use></svg>'],
])('accepts %s', (body) => {
  expect(found(withBody(file, body))).toEqual([]);
});

test('a drawing is read like a page', () => {
  const drawing = '_astro/carta.svg';
  expect(found(spoilt({ [drawing]: '<svg onload="x()"></svg>' }))).toEqual([`inline-handler ${drawing}`]);
});

test('the policy is the first meta of every page, redirects and the error page included', () => {
  for (const spoiltFile of ['index.html', '404.html', 'pratiche/vecchio-orto/index.html']) {
    const missing = [`policy-missing ${spoiltFile}`];
    const policy = /<meta http-equiv="content-security-policy"[^>]*>/;
    expect(found(spoilt({ [spoiltFile]: (text) => text.replace(policy, '') }))).toEqual(missing);
    expect(found(spoilt({ [spoiltFile]: (text) => text.replace("'none'", "'self'") }))).toEqual(missing);
    for (const before of [
      '<meta charset="utf-8">',
      '<link rel="license" href="/">',
      '<script src="/pagefind/pagefind.js"></script>',
    ])
      expect(found(spoilt({ [spoiltFile]: (text) => text.replace('<head>', `<head>${before}`) }))).toEqual(
        missing,
      );
  }
  expect(found(spoilt({ [file]: page('/metodo/').replace('<head>', '<head><p>x</p>') }))).toContain(
    `policy-missing ${file}`,
  );
});
