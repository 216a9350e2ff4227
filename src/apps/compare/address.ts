import { mostCompared } from '../../knowledge/compare.ts';

/** What an address of the comparison asks for. */
export interface Asked {
  /** At most four sheets, each once. */
  ids: readonly string[];
  /** Only the rows in which the sheets differ. */
  differences: boolean;
  /** Without the rows that no sheet documents. */
  documented: boolean;
  /** What was left out, in words; empty when nothing was. */
  complaints: readonly string[];
}

const parameters = { sheets: 'p', differences: 'differenze', documented: 'documentate' } as const;

/** As the schema writes an id. */
const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Reads the query of an address, which anybody may have written. */
export function readAddress(query: string): Asked {
  const params = new URLSearchParams(query);
  const given = params
    .getAll(parameters.sheets)
    .join(',')
    .slice(0, 2000)
    .split(',')
    .map((id) => id.trim().toLowerCase())
    .filter(Boolean);
  const valid = [...new Set(given.filter((id) => id.length <= 80 && idPattern.test(id)))];
  const ids = valid.slice(0, mostCompared);
  const odd = given.filter((id) => !valid.includes(id)).length;
  return {
    ids,
    differences: params.get(parameters.differences) === '1',
    documented: params.get(parameters.documented) === '1',
    complaints: [
      odd > 0 && 'L’indirizzo nomina schede con un codice che non può esistere: non ne teniamo conto.',
      valid.length > ids.length &&
        `Si confrontano al massimo ${mostCompared} schede: abbiamo tenuto le prime ${mostCompared}.`,
    ].filter((text) => text !== false),
  };
}

/** The query of an address; empty when it asks for nothing. */
export function writeAddress({ ids, differences, documented }: Omit<Asked, 'complaints'>): string {
  const parts = [
    // commas are allowed in a query, and an address that people send should be readable
    ids.length > 0 && `${parameters.sheets}=${ids.join(',')}`,
    differences && `${parameters.differences}=1`,
    documented && `${parameters.documented}=1`,
  ].filter(Boolean);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}
