import { plural } from '../../knowledge/italian.ts';
import { searchKinds } from '../../knowledge/search-kinds.ts';
import type { Answer, GroupKind } from './answer.ts';

export const groupTitle = (kind: GroupKind): string =>
  kind === 'page' ? 'Glossario e altre pagine' : searchKinds[kind];

const quoted = (words: readonly string[]): string =>
  words.map((word) => `«${word.replace(/"/g, '')}»`).join(', ');

export const results = (count: number): string => plural(count, 'risultato', 'risultati');

const filtersText = (filters: number): string =>
  filters === 1 ? 'il filtro scelto' : `i ${filters} filtri scelti`;

/** «12 risultati per «case vuote», con i 2 filtri scelti.» */
export function statusText({ total, used, dropped, mended }: Answer, query: string, filters: number): string {
  const found = total === 0 ? 'Nessun risultato' : results(total);
  const about = dropped.length > 0 && used.length > 0 ? used.join(' ') : rightly(query, mended);
  const parts = [
    about && ` per ${quoted([about])}`,
    filters > 0 && `${about ? ',' : ''} con ${filtersText(filters)}`,
  ];
  return `${found}${parts.filter(Boolean).join('')}.`;
}

export const searching = (query: string): string => (query ? `Cerco ${quoted([query])}…` : 'Cerco…');

/** The query as somebody typed it, with the words put right. */
const rightly = (query: string, mended: Answer['mended']): string =>
  mended.reduce((text, { from, to }) => text.replace(from, to), query);

/** What was searched in the place of words that no page has. */
export const mendedText = ({ mended }: Answer, query: string): string =>
  `Nessuna pagina contiene ${quoted(mended.map(({ from }) => from))}. Forse cercavi ${quoted([rightly(query, mended)])}: i risultati sono questi.`;

/** What the results do not answer to, and what they are; empty when every result has every word. */
export function partialTexts({ used, dropped, together }: Answer): string[] {
  const none = `Nessuna pagina contiene anche ${quoted(dropped)}: questi sono i risultati per ${quoted([used.join(' ')])}.`;
  const some = 'Nessuna pagina contiene tutte queste parole: prima vengono quelle che rispondono meglio.';
  return [...(dropped.length > 0 ? [none] : []), ...(together ? [] : [some])];
}

/** «Senza «stazione».» */
export const missingText = (words: readonly string[]): string => `Senza ${quoted(words)}.`;

/** What was tried, when nothing came. */
export function emptyText({ used, dropped, unfiltered }: Answer, query: string, filters: number): string {
  if (unfiltered > 0) {
    const where = filters === 1 ? 'Senza il filtro' : 'Senza i filtri';
    return `${where} ${unfiltered === 1 ? 'c’è' : 'ci sono'} ${results(unfiltered)}.`;
  }
  if (query && used.length + dropped.length === 0) {
    return 'Nella domanda non ci sono parole: scrivine almeno una.';
  }
  if (dropped.length === 0) return 'Nessuna pagina ha insieme i filtri scelti.';
  return `Nessuna pagina contiene ${quoted(dropped)}, neppure con un’altra desinenza.`;
}
