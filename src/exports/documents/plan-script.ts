import {
  blockTitle,
  cuts,
  planTitle,
  type Activities,
  type Block as PlanBlock,
  type Group,
  type Plan,
  type Task,
} from '../../knowledge/plan.ts';
import { plural } from '../../knowledge/italian.ts';
import { cutsFor, remarksOf } from '../../knowledge/plan-checks.ts';
import { planMaterials } from '../../knowledge/plan-materials.ts';
import { placesOf, type Placed } from '../../knowledge/plan-times.ts';
import { groupsOf } from '../../knowledge/session-materials.ts';
import { clock, formatDuration } from '../../knowledge/session-times.ts';
import { formatSpan } from '../../knowledge/span.ts';
import type { Activity } from '../../schemas/activity.ts';
import { groupings, quantityRules, sessionBlockKinds } from '../../schemas/labels.ts';
import { site } from '../../site.ts';
import { heading, paragraph, type Block, type TextDocument } from './document.ts';
import { activitiesOf, factsOf, linesIn, tasksText, whenAndWhere, type PlanShelf } from './plan-shelf.ts';
import { lineOf, listOf } from './sheet-blocks.ts';

/** What who leads holds in the hand: before, block by block with the words to say, after. */
export function planScript(plan: Plan, shelf: PlanShelf, city: string): TextDocument {
  return {
    kind: 'Traccia per chi conduce',
    title: planTitle(plan),
    lead: whenAndWhere(plan, city),
    blocks: [
      ...beforeBlocks(plan, shelf),
      heading(1, 'La scaletta'),
      ...placesOf(plan).flatMap((placed) => partBlocks(plan, placed, shelf)),
      ...afterBlocks(plan),
    ],
    footer: `${site.name}, traccia per chi conduce`,
  };
}

function beforeBlocks(plan: Plan, shelf: PlanShelf): Block[] {
  const about: (readonly [string, string])[] = [
    ['Persone', String(plan.people)],
    ['A chi', plan.audience.trim()],
    ['Conduce', plan.lead.trim()],
    ['Organizza', plan.organiser.trim()],
  ];
  const missing = activitiesOf(plan).filter(({ id }) => !shelf.activities.has(id));
  const rooms = [...shelf.activities.values()].flatMap(({ title, room }) =>
    room ? `${title}: ${room}` : [],
  );
  const facts = factsOf(shelf);
  const remarks = remarksOf(plan, facts);
  return [
    heading(1, 'Prima di cominciare'),
    ...about.flatMap(([name, text]) => (text ? [lineOf([{ text: `${name}: `, bold: true }, { text }])] : [])),
    ...titled(
      'Obiettivi',
      listOf(
        plan.objectives.map(({ text }) => [paragraph(text || 'Senza testo.')]),
        true,
      ),
    ),
    ...titled('Da chiedere prima a chi partecipa', tasks(plan.prework)),
    ...titled('La sala', bullets(rooms)),
    ...titled('I gruppi', bullets(groupsText(plan, shelf))),
    ...titled('Da portare', checks(planMaterials(plan, facts))),
    ...(missing.length > 0
      ? [
          paragraph(
            `In questi elenchi mancano la sala, i gruppi e i materiali di ${missing.map(({ title }) => `«${title}»`).join(', ')}: i dati non si sono caricati.`,
            'warning',
          ),
        ]
      : []),
    ...titled('Se siete in ritardo, in quest’ordine', numbered(cutsText(plan, facts))),
    ...titled('Da ricontrollare', checks(remarks.map(({ text }) => text))),
  ];
}

/** How many groups come of the people there are, for each activity that says how large its groups are. */
const groupsText = ({ people }: Plan, { activities }: PlanShelf): string[] =>
  [...activities.values()].flatMap(({ title, groupSize }) =>
    groupSize
      ? `${title}: ${formatSpan(groupsOf({ min: people, max: people }, groupSize), 'gruppo', 'gruppi')} da ${formatSpan(groupSize, 'persona', 'persone')}.`
      : [],
  );

/** Everything that may be cut, the last blocks first. */
const cutsText = ({ blocks }: Plan, activities: Activities): string[] =>
  cutsFor(blocks, Infinity, activities).steps.map(({ title, how, minutes }) => {
    const given = plural(minutes, 'minuto', 'minuti');
    return how === 'drop'
      ? `Togliere «${title}»: ${given}.`
      : `Accorciare «${title}»: fino a ${given} in meno.`;
  });

