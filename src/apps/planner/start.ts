import type { Activities, ActivityFacts, Plan } from '../../knowledge/plan.ts';
import { plannerPage } from '../../knowledge/routes.ts';
import { part } from '../elements.ts';
import { openEditor } from './editor.ts';
import { fromPractice, fromSession } from './new-plan.ts';
import { openPlans } from './plans.ts';
import { planIn } from './share.ts';
import { newPlanId, openPlan } from './store.ts';

const root = part('planner', HTMLElement);
const told = part('planner-told', HTMLElement);
const facts = JSON.parse(root.dataset.activities ?? '[]') as ActivityFacts[];
const activities: Activities = new Map(facts.map((activity) => [activity.id, activity]));

/** Keeps a new plan and opens it: the address then is that of the plan, so that loading again makes no other. */
function begin(plan: Plan, words: string): void {
  history.replaceState(null, '', plannerPage({ piano: plan.id }));
  openEditor(plan.id, activities, plan);
  told.textContent = words;
}

async function open(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const shared = await planIn(location.hash);
  if (shared === 'unreadable') {
    openPlans(begin);
    told.textContent =
      'L’indirizzo che hai aperto doveva contenere una sessione, ma non si riesce a leggerla: forse è stato copiato a metà. Fattelo rimandare, o chiedi il file.';
    return;
  }
  // somebody else's plan becomes one's own: two copies must not write over each other
  if (shared) {
    begin({ ...shared, id: newPlanId() }, 'Ecco la sessione che ti hanno mandato: questa copia è tua.');
    return;
  }
  const [piano, sessione, pratica] = ['piano', 'sessione', 'pratica'].map((name) => query.get(name));
  if (piano) {
    const kept = openPlan(piano);
    if (kept.value() || kept.damaged()) openEditor(piano, activities);
    else {
      openPlans(begin);
      told.textContent =
        'Quella sessione non è in questo browser: le sessioni stanno solo sul dispositivo in cui sono nate. Se l’hai su un altro, scarica lì il file e aprilo qui.';
    }
    return;
  }
  if (sessione || pratica) {
    told.textContent = 'Preparo la sessione…';
    const made = pratica ? await fromPractice(pratica, activities) : await fromSession(sessione ?? '');
    if (typeof made !== 'string') {
      begin(made, 'La sessione è pronta: cambiala come serve.');
      return;
    }
    openPlans(begin);
    told.textContent = made;
    return;
  }
  openPlans(begin);
}

// a page that the back button brings back whole has not heard what other windows did; another hash is another plan
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});
addEventListener('hashchange', () => {
  if (location.hash.startsWith('#piano=')) location.reload();
});

void open();
