import { formatDate } from '../../knowledge/format.ts';
import { blockTitle, type Named, type Plan } from '../../knowledge/plan.ts';
import { newCapture, withEdit, withField, type CaptureEdit } from '../../knowledge/run-edits.ts';
import {
  captureKinds,
  emptyCapture,
  mostCaptures,
  type Capture,
  type CaptureKind,
  type Run,
} from '../../knowledge/run.ts';
import { el, part } from '../elements.ts';
import { sessionLists } from './lists.ts';
import type { SessionLists } from '../../exports/session-lists.ts';

/** What the parts of the page know of the session. */
export interface SessionState {
  plan: () => Plan;
  run: () => Run;
  save: (run: Run) => void;
}

export interface CaptureView {
  draw: () => void;
  /** Opens a capture in the form. */
  edit: (key: string) => void;
}

/** The practices that a plan names, each once. */
function practicesOf({ blocks, prework, followUp }: Plan): Named[] {
  const named = [...blocks, ...prework, ...followUp].flatMap(({ practice }) => (practice ? [practice] : []));
  return [...new Map(named.map((practice) => [practice.id, practice])).values()];
}

/** The form in which one writes what the room says, and the list of what was written. */
export function openCapture({ plan, run, save }: SessionState): CaptureView {
  const form = part('capture-form', HTMLFormElement);
  const told = part('capture-told', HTMLElement);
  const error = part('capture-error', HTMLElement);
  const text = part('capture-text', HTMLTextAreaElement);
  const block = part('capture-block', HTMLSelectElement);
  const practice = part('capture-practice', HTMLSelectElement);
  const city = part('capture-city', HTMLSelectElement);
  const need = part('capture-need', HTMLInputElement);
  const by = part('capture-by', HTMLInputElement);
  const who = part('capture-who', HTMLInputElement);
  const undo = part('capture-undo', HTMLButtonElement);
  const leave = part('capture-leave', HTMLButtonElement);
  const saveButton = part('capture-save', HTMLButtonElement);
  const list = part('capture-list', HTMLElement);
  let lists: SessionLists | null = null;
  /** The capture that stands in the form; empty for a new one. */
  let editing = '';
  /** Nobody has chosen a block: the form follows the current one. */
  let followsBlock = true;
  let done: { what: string; edit: CaptureEdit }[] = [];

  const kind = (): CaptureKind => (new FormData(form).get('kind') as CaptureKind | null) ?? emptyCapture.kind;

  const needTitle = (id: string): string => lists?.needs.find(([key]) => key === id)?.[1] ?? id;
  const cityTitle = (id: string): string => lists?.cities.find(([key]) => key === id)?.[1] ?? id;

  function drawKind(): void {
    const chosen = kind();
    for (const more of form.querySelectorAll<HTMLElement>('.capture-more'))
      more.hidden = more.dataset.for !== chosen;
  }

  /** The choices of a list, without moving what is chosen. */
  function setOptions(select: HTMLSelectElement, options: readonly (readonly [string, string])[]): void {
    const key = JSON.stringify(options);
    if (select.dataset.drawn === key) return;
    const { value } = select;
    select.dataset.drawn = key;
    select.replaceChildren(...options.map(([id, title]) => el('option', { value: id }, title)));
    select.value = options.some(([id]) => id === value) ? value : '';
  }

  function drawChoices(): void {
    const [of, { steps, endedAt }] = [plan(), run()];
    const inPlan = new Set(of.blocks.map(({ key }) => key));
    const gone = steps.filter(({ block: key }) => !inPlan.has(key));
    setOptions(block, [
      ['', 'la sessione intera'],
      ...of.blocks.map((item, index) => [item.key, `${index + 1}. ${blockTitle(item)}`] as const),
      ...gone.map((step) => [step.block, `${step.title} (tolto dal piano)`] as const),
    ]);
    setOptions(practice, [['', 'nessuna'], ...practicesOf(of).map(({ id, title }) => [id, title] as const)]);
    if (followsBlock && !editing) {
      block.value = (endedAt === null && steps.at(-1)?.block) || '';
      practice.value = of.blocks.find(({ key }) => key === block.value)?.practice?.id ?? '';
    }
  }

  async function loadLists(): Promise<void> {
    lists ??= await sessionLists();
    if (!lists) return;
    setOptions(city, [['', 'non detta'], ...lists.cities]);
    const options = part('capture-needs', HTMLDataListElement);
    if (!options.firstChild)
      options.replaceChildren(...lists.needs.map(([, title]) => el('option', { value: title })));
    drawList();
  }

  /** What the form says. */
  function written(): Omit<Capture, 'key'> {
    const chosen = kind();
    const isCommitment = chosen === 'commitment';
    const wanted = plain(need.value);
    const known = chosen === 'need' ? lists?.needs.find(([, title]) => plain(title) === wanted) : undefined;
    return {
      kind: chosen,
      // words of one’s own beside the list are kept as words
      text: text.value.trim() || (chosen === 'need' ? need.value.trim() : ''),
      block: block.value,
      practice: practice.value,
      who: isCommitment ? who.value.trim() : '',
      by: isCommitment ? by.value : '',
      city: isCommitment ? city.value : '',
      need: known?.[0] ?? '',
    };
  }

  function fill(capture: Omit<Capture, 'key'>): void {
    for (const radio of form.querySelectorAll<HTMLInputElement>('[name=kind]'))
      radio.checked = radio.value === capture.kind;
    text.value = capture.text;
    who.value = capture.who;
    by.value = capture.by;
    if (capture.city && ![...city.options].some(({ value }) => value === capture.city))
      city.append(el('option', { value: capture.city }, capture.city));
    city.value = capture.city;
    need.value = capture.need && needTitle(capture.need);
    block.value = capture.block;
    practice.value = capture.practice;
    drawKind();
  }

  function startNew(): void {
    editing = '';
    followsBlock = true;
    fill({ ...emptyCapture, kind: kind(), block: block.value, practice: practice.value });
    saveButton.textContent = 'Aggiungi';
    leave.hidden = true;
    error.textContent = '';
    drawChoices();
  }

  function edit(key: string): void {
    const capture = run().captures.find((other) => other.key === key);
    if (!capture) return;
    editing = key;
    fill(capture);
    saveButton.textContent = 'Salva la modifica';
    leave.hidden = false;
    error.textContent = '';
    text.focus();
  }

  function submit(): void {
    const fields = written();
    if (!fields.text && !fields.need) {
      error.textContent = 'Scrivi almeno una parola.';
      text.focus();
      return;
    }
    const before = run().captures.find(({ key }) => key === editing);
    if (!before && run().captures.length >= mostCaptures) {
      error.textContent = `Sono già ${mostCaptures} appunti: toglierne uno fa posto.`;
      return;
    }
    const cleared = withField(run(), 'capture', '');
    if (before) {
      const change = { before, after: { ...fields, key: before.key }, at: run().captures.indexOf(before) };
      remember('la modifica', change);
      save(withEdit(cleared, change, 'after'));
      tell('Modificato.');
    } else {
      const added = newCapture(cleared, fields);
      remember('l’appunto aggiunto', added.edit);
      save(added.run);
      tell(`Tenuto: ${captureKinds[fields.kind]}.`);
    }
    startNew();
    text.focus();
  }

  function remove(capture: Capture): void {
    const change: CaptureEdit = { before: capture, after: null, at: run().captures.indexOf(capture) };
    remember('l’appunto tolto', change);
    if (editing === capture.key) startNew();
    save(withEdit(run(), change, 'after'));
    tell('Tolto. Per riaverlo: «Annulla».');
    undo.focus();
  }

  function remember(what: string, change: CaptureEdit): void {
    done = [...done, { what, edit: change }].slice(-100);
  }

  function takeBack(): void {
    const last = done.at(-1);
    if (!last) return;
    done = done.slice(0, -1);
    save(withEdit(run(), last.edit, 'before'));
    tell(`Annullato: ${last.what}.`);
  }

  const tell = (words: string): void => {
    told.textContent = words;
  };

  function drawList(): void {
    const [of, { captures, steps }] = [plan(), run()];
    undo.textContent = done.length > 0 ? `Annulla: ${done.at(-1)?.what ?? ''}` : 'Annulla';
    undo.setAttribute('aria-disabled', String(done.length === 0));
    const key = JSON.stringify([
      captures,
      of.blocks.map(({ key: id, title }) => [id, title]),
      lists !== null,
    ]);
    if (list.dataset.drawn === key) return;
    list.dataset.drawn = key;
    const titles = new Map([
      ...steps.map((step) => [step.block, step.title] as const),
      ...of.blocks.map((item) => [item.key, blockTitle(item)] as const),
    ]);
    const order = ['', ...titles.keys()];
    const byBlock = Map.groupBy(captures, (capture) => (titles.has(capture.block) ? capture.block : ''));
    const sections = order.flatMap((id) => {
      const items = byBlock.get(id) ?? [];
      if (items.length === 0) return [];
      return [
        el(
          'section',
          {},
          el('h3', {}, id === '' ? 'La sessione intera' : (titles.get(id) ?? '')),
          el('ul', { class: 'plain' }, items.map(itemView)),
        ),
      ];
    });
    list.replaceChildren(
      ...(sections.length > 0 ? sections : [el('p', { class: 'capture-none' }, 'Ancora nessun appunto.')]),
    );
  }

  function itemView(capture: Capture): HTMLElement {
    const {
      kind: what,
      text: words,
      practice: about,
      who: whom,
      by: when,
      city: where,
      need: wanted,
    } = capture;
    const title = plan().blocks.find(({ practice: of }) => of?.id === about)?.practice?.title ?? about;
    const facts = [
      wanted && `bisogno della base: ${needTitle(wanted)}`,
      whom,
      when && `entro il ${formatDate(when)}`,
      where && cityTitle(where),
      about && `su «${title}»`,
    ].filter(Boolean);
    const shown = words || needTitle(wanted);
    const name = shown.length > 40 ? `${shown.slice(0, 39)}…` : shown;
    return el(
      'li',
      { class: 'capture-item' },
      el('b', {}, `${captureKinds[what].charAt(0).toUpperCase()}${captureKinds[what].slice(1)}`),
      el('p', {}, shown),
      facts.length > 0 && el('small', {}, facts.join(' · ')),
      el(
        'div',
        { class: 'capture-item-tools' },
        el(
          'button',
          { type: 'button', 'aria-label': `Modifica: ${name}`, click: () => edit(capture.key) },
          'Modifica',
        ),
        el(
          'button',
          { type: 'button', 'aria-label': `Togli: ${name}`, click: () => remove(capture) },
          'Togli',
        ),
      ),
    );
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  form.addEventListener('change', ({ target }) => {
    if (target === block) followsBlock = false;
    drawKind();
  });
  text.addEventListener('input', () => {
    error.textContent = '';
    // half a sentence survives a reload
    if (!editing) save(withField(run(), 'capture', text.value));
  });
  // a line of many words is written with «a capo» too: Ctrl and Enter keep it at once
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  });
  leave.addEventListener('click', () => {
    startNew();
    text.value = run().fields.capture ?? '';
    tell('Lasciato com’era.');
    text.focus();
  });
  undo.addEventListener('click', takeBack);
  text.value = run().fields.capture ?? '';
  drawKind();
  void loadLists();
  addEventListener('online', () => void loadLists());

  return {
    draw: () => {
      drawChoices();
      drawList();
    },
    edit,
  };
}

const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');
