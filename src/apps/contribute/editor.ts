import { deliverableOf, type Deliverable, type PlacedProblem } from '../../authoring/deliverable.ts';
import type { Path } from '../../authoring/draft-edits.ts';
import { namesIn } from '../../authoring/form-names.ts';
import { formSteps, type FormStep } from '../../authoring/form-steps.ts';
import { promptsFor } from '../../authoring/prompts.ts';
import type { FormExamples } from '../../exports/form-examples.ts';
import type { FormLists } from '../../exports/form-lists.ts';
import { formPage } from '../../knowledge/routes.ts';
import { fieldsOf } from '../../schemas/field-model.ts';
import { registry } from '../../schemas/registry.ts';
import { damagedText, stateText } from '../device/words.ts';
import { saveFile } from '../documents/download.ts';
import { el, part } from '../elements.ts';
import { historyOf, recorded, redone, undone, type History } from '../planner/history.ts';
import { openDraft, type KeptDraft } from './drafts.ts';
import { fieldView, namesLists } from './fields.ts';
import { finishView } from './finish.ts';
import { controlId, isMissing, sectionId, wordsOf, type Form } from './form.ts';
import { sectionsView } from './sections.ts';

/** How long after the last key the check runs and the draft is written down, in milliseconds. */
const pause = { check: 500, save: 250 };

interface Material {
  lists: FormLists;
  examples: FormExamples | null;
}

/**
 * Opens a draft of this device in the page, at the step of the address or at a field.
 * @param begun what it was begun with, if it was begun in this very page
 */
