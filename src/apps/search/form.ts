import { searchFilters, type SearchFilter } from '../../knowledge/search-kinds.ts';
import type { FacetCounts } from './answer.ts';
import type { LabelOf } from './hits.ts';
import { chosenCount, tidy, type Known, type SearchState } from './model.ts';

/** The form as the server wrote it: the page's own source of labels, and the place where choices stand. */
export interface SearchForm {
  element: HTMLFormElement;
  field: HTMLInputElement;
  known: Known;
  labelOf: LabelOf;
  read: () => SearchState;
  write: (state: SearchState) => void;
  /** Numbers beside the values; without an answer those of the whole base. */
  showCounts: (counts: FacetCounts | undefined) => void;
  /** No number rather than that of another question. */
  hideCounts: () => void;
}

export function readForm(element: HTMLFormElement, filters: HTMLDetailsElement): SearchForm {
  const field = element.querySelector<HTMLInputElement>('input[name="q"]');
  if (!field) throw new Error('q');
  const boxes = [...filters.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  const chosenCounter = filters.querySelector<HTMLElement>('.filters-count');
  const named = (name: SearchFilter): HTMLInputElement[] => boxes.filter((box) => box.name === name);
  const counters = new Map(boxes.map((box) => [box, box.parentElement?.querySelector('.n')]));

  return {
    element,
    field,
    known: byFilter((name) => new Set(named(name).map(({ value }) => value))),
    labelOf: (name, id) => {
      const box = boxes.find((one) => one.name === name && one.value === id);
      return box && { label: box.dataset.label ?? id, colour: box.dataset.colour };
    },
    read: () => ({
      query: tidy(field.value),
      chosen: byFilter((name) =>
        named(name)
          .filter((box) => box.checked)
          .map((box) => box.value),
      ),
    }),
    write(state) {
      if (tidy(field.value) !== state.query) field.value = state.query;
      for (const box of boxes) {
        box.checked = state.chosen[box.name as SearchFilter].includes(box.value);
        const group = box.closest<HTMLDetailsElement>('.facet-more');
        if (group && box.checked) group.open = true;
      }
      const count = chosenCount(state);
      if (chosenCounter) chosenCounter.textContent = count > 0 ? `(${count})` : '';
    },
    hideCounts() {
      for (const counter of counters.values()) if (counter) counter.textContent = '';
    },
    showCounts(counts) {
      for (const [box, counter] of counters) {
        const count = counts ? (counts[box.name as SearchFilter][box.value] ?? 0) : Number(box.dataset.total);
        if (counter) counter.textContent = String(count);
        box.parentElement?.classList.toggle('zero', count === 0);
      }
    },
  };
}

const byFilter = <T>(of: (name: SearchFilter) => T): Record<SearchFilter, T> =>
  Object.fromEntries(searchFilters.map((name) => [name, of(name)])) as Record<SearchFilter, T>;
