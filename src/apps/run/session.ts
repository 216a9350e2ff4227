import { formatDate } from '../../knowledge/format.ts';
import { blockTitle, planTitle, type Plan } from '../../knowledge/plan.ts';
import { plannerPage, sessionListsFile } from '../../knowledge/routes.ts';
import { advance, back, begin, extend, finish, phaseOf, skip } from '../../knowledge/run-edits.ts';
import { hourOf, reviewOf, runAt, type RunNow } from '../../knowledge/run-times.ts';
import type { Run } from '../../knowledge/run.ts';
import { clock, formatDuration } from '../../knowledge/session-times.ts';
import { endOf, placesOf } from '../../knowledge/plan-times.ts';
import { plural } from '../../knowledge/italian.ts';
import { damagedText, stateText } from '../device/words.ts';
import { openKept } from '../device/kept.ts';
import { el, part } from '../elements.ts';
import { planData } from '../offline/plan-data.ts';
import { prepareOffline } from '../offline/prepare.ts';
import { isReady, offlineText } from '../offline/words.ts';
import { openPlan, openRun } from '../planner/store.ts';
import { openCapture } from './capture.ts';
import { ring, unlockSound } from './sound.ts';
import { drawStage, tickStage } from './stage.ts';
import { screenKeeper, type Awake } from './wake.ts';
import { beginText, nearText, overText } from './words.ts';

const shown = (id: string, isShown: boolean): void => {
  part(id, HTMLElement).hidden = !isShown;
};

const readMute = (json: unknown): boolean | null => (typeof json === 'boolean' ? json : null);

/** How often the clock looks at the time: a second never stays too long. */
const beat = 250;

/** How long after a line failed it is tried again. */
const again = 20_000;

