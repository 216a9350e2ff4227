import { workshopSections } from '../schemas/workshop.ts';
import type { organisationKinds, workshopKinds } from '../schemas/labels.ts';
import { formatDate, plural } from './format.ts';
import { blockTitle, planTitle, type Block, type Plan } from './plan.ts';
import { hourOf, reviewOf } from './run-times.ts';
import type { Capture, Run } from './run.ts';
import { cleanLine, mdxText } from './typed-text.ts';

/** What neither the plan nor the run say, asked of who makes the sheet. */
export interface WorkshopDetails {
  title: string;
  tagline: string;
  summary: string;
  kinds: readonly (keyof typeof workshopKinds)[];
  /** Day of the session and day of the sheet, `2026-11-26`. */
  start: string;
  today: string;
  city: string;
  venue: string;
  organiser: string;
  organiserKind: keyof typeof organisationKinds;
  focusAreas: readonly string[];
  /** Id of the ready session that the plan began from; empty when none. */
  session: string;
}

/** The data of a workshop sheet, in the order of its schema, and its text. */
export interface WorkshopSheet {
  data: Readonly<Record<string, unknown>>;
  body: string;
}

/** The one source of what the room said: who was there wrote it down. */
const notes = 'appunti';
const source = notes;
const cite = `<Cite source="${notes}" />`;

/** As many as the schema takes; what is more is told in the text. */
const most = {
  list: 40,
  agenda: 30,
  agendaItems: 20,
  presented: 20,
  activities: 20,
  questions: 20,
  timing: 100,
};

const undocumented = 'Non documentato.';

/** Makes the sheet of a workshop of a session that was led. Only what was typed, planned or measured goes into it. */
export function workshopOf(plan: Plan, run: Run, details: WorkshopDetails): WorkshopSheet {
  const led = ledBlocks(plan, run);
  const ofKind = (kind: Capture['kind']): Capture[] =>
    run.captures.filter((capture) => capture.kind === kind && cleanLine(capture.text + capture.need) !== '');
  const insights = ofKind('insight').map(remark);
  const decisions = ofKind('decision').map(remark);
  const commitments = ofKind('commitment').map(({ text, who, by, city, practice }) => ({
    who: cleanLine(who) || 'Non documentato',
    what: cleanLine(text),
    by: by || undefined,
    status: 'open',
    city: city || undefined,
    practice: practice || undefined,
    source,
  }));
  const openQuestions = ofKind('question').map(({ text, practice }) => ({
    practice: practice || undefined,
    text: cleanLine(text),
    status: 'open',
    source,
  }));
  const needs = [...new Set(ofKind('need').flatMap(({ need }) => need || []))];
  const objectives = plan.objectives.map(({ text }) => cleanLine(text)).filter(Boolean);
  const timing = reviewOf(plan, run, 0)
    .slice(0, most.timing)
    .map(({ key, title, planned, actual, fate }) => ({
      title: (cleanLine(title) || blockTitle({ title: '' })).slice(0, 120).trim(),
      planned,
      actual: fate === 'led' ? (actual ?? 0) : 0,
      change: cleanLine(run.changes[key] ?? '') || undefined,
      source,
    }));
  const organiser = cleanLine(details.organiser);
  const data = {
    title: cleanLine(details.title),
    tagline: cleanLine(details.tagline),
    summary: cleanLine(details.summary),
    kinds: details.kinds,
    start: details.start,
    eventSources: [source],
    city: details.city,
    venue: cleanLine(details.venue) || undefined,
    organisers: [{ name: organiser, kind: details.organiserKind }],
    purpose: objectives.join(' ') || undefined,
    focusAreas: details.focusAreas,
    agenda: listOf(agendaOf(led)),
    presented: listOf(
      unique(led.map(({ block }) => block?.practice?.id))
        .slice(0, most.presented)
        .map((practice) => ({ practice, source })),
    ),
    activities: listOf(
      unique(led.flatMap(({ block }) => (block ? activitiesOf(block) : []))).slice(0, most.activities),
    ),
    questions: listOf(questionsOf(plan, led).slice(0, most.questions)),
    insights: listOf(insights.slice(0, most.list)),
    decisions: listOf(decisions.slice(0, most.list)),
    commitments: listOf(commitments.slice(0, most.list)),
    openQuestions: listOf(openQuestions.slice(0, most.list)),
    needsRaised: listOf(needs.slice(0, most.list)),
    session: details.session || undefined,
    timing: listOf(timing),
    nextTime: cleanLine(run.changes[''] ?? '') || undefined,
    sources: [
      {
        id: notes,
        title: `Appunti della sessione «${cleanLine(planTitle(plan))}», ${formatDate(details.start)}`,
        publisher: organiser,
        date: details.start,
        accessed: details.today,
        kind: 'other',
        note: 'Presi durante l’incontro da chi lo ha condotto; non sono in rete. Le ore sono quelle segnate allora.',
      },
    ],
    authors: [organiser],
    reviewedOn: details.today,
  };
  const more = [
    ...insights.slice(most.list).map(({ text }) => `Osservazione: ${text}`),
    ...decisions.slice(most.list).map(({ text }) => `Decisione: ${text}`),
    ...commitments.slice(most.list).map(({ who, what }) => `Impegno (${who}): ${what}`),
    ...openQuestions.slice(most.list).map(({ text }) => `Domanda aperta: ${text}`),
    ...ofKind('need')
      .flatMap(({ text }) => cleanLine(text) || [])
      .map((text) => `Bisogno: ${text}`),
  ];
  return { data: defined(data), body: bodyOf([why(plan, objectives), how(plan, run, led), left(run, more)]) };
}

