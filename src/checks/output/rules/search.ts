import { pageOf, sections, type RoutedKind } from '../../../knowledge/routes.ts';
import { fault, fileAt, publishedIn, type OutputRule } from '../site.ts';

/**
 * The search index holds exactly the pages made for it. A page is made for it when it says so (`data-pagefind-body`):
 * the page of every entry does; lists, the home and the legal pages do not; one that search engines may not find must not.
 */
export const search: OutputRule = (site, expected) => {
  const addresses = new Set<string>();
  const found = [];
  for (const { file, address, isSearched, isListed } of site.pages.values()) {
    if (isSearched) addresses.add(address);
    if (isSearched && !site.indexed.has(address))
      found.push(fault('search-lost', file, 'La ricerca non trova questa pagina.', 'Costruisci di nuovo.'));
    if (isSearched && !isListed)
      found.push(
        fault(
          'search-extra',
          file,
          'La pagina è nella ricerca ma chiede di non essere trovata.',
          'Togli «search» o «noindex» dalla pagina.',
        ),
      );
  }
  for (const [address, fragment] of site.indexed)
    if (!addresses.has(address))
      found.push(
        fault(
          'search-extra',
          fragment,
          `La ricerca porta a ${address}, che non è una pagina da cercare.`,
          'Costruisci di nuovo.',
        ),
      );
  for (const { kind, id } of publishedIn(expected)) {
    if (!(kind in sections)) continue;
    const file = fileAt(pageOf(kind as RoutedKind, id));
    if (site.pages.get(file)?.isSearched === false)
      found.push(
        fault(
          'search-lost',
          file,
          'La pagina di una voce non è fatta per la ricerca.',
          'Togli «search={false}» dalla pagina.',
        ),
      );
  }
  return found;
};
