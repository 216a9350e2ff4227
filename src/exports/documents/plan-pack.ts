import { headlinesOf } from '../../knowledge/brief.ts';
import { formatYears } from '../../knowledge/format.ts';
import { planTitle, type Named, type Plan } from '../../knowledge/plan.ts';
import { textContextOf } from '../../knowledge/text-context.ts';
import { site } from '../../site.ts';
import { bodyOf } from './body.ts';
import { withCitedSources } from './cited-sources.ts';
import { heading, paragraph, runOf, type Block, type Run, type TextDocument } from './document.ts';
import { headlineRuns } from './figure-runs.ts';
import { mergeSources } from './merged-sources.ts';
import { programmeTable } from './plan-agenda.ts';
import { tasks } from './plan-script.ts';
import { activitiesOf, practicesOf, whenAndWhere, type PlanShelf } from './plan-shelf.ts';
import { lineOf, listOf, notesOf, type SheetContext } from './sheet-blocks.ts';
import { byWeight, rowOf } from './slides.ts';
import { worksheetBlocks } from './worksheet.ts';

/** What a reader wants first of a case, where the plan does not say which sections to read. */
const usualSections = ['Il problema', 'Come funziona'];
/** Figures of a case that the room can talk about; the others are in the sheet. */
const mostFigures = 8;

/** What who takes part holds: programme, extracts of the cases with their sources, questions and roles, worksheets. */
export function planPack(plan: Plan, shelf: PlanShelf, city: string): TextDocument {
  const { parts, sources } = mergeSources(
    practicesOf(plan).map((practice) => practiceBlocks(plan, practice, shelf)),
  );
  return {
    kind: 'Materiale per chi partecipa',
    title: planTitle(plan),
    lead: whenAndWhere(plan, city),
    blocks: [
      ...firstPage(plan),
      ...parts.flatMap((blocks) => [{ kind: 'page-break' } as const, ...blocks]),
      ...activitiesOf(plan).flatMap((activity) => worksheet(activity, shelf)),
      ...whereToFind(plan, shelf),
      ...(sources.length > 0
        ? [heading(1, 'Le fonti citate'), { kind: 'sources', items: sources } as const]
        : []),
    ],
    footer: `${site.name}, materiale per chi partecipa`,
  };
}

function firstPage(plan: Plan): Block[] {
  const before = tasks(plan.prework);
  return [
    ...(plan.blocks.length > 0 ? [heading(1, 'Il programma'), programmeTable(plan)] : []),
    ...(plan.objectives.length > 0
      ? [
          heading(1, 'Che cosa sapremo fare'),
          ...listOf(plan.objectives.map(({ text }) => [paragraph(text || 'Senza testo.')])),
        ]
      : []),
    ...(before.length > 0 ? [heading(1, 'Prima di venire'), ...before] : []),
  ];
}

/** A case in a page or two: never a figure without its note. */
function practiceBlocks(plan: Plan, { id, title }: Named, { sheets, addressOf }: PlanShelf): Block[] {
  const sheet = sheets.get(id);
  if (!sheet)
    return [
      heading(1, title),
      lineOf(
        [
          { text: 'L’estratto manca: la scheda non si è caricata. Si legge qui, con la rete: ' },
          linkTo(addressOf('practice', id)),
        ],
        'warning',
      ),
    ];
  const { data } = sheet.practice;
  const context = textContextOf(sheet.graph, data);
  const opened: SheetContext = { sheet, data, context };
  const asked = plan.blocks.flatMap((block) => (block.practice?.id === id ? block.sections : []));
  const wanted = new Set(asked.length > 0 ? asked : usualSections);
  const { money, people } = headlinesOf(context.groups);
  return withCitedSources(
    [
      heading(1, data.title),
      paragraph(data.tagline, 'read'),
      lineOf([
        { text: `${context.graph.get('city', data.city).data.title}, ` },
        { ...runOf(formatYears(data.period)), notes: notesOf(context, ...(data.period.sources ?? [])) },
        { text: '. Risorse: ' },
        ...headlineRuns(money, opened),
        { text: '. Persone: ' },
        ...headlineRuns(people, opened),
        { text: '.' },
      ]),
      lineOf([{ text: 'La scheda intera: ' }, { text: sheet.page, href: sheet.page }], 'small'),
      ...bodyOf(sheet, context)
        .sections.filter((section) => wanted.has(section.title))
        .flatMap((section) => [heading(2, section.title), ...section.blocks]),
      ...figures(opened),
      ...questions(opened),
    ],
    context.sources,
    'Le fonti citate',
  );
}

function figures(opened: SheetContext): Block[] {
  const groups = byWeight(opened).slice(0, mostFigures);
  if (groups.length === 0) return [];
  const others = opened.context.groups.length - groups.length;
  return [
    heading(2, 'I dati, ognuno con la sua fonte'),
    {
      kind: 'table',
      caption: 'I dati della scheda; dove le fonti non concordano ci sono tutti i valori',
      head: ['Che cosa', 'Quanto', 'Alla data'],
      widths: [44, 34, 22],
      rows: groups.map((group) => rowOf(group, opened)),
    },
    ...(others > 0
      ? [
          paragraph(
            others === 1 ? 'Un altro dato è nella scheda.' : `Altri ${others} dati sono nella scheda.`,
            'small',
          ),
        ]
      : []),
  ];
}

function questions({ data: { teaching } }: SheetContext): Block[] {
  if (!teaching) return [];
  const roles = (teaching.roles ?? []).map(({ name, brief }) => [
    lineOf([{ text: `${name}. `, bold: true }, { text: brief }]),
  ]);
  return [
    heading(2, 'Il dilemma'),
    paragraph(teaching.dilemma, 'read'),
    ...(roles.length > 0 ? [heading(3, 'Le parti'), ...listOf(roles)] : []),
    heading(2, 'Domande per la sala'),
    ...listOf(
      teaching.questions.map((question) => [paragraph(question)]),
      true,
    ),
  ];
}

function worksheet({ id, title }: Named, { activities, addressOf }: PlanShelf): Block[] {
  const activity = activities.get(id);
  return [
    { kind: 'page-break' },
    heading(1, `Scheda di lavoro: ${title}`),
    ...(activity
      ? worksheetBlocks(activity.worksheet)
      : [
          lineOf(
            [
              { text: 'La scheda di lavoro non si è caricata. Si stampa da qui, con la rete: ' },
              linkTo(addressOf('activity', id)),
            ],
            'warning',
          ),
        ]),
  ];
}

/** Paper cannot be pressed: the addresses are written out. */
function whereToFind(plan: Plan, { addressOf }: PlanShelf): Block[] {
  const kinds = { practice: practicesOf(plan), activity: activitiesOf(plan) } as const;
  const items = (['practice', 'activity'] as const).flatMap((kind) =>
    kinds[kind].map(({ id, title }) => [lineOf([{ text: `${title}: ` }, linkTo(addressOf(kind, id))])]),
  );
  return items.length > 0
    ? [{ kind: 'page-break' }, heading(1, 'Dove trovare le schede'), ...listOf(items)]
    : [];
}

const linkTo = (address: string): Run => ({ text: address, href: address });
