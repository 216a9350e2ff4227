import { planFromPractice, planFromSession } from '../../knowledge/plan-start.ts';
import type { Activities, Plan } from '../../knowledge/plan.ts';
import { sessionData } from '../../knowledge/routes.ts';
import { textContextOf } from '../../knowledge/text-context.ts';
import type { Session } from '../../schemas/session.ts';
import { fetchSheet, SheetFailure } from '../documents/sheet-file.ts';
import { newPlanId } from './store.ts';

const isSlug = (text: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);

const missing = (words: string): string =>
  `Nella base non c’è «${words}»: forse l’indirizzo è stato copiato a metà. Comincia da qui sotto.`;
const unreachable = 'I dati non si sono caricati: controlla la rete e ricarica la pagina.';

/** A plan on one case, from the published file of its sheet; words for the reader where it does not come. */
export async function fromPractice(id: string, activities: Activities): Promise<Plan | string> {
  if (!isSlug(id)) return missing(id);
  try {
    const { practice, graph } = await fetchSheet(id);
    const conflicts = textContextOf(graph, practice.data).contrasts.filter(({ kind }) => kind === 'conflict');
    const titles = [...new Set(conflicts.map(({ title }) => title))];
    return planFromPractice(newPlanId(), practice, titles, activities);
  } catch (error) {
    if (error instanceof SheetFailure) return error.why === 'missing' ? missing(id) : unreachable;
    throw error;
  }
}

interface SessionFile {
  collection: string;
  entry: Session & { id: string };
  references: Partial<Record<'activity' | 'practice', Readonly<Record<string, { title: string }>>>>;
}

/** A plan from a ready session, from its published file; words for the reader where it does not come. */
export async function fromSession(id: string): Promise<Plan | string> {
  if (!isSlug(id)) return missing(id);
  const answer = await fetch(sessionData(id)).catch(() => null);
  if (answer?.status === 404) return missing(id);
  if (!answer?.ok) return unreachable;
  const file = (await answer.json().catch(() => null)) as SessionFile | null;
  if (file?.collection !== 'sessions') return unreachable;
  const { entry, references } = file;
  return planFromSession(
    newPlanId(),
    { id, title: entry.title },
    entry,
    (kind, of) => references[kind]?.[of]?.title ?? of,
  );
}
