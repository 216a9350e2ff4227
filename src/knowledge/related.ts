import type { Entry, Graph } from './graph.ts';

export interface Related {
  practice: Entry<'practice'>;
  /** Italian, why it is here: «stesso bisogno: Famiglie sotto sfratto». */
  reason: string;
}

/** Sheets worth reading after this one: those a source links to it first, then by shared needs, then by area and programme. */
export function relatedTo(graph: Graph, practice: Entry<'practice'>, most = 3): Related[] {
  const found = new Map<string, { related: Related; weight: number }>();
  const add = (id: string, weight: number, reason: string) => {
    const other = graph.find('practice', id);
    if (!other || id === practice.id) return;
    const known = found.get(id);
    if (known) known.weight += weight;
    else found.set(id, { related: { practice: other, reason }, weight });
  };
  for (const id of practice.data.related ?? []) add(id, 10, 'una fonte le lega');
  for (const other of graph.naming('practice', 'practice', practice.id)) add(other.id, 6, 'ne parla');
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