const remark = ({ text, practice }: Capture) => ({
  text: cleanLine(text),
  practice: practice || undefined,
  source,
});

interface Led {
  /** Null when the plan has it no more. */
  block: Block | null;
  title: string;
  from: number;
  to: number;
}

/** The blocks that were really led, in their order. */
function ledBlocks({ blocks }: Plan, { steps }: Run): Led[] {
  const byKey = new Map(blocks.map((block) => [block.key, block]));
  return steps
    .filter(({ skipped }) => !skipped)
    .map(({ block, title, startedAt, endedAt }) => ({
      block: byKey.get(block) ?? null,
      title: cleanLine(title) || blockTitle({ title: '' }),
      from: startedAt,
      to: endedAt ?? startedAt,
    }));
}

const activitiesOf = ({ activity, groups }: Block): (string | undefined)[] => [
  activity?.id,
  ...groups.flatMap(({ rows }) => rows.map((row) => row.activity?.id)),
];

const unique = (ids: readonly (string | undefined)[]): string[] => [
  ...new Set(ids.filter((id) => id !== undefined)),
];

/** One entry a block; of a session of very many blocks, one for several in a row. */
function agendaOf(led: readonly Led[]) {
  const size = led.length > most.agenda ? most.agendaItems : 1;
  return Array.from({ length: Math.ceil(led.length / size) }, (_, index) => {
    const blocks = led.slice(index * size, (index + 1) * size);
    const [first, last] = [blocks[0], blocks.at(-1)];
    return {
      part: partOfDay(first?.from ?? 0),
      time: `${hourOf(first?.from ?? 0)}-${hourOf(last?.to ?? 0)}`,
      items: blocks.map(({ title }) => title),
      source,
    };
  });
}

function partOfDay(moment: number): string {
  const hour = new Date(moment).getHours();
  return hour < 13 ? 'mattina' : hour < 18 ? 'pomeriggio' : 'sera';
}

/** What was asked of the room: the lines of the plan that ask something. */
function questionsOf({ objectives }: Plan, led: readonly Led[]): string[] {
  const lines = [
    ...objectives.map(({ text }) => text),
    ...led.flatMap(({ block }) => block?.notes.split('\n') ?? []),
  ];
  return [...new Set(lines.map(cleanLine))].filter((line) => line.endsWith('?') && line.length <= 300);
}

/** A list with nothing in it is left out. */
const listOf = <T>(items: readonly T[]): readonly T[] | undefined => (items.length > 0 ? items : undefined);

/** Fields without a value are left out of maps, and of maps in lists. */
function defined<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => defined(item)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, defined(inner as unknown)]),
  ) as T;
}

const bodyOf = (texts: readonly string[]): string =>
  workshopSections.map((title, index) => `## ${title}\n\n${texts[index] ?? undocumented}\n`).join('\n');

const bullets = (texts: readonly string[]): string =>
  texts.map((text) => `- ${mdxText(text)} ${cite}`).join('\n');

function why({ audience, title }: Plan, objectives: readonly string[]): string {
  const paragraphs = [
    cleanLine(audience) && `Era pensato per: ${mdxText(audience)} ${cite}`,
    objectives.length > 0 && `Gli obiettivi scritti nel piano «${mdxText(title)}»:\n\n${bullets(objectives)}`,
  ].filter(Boolean);
  return paragraphs.length > 0 ? paragraphs.join('\n\n') : undocumented;
}

function how(plan: Plan, run: Run, led: readonly Led[]): string {
  const [first, last] = [led[0], led.at(-1)];
  if (!first || !last) return undocumented;
  const all = reviewOf(plan, run, 0);
  const notLed = all.filter(({ fate }) => fate !== 'led').map(({ title }) => title);
  return [
    `Dalle ${hourOf(run.startedAt ?? first.from)} alle ${hourOf(run.endedAt ?? last.to)}, ${plural(led.length, 'blocco', 'blocchi')} su ${all.length} previsti ${cite}.`,
    notLed.length > 0 && `Non si sono fatti:\n\n${bullets(notLed)}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function left({ captures }: Run, more: readonly string[]): string {
  if (captures.length === 0) return undocumented;
  return [
    `${capitalCount(captures.length)} in sala ${cite}: stanno fra i dati di questa scheda.`,
    more.length > 0 && `Altro che la sala ha detto:\n\n${bullets(more)}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

const capitalCount = (count: number): string => plural(count, 'appunto preso', 'appunti presi');
