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
  const add = (other: Entry<'practice'>, weight: number, reason: string) => {
    if (other.id === practice.id) return;
    const known = found.get(other.id);
    if (known) known.weight += weight;
    else found.set(other.id, { related: { practice: other, reason }, weight });
  };
  for (const id of practice.data.related ?? []) {
    const other = graph.find('practice', id);
    if (other) add(other, 10, together);
  }
  for (const other of graph.naming('practice', 'practice', practice.id))
    add(other, 6, speaksOf(other, practice.id) ? 'ne parla' : together);
  for (const need of practice.data.needs) {
    const reason = `stesso bisogno: ${graph.get('need', need).data.title}`;
    for (const other of graph.naming('practice', 'need', need)) add(other, 3, reason);
  }
  const programmes = new Set((practice.data.funding ?? []).flatMap((funding) => funding.programme ?? []));
  for (const id of programmes) {
    const reason = `stesso programma: ${graph.get('programme', id).data.title}`;
    for (const other of graph.naming('practice', 'programme', id)) add(other, 1, reason);
  }
  return first(found.values(), most, (a, b) =>
    b.weight === a.weight ? a.related.practice.id.localeCompare(b.related.practice.id) : b.weight - a.weight,
  ).map(({ related }) => related);
}

/** The first few in an order, without putting all the others in order too: a common need is that of thousands of sheets. */
function first<T>(things: Iterable<T>, most: number, order: (a: T, b: T) => number): T[] {
  const few: T[] = [];
  for (const thing of things) {
    if (few.length === most && order(thing, few[most - 1] as T) >= 0) continue;
    const place = few.findIndex((other) => order(thing, other) < 0);
    few.splice(place < 0 ? few.length : place, 0, thing);
    if (few.length > most) few.pop();
  }
  return few;
}

/** `related` carries no source: it is a choice of the editors. */
const together = 'la redazione le accosta';

/** Names it in its text, or in its data outside `related`. */
const speaksOf = ({ data, body }: Entry<'practice'>, id: string): boolean =>
  [...(body?.mentions ?? []), ...referencesIn(schema, { ...data, related: undefined })].some(
    (reference) => reference.kind === 'practice' && reference.id === id,
  );
