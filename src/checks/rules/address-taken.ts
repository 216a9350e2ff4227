import { sections } from '../../knowledge/routes.ts';
import { problemAt, type Rule } from '../record.ts';
import { fixedPages } from './links.ts';

const taken: ReadonlySet<string> = new Set(fixedPages);

/** The name of a file does not make an entry stand where a page of the site already does. */
export const addressTaken: Rule = {
  name: 'address-taken',
  check: ({ all }) =>
    all.flatMap((record) => {
      const section = (sections as Partial<Record<string, string>>)[record.kind];
      const page = `/${section ?? ''}/${record.id}/`;
      if (section === undefined || !taken.has(page)) return [];
      const message = `All’indirizzo ${page} c’è già una pagina del sito.`;
      return [
        problemAt(record, { line: 1, column: 1 }, 'address-taken', message, 'Dai al file un altro nome.'),
      ];
    }),
};
