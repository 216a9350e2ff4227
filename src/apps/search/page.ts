import { el, icon } from './elements.ts';
import { resultsView } from './results.ts';
import { emptyText } from './texts.ts';
import type { Actions, Body, Chip } from './view.ts';

interface Shown {
  /** The address asks for something the page does not have. */
  leftOut: boolean;
  chips: readonly Chip[];
  body: Body;
}

/** What stands below the status line: a word about the address, the chosen filters, the results or what comes in their place. */
export function pageView({ leftOut, chips, body }: Shown, actions: Actions): HTMLElement[] {
  const parts = [
    leftOut && written('filtro-ignoto'),
    chips.length > 0 && chipsView(chips, actions),
    bodyView(body, chips.length, actions),
  ];
  return parts.filter((part) => part instanceof HTMLElement);
}

const chipsView = (chips: readonly Chip[], { remove, removeAll }: Actions): HTMLElement =>
  el(
    'ul',
    { class: 'chips', 'aria-label': 'Filtri scelti' },
    chips.map((chip) =>
      el(
        'li',
        {},
        el(
          'button',
          { class: 'chip chip-simple', type: 'button', click: () => remove(chip) },
          el('span', { class: 'visually-hidden' }, 'Togli il filtro '),
          el('span', { class: 'chip-label' }, chip.label),
          icon('close'),
        ),
      ),
    ),
    chips.length > 1 &&
      el(
        'li',
        {},
        el('button', { class: 'plain-button', type: 'button', click: removeAll }, 'Togli tutti i filtri'),
      ),
  );

function bodyView(body: Body, filters: number, actions: Actions): HTMLElement | false {
  switch (body.state) {
    case 'results':
      return resultsView(body, actions.more);
    case 'empty':
      return emptyView(body, filters, actions);
    case 'failed':
      return failedView(actions.retry);
    default:
      return false;
  }
}

/** What the page holds ready, written by the server. */
const written = (id: string): HTMLElement | undefined =>
  (document.getElementById(id) as HTMLTemplateElement | null)?.content.firstElementChild?.cloneNode(true) as
    HTMLElement | undefined;

function failedView(retry: Actions['retry']): HTMLElement | false {
  const view = written('senza-risposta');
  view?.querySelector('button')?.addEventListener('click', retry);
  return view ?? false;
}

function emptyView(
  { answer, query }: Extract<Body, { state: 'empty' }>,
  filters: number,
  { removeAll }: Actions,
): HTMLElement {
  return el(
    'div',
    { class: 'empty' },
    el('h2', {}, query ? `Nessun risultato per «${query}»` : 'Nessun risultato con questi filtri'),
    el('p', {}, emptyText(answer, query, filters)),
    filters > 0 &&
      el('p', {}, el('button', { class: 'btn', type: 'button', click: removeAll }, 'Togli i filtri')),
  );
}