function partBlocks(plan: Plan, { block, from, to, gap }: Placed, shelf: PlanShelf): Block[] {
  const activity = block.activity ? shelf.activities.get(block.activity.id) : undefined;
  const objective = plan.objectives.findIndex(({ key }) => key === block.objective);
  const goal = plan.objectives[objective]?.text.trim() ?? '';
  const facts = [
    `${sessionBlockKinds[block.kind]}, ${formatDuration(block.minutes)}`,
    block.lead.trim() && `conduce ${block.lead.trim()}`,
    block.lockedAt !== null && 'inizio fissato',
    block.cut !== 'keep' && `se il tempo stringe ${cuts[block.cut]}`,
  ].filter(Boolean);
  const reading = block.practice
    ? `Pratica: ${block.practice.title}${block.sections.length > 0 ? ` (${block.sections.join(', ')})` : ''}.`
    : '';
  return [
    ...(gap > 0 ? [paragraph(`${formatDuration(gap)} liberi.`, 'small')] : []),
    heading(2, `${clock(from, plan.start)}–${clock(to, plan.start)}  ${blockTitle(block)}`),
    paragraph(`${facts.join(' · ')}.`, 'small'),
    ...(goal ? [lineOf([{ text: `Obiettivo ${objective + 1}: `, bold: true }, { text: goal }])] : []),
    ...(reading ? [paragraph(reading)] : []),
    ...linesIn(block.notes).map((line) => paragraph(line)),
    ...(block.activity ? activityBlocks(block.activity.title, activity) : []),
    ...block.groups.flatMap((group) => groupBlocks(plan, group, from)),
    ...titled('Materiali', bullets(ownMaterials(block, activity)), 3),
    ...(block.output.trim()
      ? [lineOf([{ text: 'Che cosa resta: ', bold: true }, { text: block.output.trim() }])]
      : []),
    ...(block.kind === 'break' ? [] : [{ kind: 'blank', lines: 2 } as const]),
  ];
}

function activityBlocks(title: string, activity: Activity | undefined): Block[] {
  if (!activity)
    return [
      paragraph(`Attività «${title}»: la guida non si è caricata. Si legge nella sua pagina.`, 'warning'),
    ];
  return [
    lineOf([{ text: 'Attività: ', bold: true }, { text: title }]),
    paragraph(`«${activity.invitation}»`, 'quote'),
    ...listOf(
      activity.steps.map(({ title: step, minutes, grouping, text }) => [
        lineOf([{ text: `${step} (${minutes} min, ${groupings[grouping]}). `, bold: true }, { text }]),
      ]),
      true,
    ),
  ];
}

/** What a parallel group does, with hours of its own. */
function groupBlocks(plan: Plan, { name, rows }: Group, from: number): Block[] {
  let at = from;
  return [
    heading(3, name.trim() || 'Gruppo senza nome'),
    ...bullets(
      rows.map(({ title, minutes, activity }) => {
        const line = `${clock(at, plan.start)}, ${minutes} min: ${title.trim() || activity?.title || 'senza titolo'}`;
        at += minutes;
        return line;
      }),
    ),
  ];
}

const ownMaterials = (block: PlanBlock, activity: Activity | undefined): string[] =>
  [...(activity?.materials ?? []), ...block.materials]
    .filter(({ item }) => item.trim() !== '')
    .map(({ item, quantity, per }) => `${item}: ${quantity} ${quantityRules[per]}`);

function afterBlocks({ followUp }: Plan): Block[] {
  return [
    heading(1, 'Dopo'),
    ...(followUp.length > 0 ? tasks(followUp) : [paragraph('Nessun compito previsto.')]),
    heading(2, 'Da ricordare per la prossima volta'),
    { kind: 'blank', lines: 4 },
  ];
}

const titled = (title: string, blocks: readonly Block[], level: 2 | 3 = 2): Block[] =>
  blocks.length > 0 ? [heading(level, title), ...blocks] : [];

const bullets = (lines: readonly string[]): Block[] => listOf(lines.map((line) => [paragraph(line)]));

const numbered = (lines: readonly string[]): Block[] =>
  listOf(
    lines.map((line) => [paragraph(line)]),
    true,
  );

/** The sign stands alone: word processors take it for that of the item. */
const checks = (lines: readonly string[]): Block[] =>
  listOf(lines.map((line) => [lineOf([{ text: '☐ ' }, { text: line }])]));

/** Things to do before or after, with the time they take. */
export const tasks = (list: readonly Task[]): Block[] => bullets(tasksText(list));
