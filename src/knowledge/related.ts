import { practice as schema } from '../schemas/practice.ts';
import type { Entry, Graph } from './graph.ts';
import { referencesIn } from './references.ts';

export interface Related {
  practice: Entry<'practice'>;
  /** Italian, why it is here: «stesso bisogno: Famiglie sotto sfratto». */
  reason: string;
}

/**
 * Sheets worth reading after this one. Links add up: to be set beside it by its editors weighs most, then to name it,
 * then every need and every programme in common. The reason told is that of the heaviest link.
 */
export function relatedTo(graph: Graph, practice: Entry<'practice'>, most = 3): Related[] {
  const found = new Map<string, { related: Related; weight: number }>();
  const add = (id: string, weight: number, reason: string) => {
    const other = graph.find('practice', id);
    if (!other || id === practice.id) return;
    const known = found.get(id);
    if (known) known.weight += weight;
    else found.set(id, { related: { practice: other, reason }, weight });
  };
  for (const id of practice.data.related ?? []) add(id, 10, together);
  for (const other of graph.naming('practice', 'practice', practice.id))
    add(other.id, 6, speaksOf(other, practice.id) ? 'ne parla' : together);
  for (const need of practice.data.needs) {
    const title = graph.get('need', need).data.title;
    for (const other of graph.naming('practice', 'need', need)) add(other.id, 3, `stesso bisogno: ${title}`);
  }
  const programmes = new Set((practice.data.funding ?? []).flatMap((funding) => funding.programme ?? []));
  for (const id of programmes) {
    const title = graph.get('programme', id).data.title;
    for (const other of graph.naming('practice', 'programme', id))
      add(other.id, 1, `stesso programma: ${title}`);
  }
  return [...found.values()]
    .sort((a, b) => b.weight - a.weight || a.related.practice.id.localeCompare(b.related.practice.id))
    .slice(0, most)
    .map(({ related }) => related);
}

/** `related` carries no source: it is a choice of the editors. */
const together = 'la redazione le accosta';

/** Names it in its text, or in its data outside `related`. */
const speaksOf = ({ data, body }: Entry<'practice'>, id: string): boolean =>
  [...(body?.mentions ?? []), ...referencesIn(schema, { ...data, related: undefined })].some(
    (reference) => reference.kind === 'practice' && reference.id === id,
  );
