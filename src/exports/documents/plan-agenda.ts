import { blockTitle, planTitle, type Plan } from '../../knowledge/plan.ts';
import { endOf, placesOf } from '../../knowledge/plan-times.ts';
import { clock } from '../../knowledge/session-times.ts';
import { site } from '../../site.ts';
import { posterSizes, type Block, type Run, type Table, type TextDocument } from './document.ts';
import { isBreak, whenAndWhere } from './plan-shelf.ts';
import { linesOf } from './room.ts';

/** What stands on one sheet of A4 between its margins, in points: the same in a browser and in Word. */
const sheet = { width: 490, height: 700 };
/** Points: for two metres away, still to be read at one, the smallest worth hanging; beyond, it takes another sheet. */
const letters = { largest: 32, readable: 15, smallest: 10, manySheets: 13 };
/** A title is a name: where they would make the letters too small, longer ones are not printed whole. */
const mostOfTitle = [Infinity, 90, 60];
/** Hundredths of the width: hours, what is done. */
const widths = [20, 80] as const;

/** The programme to hang on the door: hours and titles, nothing else, in the largest letters that fit one sheet. */
export function planAgenda(plan: Plan, city: string): TextDocument {
  let best: TextDocument = { ...agendaOf(plan, city, Infinity), poster: letters.manySheets };
  let points = 0;
  for (const most of mostOfTitle) {
    if (points >= letters.readable) break;
    const agenda = agendaOf(plan, city, most);
    const own = pointsOf(agenda) ?? 0;
    if (own > points) [best, points] = [{ ...agenda, poster: own }, own];
  }
  return best;
}

function agendaOf(plan: Plan, city: string, most: number): TextDocument {
  const organiser = plan.organiser.trim();
  return {
    kind: 'Programma',
    title: shortened(planTitle(plan), most),
    lead: whenAndWhere(plan, city),
    blocks: [
      programmeTable(plan, most),
      ...(organiser
        ? [
            {
              kind: 'paragraph',
              runs: [{ text: `Organizza: ${organiser}.` }],
              look: 'small',
            } satisfies Block,
          ]
        : []),
    ],
    footer: site.name,
  };
}

/** When each block begins, and when all ends. */
export function programmeTable(plan: Plan, most = Infinity): Table {
  const places = placesOf(plan);
  const row = (at: number, title: string, italic: boolean): Run[][] => [
    [{ text: clock(at, plan.start), bold: true }],
    [{ text: title, italic }],
  ];
  return {
    kind: 'table',
    caption: 'Il programma',
    head: ['Ora', 'Che cosa si fa'],
    widths,
    rows: [
      ...places.map(({ block, from }) => row(from, shortened(blockTitle(block), most), isBreak(block))),
      ...(places.length > 0 ? [row(endOf(places), 'Fine', false)] : []),
    ],
  };
}

/** The largest points with which the document fills one sheet at most; null where even the smallest do not. */
function pointsOf(document: TextDocument): number | null {
  for (let points = letters.largest; points >= letters.smallest; points -= 0.5)
    if (heightWith(document, points) <= sheet.height) return points;
  return null;
}

/** Points of height with letters of so many points; letters are about half as wide as high. */
function heightWith({ title, lead = '', blocks }: TextDocument, points: number): number {
  const sizes = posterSizes(points);
  const lines = (text: string, width: number, size: number): number =>
    linesOf(text, Math.floor(width / (size * 0.52)));
  const head =
    lines(title, sheet.width, sizes.title * 1.05) * sizes.title * 1.2 +
    lines(lead, sheet.width, sizes.lead) * sizes.lead * 1.4;
  const column = (sheet.width * widths[1]) / 100 - 12;
  return blocks.reduce((sum, block) => {
    if (block.kind !== 'table') return sum + 20;
    return block.rows.reduce(
      (height, [, what = []]) =>
        height + lines(what[0]?.text ?? '', column, points) * points * 1.25 + points * 0.45 + 1,
      sum,
    );
  }, head + 70);
}

/** The first words of a title. */
function shortened(title: string, most: number): string {
  if (title.length <= most) return title;
  const space = title.lastIndexOf(' ', most);
  return `${title.slice(0, space > most / 2 ? space : most)}…`;
}
