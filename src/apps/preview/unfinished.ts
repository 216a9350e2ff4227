import type { z } from 'astro/zod';
import type { AnyEntry } from '../../knowledge/graph.ts';
import { referencesIn } from '../../knowledge/references.ts';
import type { FormKind } from '../../knowledge/routes.ts';
import { registry } from '../../schemas/registry.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The id of what is still to be chosen. */
export const unchosen = 'da-scegliere';

/** What stands in the place of what is still to be chosen. */
export const standInEntries = [
  { kind: 'city', id: unchosen, data: { title: 'città da scegliere' }, file: '' },
  {
    kind: 'focus-area',
    id: unchosen,
    data: {
      title: 'area da scegliere',
      shortTitle: 'Area da scegliere',
      colour: 'lavoro',
      order: 0,
      indicators: [],
    },
    file: '',
  },
] as unknown as readonly AnyEntry[];

/** Words for what a page cannot do without. They say that they are none; a day or a choice is never made up. */
const standIns: Record<FormKind, Fields> = {
  practice: {
    title: 'Titolo da scrivere',
    tagline: 'La riga che dice che cosa si è fatto è da scrivere.',
    summary: 'Il riassunto è da scrivere.',
    focusAreas: [unchosen],
    city: unchosen,
    needs: [],
    targetGroups: [],
    period: {},
    lead: { name: 'ente da scrivere' },
    sources: [],
    facts: [],
    authors: ['chi la scrive'],
  },
  workshop: {
    title: 'Titolo da scrivere',
    tagline: 'La riga che dice che cosa è stato è da scrivere.',
    summary: 'Il riassunto è da scrivere.',
    focusAreas: [],
    city: unchosen,
    kinds: [],
    organisers: [],
    sources: [],
    authors: ['chi la scrive'],
  },
};

/**
 * The data of a draft with all that its page needs: what fits stays, what is half written is left out.
 * Null where a day is missing: no word can stand in its place.
 * @param cited ids of sources that its text names
 */
export function finished(kind: FormKind, draft: Fields, cited: readonly string[]): Fields | null {
  const { schema } = registry[kind];
  const shape = schema.shape as Readonly<Record<string, z.ZodType>>;
  const given = Object.entries(shape).flatMap(([key, field]) => {
    const value = key === 'draft' || key === 'sources' ? undefined : fitting(field, draft[key]);
    return value === undefined ? [] : [[key, value] as const];
  });
  const data: Fields = { ...standIns[kind], ...Object.fromEntries(given) };
  const days = kind === 'practice' ? ['reviewedOn'] : ['reviewedOn', 'start'];
  if (days.some((day) => data[day] === undefined)) return null;
  const named = referencesIn(schema, data).flatMap((one) => (one.kind === 'source' ? [one.id] : []));
  return { ...data, sources: sourcesOf(draft, [...named, ...cited]) };
}

function fitting(schema: z.ZodType, value: unknown): unknown {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  if (!Array.isArray(value)) return undefined;
  const fit = value.filter((one) => schema.safeParse([one]).success);
  return fit.length > 0 ? fit : undefined;
}

/** Every source that is named has its place in the list, however little is said of it. */
function sourcesOf({ sources, reviewedOn }: Fields, named: readonly string[]): Fields[] {
  const written = Array.isArray(sources) ? sources.filter(isNamed) : [];
  const ids = new Set(written.map(({ id }) => id));
  const unwritten = [...new Set(named)].filter((id) => !ids.has(id)).map((id) => ({ id }));
  return [...written, ...unwritten].map((source) => ({
    publisher: 'editore da scrivere',
    title: `fonte «${source.id}» da scrivere`,
    accessed: reviewedOn,
    ...Object.fromEntries(
      Object.entries(source).filter(([, value]) => typeof value === 'string' && value !== ''),
    ),
  }));
}

const isNamed = (source: unknown): source is Fields & { id: string } =>
  typeof source === 'object' && source !== null && 'id' in source && typeof source.id === 'string';
