import { practiceSections } from '../schemas/practice-sections.ts';
import { registry } from '../schemas/registry.ts';
import type { AreaContent } from './area.ts';
import { bodyOf } from './body.ts';
import { fieldsOf } from '../schemas/field-model.ts';
import { practiceHelp } from './practice.ts';
import { promptsFor } from './prompts.ts';
import { skeletonOf, type Known } from './skeleton.ts';
import { note } from './yaml-text.ts';

/** The kinds of sheet a contributor starts from a template. */
export const templateKinds = {
  practice: 'Scheda di buona pratica',
  workshop: 'Scheda di laboratorio',
  activity: 'Scheda di attività',
  session: 'Scheda di sessione',
} as const;
export type TemplateKind = keyof typeof templateKinds;

export interface Beginning {
  /** Empty for a template without a name yet. */
  title: string;
  /** Day on which the sheet is begun, `YYYY-MM-DD`. */
  day: string;
}

const rules = [
  'Le righe con «##» spiegano. Le righe con un solo «#» sono campi facoltativi, o voci di un elenco: per usarle togli «# » all’inizio (il segno e lo spazio) e scrivi il valore.',
  'I testi vanno fra virgolette, le date pure; numeri e codici no.',
  'Ciò che nessuna fonte dice lascialo com’è: la pagina scriverà «non documentato». Ogni cifra vuole la sua fonte.',
  'Prima di pubblicare togli i campi aggiunti e rimasti vuoti, e la riga «draft: true».',
];

/** The template of a practice: every field of the schema, with what the area asks and suggests. */
export function practiceTemplate(beginning: Beginning, area: AreaContent): string {
  const questions = (title: string) =>
    area.data.guidance.find((guide) => guide.section === title)?.questions ?? [];
  const body = bodyOf(practiceSections, questions);
  return sheetOf('practice', beginning, `area: ${area.data.title}`, practiceHelp(area), body);
}

/** The template of a workshop, an activity or a session; the area is named in it where one is given. */
export function otherTemplate(
  kind: Exclude<TemplateKind, 'practice'>,
  beginning: Beginning,
  area: AreaContent | null,
): string {
  const about = area ? `area: ${area.data.title}` : '';
  const known = area ? { values: { focusAreas: [area.id] } } : {};
  return sheetOf(kind, beginning, about, known, bodyOf(registry[kind].store.sections, promptsFor));
}

function sheetOf(
  kind: TemplateKind,
  { title, day }: Beginning,
  about: string,
  known: Known,
  body: string,
): string {
  // The draft mark stands first, where it is seen; old addresses are no business of a new sheet.
  const fields = fieldsOf(registry[kind].schema)
    .filter(({ key, preset }) => !preset && key !== 'redirects')
    .sort((a, b) => Number(b.key === 'draft') - Number(a.key === 'draft'));
  const values = { draft: true, reviewedOn: day, ...(title ? { title } : {}), ...known.values };
  const heading = [templateKinds[kind], about].filter(Boolean).join(', ');
  const head = [heading, ...rules].flatMap((text) => note(text)).join('\n');
  return `---\n${head}\n\n${skeletonOf(fields, { ...known, values })}---\n\n${body}`;
}
