import { formatDate } from '../../knowledge/format.ts';
import { emptyPlan, planTitle, type Plan } from '../../knowledge/plan.ts';
import { endOf, placesOf } from '../../knowledge/plan-times.ts';
import { plannerPage, planPapersPage, runPage } from '../../knowledge/routes.ts';
import { formatDuration } from '../../knowledge/session-times.ts';
import { stateText } from '../device/words.ts';
import { el, part } from '../elements.ts';
import { chosenPractice, offerNames } from './practice-names.ts';
import { planInFile } from './share.ts';
import { newPlanId, openPlan, planIds } from './store.ts';

/** Shows the plans of this device and the ways to begin another. */
export function openPlans(begin: (plan: Plan, words: string) => void): void {
  const told = part('planner-told', HTMLElement);
  const kept = part('planner-kept', HTMLElement);
  part('planner-start', HTMLElement).hidden = false;
  showPlans();

  part('planner-new', HTMLButtonElement).addEventListener('click', () =>
    begin(emptyPlan(newPlanId()), 'Una sessione vuota: comincia dal titolo, o aggiungi il primo blocco.'),
  );

  const file = part('planner-file', HTMLInputElement);
  part('planner-open', HTMLButtonElement).addEventListener('click', () => file.click());
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    file.value = '';
    if (chosen) void openFile(chosen);
  });

  const practice = part('planner-practice', HTMLInputElement);
  const wrong = part('planner-practice-error', HTMLElement);
  offerNames(practice);
  part('planner-from-practice', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void chosenPractice(practice.value).then((chosen) => {
      wrong.textContent = typeof chosen === 'string' ? chosen : '';
      if (typeof chosen !== 'string') location.href = plannerPage({ pratica: chosen.id });
    });
  });

  async function openFile(chosen: File): Promise<void> {
    const plan = planInFile(await chosen.text());
    if (!plan) {
      told.textContent = `«${chosen.name}» non è il file di una sessione di questo sito, o è di un’altra versione. Scegli il file scaricato con «Scarica il file».`;
      return;
    }
    // a file opened twice gives two plans: none writes over what is here
    begin({ ...plan, id: newPlanId() }, `Aperto: ${chosen.name}.`);
  }

  function showPlans(): void {
    const all = planIds().map((id) => openPlan(id));
    const plans = all
      .flatMap((own) => own.value() ?? [])
      .toSorted((a, b) => b.date.localeCompare(a.date) || planTitle(a).localeCompare(planTitle(b), 'it'));
    const spoilt = all.flatMap((own) => own.damaged() ?? []);
    part('planner-plans', HTMLElement).hidden = all.length === 0;
    part('planner-plan-list', HTMLElement).replaceChildren(
      ...plans.map(planView),
      ...spoilt.map(({ text }) => spoiltView(text)),
    );
    kept.textContent = stateText(probe());
  }

  function planView(plan: Plan): HTMLElement {
    const title = planTitle(plan);
    const when = plan.date && formatDate(plan.date);
    const minutes = endOf(placesOf(plan));
    return el(
      'li',
      {},
      el('h3', {}, el('a', { href: plannerPage({ piano: plan.id }) }, title)),
      el('p', {}, [when, minutes > 0 ? formatDuration(minutes) : 'ancora vuota'].filter(Boolean).join(' · ')),
      el('p', { class: 'planner-plan-tools' }, [
        el('a', { href: runPage(plan.id), 'aria-label': `Conduci «${title}»` }, 'Conduci'),
        el('a', { href: planPapersPage(plan.id), 'aria-label': `Stampa «${title}»` }, 'Stampa'),
        el(
          'button',
          { type: 'button', 'aria-label': `Elimina «${title}»`, click: () => remove(plan) },
          'Elimina',
        ),
      ]),
    );
  }

  /** What cannot be read is not hidden: it was somebody's work. */
  function spoiltView(text: string): HTMLElement {
    const download = (): void =>
      void import('../documents/download.ts').then(({ saveFile }) =>
        saveFile('sessione-illeggibile.txt', text, 'text/plain;charset=utf-8'),
      );
    return el(
      'li',
      {},
      el('h3', {}, 'Una sessione che non si riesce a leggere'),
      el('p', {}, 'Non ci scriviamo sopra.'),
      el(
        'p',
        { class: 'planner-plan-tools' },
        el('button', { type: 'button', click: download }, 'Scarica quello che c’era'),
      ),
    );
  }

  function remove(plan: Plan): void {
    const own = openPlan(plan.id);
    own.forget();
    showPlans();
    const back = (): void => {
      own.save(plan);
      showPlans();
      told.textContent = `«${planTitle(plan)}» è di nuovo qui.`;
      part('titolo-mie', HTMLElement).focus();
    };
    const button = el('button', { type: 'button', class: 'btn', click: back }, 'Annulla');
    told.replaceChildren(`Eliminata: «${planTitle(plan)}». Gli appunti presi in aula restano. `, button);
    button.focus();
  }
}

/** Whether this browser keeps anything, before somebody works for an hour. */
function probe(): 'kept' | 'refused' {
  try {
    localStorage.setItem('tra-pari:prova', '"prova"');
    localStorage.removeItem('tra-pari:prova');
    return 'kept';
  } catch {
    return 'refused';
  }
}
