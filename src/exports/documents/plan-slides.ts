import { blockTitle, planTitle, type Block as PlanBlock, type Plan } from '../../knowledge/plan.ts';
import { placesOf, type Placed } from '../../knowledge/plan-times.ts';
import { clock } from '../../knowledge/session-times.ts';
import { groupings, sessionBlockKinds } from '../../schemas/labels.ts';
import type { Activity } from '../../schemas/activity.ts';
import { site } from '../../site.ts';
import { activitiesOf, linesIn, practicesOf, tasksText, whenAndWhere, type PlanShelf } from './plan-shelf.ts';
import { firstSentences, linesOf } from './room.ts';
import type { Slide, SlideBlock, SlideDeck } from './slides.ts';

/** Room on a slide, in lines of ordinary letters, and letters of a line; `pptx.ts` draws them so. */
const room = { lines: 17, column: 47, wide: 98 };
const largeness = { large: 1.25, soft: 0.8 };
/** Lines of a slide that can be read from the back of a room. */
const mostLines = 9;
const mostOfTitle = 90;
const mostOfLine = 170;
const mostOfSpeech = 420;

/**
 * Slides for the room: what there is, one for each block with its words to begin, the dilemma and the questions of its
 * cases. No figure of a case stands on them: those are in the papers, each with its source. What does not fit is in the
 * notes for who speaks, whole.
 */
export function planSlides(plan: Plan, shelf: PlanShelf, city: string): SlideDeck {
  const title = planTitle(plan);
  const places = placesOf(plan);
  const discussed = discussedAt(plan);
  return {
    title,
    subject: whenAndWhere(plan, city),
    slides: [
      slide({
        title,
        look: 'opening',
        columns: [
          [
            words([whenAndWhere(plan, city)], 'large'),
            words([plan.organiser.trim() && short(`Organizza: ${plan.organiser.trim()}`)], 'soft'),
          ],
        ],
      }),
      ...(plan.objectives.length > 0
        ? [listSlide('Che cosa sapremo fare', texts(plan.objectives.map(({ text }) => text)))]
        : []),
      ...programme(plan, places),
      ...places.flatMap((placed) => [
        blockSlide(plan, placed, shelf),
        ...(discussed.get(placed.block.key) ?? []).flatMap(({ id, what }) => teachingSlide(id, what, shelf)),
      ]),
      closing(plan, shelf),
    ],
    footer: site.name,
  };
}

/** As many blocks as a slide holds, then another. */
function programme(plan: Plan, places: readonly Placed[]): Slide[] {
  const many = Math.ceil(places.length / mostLines);
  return Array.from({ length: many }, (_, index) => {
    const lines = places
      .slice(index * mostLines, (index + 1) * mostLines)
      .map(({ block, from }) => `${clock(from, plan.start)}  ${blockTitle(block)}`);
    return slide({
      title: many > 1 ? `Il programma, ${index + 1} di ${many}` : 'Il programma',
      look: 'wide',
      columns: [
        [
          words(
            lines.map((line) => short(line, mostOfTitle)),
            'large',
          ),
        ],
      ],
      notes: lines.filter((line) => line.length > mostOfTitle),
    });
  });
}

function blockSlide(plan: Plan, { block, from, to }: Placed, shelf: PlanShelf): Slide {
  const title = blockTitle(block);
  if (block.kind === 'break')
    return slide({
      title,
      look: 'opening',
      columns: [[words([`Si riprende alle ${clock(to, plan.start)}`], 'large')]],
      notes: linesIn(block.notes),
    });
  const hours = `${clock(from, plan.start)}–${clock(to, plan.start)}, ${sessionBlockKinds[block.kind]}`;
  const activity = block.activity ? shelf.activities.get(block.activity.id) : undefined;
  const speech = activity ? [activity.invitation] : readingOf(block);
  const output = block.output.trim();
  const work = activity ? stepsOf(activity) : groupsOf(block);
  const first: SlideBlock[] = [{ heading: hours, items: [], listed: false }];
  const last: SlideBlock[] = output
    ? [{ heading: 'Alla fine resta', items: [[{ text: short(output, 220) }]], listed: false }]
    : [];
  const notes = [
    ...(activity && activity.invitation.length > mostOfSpeech ? [activity.invitation] : []),
    ...linesIn(block.notes),
    ...(activity?.steps ?? []).map(
      ({ title: step, minutes, grouping, text }) =>
        `${step} (${minutes} min, ${groupings[grouping]}): ${text}`,
    ),
    ...(output.length > 220 ? [`Alla fine resta: ${output}`] : []),
  ];
  const said = speech.map((text) => short(text, mostOfSpeech));
  if (work.length === 0)
    return slide({
      title,
      look: 'wide',
      columns: [[...first.map(large), words(said, 'large'), ...last.map(large)]],
      notes,
    });
  return slide({
    title,
    look: 'columns',
    columns: [
      [...first, words(said)],
      [...work, ...last],
    ],
    notes,
  });
}

const readingOf = ({ practice, sections }: PlanBlock): string[] =>
  practice ? [`${practice.title}${sections.length > 0 ? `: ${sections.join('; ')}` : ''}`] : [];

const stepsOf = ({ steps }: Activity): SlideBlock[] => [
  listed(steps.map(({ title, minutes }) => `${title} (${minutes} min)`)),
];

const groupsOf = ({ groups }: PlanBlock): SlideBlock[] =>
  groups.map(({ name, rows }) => ({
    heading: short(name.trim() || 'Gruppo senza nome', 60),
    items: rows.map(({ title, minutes, activity }) => [
      { text: `${short(title.trim() || activity?.title || 'Senza titolo', 80)} (${minutes} min)` },
    ]),
    listed: true,
  }));

