import { formatDate } from '../../knowledge/format.ts';
import { planTitle, type Plan } from '../../knowledge/plan.ts';
import { plannerPage, planPapersPage } from '../../knowledge/routes.ts';
import { documentView } from '../documents/view.ts';
import { el, part } from '../elements.ts';
import {
  downloadCalendar,
  downloadPaper,
  downloadSlides,
  missingText,
  paperOf,
  papers,
  type Paper,
} from './papers.ts';
import { openPlan, planIds } from './store.ts';

const told = part('papers-told', HTMLElement);
const query = new URLSearchParams(location.search);
const id = query.get('piano');
const asked = query.get('che') ?? '';
const paper: Paper = Object.hasOwn(papers, asked) ? (asked as Paper) : 'agenda';
/** The plan that is on the page now: another window may change it. */
let plan: Plan | null = null;

if (id === null) showPlans();
else {
  const kept = openPlan(id, (changed) => {
    if (changed) void show(changed);
  });
  const found = kept.value();
  if (found) {
    openTools();
    void show(found);
  } else {
    showPlans();
    told.textContent = kept.damaged()
      ? 'Quella sessione non si riesce a leggere: apri il pianificatore, da lì puoi scaricare quello che c’era.'
      : 'Quella sessione non è in questo browser: le sessioni stanno solo sul dispositivo in cui sono nate. Se l’hai su un altro, scarica lì il file e aprilo nel pianificatore.';
  }
}

function cityOf({ city }: Plan): string {
  const names = JSON.parse(part('papers', HTMLElement).dataset.cities ?? '{}') as Record<string, string>;
  return Object.hasOwn(names, city) ? (names[city] ?? '') : '';
}

async function show(of: Plan): Promise<void> {
  plan = of;
  part('papers-one', HTMLElement).hidden = false;
  part('papers-back', HTMLAnchorElement).href = plannerPage({ piano: of.id });
  part('papers-choice', HTMLElement).replaceChildren(...linksTo(of, paper));
  document.title = `${papers[paper]}: ${planTitle(of)} · ${document.title.split(' · ').at(-1) ?? ''}`;
  told.textContent = 'Preparo il foglio…';
  try {
    const { document: content, missing } = await paperOf(of, paper, cityOf(of));
    // a later change is already on its way
    if (plan !== of) return;
    part('papers-paper', HTMLElement).replaceChildren(documentView(content, { headingLevel: 2 }));
    told.textContent = missing.length > 0 ? missingText(missing) : 'Il foglio è pronto.';
  } catch (error) {
    reportError(error);
    const again = el('button', { type: 'button', class: 'btn', click: () => void show(of) }, 'Riprova');
    told.replaceChildren('Il foglio non si è preparato: controlla la rete. ', again);
  }
}

function openTools(): void {
  on('papers-word', (of) => downloadPaper(of, paper, cityOf(of)));
  on('papers-slides', (of) => downloadSlides(of, cityOf(of)));
  on('papers-calendar', (of) => downloadCalendar(of, cityOf(of)));
}

function on(button: string, work: (of: Plan) => Promise<string>): void {
  part(button, HTMLButtonElement).addEventListener('click', () => {
    if (!plan) return;
    told.textContent = 'Preparo il file…';
    void work(plan).then(
      (words) => (told.textContent = words),
      (error: unknown) => {
        told.textContent = 'Il file non si è preparato: controlla la rete e riprova.';
        reportError(error);
      },
    );
  });
}

function linksTo(of: Plan, current?: Paper): HTMLElement[] {
  return Object.entries(papers).map(([key, label]) => {
    const href = planPapersPage(of.id, key as Paper);
    const name = current ? undefined : `${label}: «${planTitle(of)}»`;
    return el(
      'li',
      {},
      el('a', { href, 'aria-current': key === current && 'page', 'aria-label': name }, label),
    );
  });
}

function showPlans(): void {
  const plans = planIds()
    .flatMap((of) => openPlan(of).value() ?? [])
    .toSorted((a, b) => b.date.localeCompare(a.date) || planTitle(a).localeCompare(planTitle(b), 'it'));
  part('papers-list', HTMLElement).hidden = plans.length === 0;
  part('papers-none', HTMLElement).hidden = plans.length > 0;
  part('papers-plans', HTMLElement).replaceChildren(
    ...plans.map((of) =>
      el(
        'li',
        {},
        el('h3', {}, planTitle(of)),
        el('p', {}, of.date ? formatDate(of.date) : 'giorno da decidere'),
        el('ul', { class: 'papers-choice plain' }, linksTo(of)),
      ),
    ),
  );
}
