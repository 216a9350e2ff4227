import { expect, test } from 'vitest';
import { found, page, spoilt, expected } from './small-site.ts';

const old = 'pratiche/vecchio-orto/index.html';
const leadingTo = (target: string) =>
  spoilt({
    [old]: page('/pratiche/vecchio-orto/', {
      noindex: true,
      head: `<meta http-equiv="refresh" content="0; url=${target}">`,
    }),
  });

test('names an address ever published that leads nowhere', () => {
  const addresses = [...expected.addresses, '/laboratori/torino-2019/', '/dati/practices.xlsx'];
  expect(found(spoilt({}), { addresses })).toEqual([
    'address-lost dati/practices.xlsx',
    'address-lost laboratori/torino-2019/index.html',
  ]);
});

test('names an old address of a sheet that leads nowhere, whether or not the list has it', () => {
  expect(found(spoilt({ [old]: null }))).toEqual([`address-lost ${old}`]);
  expect(found(spoilt({ [old]: null }), { addresses: [] })).toEqual([`address-lost ${old}`]);
});

test('an old address may lead to any page of the site, as its meta writes it', () => {
  for (const target of [
    '/citta/torino/',
    '../orto/',
    'https://esempio.it/pratiche/orto/',
    "'/pratiche/orto/'",
  ])
    expect(found(leadingTo(target))).toEqual([]);
});

test.each([
  ['nowhere', '/pratiche/niente/'],
  ['itself', '/pratiche/vecchio-orto/'],
  ['a file that is no page', '/dati/practices.json'],
  ['another site', 'https://altrove.it/'],
  ['another site, in disguise', '//altrove.it/'],
])('an old address does not lead to %s', (_, target) => {
  expect(found(leadingTo(target))).toContain(`redirect-broken ${old}`);
});

test('two old addresses do not lead to each other', () => {
  const files = leadingTo('/citta/vecchia/');
  files.set(
    'citta/vecchia/index.html',
    page('/citta/vecchia/', {
      noindex: true,
      head: '<meta http-equiv="refresh" content="0;url=/pratiche/vecchio-orto/">',
    }),
  );
  expect(found(files)).toEqual(['redirect-broken citta/vecchia/index.html', `redirect-broken ${old}`]);
});
