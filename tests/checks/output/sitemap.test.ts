import { expect, test } from 'vitest';
import { found, page, spoilt } from './small-site.ts';

const map = 'sitemap-0.xml';

test('names the page that the site map lost', () => {
  const line = '<url><loc>https://esempio.it/pratiche/orto/</loc></url>';
  expect(found(spoilt({ [map]: (text) => text.replace(line, '') }))).toEqual([
    'sitemap-lost pratiche/orto/index.html',
  ]);
});

test('names an address of the site map that is no page, no page to find, or of another site', () => {
  const index = 'sitemap-extra sitemap-index.xml';
  const with_ = (address: string) =>
    spoilt({ [map]: (text) => text.replace('</urlset>', `<url><loc>${address}</loc></url></urlset>`) });
  expect(found(with_('https://esempio.it/niente/'))).toEqual([index]);
  expect(found(with_('https://esempio.it/attivita/mappa/scheda/'))).toEqual([index]);
  expect(found(with_('https://altrove.it/'))).toEqual([index]);
});

test('a site map that is not there loses every page', () => {
  expect(found(spoilt({ 'sitemap-index.xml': null }))).toContain('sitemap-extra sitemap-index.xml');
  expect(found(spoilt({ [map]: null }))).toContain('sitemap-extra sitemap-index.xml');
});

test('a page that asks not to be found is not missed', () => {
  const hidden = page('/cerca/', { noindex: true });
  const files = spoilt({
    'cerca/index.html': hidden,
    [map]: (text) => text.replace('<url><loc>https://esempio.it/cerca/</loc></url>', ''),
  });
  expect(found(files)).toEqual([]);
});
