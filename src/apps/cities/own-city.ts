import {
  byCloseness,
  cityGroups,
  closenessOf,
  nothingToTell,
  type CityTraits,
  type Closeness,
} from '../../knowledge/similar-cities.ts';
import { plural } from '../../knowledge/italian.ts';
import {
  choiceText,
  names,
  placeOfChoice,
  readChoice,
  statusText,
  unknownText,
  writeChoice,
  type Choice,
} from './model.ts';

/** The farther cities wait behind a button. */
const firstShown = 20;

function part<E extends HTMLElement>(id: string, type: new () => E): E {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`the page has no #${id}`);
  return element;
}

const forms = [part('per-citta', HTMLFormElement), part('per-tratti', HTMLFormElement)];
const traits = part('tratti', HTMLDetailsElement);
const status = part('stato', HTMLElement);
const links = [...document.querySelectorAll<HTMLElement>('[data-compared]')];
const cities = new Map(links.map(traitsIn).map((city) => [city.id, city]));
const items = [...document.querySelectorAll<HTMLElement>('[data-telling]')];
const itemOf = new Map(items.map((item) => [item.dataset.telling, item]));
const list = items[0]?.parentElement;
const pageTitle = document.title;

/** The list of the page is the source of what every city is compared by. */
function traitsIn({ dataset, textContent }: HTMLElement): CityTraits {
  const { compared = '', country = '', region = null, people, latitude, longitude, groups = '' } = dataset;
  return {
    id: compared,
    title: textContent.trim(),
    country,
    region,
    people: people ? Number(people) : null,
    at: latitude && longitude ? { latitude: Number(latitude), longitude: Number(longitude) } : null,
    groups: cityGroups.filter((group) => groups.split(' ').includes(group)),
  };
}

function element(tag: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** As `Closeness.astro` writes it. */
function closenessView({ same, different }: Closeness): HTMLElement[] {
  if (same.length + different.length === 0) return [];
  const group = (title: string, lines: readonly string[]) =>
    element(
      'div',
      '',
      element('dt', '', title),
      ...(lines.length > 0 ? lines : [nothingToTell]).map((line) => element('dd', '', line)),
    );
  return [element('dl', 'closeness', group('In comune', same), group('Di diverso', different))];
}

/** Puts the list in order and says why; without a choice it is again as the page came. */
function show(choice: Choice, unknown: readonly string[]): void {
  const mine = placeOfChoice(choice);
  document.title = mine ? `Città vicine: ${choiceText(choice)} · ${pageTitle}` : pageTitle;
  for (const old of list?.parentElement?.querySelectorAll('.closeness, .own-more, .own-note') ?? [])
    old.remove();
  for (const item of items) item.hidden = false;
  const complaint = unknown.length > 0 ? [element('strong', '', unknownText(unknown)), ' '] : [];
  if (!mine) {
    list?.append(...items);
    status.replaceChildren(...complaint);
    return;
  }
  const told = items.flatMap(({ dataset }) => cities.get(dataset.telling ?? '') ?? []);
  const ordered = byCloseness(
    mine,
    told.filter(({ id }) => id !== choice.city?.id),
  );
  for (const [index, city] of ordered.entries()) {
    const item = itemOf.get(city.id);
    item?.append(...closenessView(closenessOf(mine, city)));
    if (item) {
      item.hidden = index >= firstShown;
      list?.append(item);
    }
  }
  const own = choice.city && itemOf.get(choice.city.id);
  if (own) own.hidden = true;
  if (ordered.length > firstShown) list?.after(moreButton(ordered.length - firstShown, own));
  status.replaceChildren(...complaint, statusText(choice, ordered.length));
}

function moreButton(left: number, own: HTMLElement | undefined): HTMLElement {
  const button = element(
    'button',
    'btn own-more',
    `Mostra ${plural(left, 'città più lontana', 'città più lontane')}`,
  );
  button.addEventListener('click', () => {
    const hidden = items.filter((item) => item.hidden && item !== own);
    for (const item of hidden) item.hidden = false;
    button.remove();
    // in the order of the page, not of the alphabet
    const shown = list?.querySelectorAll<HTMLElement>('.telling-city:not([hidden]) h3 a');
    [...(shown ?? [])].at(firstShown)?.focus();
  });
  return button;
}

/** The forms show the choice, also after the back button. */
function write(choice: Choice): void {
  const params = new URLSearchParams(writeChoice(choice));
  for (const form of forms)
    for (const select of form.querySelectorAll('select')) select.value = params.get(select.name) ?? '';
  if (choice.size || choice.region || choice.group) traits.open = true;
}

function fillCities(select: HTMLSelectElement): void {
  for (const region of document.querySelectorAll('#tutte .region')) {
    const group = document.createElement('optgroup');
    group.label = region.querySelector('h3')?.textContent ?? '';
    for (const link of region.querySelectorAll<HTMLElement>('[data-compared]'))
      group.append(new Option(link.textContent.trim(), link.dataset.compared));
    select.append(group);
  }
}

function open(): void {
  const read = readChoice(location.search, cities);
  write(read.choice);
  show(read.choice, read.unknown);
}

fillCities(part(names.city, HTMLSelectElement));
for (const form of forms)
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const query = new URLSearchParams(
      [...form.querySelectorAll('select')]
        .filter(({ value }) => value)
        .map(({ name, value }) => [name, value]),
    ).toString();
    const address = location.pathname + (query && `?${query}`);
    if (address !== location.pathname + location.search) history.pushState(null, '', address);
    open();
  });
addEventListener('popstate', open);
open();
