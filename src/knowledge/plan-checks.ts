import { plural } from './italian.ts';
import { blockTitle, cuts, type Activities, type Block, type Cut, type Plan } from './plan.ts';
import { endOf, groupMinutes, placesOf, type Placed } from './plan-times.ts';
import { groupsOf } from './session-materials.ts';
import { formatDuration } from './session-times.ts';

/** Something to look at again. Nothing stops who plans: there may be good reasons. */
export interface Remark {
  check: RemarkKind;
  text: string;
  /** Key of the block it speaks of; empty when it speaks of the whole. */
  block: string;
}

/** The checks, each with the rule it follows, as printed for who wants to know. */
export const remarkRules = {
  overrun: 'Il piano sta nei minuti che ci sono.',
  overlap: 'Un blocco finisce prima di un inizio fissato.',
  break: 'Non passano più di 90 minuti senza una pausa.',
  listening: 'Si ascolta al massimo per un terzo del tempo: per il resto si lavora.',
  people: 'Il numero di persone sta fra il minimo e il massimo dell’attività.',
  groups: 'Con queste persone si riescono a formare i gruppi che l’attività chiede.',
  minutes: 'La durata del blocco sta fra il minimo e il massimo dell’attività.',
  objective: 'Ogni obiettivo ha almeno un blocco che gli serve.',
  output: 'Ogni blocco, tranne le pause, dice che cosa resta alla fine.',
  materials: 'Un lavoro in gruppi o una visita ha i suoi materiali.',
  parallel: 'I gruppi in parallelo hanno qualcosa da fare e finiscono insieme.',
  empty: 'C’è almeno un blocco, e ogni blocco ha un titolo.',
} as const;

export type RemarkKind = keyof typeof remarkRules;

/** Longest stretch without a break: attention does not hold longer. */
const mostWithoutBreak = 90;
/** A gap as long as this is a break, whatever it is called. */
const leastBreak = 10;

/** Everything to look at again, the whole plan first, then block by block. */
export function remarksOf(plan: Plan, activities: Activities): Remark[] {
  const places = placesOf(plan);
  return [
    ...emptyRemarks(plan),
    ...overrunRemarks(plan, places),
    ...objectiveRemarks(plan),
    ...listeningRemarks(plan),
    ...breakRemarks(places),
    ...places.flatMap((placed) => blockRemarks(plan, placed, activities)),
  ];
}

const whole = (check: RemarkKind, text: string): Remark => ({ check, text, block: '' });

function emptyRemarks({ blocks }: Plan): Remark[] {
  return blocks.length === 0 ? [whole('empty', 'Il piano non ha ancora blocchi.')] : [];
}

function overrunRemarks(plan: Plan, places: readonly Placed[]): Remark[] {
  const over = endOf(places) - plan.minutes;
  return over > 0
    ? [
        whole(
          'overrun',
          `Si sfora di ${formatDuration(over)} sul tempo che c’è (${formatDuration(plan.minutes)}).`,
        ),
      ]
    : [];
}

function objectiveRemarks({ objectives, blocks }: Plan): Remark[] {
  const served = new Set(blocks.map(({ objective }) => objective));
  return objectives.flatMap(({ key, text }, index) =>
    served.has(key)
      ? []
      : [whole('objective', `L’obiettivo ${index + 1}${text ? ` («${text}»)` : ''} non ha nessun blocco.`)],
  );
}

/** A block in which most people listen: somebody tells, and no activity makes them work. */
const isListening = ({ kind, activity, groups }: Block): boolean =>
  (kind === 'welcome' || kind === 'practice' || kind === 'plenary') && !activity && groups.length === 0;

function listeningRemarks({ blocks }: Plan): Remark[] {
  const sum = (some: readonly Block[]): number => some.reduce((total, { minutes }) => total + minutes, 0);
  const busy = blocks.filter(({ kind }) => kind !== 'break');
  const [all, heard] = [sum(busy), sum(busy.filter(isListening))];
  if (all === 0 || heard * 3 <= all) return [];
  const text = `Si ascolta per ${formatDuration(heard)} su ${formatDuration(all)}: più di un terzo. Dai a qualche blocco un’attività.`;
  return [whole('listening', text)];
}

function breakRemarks(places: readonly Placed[]): Remark[] {
  const remarks: Remark[] = [];
  let since = 0;
  let isTold = false;
  for (const { block, from, to, gap } of places) {
    if (gap >= leastBreak) [since, isTold] = [from, false];
    if (block.kind === 'break') [since, isTold] = [to, false];
    else if (to - since > mostWithoutBreak && !isTold) {
      isTold = true;
      const text = `Alla fine di «${blockTitle(block)}» si lavora da ${formatDuration(to - since)} senza una pausa.`;
      remarks.push({ check: 'break', text, block: block.key });
    }
  }
  return remarks;
}