export function openEditor(
  key: string,
  kind: KeptDraft['kind'],
  { lists, examples }: Material,
  field: string | null,
  begun: KeptDraft | null = null,
): void {
  part('form-start', HTMLElement).hidden = true;
  part('form-work', HTMLElement).hidden = false;
  const place = part('form', HTMLElement);
  const told = part('form-told', HTMLElement);
  const kept = openDraft(key, (other) => {
    if (!other) return;
    history = recorded(history, other, 'una modifica fatta in un’altra finestra');
    draw();
    tell('Questa bozza è stata cambiata in un’altra finestra: ora è quella.');
  });
  // where the browser keeps nothing, what was just begun is nowhere else
  const found = kept.value() ?? begun;
  if (!found || found.kind !== kind) {
    const damaged = kept.damaged();
    place.replaceChildren(
      el('p', { class: 'form-kept' }, damaged ? damagedText(damaged) : 'Questa bozza non è in questo browser: le bozze restano sul dispositivo in cui sono nate.'),
      ...(damaged ? [el('p', {}, el('button', { type: 'button', class: 'btn', click: () => saveFile('bozza-illeggibile.txt', damaged.text, 'text/plain;charset=utf-8') }, 'Scarica quello che c’era'))] : []),
      el('p', {}, el('a', { href: formPage(kind) }, 'Ricomincia da qui')),
    ); // prettier-ignore
    return;
  }

  const names = namesIn(lists);
  const fields = new Map(fieldsOf(registry[kind].schema).map((model) => [model.key, model]));
  const steps: readonly FormStep[] = [
    ...formSteps[kind],
    { title: 'Rileggi e consegna', lead: 'Che cosa manca, com’è venuta, come mandarla.', fields: [] },
  ];
  const titles: readonly string[] = registry[kind].store.sections;
  const today = new Date().toLocaleDateString('sv');
  let history: History<KeptDraft> = historyOf(found);
  let step = 0;
  let delivered: Deliverable | null = null;
  /** Steps that the writer has left: what is missing there is said. */
  const left = new Set<number>();
  let saving: ReturnType<typeof setTimeout> | undefined;
  let checking: ReturnType<typeof setTimeout> | undefined;

  const draft = (): KeptDraft => history.now;
  const tell = (words: string): void => {
    told.textContent = words;
  };
  const areaOf = (): string | undefined => {
    const { focusAreas } = draft().data;
    const first: unknown = Array.isArray(focusAreas) ? focusAreas[0] : undefined;
    return typeof first === 'string' ? first : undefined;
  };

  const form: Form = {
    lists,
    names,
    fields,
    today,
    draft,
    commit(next, what, typedIn = '') {
      history = recorded(history, { ...next, changedAt: new Date().toISOString() }, what, typedIn);
      later();
    },
    redraw(focus) {
      draw();
      if (focus) focusOn(focus);
    },
    tell,
    exampleOf: (key) =>
      kind === 'practice' ? examples?.practice[areaOf() ?? '']?.[key] : examples?.workshop[key],
    questionsOf(section) {
      if (kind === 'workshop') return promptsFor(section);
      const area = lists['focus-area'].find(({ id }) => id === areaOf());
      const guidance = area?.data.guidance as { section: string; questions: string[] }[] | undefined;
      return guidance?.find((one) => one.section === section)?.questions ?? [];
    },
    problems: () => delivered?.problems ?? [],
  };

  function later(): void {
    clearTimeout(saving);
    saving = setTimeout(save, pause.save);
    clearTimeout(checking);
    checking = setTimeout(check, pause.check);
    showTools();
  }
  function save(): void {
    clearTimeout(saving);
    kept.save({ ...draft(), step });
    part('form-kept', HTMLElement).textContent = stateText(kept.state()) ?? '';
  }
  function check(): void {
    clearTimeout(checking);
    const { proposals } = draft();
    delivered = deliverableOf({ draft: draft(), proposals, lists, today });
    showProblems();
    showSteps();
    part('form-file', HTMLElement).textContent = delivered.isDraft
      ? 'Per ora è una bozza'
      : 'È completa: passa il controllo';
  }

  /** The step in which a problem is mended; the last for what concerns the whole file. */
  function stepOf({ place: at }: Pick<PlacedProblem, 'place'>): number {
    const index = steps.findIndex((one) =>
      'field' in at ? one.fields.includes(String(at.field[0])) : 'section' in at && one.hasSections,
    );
    return index < 0 ? steps.length - 1 : index;
  }

  /** A field that is still empty is no fault while its step is open for the first time. */
  const isSaid = (problem: PlacedProblem): boolean => !isMissing(problem) || left.has(stepOf(problem));

  function showProblems(): void {
    const messages = new Map<string, string[]>();
    for (const problem of form.problems()) {
      if (!isSaid(problem)) continue;
      const words = wordsOf(problem);
      const at = 'field' in problem.place ? nearest(problem.place.field) : 'section' in problem.place ? problem.place.section : ''; // prettier-ignore
      messages.set(at, [...(messages.get(at) ?? []), words]);
    }
    for (const own of place.querySelectorAll<HTMLElement>('[data-errors-of]')) {
      const at = own.dataset.errorsOf ?? '';
      const words = messages.get(at)?.join(' ') ?? '';
      if (own.textContent !== words) own.textContent = words;
      const control = document.getElementById(own.id.replace(/-errore$/, ''));
      // what is wrong is never folded away
      if (words) for (let fold = own.closest('details'); fold; fold = foldAround(fold)) fold.open = true;
      if (words) control?.setAttribute('aria-invalid', 'true');
      else control?.removeAttribute('aria-invalid');
    }
  }

  /** The deepest part of a path that stands on the page. */
  function nearest(path: Path): string {
    for (let length = path.length; length > 0; length -= 1) {
      const at = path.slice(0, length).join('.');
      if (place.querySelector(`[data-errors-of="${CSS.escape(at)}"]`)) return at;
    }
    return path.join('.');
  }

  function focusOn(path: Path): void {
    for (let length = path.length; length > 0; length -= 1) {
      const found = document.getElementById(controlId(path.slice(0, length)));
      if (!found) continue;
      for (
        let above = found.closest('details');
        above;
        above = above.parentElement?.closest('details') ?? null
      )
        above.open = true;
      found.focus();
      found.scrollIntoView({ block: 'nearest' });
      return;
    }
  }

  const troubles = (index: number): number =>
    form.problems().filter((one) => stepOf(one) === index && isSaid(one) && one.severity !== 'warning')
      .length;

  function showSteps(): void {
    const list = part('form-steps', HTMLElement);
    const links = steps.map(({ title }, index) => {
      const wrong = index === steps.length - 1 ? 0 : troubles(index);
      const state = wrong === 0 ? '' : wrong === 1 ? '1 cosa da sistemare' : `${wrong} cose da sistemare`;
      const link = el(
        'a',
        { href: address(index), 'aria-current': index === step ? 'step' : undefined },
        title,
        state !== '' && el('small', {}, state),
      );
      link.addEventListener('click', (event) => {
        event.preventDefault();
        go(index);
      });
      return el('li', {}, link);
    });
    list.replaceChildren(...links);
  }

  function showTools(): void {
    const [undo, redo] = [part('form-undo', HTMLButtonElement), part('form-redo', HTMLButtonElement)];
    undo.disabled = history.done.length === 0;
    redo.disabled = history.undone.length === 0;
    undo.title = history.done.at(-1)?.what ?? '';
    redo.title = history.undone.at(-1)?.what ?? '';
  }

  const address = (index: number): string => `${formPage(kind, { bozza: key })}&passo=${index + 1}`;

  function go(index: number, way: 'push' | 'replace' | 'none' = 'push'): void {
    if (index !== step) left.add(step);
    step = Math.min(steps.length - 1, Math.max(0, index));
    if (way === 'push') window.history.pushState(null, '', address(step));
    if (way === 'replace') window.history.replaceState(null, '', address(step));
    save();
    draw();
    if (way !== 'replace') part('form-title', HTMLElement).focus();
  }

  function draw(): void {
    const { title, lead, fields: keys, hasSections } = steps[step] as FormStep;
    const isLast = step === steps.length - 1;
    if (isLast) steps.forEach((_, index) => left.add(index));
    const models = keys.flatMap((one) => fields.get(one) ?? []);
    const next = el('button', { type: 'submit', class: 'btn btn-primary' }, 'Avanti');
    const view = el(
      'form',
      { class: 'form-step', novalidate: true, autocomplete: 'off' },
      el('h2', { id: 'form-title', tabindex: '-1' }, `${step + 1}. ${title}`),
      el('p', { class: 'form-lead' }, lead),
      namesLists(form, models),
      models.map((model) => fieldView(form, model, [model.key])),
      hasSections && sectionsView(form, titles),
      isLast && el('div', { id: 'form-finish' }),
      el(
        'p',
        { class: 'form-ways' },
        step > 0 && el('button', { type: 'button', class: 'btn btn-outline-primary', click: () => go(step - 1) }, 'Indietro'), // prettier-ignore
        !isLast && next,
      ),
    );
    view.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!isLast) go(step + 1);
    });
    place.replaceChildren(view);
    check();
    showTools();
    if (isLast && delivered)
      part('form-finish', HTMLElement).replaceChildren(finishView(form, delivered, reach, key));
  }

  /** Goes to where a problem is mended. */
  function reach(problem: Pick<PlacedProblem, 'place'>): void {
    go(stepOf(problem));
    const { place: at } = problem;
    if ('field' in at) focusOn(at.field);
    else if ('section' in at) document.getElementById(sectionId(titles, at.section))?.focus();
  }

  const travel = (to: (past: History<KeptDraft>) => History<KeptDraft> | null, word: string): void => {
    const what = word === 'Annullato' ? history.done.at(-1)?.what : history.undone.at(-1)?.what;
    const there = to(history);
    if (!there) return;
    history = there;
    save();
    draw();
    tell(`${word}: ${what ?? ''}.`);
  };
  part('form-undo', HTMLButtonElement).addEventListener('click', () => travel(undone, 'Annullato'));
  part('form-redo', HTMLButtonElement).addEventListener('click', () => travel(redone, 'Rifatto'));
  document.addEventListener('keydown', (event) => {
    // in a field the browser's own undo knows better
    const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
    if (isTyping || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    event.preventDefault();
    if (event.shiftKey) travel(redone, 'Rifatto');
    else travel(undone, 'Annullato');
  });
  globalThis.addEventListener('pagehide', save);
  document.addEventListener('visibilitychange', save);
  place.addEventListener('focusout', () => showProblems());
  const wanted = (): number =>
    Number(new URLSearchParams(location.search).get('passo') ?? found.step + 1) - 1;
  globalThis.addEventListener('popstate', () => go(wanted() || 0, 'none'));

  const ofField = field === null ? -1 : steps.findIndex(({ fields: keys }) => keys.includes(field));
  go(ofField >= 0 ? ofField : wanted() || 0, 'replace');
  if (field !== null && ofField >= 0) focusOn([field]);
}

const foldAround = (fold: HTMLDetailsElement): HTMLDetailsElement | null =>
  fold.parentElement?.closest('details') ?? null;
