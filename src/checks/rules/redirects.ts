import { problemAt, type ContentRecord, type Rule } from '../record.ts';
import { pageAddresses } from './links.ts';

/** What an address begins with that belongs to files, to pages of errors or of lists: below it there is no room. */
export const reserved = [
  '404',
  '500',
  'cerca',
  'contribuisci',
  'copertura',
  'dati',
  'difficolta',
  'elenchi',
  'fonti',
  'immagini',
  'modelli',
  'novita',
  'pagefind',
] as const;

/** An old address leads to one page, and is not the address of another. */
export const redirects: Rule = {
  name: 'redirects',
  check: (records) => {
    const pages = pageAddresses(records);
    const taken = new Map<string, ContentRecord>();
    return records.all.flatMap((record) =>
      addressesOf(record).flatMap((address, index) => {
        const place = ['redirects', index];
        const twin = taken.get(address);
        taken.set(address, twin ?? record);
        if (pages.has(address)) {
          const message = `Il vecchio indirizzo «${address}» è quello di una pagina che c’è.`;
          return [problemAt(record, place, 'redirect-to-page', message, 'Toglilo da «redirects».')];
        }
        const first = reserved.find((name) => address.startsWith(`/${name}/`));
        if (first) {
          const message = `Il vecchio indirizzo «${address}» comincia con /${first}/, che il sito tiene per sé.`;
          return [problemAt(record, place, 'redirect-to-page', message, 'Toglilo da «redirects».')];
        }
        const above = /^\/[^/]+\/[^/]+\//.exec(address)?.[0];
        if (above !== undefined && above !== address && pages.has(above)) {
          const message = `Il vecchio indirizzo «${address}» sta sotto ${above}, che il sito tiene per i suoi elenchi.`;
          return [problemAt(record, place, 'redirect-to-page', message, 'Toglilo da «redirects».')];
        }
        if (!twin) return [];
        const message = `Il vecchio indirizzo «${address}» c’è già in ${twin.file}.`;
        return [problemAt(record, place, 'redirect-repeated', message, 'Lascialo in una scheda sola.')];
      }),
    );
  },
};

/** A draft is no page: nothing leads to it yet. */
const addressesOf = ({ data, draft }: ContentRecord): string[] =>
  !draft && Array.isArray(data.redirects)
    ? data.redirects.filter((address) => typeof address === 'string')
    : [];