/** Leads a plan of this device. */
export function openSession(id: string): void {
  const keptPlan = openPlan(id, () => changed());
  const kept = openRun(id, () => changed());
  const muted = openKept('conduci:muto', { read: readMute, empty: () => false, onChange: () => drawMute() });
  /** The last plan there was: another window may take it away while the session goes on. */
  let plan = keptPlan.value();
  /** What was last told of the current block, so that it is told once. */
  let toldOf = '';
  /** What «Ricomincia» took away. */
  let before: Run | null = null;

  if (!plan) {
    shown('run-missing', true);
    return;
  }
  const told = part('run-told', HTMLElement);
  const capture = openCapture({
    plan: currentPlan,
    run: () => kept.value(),
    save,
  });
  const settleScreen = screenKeeper(() => phaseOf(kept.value()) === 'running', tellAwake);
  const review = later(
    () => import('./review.ts'),
    ({ openReview }) => openReview({ plan: currentPlan, run: () => kept.value(), save }),
  );
  const workshop = later(
    // one after the other: schemas are made as they load
    () => import('../plain-zod.ts').then(() => import('./workshop.ts')),
    ({ openWorkshop }) =>
      openWorkshop({ plan: currentPlan, run: () => kept.value(), save, editCapture: capture.edit }),
  );

  function currentPlan(): Plan {
    plan = keptPlan.value() ?? plan;
    return plan as Plan;
  }

  const now = (): RunNow => runAt(currentPlan(), kept.value(), Date.now());

  function save(run: Run): void {
    kept.save(run);
    changed();
  }

  /** Draws everything that does not change with the seconds. */
  function changed(): void {
    const [of, run] = [currentPlan(), kept.value()];
    const phase = phaseOf(run);
    document.body.setAttribute('data-phase', phase);
    part('run-title', HTMLElement).textContent = planTitle(of);
    part('run-facts', HTMLElement).textContent = factsOf(of);
    part('run-plan', HTMLAnchorElement).href = plannerPage({ piano: of.id });
    shown('run-session', true);
    shown('run-before', phase === 'before');
    shown('run-empty', of.blocks.length === 0);
    shown('run-begin', of.blocks.length > 0);
    shown('run-stage', phase === 'running');
    shown('run-over', phase === 'over');
    shown('run-capture', of.blocks.length > 0);
    shown('run-review', phase === 'over');
    shown('run-workshop', phase === 'over');
    if (phase === 'over') void review().then((view) => view?.draw());
    if (phase !== 'running') document.body.removeAttribute('data-nearness');
    drawOver(run);
    drawAgenda();
    drawStage(of, now());
    capture.draw();
    tellKept();
    settleScreen();
    tick();
  }

  function tick(): void {
    const [state, moment] = [now(), Date.now()];
    tickStage(state, moment);
    follow(state);
    const minute = Math.floor(moment / 60_000);
    if (agenda.dataset.minute !== String(minute) && agendaDetails.open) drawAgenda();
  }

  /** Tells a new block, the last minutes and the end, each once; rings at the end. */
  function follow(state: RunNow): void {
    const { current } = state;
    const step = current ? `${kept.value().steps.length} ${current.step.block}` : '';
    const key = current ? `${step} ${current.nearness}` : '';
    if (key === toldOf) return;
    const isFirst = toldOf === '';
    const isSameBlock = toldOf.startsWith(`${step} `);
    toldOf = key;
    // a page just opened says nothing by itself: all of it is there to be read
    if (!current || isFirst) return;
    if (!isSameBlock) tell(beginText(state));
    else if (current.nearness === 'near') tell(nearText(state));
    else if (current.nearness === 'over') {
      tell(overText(state));
      if (!muted.value())
        void ring().then(
          (rang) => rang || tell(`${overText(state)} Il browser non ha fatto suonare la campana.`),
        );
    }
  }

  function tell(...words: (string | Node)[]): void {
    told.replaceChildren(...words);
  }

  const agenda = part('run-agenda-list', HTMLElement);
  const agendaDetails = part('run-agenda', HTMLDetailsElement);

  function drawAgenda(): void {
    const [of, run, moment] = [currentPlan(), kept.value(), Date.now()];
    const state = runAt(of, run, moment);
    agenda.dataset.minute = String(Math.floor(moment / 60_000));
    const isBefore = state.phase === 'before';
    const done = reviewOf(of, run, moment).flatMap(({ key, title, planned, actual, fate, startedAt }) => {
      if (startedAt === null || actual === null) return [];
      const isNow = state.current?.step.block === key;
      const spent = isNow
        ? 'adesso'
        : fate === 'skipped'
          ? 'saltato'
          : `${plural(actual, 'minuto', 'minuti')}, previsti ${planned}`;
      return [line(hourOf(startedAt), title, spent, isNow)];
    });
    const places = placesOf(of);
    const toCome = isBefore
      ? places.map(({ block, from }) =>
          line(clock(from, of.start), blockTitle(block), plural(block.minutes, 'minuto', 'minuti')),
        )
      : state.phase === 'over'
        ? []
        : state.toCome.map(({ block, from }) =>
            line(hourOf(from), blockTitle(block), plural(block.minutes, 'minuto', 'minuti')),
          );
    agenda.replaceChildren(...done, ...toCome);
  }

  function drawOver(run: Run): void {
    if (run.startedAt === null || run.endedAt === null) return;
    const minutes = Math.round((run.endedAt - run.startedAt) / 60_000);
    part('run-over-text', HTMLElement).textContent =
      `Dalle ${hourOf(run.startedAt)} alle ${hourOf(run.endedAt)}: ${formatDuration(minutes)}; nel piano ${formatDuration(endOf(placesOf(currentPlan())))}.`;
  }

  function tellAwake(awake: Awake): void {
    part('run-awake', HTMLElement).textContent = {
      on: 'Lo schermo resta acceso.',
      off: '',
      refused: 'Lo schermo può spegnersi da solo: allungane il tempo nelle impostazioni del dispositivo.',
    }[awake];
  }

  function drawMute(): void {
    const button = part('run-mute', HTMLButtonElement);
    button.setAttribute('aria-pressed', String(muted.value()));
  }

  /** Says that nothing is kept, or that what was kept cannot be read. */
  function tellKept(): void {
    const place = part('run-kept', HTMLElement);
    const damaged = kept.damaged();
    const texts = [damaged && damagedText(damaged), stateText(kept.state())].filter((text) => text !== null);
    if (!keptPlan.value())
      texts.push(
        'Il piano è stato tolto da questo dispositivo in un’altra finestra: qui si va avanti con l’ultima copia.',
      );
    if (place.dataset.told === texts.join()) return;
    place.dataset.told = texts.join();
    place.replaceChildren(...texts.map((text) => el('div', {}, text)));
  }

  /** One of the presses that move the session. What it took from the screen does not take the focus along. */
  function press(edit: (of: Plan, run: Run, moment: number) => Run, focus?: string): void {
    unlockSound();
    const next = edit(currentPlan(), kept.value(), Date.now());
    if (next === kept.value()) return;
    save(next);
    if (focus) part(focus, HTMLElement).focus({ preventScroll: true });
    if (phaseOf(next) !== 'over') return;
    tell('Sessione finita.');
    part('titolo-finita', HTMLElement).focus();
  }

  const presses: Record<string, () => void> = {
    'run-begin': () => {
      agendaDetails.open = false;
      press(begin, 'run-advance');
      tell(beginText(now()));
    },
    'run-advance': () => press(advance),
    'run-skip': () => press(skip),
    'run-back': () => {
      press((_, run) => back(run));
      if (phaseOf(kept.value()) === 'before') part('run-begin', HTMLElement).focus();
    },
    'run-more': () => lengthen(5),
    'run-less': () => lengthen(-5),
    'run-finish': () => press((_, run, moment) => finish(run, moment)),
    'run-resume': () => press((_, run) => back(run), 'run-advance'),
    'run-again': () => {
      before = kept.value();
      press((_, run) => ({ ...run, startedAt: null, endedAt: null, steps: [] }), 'run-begin');
      tell(
        'I tempi sono cancellati, gli appunti restano. ',
        el('button', { type: 'button', class: 'run-undo', click: undoAgain }, 'Annulla'),
      );
    },
    'run-mute': () => {
      muted.save(!muted.value());
      drawMute();
      tell(
        muted.value() ? 'Il suono è spento: alla fine di un blocco cambia lo schermo.' : 'Il suono è acceso.',
      );
    },
    'run-test': () => {
      unlockSound();
      void ring().then((rang) =>
        tell(rang ? 'Suona così.' : 'Il browser non ha suonato: controlla il volume e riprova.'),
      );
    },
    'run-full': () => void toggleFullScreen(),
  };

  function undoAgain(): void {
    if (!before) return;
    const { startedAt, endedAt, steps } = before;
    save({ ...kept.value(), startedAt, endedAt, steps });
    before = null;
    tell('I tempi di prima sono tornati.');
    part('titolo-finita', HTMLElement).focus();
  }

  function lengthen(minutes: number): void {
    press((of, run) => extend(of, run, minutes));
    const { current } = now();
    if (current) tell(`Il blocco finisce alle ${hourOf(current.endsAt)}.`);
  }

  async function toggleFullScreen(): Promise<void> {
    try {
      if (document.fullscreenElement) await document.exitFullscreen();
      else await part('run-stage', HTMLElement).requestFullscreen();
    } catch {
      tell('Questo browser non allarga a tutto schermo.');
    }
  }

  /** What the words of an interactive element need: they are pressed by space, and moved in by arrows. */
  const isTyped = (target: EventTarget | null, key: string): boolean =>
    target instanceof Element &&
    target.closest(
      key === ' '
        ? 'input, textarea, select, button, a, summary, [contenteditable]'
        : 'input, textarea, select, [contenteditable]',
    ) !== null;

  document.addEventListener('keydown', (event) => {
    const { key, target, repeat, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (phaseOf(kept.value()) !== 'running' || ctrlKey || metaKey || altKey || shiftKey) return;
    const wanted = { ' ': 'run-advance', ArrowRight: 'run-advance', ArrowLeft: 'run-back' }[key];
    if (!wanted || isTyped(target, key)) return;
    event.preventDefault();
    // a key held down, or a finger that trembles, is one press
    if (!repeat) presses[wanted]?.();
  });
  for (const [button, work] of Object.entries(presses))
    part(button, HTMLButtonElement).addEventListener('click', work);
  document.addEventListener('fullscreenchange', () => {
    part('run-full', HTMLButtonElement).textContent = document.fullscreenElement
      ? 'Esci dallo schermo intero'
      : 'Schermo intero';
  });
  part('run-full', HTMLButtonElement).hidden = !(document as { fullscreenEnabled?: boolean })
    .fullscreenEnabled;
  // after a reload the sound waits for the first press
  for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, unlockSound, { once: true });
  agendaDetails.addEventListener('toggle', drawAgenda);
  part('workshop-open', HTMLButtonElement).addEventListener(
    'click',
    () => void workshop().then((view) => view?.toggle()),
  );

  let isPreparing = false;

  /** Makes the page ready for when there is no network, and says how far it is; what lacks is asked for again. */
  async function tellOffline(): Promise<void> {
    if (isPreparing) return;
    isPreparing = true;
    const named = planData(currentPlan());
    const place = part('run-offline', HTMLElement);
    if (!place.textContent) place.textContent = 'Preparo la pagina per quando manca la rete…';
    const lacking = await prepareOffline([sessionListsFile, ...named.keys()]);
    isPreparing = false;
    const text = offlineText(lacking, named);
    if (place.textContent !== text) place.textContent = text;
    if (!isReady(lacking)) setTimeout(() => void tellOffline(), again);
  }

  addEventListener('online', () => void tellOffline());
  drawMute();
  agendaDetails.open = phaseOf(kept.value()) === 'before';
  changed();
  setInterval(tick, beat);
  document.addEventListener('visibilitychange', tick);
  void tellOffline();
}

function factsOf({ date, start, blocks, venue }: Plan): string {
  const length = endOf(placesOf({ blocks, start }));
  return [
    date && formatDate(date),
    `dalle ${clock(0, start)} alle ${clock(length, start)}`,
    plural(blocks.length, 'blocco', 'blocchi'),
    venue,
  ]
    .filter(Boolean)
    .join(' · ');
}

function line(hour: string, title: string, rest: string, isNow = false): HTMLElement {
  return el(
    'li',
    { 'aria-current': isNow && 'step' },
    el('span', { class: 'run-hour' }, hour),
    el('span', { class: 'run-line-title' }, title),
    el('small', {}, rest),
  );
}

/** What loads when it is wanted, once; a line that fails is tried again at the next wish. */
function later<M, V>(load: () => Promise<M>, open: (module: M) => V): () => Promise<V | null> {
  let asked: Promise<V> | undefined;
  return async () => {
    asked ??= load().then(open);
    try {
      return await asked;
    } catch (error) {
      asked = undefined;
      reportError(error);
      return null;
    }
  };
}
