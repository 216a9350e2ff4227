import { el, part } from '../elements.ts';
import {
  addressOf,
  chosenFilters,
  countText,
  emptyChoice,
  filterNames,
  fits,
  isSame,
  loosenings,
  readChoice,
  wholeNumber,
  type Activity,
  type Choice,
  type FilterName,
} from './model.ts';

const form = part('activity-filter', HTMLFormElement);
const status = part('activity-count', HTMLElement);
const chips = part('activity-chips', HTMLElement);
const none = part('activity-none', HTMLElement);

type Field = HTMLInputElement | HTMLSelectElement;
const fieldOf = (name: FilterName): Field => form.elements.namedItem(name) as Field;

const options = Object.fromEntries(
  filterNames.map((name) => {
    const field = fieldOf(name);
    return [name, field instanceof HTMLSelectElement ? [...field.options].map(({ value }) => value) : []];
  }),
);

const groups = [...document.querySelectorAll<HTMLElement>('[data-purpose]')].map((section) => ({
  section,
  link: document.querySelector<HTMLElement>(`[data-purpose-link="${section.dataset.purpose ?? ''}"]`),
  cards: [...section.querySelectorAll<HTMLElement>('[data-minutes]')],
}));
const activities = new Map(groups.flatMap(({ cards }) => cards.map((card) => [card, activityOf(card)])));

/** What the address says; while a number is typed the list may already show more. */
let kept: Choice = emptyChoice;

function activityOf({ dataset }: HTMLElement): Activity {
  const words = (text = ''): string[] => text.split(' ').filter(Boolean);
  return {
    minutes: Number(dataset.minutes),
    people: { min: Number(dataset.peopleMin), max: Number(dataset.peopleMax) },
    purposes: words(dataset.purposes),
    difficulty: dataset.difficulty ?? '',
    areas: words(dataset.areas),
  };
}

function choiceInForm(): Choice {
  const value = (name: FilterName): string => fieldOf(name).value;
  return {
    minuti: wholeNumber(value('minuti')),
    persone: wholeNumber(value('persone')),
    scopo: value('scopo'),
    difficolta: value('difficolta'),
    area: value('area'),
  };
}

/** Words of a filter as the form says them: «Ho al più 60 minuti». */
function wordsOf(name: FilterName, value: string): string {
  const field = fieldOf(name);
  if (field instanceof HTMLSelectElement)
    return [...field.options].find((option) => option.value === value)?.text ?? value;
  const { before = '', one = '', many = '' } = field.dataset;
  return `${before}${value} ${value === '1' ? one : many}`.trim();
}

function show(choice: Choice): void {
  let count = 0;
  for (const { section, link, cards } of groups) {
    const fitting = cards.filter((card) => {
      const activity = activities.get(card);
      card.hidden = !activity || !fits(activity, choice);
      return !card.hidden;
    });
    section.hidden = fitting.length === 0;
    if (link) link.hidden = section.hidden;
    const told = link?.querySelector('small');
    if (told) told.textContent = String(fitting.length);
    count += fitting.length;
  }
  const text = countText(count, activities.size);
  if (status.textContent !== text) status.textContent = text;
  showChips(choice);
  showNone(choice, count === 0);
}

function showChips(choice: Choice): void {
  const names = chosenFilters(choice);
  chips.hidden = names.length === 0;
  chips.replaceChildren(
    ...names.map((name) =>
      el(
        'button',
        { type: 'button', class: 'chip chip-simple', click: () => without(name) },
        el('span', { class: 'visually-hidden' }, 'Togli il filtro: '),
        el('span', { class: 'chip-label' }, wordsOf(name, choice[name])),
        el('span', { 'aria-hidden': 'true' }, '×'),
      ),
    ),
    el('button', { type: 'button', class: 'btn', click: () => choose(emptyChoice) }, 'Togli i filtri'),
  );
}

/** Nothing fits: which filter to let go. */
function showNone(choice: Choice, isNone: boolean): void {
  none.hidden = !isNone;
  if (!isNone) return;
  const ways = loosenings([...activities.values()], choice);
  none.replaceChildren(
    el('h2', {}, 'Nessuna attività va bene per tutto questo'),
    el(
      'p',
      {},
      ways.length > 0
        ? 'Un filtro alla volta, ecco che cosa si trova:'
        : 'Nessun filtro da solo basta: toglili tutti e ricomincia da quello che conta di più.',
    ),
    el(
      'ul',
      { class: 'plain' },
      ways.map(({ name, count }) =>
        el(
          'li',
          {},
          el(
            'button',
            { type: 'button', class: 'btn', click: () => without(name) },
            `Togli «${wordsOf(name, choice[name])}»: ${count === 1 ? 'ne resta 1' : `ne restano ${count}`}`,
          ),
        ),
      ),
    ),
  );
}

const without = (name: FilterName): void => choose({ ...choiceInForm(), [name]: '' });

/** From a button that goes away: the focus goes to what was found. */
function choose(choice: Choice): void {
  fill(choice);
  keep(choice);
  show(choice);
  status.focus();
}

function fill(choice: Choice): void {
  for (const name of filterNames) fieldOf(name).value = choice[name];
}

/** Each choice is a step of the back button. */
function keep(choice: Choice): void {
  if (isSame(choice, kept)) return;
  kept = choice;
  history.pushState(null, '', location.pathname + addressOf(choice));
}

function fromAddress(): void {
  kept = readChoice(location.search, options);
  fill(kept);
  show(kept);
}

form.addEventListener('input', () => show(choiceInForm()));
form.addEventListener('change', () => keep(choiceInForm()));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  choose(choiceInForm());
});
addEventListener('popstate', fromAddress);

fromAddress();
