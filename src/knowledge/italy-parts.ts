/** The three parts of Italy that cities and funds speak of, with the regions of each. */
const parts = {
  Nord: [
    'Emilia-Romagna',
    'Friuli-Venezia Giulia',
    'Liguria',
    'Lombardia',
    'Piemonte',
    'Trentino-Alto Adige',
    'Valle d’Aosta',
    'Veneto',
  ],
  Centro: ['Lazio', 'Marche', 'Toscana', 'Umbria'],
  Mezzogiorno: ['Abruzzo', 'Basilicata', 'Calabria', 'Campania', 'Molise', 'Puglia', 'Sardegna', 'Sicilia'],
} as const;

export type ItalyPart = keyof typeof parts;

const partByRegion = new Map<string, ItalyPart>(
  (Object.keys(parts) as ItalyPart[]).flatMap((part) => parts[part].map((region) => [region, part] as const)),
);

/** All twenty, in alphabetical order. */
export const italianRegions: readonly string[] = [...partByRegion.keys()].sort();

/** `Puglia` → `Mezzogiorno`; null for what is no Italian region, or is written in a way we do not know. */
export const partOfItaly = (region: string | null): ItalyPart | null =>
  region === null ? null : (partByRegion.get(region) ?? null);
