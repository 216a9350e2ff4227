import { cuts, type Block, type Plan } from '../../knowledge/plan.ts';
import { pageOf } from '../../knowledge/routes.ts';
import { groupsAt, hourOf, type RunNow } from '../../knowledge/run-times.ts';
import { plural } from '../../knowledge/italian.ts';
import { sessionBlockKinds } from '../../schemas/labels.ts';
import { el, part } from '../elements.ts';
import { activityWords } from './facts.ts';
import { clockText, clockWord, groupText, nextText, paceText, titleNow } from './words.ts';

const stage = part('run-stage', HTMLElement);
const clock = part('run-time', HTMLElement);
const clockUnit = part('run-time-word', HTMLElement);
const alarm = part('run-alarm', HTMLElement);
const pace = part('run-pace', HTMLElement);
const next = part('run-next', HTMLElement);
const where = part('run-where', HTMLElement);
const heading = part('run-block', HTMLElement);
const groups = part('run-groups', HTMLElement);
const common = part('run-common', HTMLElement);
const notes = part('run-notes', HTMLDetailsElement);
const notesText = part('run-notes-text', HTMLElement);

/** Writes a text only where it differs: nobody who reads or listens is disturbed by a clock that ticks. */
function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** What changes with every second. */
export function tickStage(now: RunNow, moment: number): void {
  const { current } = now;
  if (!current) return;
  write(clock, clockText(current.left));
  write(clockUnit, clockWord(current.left));
  for (const element of [stage, document.body]) element.setAttribute('data-nearness', current.nearness);
  write(alarm, { calm: '', near: 'Ultimi minuti', over: 'Tempo scaduto' }[current.nearness]);
  write(pace, paceText(now));
  write(next, nextText(now));
  drawGroups(current.block, now, moment);
}

/** What changes with the block, or with the plan. */
export function drawStage(plan: Plan, now: RunNow): void {
  const { current } = now;
  if (!current) return;
  const { block, step, endsAt } = current;
  const number = block ? plan.blocks.indexOf(block) + 1 : 0;
  write(
    where,
    [
      block ? `Blocco ${number} di ${plan.blocks.length}` : 'Blocco tolto dal piano',
      block && sessionBlockKinds[block.kind],
      `${hourOf(step.startedAt)}–${hourOf(endsAt)}`,
    ]
      .filter(Boolean)
      .join(' · '),
  );
  write(heading, titleNow(now));
  const key = JSON.stringify(block);
  if (notesText.dataset.block === key) return;
  notesText.dataset.block = key;
  void drawNotes(block, key);
}

function drawGroups(block: Block | null, now: RunNow, moment: number): void {
  const { current } = now;
  if (!block || !current || block.groups.length === 0) {
    if (groups.firstChild) groups.replaceChildren();
    groups.dataset.drawn = '';
    write(common, '');
    return;
  }
  const found = groupsAt(block, current.step, moment).map((group) => ({
    name: group.group.name.trim() || 'Gruppo',
    ...groupText(group),
  }));
  const key = JSON.stringify([found, current.endsAt]);
  if (groups.dataset.drawn === key) return;
  groups.dataset.drawn = key;
  groups.replaceChildren(
    ...found.map(({ name, now: doing, then }) =>
      el('li', {}, el('b', {}, name), el('span', {}, doing), el('small', {}, `poi, ${then}`)),
    ),
  );
  write(common, `Tutti insieme alle ${hourOf(current.endsAt)}`);
}

async function drawNotes(block: Block | null, key: string): Promise<void> {
  const own = block ? ownNotes(block) : [];
  notesText.replaceChildren(...own);
  notes.hidden = own.length === 0 && !block?.activity;
  if (!block?.activity) return;
  const words = await activityWords(block.activity.id);
  // the block may have changed while the words came
  if (notesText.dataset.block !== key) return;
  const lines = words
    ? [
        words.invitation && el('h3', {}, 'Parole da dire'),
        words.invitation && el('blockquote', {}, words.invitation),
        words.steps.length > 0 && el('h3', {}, 'Passi'),
        words.steps.length > 0 &&
          el(
            'ol',
            {},
            words.steps.map(({ title, minutes, text }) =>
              el('li', {}, el('b', {}, `${title} (${plural(minutes, 'minuto', 'minuti')}). `), text),
            ),
          ),
      ].filter((line) => line instanceof Node)
    : [
        el(
          'p',
          {},
          `Le parole e i passi dell’attività «${block.activity.title}» non si sono caricati: serve la rete.`,
        ),
      ];
  notesText.replaceChildren(...lines, ...own);
}

/** What the plan itself says of a block. */
function ownNotes({ notes: text, output, lead, practice, sections, activity, cut }: Block): Node[] {
  return [
    text.trim() && el('h3', {}, 'Note'),
    ...text
      .split('\n')
      .filter((line) => line.trim())
      .map((line) => el('p', {}, line)),
    output.trim() && el('p', {}, el('b', {}, 'Alla fine deve esserci: '), output),
    lead.trim() && el('p', {}, el('b', {}, 'Conduce: '), lead),
    practice &&
      el(
        'p',
        {},
        el('b', {}, 'Pratica: '),
        el('a', { href: pageOf('practice', practice.id) }, practice.title),
        sections.length > 0 && `, ${sections.map((section) => `«${section}»`).join(', ')}`,
      ),
    activity &&
      el(
        'p',
        {},
        el('b', {}, 'Attività: '),
        el('a', { href: pageOf('activity', activity.id) }, activity.title),
      ),
    cut !== 'keep' && el('p', {}, el('b', {}, 'Se siete in ritardo: '), cuts[cut]),
  ].filter((node) => node instanceof Node);
}