/** After which block the dilemma and the questions of each case are shown. */
type Discussed = ReadonlyMap<string, readonly { id: string; what: 'dilemma' | 'questions' }[]>;

/**
 * Each once: the dilemma where groups work on a case without reading it, the questions where they read; else where the
 * case is first named.
 */
function discussedAt(plan: Plan): Discussed {
  const found = practicesOf({ ...plan, prework: [] }).flatMap(({ id }) => {
    const all = plan.blocks.filter(({ practice }) => practice?.id === id);
    const worked = all.filter(({ kind }) => kind === 'groups');
    const dilemma = worked.find(({ sections }) => sections.length === 0) ?? worked[0] ?? all[0];
    const questions = worked.find(({ sections }) => sections.length > 0) ?? dilemma;
    return [
      { id, what: 'dilemma' as const, key: dilemma?.key ?? '' },
      { id, what: 'questions' as const, key: questions?.key ?? '' },
    ];
  });
  return Map.groupBy(found, ({ key }) => key);
}

function teachingSlide(id: string, what: 'dilemma' | 'questions', { sheets }: PlanShelf): Slide[] {
  const sheet = sheets.get(id);
  const teaching = sheet?.practice.data.teaching;
  if (!teaching) return [];
  const { title } = sheet.practice.data;
  const address = `La scheda, con le fonti: ${sheet.page}`;
  if (what === 'questions') return [listSlide(`${title}: le domande`, teaching.questions, [address])];
  return [
    slide({
      title: `${title}: il dilemma`,
      look: 'wide',
      columns: [[words([teaching.dilemma], 'large')]],
      notes: [...(teaching.roles ?? []).map(({ name, brief }) => `${name}: ${brief}`), address],
    }),
  ];
}

/** What to do after, and where to read on. */
function closing(plan: Plan, { addressOf }: PlanShelf): Slide {
  const tasks = tasksText(plan.followUp);
  const sheets = practicesOf(plan);
  const lists: SlideBlock[] = [
    ...(tasks.length > 0 ? [{ ...listed(tasks), heading: 'Dopo' }] : []),
    ...(sheets.length > 0
      ? [{ ...listed(sheets.map(({ title }) => title)), heading: 'Le schede da rileggere' }]
      : []),
  ];
  return slide({
    title: 'Prima di andare',
    look: 'wide',
    columns: [
      lists.length > 0
        ? lists.map(large)
        : [words(['Che cosa porto via? Che cosa faccio per primo?'], 'large')],
    ],
    notes: [
      ...tasks,
      ...sheets.map(({ id, title }) => `${title}: ${addressOf('practice', id)}`),
      ...activitiesOf(plan).map(({ id, title }) => `${title}: ${addressOf('activity', id)}`),
    ],
  });
}

const listSlide = (title: string, lines: readonly string[], notes: readonly string[] = []): Slide =>
  slide({ title, look: 'wide', columns: [[large(listed(lines))]], notes: [...lines, ...notes] });

const large = (block: SlideBlock): SlideBlock => ({ ...block, look: 'large' });

const texts = (lines: readonly string[]): string[] => lines.map((line) => line.trim()).filter(Boolean);

const words = (lines: readonly string[], look?: SlideBlock['look']): SlideBlock => ({
  items: texts(lines).map((text) => [{ text }]),
  listed: false,
  look,
});

const listed = (lines: readonly string[]): SlideBlock => ({
  items: lines.map((line) => [{ text: short(line) }]),
  listed: true,
});

/** The first sentences, or the first words of a sentence that never ends. */
function short(text: string, most = mostOfLine): string {
  const sentences = firstSentences(text, most);
  if (sentences.length <= most + 4) return sentences;
  const space = text.lastIndexOf(' ', most - 1);
  return `${text.slice(0, space > most / 2 ? space : most - 1)}…`;
}

type Told = Pick<Slide, 'title' | 'look' | 'columns'> & { notes?: readonly string[] };

/** A slide with as much as it has room for; the notes begin with a title that is cut. */
function slide({ title, look, columns, notes = [] }: Told): Slide {
  const printed = short(title, mostOfTitle);
  return {
    title: printed,
    look,
    columns: columns.map((blocks) => fitted(blocks, look === 'columns' ? room.column : room.wide)),
    sources: '',
    notes: [...(printed === title ? [] : [title]), ...notes],
  };
}

/** Blocks without their last items, as many as there is no room for; who leads has them in the notes. */
function fitted(blocks: readonly SlideBlock[], letters: number): SlideBlock[] {
  let kept = blocks.filter(({ heading, items }) => heading !== undefined || items.length > 0);
  while (heightOf(kept, letters) > room.lines) {
    const longest = kept.reduce((a, b) => (b.items.length > a.items.length ? b : a));
    if (longest.items.length < 2) break;
    kept = kept.map((block) => (block === longest ? { ...block, items: block.items.slice(0, -1) } : block));
  }
  return kept;
}

const heightOf = (blocks: readonly SlideBlock[], letters: number): number =>
  blocks.reduce((sum, { heading, items, listed: isList, look }) => {
    const size = look ? largeness[look] : 1;
    const perLine = Math.floor(letters / size) - (isList ? 3 : 0);
    const head = heading ? linesOf(heading, letters) + 0.6 : 0;
    return items.reduce(
      (height, runs) => height + linesOf(runs.map(({ text }) => text).join(''), perLine) * size + 0.3,
      sum + head,
    );
  }, 0);
