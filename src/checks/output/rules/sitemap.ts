import { fault, readPages, type OutputRule } from '../site.ts';

const file = 'sitemap-index.xml';

/** The site map gives every page that may be found, and no other. */
export const sitemap: OutputRule = (site, { site: publicAddress, base }) => {
  const wanted = new Map(
    readPages(site)
      .filter(({ isListed }) => isListed)
      .map((page) => [new URL(base.replace(/\/$/, '') + page.address, publicAddress).href, page.file]),
  );
  const given = new Set(site.sitemap);
  return [
    ...[...wanted]
      .filter(([address]) => !given.has(address))
      .map(([, page]) =>
        fault('sitemap-lost', page, 'La mappa del sito non dà questa pagina.', 'Costruisci di nuovo.'),
      ),
    ...[...given]
      .filter((address) => !wanted.has(address))
      .map((address) =>
        fault(
          'sitemap-extra',
          file,
          `La mappa del sito dà ${address}, che non è una pagina da trovare.`,
          'Costruisci di nuovo.',
        ),
      ),
  ];
};
