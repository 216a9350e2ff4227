import { formatDate, plural } from '../../knowledge/format.ts';
import { blockTitle, planTitle, type Plan } from '../../knowledge/plan.ts';
import { dayOf, hourOf, reviewOf, type ReviewRow } from '../../knowledge/run-times.ts';
import { captureKinds, type Capture, type CaptureKind, type Run } from '../../knowledge/run.ts';
import { formatDuration } from '../../knowledge/session-times.ts';
import { site } from '../../site.ts';
import { heading, paragraph, runOf, undocumented, type Block, type TextDocument } from './document.ts';

/** What ids are called; an id that nobody knows is printed as it is. */
export interface RunNames {
  need: (id: string) => string;
  city: (id: string) => string;
}

const kindTitles: Record<CaptureKind, string> = {
  insight: 'Osservazioni',
  question: 'Domande aperte',
  decision: 'Decisioni',
  commitment: 'Impegni',
  need: 'Bisogni',
};

/**
 * How a session went: planned against real minutes, what to change, what the room said.
 * @param now only for a session that still goes on
 */
export function runReviewDocument(plan: Plan, run: Run, names: RunNames, now: number): TextDocument {
  const rows = reviewOf(plan, run, now);
  return {
    kind: 'Com’è andata',
    title: planTitle(plan),
    lead: whenText(run),
    blocks: [...timeBlocks(rows, run), ...wholeBlocks(run), ...captureBlocks(plan, run, names)],
    footer: `${site.name}. Minuti misurati da chi ha condotto, con gli orari in cui ha cominciato e finito ogni blocco; il resto sono gli appunti presi in sala.`,
  };
}

function whenText({ startedAt, endedAt }: Run): string | undefined {
  if (startedAt === null) return undefined;
  const end = endedAt === null ? '' : `–${hourOf(endedAt)}`;
  return `${formatDate(dayOf(startedAt))}, ${hourOf(startedAt)}${end}`;
}

/** Minutes that a block really took, in words. */
export function actualText({ actual, fate, planned }: ReviewRow): string {
  if (actual === null) return 'non fatto';
  if (fate === 'skipped')
    return actual === 0 ? 'saltato' : `saltato dopo ${plural(actual, 'minuto', 'minuti')}`;
  const difference = actual - planned;
  const sign = difference > 0 ? `+${difference}` : `−${-difference}`;
  return difference === 0 ? String(actual) : `${actual} (${sign})`;
}

function timeBlocks(rows: readonly ReviewRow[], { changes }: Run): Block[] {
  if (rows.length === 0) return [paragraph('La sessione non è ancora cominciata.')];
  const planned = rows.reduce((sum, row) => sum + row.planned, 0);
  const actual = rows.reduce((sum, row) => sum + (row.actual ?? 0), 0);
  return [
    heading(2, 'Tempi'),
    paragraph(`Previsti ${formatDuration(planned)}, durati ${formatDuration(actual)}.`),
    {
      kind: 'table',
      caption: 'Minuti previsti e minuti veri, blocco per blocco',
      head: ['Blocco', 'Inizio', 'Previsti', 'Veri', 'Che cosa cambiare'],
      widths: [30, 10, 10, 15, 35],
      rows: rows.map((row) => [
        [{ text: row.title }],
        [runOf(row.startedAt === null ? '–' : hourOf(row.startedAt))],
        [{ text: String(row.planned) }],
        [{ text: actualText(row) }],
        [{ text: changes[row.key] ?? '' }],
      ]),
    },
  ];
}

function wholeBlocks({ changes }: Run): Block[] {
  return [heading(2, 'La prossima volta'), { kind: 'paragraph', runs: [runOf(changes['']?.trim())] }];
}

function captureBlocks(plan: Plan, { captures, steps }: Run, names: RunNames): Block[] {
  const titles = new Map([
    ...steps.map((step) => [step.block, step.title] as const),
    ...plan.blocks.map((block) => [block.key, blockTitle(block)] as const),
  ]);
  const practices = new Map(
    [...plan.blocks, ...plan.prework, ...plan.followUp].flatMap(({ practice }) =>
      practice ? [[practice.id, practice.title] as const] : [],
    ),
  );
  const kinds = Object.keys(captureKinds) as CaptureKind[];
  const factsOf = ({ who, by, city, need, text, practice, block }: Capture): string[] =>
    [
      need && text ? `bisogno della base: ${names.need(need)}` : '',
      who,
      by && `entro il ${formatDate(by)}`,
      city && names.city(city),
      practice && `su «${practices.get(practice) ?? practice}»`,
      titles.get(block) ?? '',
    ].filter((fact) => fact !== '');
  return [
    heading(2, 'Che cosa ha detto la sala'),
    ...(captures.length === 0 ? [{ kind: 'paragraph', runs: [undocumented] } as const] : []),
    ...kinds.flatMap((kind): Block[] => {
      const own = captures.filter((capture) => capture.kind === kind);
      if (own.length === 0) return [];
      return [
        heading(3, kindTitles[kind]),
        {
          kind: 'list',
          ordered: false,
          items: own.map((capture) => {
            const facts = factsOf(capture);
            const rest = facts.length > 0 ? [{ text: ` (${facts.join('; ')})`, italic: true }] : [];
            return [
              { kind: 'paragraph', runs: [{ text: capture.text || names.need(capture.need) }, ...rest] },
            ];
          }),
        },
      ];
    }),
  ];
}
