import type { Practice } from '../schemas/practice.ts';
import type { Session } from '../schemas/session.ts';
import { addBlock, addObjective, addTask, withFields, type BlockFields } from './plan-edits.ts';
import {
  emptyPlan,
  mostCharacters,
  mostTitle,
  type Activities,
  type BlockKind,
  type Named,
  type Plan,
} from './plan.ts';

type TitleOf = (kind: 'activity' | 'practice', id: string) => string;

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

/**
 * A plan made from a ready session.
 * @param titleOf what the activities and practices that it names are called
 */
export function planFromSession(
  planId: string,
  { id, title }: Named,
  session: Omit<Session, 'hiddenLabels'>,
  titleOf: TitleOf,
): Plan {
  const named = (kind: 'activity' | 'practice', of: string | undefined): Named | null =>
    of === undefined ? null : { id: of, title: titleOf(kind, of) };
  let plan = withFields(emptyPlan(planId), {
    title: cut(title, mostTitle),
    audience: session.audience,
    minutes: session.minutes,
    people: session.people.max,
  });
  plan = { ...plan, from: { kind: 'session', id, title } };
  for (const text of session.objectives) plan = addObjective(plan, text);
  const keys = plan.objectives.map(({ key }) => key);
  const tasks = { prework: session.prework ?? [], followUp: session.followUp ?? [] };
  for (const list of ['prework', 'followUp'] as const)
    for (const { text, minutes = 0, practice } of tasks[list])
      plan = addTask(plan, list, { text, minutes, practice: named('practice', practice) });
  for (const block of session.blocks)
    plan = addBlock(plan, block.kind, {
      minutes: block.minutes,
      title: block.title,
      activity: named('activity', block.activity),
      practice: named('practice', block.practice),
      sections: block.sections ?? [],
      objective: keys[(block.objective ?? 0) - 1] ?? '',
      notes: block.notes ?? '',
      output: block.output ?? '',
    });
  return plan;
}

/** The activities that a session on one case is made of, where the base has them; the minutes are those of the plan. */
const caseActivities = {
  dilemma: 'dilemma-in-giunta',
  figures: 'dati-che-non-concordano',
  parts: 'essenziale-o-adattabile',
  close: 'impegni-e-prossimi-passi',
} as const;

/**
 * A session of about two hours on one case: its sections to read, its dilemma and roles, its questions, the figures on
 * which its sources differ. Only the words of the sheet; what the sheet does not have makes no block.
 * @param disagreements titles of the indicators on which the sources of the sheet contradict each other
 */
export function planFromPractice(
  planId: string,
  { id, data }: { id: string; data: Pick<Practice, 'title' | 'teaching' | 'components' | 'conditions'> },
  disagreements: readonly string[],
  activities: Activities,
): Plan {
  const practice: Named = { id, title: data.title };
  const { teaching } = data;
  let plan = withFields(emptyPlan(planId), { title: cut(`In aula: ${data.title}`, mostTitle) });
  plan = { ...plan, from: { kind: 'practice', ...practice } };
  plan = addObjective(plan, 'Dire che cosa fa funzionare la pratica, e con quali prove.');
  plan = addObjective(plan, 'Dire che cosa servirebbe per portarla nella propria città, e un primo passo.');
  const [understand = '', carry = ''] = plan.objectives.map(({ key }) => key);
  plan = addTask(plan, 'prework', {
    text: 'Leggi la scheda e segna una cosa che copieresti e una che da voi non funzionerebbe.',
    minutes: 20,
    practice,
  });
  const add = (kind: BlockKind, fields: Partial<BlockFields>, activity?: string): void => {
    const known = activity === undefined ? undefined : activities.get(activity);
    const { notes = '', minutes = 20 } = fields;
    plan = addBlock(plan, kind, {
      ...fields,
      minutes: known ? Math.min(Math.max(minutes, known.minutes.min), known.minutes.max) : minutes,
      notes: cut(notes, mostCharacters),
      activity: known ? { id: known.id, title: known.title } : null,
    });
  };
  add('welcome', {
    minutes: 10,
    title: 'Benvenuti',
    notes: 'A che cosa serve l’incontro e come finirà. Ognuno dice città e ufficio.',
    output: 'Gruppi già seduti, di città o uffici diversi.',
    cut: 'shorten',
  });
  add('practice', {
    minutes: 15,
    title: 'Il caso',
    practice,
    sections: ['Il problema', 'Come funziona'],
    objective: understand,
    notes: 'Ognuno rilegge le due sezioni, poi in due si dicono che cosa hanno capito e che cosa manca.',
    output: 'Le domande rimaste, scritte dove tutti le vedono.',
  });
  if (teaching)
    add(
      'groups',
      {
        minutes: 40,
        title: 'Il dilemma',
        practice,
        objective: understand,
        notes: [
          teaching.dilemma,
          ...(teaching.roles ?? []).map(({ name, brief }) => `${name}: ${brief}`),
        ].join('\n'),
        output: 'Una proposta per gruppo, con la ragione e ciò a cui si rinuncia.',
      },
      caseActivities.dilemma,
    );
  add('break', { minutes: 10, cut: 'shorten' });
  if (disagreements.length > 0)
    add(
      'groups',
      {
        minutes: 20,
        title: 'Le cifre che non concordano',
        practice,
        objective: understand,
        notes: `Nella scheda le fonti non concordano su: ${disagreements.join('; ')}.`,
        output: 'Come si direbbe ogni cifra in Consiglio, con la fonte.',
        cut: 'drop',
      },
      caseActivities.figures,
    );
  if (teaching)
    add('groups', {
      minutes: 25,
      title: 'Le domande',
      practice,
      sections: ['Difficoltà e lezioni'],
      objective: carry,
      notes: teaching.questions.join('\n'),
      output: 'Due risposte per gruppo, e ciò che resta senza risposta.',
      materials: [{ item: 'le domande, stampate', quantity: 1, per: 'person' }],
      cut: 'shorten',
    });
  else
    add(
      'groups',
      {
        minutes: 35,
        title: 'Che cosa è essenziale, che cosa si adatta',
        practice,
        sections: ['Portarla nella tua città'],
        objective: carry,
        output: 'Per ogni gruppo, ciò che terrebbe e ciò che cambierebbe.',
      },
      caseActivities.parts,
    );
  add(
    'plenary',
    {
      minutes: 20,
      title: 'Che cosa faccio da lunedì',
      objective: carry,
      notes: 'Ognuno dice un primo passo, con chi e entro quando.',
      output: 'Un impegno a testa e le domande rimaste aperte.',
    },
    caseActivities.close,
  );
  const total = plan.blocks.reduce((sum, { minutes }) => sum + minutes, 0);
  plan = withFields(plan, { minutes: Math.max(120, Math.ceil(total / 15) * 15) });
  return addTask(plan, 'followUp', {
    text: 'Verifica se la pratica si adatta alla tua città, con le domande della scheda.',
    minutes: 30,
    practice,
  });
}
