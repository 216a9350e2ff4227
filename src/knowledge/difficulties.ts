import { difficultyKinds, practiceStatuses } from '../schemas/labels.ts';
import type { Practice } from '../schemas/practice.ts';
import { latest } from './card.ts';
import { alphabetical, capital } from './format.ts';
import type { Entry, Graph } from './graph.ts';
import { difficultyPage, pageOf, type DifficultyKind } from './routes.ts';

/** Something that went wrong in a practice, told away from its sheet. */
export interface Difficulty {
  kind: DifficultyKind;
  practice: { title: string; href: string; city: string; status: string };
  text: string;
  /** What was done about it; null when no source says. */
  response: string | null;
  /** Who says it, and its line in the sheet; null when it is the editors' reading. */
  source: { publisher: string; href: string } | null;
}

export interface DifficultyGroup {
  kind: DifficultyKind;
  title: string;
  href: string;
  difficulties: Difficulty[];
}

/**
 * What went wrong in all practices, by kind. Kinds that nobody met are there too, because their pages keep their
 * address; a base without any difficulty has none.
 */
export function difficultiesByKind(graph: Graph): DifficultyGroup[] {
  const byKind = new Map<DifficultyKind, Difficulty[]>();
  const practices = [...graph.all('practice')].sort((a, b) => alphabetical(a.data.title, b.data.title));
  for (const practice of practices)
    for (const difficulty of difficultiesOf(graph, practice)) {
      const list = byKind.get(difficulty.kind) ?? [];
      list.push(difficulty);
      byKind.set(difficulty.kind, list);
    }
  if (byKind.size === 0) return [];
  return (Object.keys(difficultyKinds) as DifficultyKind[]).map((kind) => ({
    kind,
    title: capital(difficultyKinds[kind]),
    href: difficultyPage(kind),
    difficulties: byKind.get(kind) ?? [],
  }));
}

/** What went wrong in one practice, in the order of its sheet. */
export const difficultiesOf = (graph: Graph, practice: Entry<'practice'>): Difficulty[] =>
  (practice.data.difficulties ?? []).map((difficulty) => toldOf(graph, practice, difficulty));

function toldOf(
  graph: Graph,
  { id, data }: Entry<'practice'>,
  { kind, text, response, source }: NonNullable<Practice['difficulties']>[number],
): Difficulty {
  const page = pageOf('practice', id);
  const number = data.sources.findIndex((one) => one.id === source) + 1;
  return {
    kind,
    practice: {
      title: data.title,
      href: `${page}#difficolta`,
      city: graph.get('city', data.city).data.title,
      status: practiceStatuses[data.status],
    },
    text,
    response: response ?? null,
    source:
      number > 0
        ? { publisher: data.sources[number - 1]?.publisher ?? '', href: `${page}#fonte-${number}` }
        : null,
  };
}

/** Practices that came to an end, planned or not, newest reading first. */
export const endedPractices = (graph: Graph): Entry<'practice'>[] =>
  latest(
    graph.all('practice').filter(({ data }) => data.status === 'closed' || data.status === 'abandoned'),
    Infinity,
  );

/** What people type when this kind of difficulty is theirs; for the search alone. */
export const difficultyWords: Readonly<Record<DifficultyKind, readonly string[]>> = {
  procurement: [
    'gara deserta',
    'bando andato deserto',
    'appalto',
    'affidamento',
    'ricorso',
    'codice dei contratti',
    'ritardi per le gare',
  ],
  timing: [
    'lavori in ritardo',
    'tempi lunghi',
    'proroga',
    'non si finisce mai',
    'scadenze saltate',
    'cronoprogramma',
  ],
  staffing: [
    'manca personale',
    'uffici sotto organico',
    'turnover',
    'dipendenti che cambiano',
    'nessuno segue il progetto',
  ],
  money: [
    'finiti i soldi',
    'fine dei finanziamenti',
    'costi aumentati',
    'fondi insufficienti',
    'sostenibilità economica',
    'cofinanziamento',
  ],
  governance: [
    'cambio di giunta',
    'elezioni',
    'uffici che non si parlano',
    'chi decide',
    'cabina di regia',
    'assessore cambiato',
  ],
  participation: [
    'gente che non viene',
    'poca partecipazione',
    'sfiducia dei cittadini',
    'proteste',
    'sempre i soliti',
  ],
  partners: ['litigi fra partner', 'associazioni in disaccordo', 'partner che si ritira', 'accordi saltati'],
  spaces: [
    'lavori nell’edificio',
    'sede non agibile',
    'cantiere',
    'spazi inadatti',
    'manutenzione',
    'barriere architettoniche',
  ],
  legal: [
    'norme che impediscono',
    'vincoli di legge',
    'responsabilità',
    'assicurazione',
    'autorizzazioni',
    'privacy',
  ],
  data: ['mancano i dati', 'risultati non misurati', 'nessuna valutazione', 'come misurare', 'indicatori'],
  other: ['altri problemi', 'imprevisti'],
};
