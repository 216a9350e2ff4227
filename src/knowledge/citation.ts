import { formatDate } from './format.ts';

interface CitedPage {
  title: string;
  authors: readonly string[];
  reviewedOn: string;
  url: string;
  site: string;
}

/** How to cite a page of the base, as one plain sentence. A copy on one's own computer has no address to cite. */
export function citationOf({ title, authors, reviewedOn, url, site }: CitedPage): string {
  const where = new URL(url).hostname === 'localhost' ? 'copia locale, senza indirizzo pubblico' : url;
  return `${authors.join(', ')}, «${title}», in ${site}, aggiornata al ${formatDate(reviewedOn)}, ${where}. Licenza CC BY 4.0.`;
}
