import { site } from '../site.ts';
import { formatDate } from './format.ts';

/** A page as it is cited, in words and in the files for programs. */
export interface CitedPage {
  title: string;
  authors: readonly string[];
  reviewedOn: string;
  url: string;
  site: string;
}

/** A copy on one's own computer has no address that another person could open. */
export const hasPublicAddress = ({ url }: Pick<CitedPage, 'url'>): boolean =>
  new URL(url).hostname !== 'localhost';

/** Said in the place of the address. */
export const noPublicAddress = 'copia locale, senza indirizzo pubblico';

/** An address as it is printed for somebody who is elsewhere. */
export const printedAddress = (url: string): string => (hasPublicAddress({ url }) ? url : noPublicAddress);

/** How to cite a page of the base, as one plain sentence. */
export function citationOf(page: CitedPage): string {
  return `${page.authors.join(', ')}, «${page.title}», in ${page.site}, ${citationNote(page)}, ${printedAddress(page.url)}. ${citedLicense}.`;
}

export const citationNote = ({ reviewedOn }: Pick<CitedPage, 'reviewedOn'>): string =>
  `aggiornata al ${formatDate(reviewedOn)}`;

export const citedLicense = `Licenza ${site.licenses.content.label}`;
