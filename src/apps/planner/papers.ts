import { planAgenda } from '../../exports/documents/plan-agenda.ts';
import { activitiesOf, practicesOf, type PlanShelf } from '../../exports/documents/plan-shelf.ts';
import type { TextDocument } from '../../exports/documents/document.ts';
import type { OpenedSheet } from '../../knowledge/entry-file.ts';
import type { Named, Plan } from '../../knowledge/plan.ts';
import { activityData, pageOf } from '../../knowledge/routes.ts';
import type { Activity } from '../../schemas/activity.ts';
import { downloadDocx, saveFile } from '../documents/download.ts';
import { fetchSheet } from '../documents/sheet-file.ts';
import { fileNameOf } from './file-name.ts';

/** The three papers of a plan, in the order in which they are needed. */
export const papers = {
  agenda: 'Programma per la porta',
  traccia: 'Traccia per chi conduce',
  partecipanti: 'Materiale per chi partecipa',
} as const;

export type Paper = keyof typeof papers;

export interface MadePaper {
  document: TextDocument;
  /** Titles of what could not be fetched, and so is not in it. */
  missing: readonly string[];
}

/**
 * One of the papers of a plan; what it needs of the base is fetched only now.
 * @param city what the city of the plan is called; empty when it is not known
 */
export async function paperOf(plan: Plan, paper: Paper, city: string): Promise<MadePaper> {
  if (paper === 'agenda') return { document: planAgenda(plan, city), missing: [] };
  const { shelf, missing } = await shelfOf(plan, { sheets: paper === 'partecipanti' });
  const document =
    paper === 'traccia'
      ? (await import('../../exports/documents/plan-script.ts')).planScript(plan, shelf, city)
      : (await import('../../exports/documents/plan-pack.ts')).planPack(plan, shelf, city);
  return { document, missing };
}

/** Hands over a paper as a Word file, and says so. */
export async function downloadPaper(plan: Plan, paper: Paper, city: string): Promise<string> {
  const { document, missing } = await paperOf(plan, paper, city);
  const name = `${fileNameOf(plan)}-${paper}.docx`;
  await downloadDocx(name, document);
  return said(name, missing);
}

/** Hands over the slides for the room, and says so. */
export async function downloadSlides(plan: Plan, city: string): Promise<string> {
  const [{ shelf, missing }, { planSlides }, { pptxOf }] = await Promise.all([
    shelfOf(plan, { sheets: true }),
    import('../../exports/documents/plan-slides.ts'),
    import('../../exports/pptx.ts'),
  ]);
  const name = `${fileNameOf(plan)}.pptx`;
  const type = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
  saveFile(name, await pptxOf(planSlides(plan, shelf, city)), type);
  return said(name, missing);
}

/** Hands over the calendar file, and says so; a session without a day has none. */
export async function downloadCalendar(plan: Plan, city: string): Promise<string> {
  const { calendarOf } = await import('../../exports/ics.ts');
  const text = calendarOf(plan, city, new Date());
  if (text === null)
    return 'Per metterla in calendario serve il giorno: scrivilo nel pianificatore, accanto al titolo della sessione.';
  const name = `${fileNameOf(plan)}.ics`;
  saveFile(name, text, 'text/calendar;charset=utf-8');
  return `Scaricato: ${name}. Si apre con il programma che usi per il calendario.`;
}

const said = (name: string, missing: readonly string[]): string =>
  `Scaricato: ${name}.${missing.length > 0 ? ` ${missingText(missing)}` : ''}`;

/** What is not in a paper, and what to do. */
export const missingText = (missing: readonly string[]): string =>
  `Non si sono caricate, e quindi mancano: ${missing.map((title) => `«${title}»`).join(', ')}. Con la rete, rifallo.`;

async function shelfOf(
  plan: Plan,
  { sheets }: { sheets: boolean },
): Promise<{ shelf: PlanShelf; missing: string[] }> {
  const missing: string[] = [];
  const fetched = async <T>(
    named: readonly Named[],
    get: (id: string) => Promise<T>,
  ): Promise<Map<string, T>> => {
    const found = new Map<string, T>();
    // in their order: the papers follow it
    const answers = await Promise.all(named.map(({ id }) => get(id).catch(() => null)));
    named.forEach(({ id, title }, index) => {
      const answer = answers[index];
      if (answer) found.set(id, answer);
      else missing.push(title);
    });
    return found;
  };
  const [activities, opened] = await Promise.all([
    fetched(activitiesOf(plan), fetchActivity),
    sheets ? fetched(practicesOf(plan), fetchSheet) : Promise.resolve(new Map<string, OpenedSheet>()),
  ]);
  const addressOf: PlanShelf['addressOf'] = (kind, id) => new URL(pageOf(kind, id), location.href).href;
  return { shelf: { activities, sheets: opened, addressOf }, missing };
}

async function fetchActivity(id: string): Promise<Activity> {
  const answer = await fetch(activityData(id));
  const file = (await answer.json()) as { collection?: unknown; entry?: Activity };
  if (file.collection !== 'activities' || !file.entry) throw new Error(`no activity in the file of ${id}`);
  return file.entry;
}
