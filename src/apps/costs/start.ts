import {
  emptyCosts,
  isUntouched,
  readCosts,
  rescale,
  valueIn,
  withField,
  type CostsPlan,
  type CostsState,
} from '../../knowledge/rescale.ts';
import { openKept } from '../device/kept.ts';
import { damagedText, stateText } from '../device/words.ts';
import { el, part } from '../elements.ts';
import { costFields, type Field } from './fields.ts';
import { outcomeView, stepsView } from './outcome.ts';

/** Long enough for a screen reader to hear only the end of what is typed. */
const pause = 600;

const form = part('costs', HTMLFormElement);
const outcome = part('costs-outcome', HTMLElement);
const steps = part('costs-steps', HTMLElement);
const keptPlace = part('costs-kept', HTMLElement);
const reset = part('costs-reset', HTMLButtonElement);
const { id = '' } = form.dataset;
// written by our own page beside this script
const plan = JSON.parse(form.dataset.plan ?? '') as CostsPlan;
const fields = costFields(form);
const kept = openKept(`costi:${id}`, { read: readCosts, empty: emptyCosts, onChange: shown });
let waiting: ReturnType<typeof setTimeout> | undefined;
/** What was there before everything was put back; typing anything lets it go. */
let taken: CostsState | null = null;

const valueOf = (name: string): string => valueIn(plan, kept.value(), name);

function save(state: CostsState): void {
  if (isUntouched(state)) kept.forget();
  else kept.save(state);
}

function edited(field: Field): void {
  const before = valueOf('measure');
  let state = withField(plan, kept.value(), fields.nameOf(field, before), fields.valueOf(field));
  if (field.name === 'measure') state = withOurs(state, before, field.value);
  taken = null;
  save(state);
  if (field.name === 'measure') fields.show(valueOf);
  tellReset();
  tellKept();
  clearTimeout(waiting);
  waiting = setTimeout(worked, pause);
}

/** What was typed before any measure was chosen belongs to the first that is. */
function withOurs(state: CostsState, before: string, measure: string): CostsState {
  const typed = before === '' ? valueIn(plan, state, 'ours') : '';
  return typed === '' ? state : withField(plan, withField(plan, state, 'ours', ''), `ours.${measure}`, typed);
}

/** Works the result out again. */
function worked(): void {
  clearTimeout(waiting);
  const state = kept.value();
  const rescaled = rescale(plan, state);
  fields.tell(rescaled.problems, valueOf('measure'));
  outcome.replaceChildren(...outcomeView(plan, state, rescaled, fields.focus));
  steps.replaceChildren(...stepsView(rescaled));
  form.toggleAttribute('data-worked', rescaled.results.length > 0);
}

/** Shows what is kept: at the start, after putting back, and what another window wrote. */
function shown(): void {
  fields.show(valueOf);
  worked();
  tellReset();
  tellKept();
}

function tellReset(): void {
  reset.textContent = taken ? 'Annulla: rimetti i tuoi valori' : 'Torna ai valori iniziali';
  reset.setAttribute('aria-disabled', String(!taken && isUntouched(kept.value())));
}

function tellKept(): void {
  const damaged = kept.damaged();
  // where nothing at all is kept, the check above says it for the whole page
  const full = kept.state() === 'full' ? stateText('full') : null;
  const texts = [damaged && damagedText(damaged), full].filter((text) => text !== null);
  if (keptPlace.dataset.told === texts.join()) return;
  keptPlace.dataset.told = texts.join();
  keptPlace.replaceChildren(...texts.map((text) => el('p', { class: 'costs-warning' }, text)));
  if (!damaged) return;
  const download = () =>
    void import('../documents/download.ts').then(({ saveFile }) =>
      saveFile(`costi-${id}-illeggibile.txt`, damaged.text, 'text/plain;charset=utf-8'),
    );
  keptPlace.append(
    el('button', { type: 'button', class: 'btn', click: download }, 'Scarica quello che c’era'),
  );
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  worked();
  part('titolo-costi-esito', HTMLElement).focus();
});
form.addEventListener('input', ({ target }) => {
  if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) edited(target);
});
form.addEventListener('focusout', () => {
  // the focus has not yet moved
  setTimeout(worked);
});
reset.addEventListener('click', () => {
  const next = taken ?? emptyCosts();
  if (!taken && isUntouched(kept.value())) return;
  taken = taken ? null : kept.value();
  save(next);
  shown();
  // whoever shows these costs elsewhere in the page listens to this
  form.dispatchEvent(new Event('input', { bubbles: true }));
});

shown();
