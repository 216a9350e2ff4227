import { searchFilters } from '../../knowledge/search-kinds.ts';
import { answerTo, countsBeside, type Answer, type GroupKind } from './answer.ts';
import { bodyOf, firstShown, step } from './body.ts';
import { createEngine } from './engine.ts';
import { readForm } from './form.ts';
import { meantBy } from './known-words.ts';
import * as model from './model.ts';
import { pageView } from './page.ts';
import { searching, statusText } from './texts.ts';
import type { Actions, Body } from './view.ts';
import { contentWords } from './words.ts';

const typingPause = 200;
/** A search quicker than this needs no word about it. */
const patience = 400;

function part<E extends HTMLElement>(id: string, type: new () => E): E {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(id);
  return element;
}

const status = part('stato', HTMLElement);
const root = part('esito', HTMLElement);
const lists = part('elenchi', HTMLElement);
const filters = part('filtri', HTMLDetailsElement);
const form = readForm(part('cerca', HTMLFormElement), filters);
const engine = createEngine();
const pageTitle = document.title;

let state = model.readAddress(location.search, form.known);
let leftOut = model.asksUnknown(location.search, form.known);
let last: { answer: Answer; query: string; shown: Map<GroupKind, number> } | undefined;
/** Number of the newest question: answers to older ones are thrown away. */
let turn = 0;
let typing: ReturnType<typeof setTimeout> | undefined;

const actions: Actions = {
  remove({ name, id }) {
    change(model.withoutValue(state, name, id));
    status.focus({ preventScroll: true });
  },
  removeAll() {
    change(model.withoutFilters(state));
    status.focus({ preventScroll: true });
  },
  more: (kind) => void showMore(kind),
  retry: () => void search(),
};

function show(body: Body): void {
  const chips = searchFilters.flatMap((name) =>
    state.chosen[name].map((id) => ({ name, id, label: form.labelOf(name, id)?.label ?? id })),
  );
  root.removeAttribute('aria-busy');
  lists.hidden = body.state === 'results';
  root.replaceChildren(...pageView({ leftOut, chips, body }, actions));
}

async function search(): Promise<void> {
  const mine = ++turn;
  const asked = state;
  last = undefined;
  document.title = asked.query ? `«${asked.query}» · ${pageTitle}` : pageTitle;
  if (model.isIdle(asked)) {
    status.textContent = '';
    form.showCounts(undefined);
    show({ state: 'idle' });
    return;
  }
  form.hideCounts();
  const slow = setTimeout(() => {
    if (mine !== turn) return;
    status.textContent = searching(asked.query);
    root.setAttribute('aria-busy', 'true');
  }, patience);
  try {
    const answer = await engine.ask((index) => answerTo(index, asked, meantBy));
    const shown = new Map<GroupKind, number>();
    for (const groups of [1, Infinity]) {
      const body = await engine.ask(() => bodyOf(answer, asked.query, form, shown, groups));
      if (mine !== turn) return;
      last = { answer, query: asked.query, shown };
      show(body);
      if (answer.groups.length <= groups) break;
    }
    clearTimeout(slow);
    status.textContent = statusText(answer, asked.query, model.chosenCount(asked));
    void count();
  } catch {
    if (mine === turn) fail();
  } finally {
    clearTimeout(slow);
  }
}

/** The numbers beside the filters, when somebody sees them: they ask more of the line than the results do. */
async function count(): Promise<void> {
  if (!last || !filters.open) return;
  const mine = turn;
  const { answer, query } = last;
  const { chosen } = state;
  try {
    const counts = await engine.ask((index) => countsBeside(index, query ? answer : null, chosen));
    if (mine === turn) form.showCounts(counts);
  } catch {
    if (mine === turn) form.hideCounts(); // the results are there all the same
  }
}

function fail(): void {
  status.textContent = 'La ricerca non ha risposto.';
  form.showCounts(undefined);
  show({ state: 'failed' });
}

async function showMore(kind: GroupKind): Promise<void> {
  if (!last) return;
  const mine = turn;
  const { answer, query, shown } = last;
  shown.set(kind, (shown.get(kind) ?? firstShown(kind, answer.groups.length)) + step);
  try {
    const body = await engine.ask(() => bodyOf(answer, query, form, shown));
    if (mine !== turn) return;
    const links = () => root.querySelectorAll<HTMLElement>(`[aria-labelledby="gruppo-${kind}"] h3 a`);
    const { length } = links();
    show(body);
    links()[length]?.focus();
  } catch {
    if (mine === turn) fail();
  }
}

/** A new question: in the form, in the address (as a new step to go back from, or over the last), in the results. */
function change(next: model.SearchState, step: 'push' | 'replace' = 'push'): void {
  clearTimeout(typing);
  state = next;
  leftOut = false;
  form.write(next);
  const address = location.pathname + model.writeAddress(next);
  if (step === 'replace') history.replaceState(null, '', address);
  else if (address !== location.pathname + location.search) history.pushState(null, '', address);
  void search();
}

/** Words still short, or that say nothing, would fetch parts of the index that the query does not need. */
const longWords = (typed: string): string =>
  contentWords(typed)
    .filter((word) => word.length > 3)
    .join(' ');

form.field.addEventListener('focus', () => engine.warm(), { once: true });
form.field.addEventListener('input', () => {
  engine.warm(longWords(form.field.value));
  clearTimeout(typing);
  typing = setTimeout(() => {
    if (model.tidy(form.field.value) !== state.query) change(form.read(), 'replace');
  }, typingPause);
});
form.element.addEventListener('submit', (event) => {
  event.preventDefault();
  change(form.read());
});
filters.addEventListener('change', () => change(form.read()));
filters.addEventListener('toggle', () => void count());
addEventListener('popstate', () => {
  clearTimeout(typing);
  state = model.readAddress(location.search, form.known);
  leftOut = model.asksUnknown(location.search, form.known);
  form.write(state);
  void search();
});
// files cut off because the reader leaves are no failure
addEventListener('pagehide', () => {
  turn += 1;
});

const wide = matchMedia('(min-width: 60rem)');
const arrange = (): void => {
  filters.open = wide.matches;
};
wide.addEventListener('change', arrange);
arrange();
part('vedi-risultati', HTMLButtonElement).addEventListener('click', () => {
  filters.open = false;
  status.focus();
});

form.write(state);
void search();