function blockRemarks(plan: Plan, { block, overlap }: Placed, activities: Activities): Remark[] {
  const remark = (check: RemarkKind, text: string): Remark => ({ check, text, block: block.key });
  const name = `«${blockTitle(block)}»`;
  const remarks: Remark[] = [];
  if (overlap > 0) {
    const text = `${name} ha l’inizio fissato, ma ciò che viene prima finisce ${plural(overlap, 'minuto', 'minuti')} dopo.`;
    remarks.push(remark('overlap', text));
  }
  if (block.kind === 'break') return remarks;
  if (!block.title.trim()) remarks.push(remark('empty', 'Un blocco non ha titolo.'));
  if (!block.output.trim()) remarks.push(remark('output', `${name} non dice che cosa resta alla fine.`));
  remarks.push(...activityRemarks(plan, block, activities, remark));
  const needsThings = block.kind === 'groups' || block.kind === 'visit';
  const hasActivity = block.activity ?? block.groups.some(({ rows }) => rows.some((row) => row.activity));
  if (needsThings && !hasActivity && block.materials.length === 0)
    remarks.push(remark('materials', `${name} non ha materiali: che cosa serve ai gruppi?`));
  for (const group of block.groups) {
    const minutes = groupMinutes(group);
    const who = `In ${name} il gruppo «${group.name.trim() || 'senza nome'}»`;
    if (group.rows.length === 0) remarks.push(remark('parallel', `${who} non ha niente da fare.`));
    else if (minutes > block.minutes)
      remarks.push(
        remark('parallel', `${who} ha bisogno di ${minutes} minuti, e il blocco ne dura ${block.minutes}.`),
      );
  }
  return remarks;
}

function activityRemarks(
  { people }: Plan,
  block: Block,
  activities: Activities,
  remark: (check: RemarkKind, text: string) => Remark,
): Remark[] {
  const activity = block.activity && activities.get(block.activity.id);
  if (!activity) return [];
  const name = `«${activity.title}»`;
  const remarks: Remark[] = [];
  const { min, max } = activity.minutes;
  if (block.minutes < min || block.minutes > max)
    remarks.push(
      remark('minutes', `${name} dura da ${min} a ${max} minuti: nel piano ne ha ${block.minutes}.`),
    );
  if (people < activity.people.min || people > activity.people.max) {
    const text = `${name} va bene da ${activity.people.min} a ${activity.people.max} persone: nel piano sono ${people}.`;
    remarks.push(remark('people', text));
  } else if (activity.groupSize) {
    const size = activity.groupSize;
    const groups = groupsOf({ min: people, max: people }, size).min;
    if (people < size.min * groups) {
      const text = `${name} vuole gruppi da ${size.min} a ${size.max} persone: in ${people} non si riesce a dividersi così.`;
      remarks.push(remark('groups', text));
    }
  }
  return remarks;
}

/** One thing to cut, and how many minutes it gives back. */
export interface CutStep {
  block: string;
  title: string;
  how: Exclude<Cut, 'keep'>;
  minutes: number;
}

/**
 * What to cut to give back so many minutes: first whole blocks marked as such, from the last, then blocks that may be
 * shortened, none below the shortest time of its activity, or two thirds of its own. `missing` is what even so is not
 * given back.
 */
export function cutsFor(
  blocks: readonly Block[],
  minutes: number,
  activities: Activities,
): { steps: CutStep[]; missing: number } {
  const steps: CutStep[] = [];
  let missing = Math.max(0, minutes);
  const take = (block: Block, how: CutStep['how'], given: number): void => {
    if (missing === 0 || given <= 0) return;
    steps.push({ block: block.key, title: blockTitle(block), how, minutes: given });
    missing = Math.max(0, missing - given);
  };
  const last = blocks.toReversed();
  for (const block of last) if (block.cut === 'drop') take(block, 'drop', block.minutes);
  for (const block of last) {
    if (block.cut !== 'shorten') continue;
    const shortest = block.activity && activities.get(block.activity.id)?.minutes.min;
    const floor = shortest ?? Math.ceil((block.minutes * 2) / 3);
    take(block, 'shorten', Math.min(missing, block.minutes - floor));
  }
  return { steps, missing };
}

const list = /* @__PURE__ */ new Intl.ListFormat('it');

/** The same in one sentence. */
export function cutsText({ steps, missing }: ReturnType<typeof cutsFor>): string {
  if (steps.length === 0)
    return `Nessun blocco è segnato «${cuts.shorten}» o «${cuts.drop}»: segnane qualcuno, o allunga il tempo.`;
  const words = steps.map(({ title, how, minutes }) =>
    how === 'drop' ? `togliere «${title}» (${minutes} minuti)` : `accorciare «${title}» di ${minutes} minuti`,
  );
  const rest = missing > 0 ? ` Non basta: mancano ancora ${plural(missing, 'minuto', 'minuti')}.` : '';
  return `Si può ${list.format(words)}.${rest}`;
}
