/** In a stylesheet: `url(…)` with or without quotes, and the short form of `@import`. */
const url = /url\(\s*["']?([^"')]*)["']?\s*\)|@import\s+["']([^"']*)/gi;

/** The addresses that a stylesheet loads; images written in it are no address. */
export const addressesInStyles = (css: string): string[] => [
  ...new Set(
    [...css.matchAll(url)]
      .map(([, inside, imported]) => (inside ?? imported ?? '').trim())
      .filter((address) => address !== '' && !/^data:/i.test(address)),
  ),
];

/** The addresses that a site map, or an index of site maps, gives. */
export const addressesInSitemap = (xml: string): string[] =>
  [...xml.matchAll(/<loc>\s*([^<]*?)\s*<\/loc>/g)].map(([, address = '']) =>
    address.replaceAll('&amp;', '&'),
  );
