import { buildGraph, type AnyEntry, type Graph } from '../../src/knowledge/graph.ts';
import type { Collection, DataOf } from '../../src/schemas/registry.ts';

interface Part<C extends Collection> {
  kind: C;
  id: string;
  data: Partial<DataOf<C>>;
}

/** An entry that holds only what a test is about; its title is its id, if nobody says otherwise. */
export const one = <C extends Collection>(kind: C, id: string, data: Partial<DataOf<C>> = {}): Part<C> => ({
  kind,
  id,
  data: { title: id, ...data },
});

/** A sheet of which little is known: read on a day of 2026, in the area `casa` and the city `qui`. */
export const sheet = (id: string, data: Partial<DataOf<'practice'>> = {}): Part<'practice'> =>
  one('practice', id, {
    focusAreas: ['casa'],
    needs: [],
    targetGroups: [],
    city: 'qui',
    period: {},
    lead: { name: 'Chi guida', kind: 'other' },
    facts: [],
    sources: [],
    reviewedOn: '2026-01-01',
    ...data,
  });

export const area = (id: string, order: number, data: Partial<DataOf<'focus-area'>> = {}) =>
  one('focus-area', id, { indicators: [], order, shortTitle: id, colour: 'casa', ...data });

/** A graph of such entries: what they name and no test asks for need not be there. */
export const smallGraph = (...parts: { [C in Collection]: Part<C> }[Collection][]): Graph =>
  buildGraph(
    parts.map((part) => ({ ...part, file: `${part.id}.mdx` })) as unknown as AnyEntry[],
    '2026-11-22',
  );

export const ids = (entries: readonly { id: string }[]): string[] => entries.map(({ id }) => id);
