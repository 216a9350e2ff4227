import type { z } from 'astro/zod';
import { activity, activitySections } from './activity.ts';
import { city } from './city.ts';
import { focusArea, focusAreaSections } from './focus-area.ts';
import { indicator } from './indicator.ts';
import { need } from './need.ts';
import { practiceSections } from './practice-sections.ts';
import { practice } from './practice.ts';
import { programme } from './programme.ts';
import { session, sessionSections } from './session.ts';
import { targetGroup } from './target-group.ts';
import { term } from './term.ts';
import { workshop, workshopSections } from './workshop.ts';

/** A collection kept as one `.mdx` file for each entry: front matter and a body of fixed sections. */
interface SheetCollection {
  shape: 'sheet';
  folder: string;
  sections: readonly string[];
}
/** A collection kept as one `.yaml` file: `sources` of the whole file, then `entries`. */
interface ListCollection {
  shape: 'list';
  file: string;
}
interface Names {
  /** Italian, for messages: «la pratica “x”». */
  one: string;
  many: string;
}

const sheet = (folder: string, sections: readonly string[]): SheetCollection => ({
  shape: 'sheet',
  folder,
  sections,
});
const list = (file: string): ListCollection => ({ shape: 'list', file });

/** Every collection, under the name by which other entries refer to it. The one list of what exists. */
export const registry = {
  practice: {
    schema: practice,
    store: sheet('practices', practiceSections),
    names: { one: 'la pratica', many: 'Pratiche' },
  },
  workshop: {
    schema: workshop,
    store: sheet('workshops', workshopSections),
    names: { one: 'il laboratorio', many: 'Laboratori' },
  },
  activity: {
    schema: activity,
    store: sheet('activities', activitySections),
    names: { one: 'l’attività', many: 'Attività' },
  },
  session: {
    schema: session,
    store: sheet('sessions', sessionSections),
    names: { one: 'la sessione', many: 'Sessioni' },
  },
  'focus-area': {
    schema: focusArea,
    store: sheet('focus-areas', focusAreaSections),
    names: { one: 'l’area di focus', many: 'Aree di focus' },
  },
  need: { schema: need, store: list('needs.yaml'), names: { one: 'il bisogno', many: 'Bisogni' } },
  indicator: {
    schema: indicator,
    store: list('indicators.yaml'),
    names: { one: 'l’indicatore', many: 'Indicatori' },
  },
  'target-group': {
    schema: targetGroup,
    store: list('target-groups.yaml'),
    names: { one: 'il gruppo', many: 'Gruppi di destinatari' },
  },
  programme: {
    schema: programme,
    store: list('programmes.yaml'),
    names: { one: 'il programma', many: 'Programmi' },
  },
  city: { schema: city, store: list('cities.yaml'), names: { one: 'la città', many: 'Città' } },
  term: {
    schema: term,
    store: list('glossary.yaml'),
    names: { one: 'la voce di glossario', many: 'Glossario' },
  },
} as const satisfies Record<
  string,
  { schema: z.ZodObject; store: SheetCollection | ListCollection; names: Names }
>;

export type Collection = keyof typeof registry;
export const collections = Object.keys(registry) as Collection[];

/** The data of one entry of a collection, as its schema describes it. */
export type DataOf<C extends Collection> = z.infer<(typeof registry)[C]['schema']>;
