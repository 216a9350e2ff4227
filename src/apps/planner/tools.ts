import { planTitle, type Plan } from '../../knowledge/plan.ts';
import { plannerPage, planPapersPage, runPage } from '../../knowledge/routes.ts';
import { part } from '../elements.ts';
import type { Editor } from './editing.ts';
import { fileNameOf } from './file-name.ts';
import { addressOf, fileOf } from './share.ts';
import { newPlanId, openPlan } from './store.ts';

/** Longer addresses get lost in some mail programs. */
const longestAddress = 8000;

/** What is done with the whole plan: print, lead, share, copy. */
export function openTools(editor: Editor) {
  const papers = part('planner-papers', HTMLAnchorElement);
  const run = part('planner-run', HTMLAnchorElement);
  const shared = part('planner-shared', HTMLElement);
  const sharedField = part('planner-shared-address', HTMLInputElement);

  on('planner-address', async () => {
    const address = location.origin + plannerPage() + (await addressOf(editor.plan()));
    sharedField.value = address;
    shared.hidden = false;
    // a plain http address, or a reader who says no
    const copied = await (navigator as Partial<Navigator>).clipboard?.writeText(address).then(
      () => true,
      () => false,
    );
    sharedField.select();
    const long =
      address.length > longestAddress
        ? ' È molto lungo, e qualche programma di posta lo taglia: meglio mandare il file.'
        : '';
    return copied
      ? `Copiato: chi lo apre ha una copia di questa sessione.${long}`
      : `Il browser non lascia copiare da qui: l’indirizzo è nel campo, selezionato.${long}`;
  });
  on('planner-save', async () => {
    const plan = editor.plan();
    const name = `${fileNameOf(plan)}.json`;
    const { saveFile } = await import('../documents/download.ts');
    saveFile(name, fileOf(plan), 'application/json');
    return `Scaricato: ${name}. Si riapre da «Apri un file», anche su un altro computer.`;
  });
  on('planner-copy', () => {
    const plan = editor.plan();
    const copy = { ...plan, id: newPlanId(), title: `${planTitle(plan)} (copia)`.slice(0, 200) };
    openPlan(copy.id).save(copy);
    location.href = plannerPage({ piano: copy.id });
    return Promise.resolve('Apro la copia…');
  });
  on('planner-slides', async () => (await import('./papers.ts')).downloadSlides(editor.plan(), cityOf()));
  on('planner-calendar', async () => (await import('./papers.ts')).downloadCalendar(editor.plan(), cityOf()));

  /** What the city is called: the field of the page knows. */
  function cityOf(): string {
    const { value, selectedOptions } = part('plan-city', HTMLSelectElement);
    return value ? (selectedOptions[0]?.textContent ?? '') : '';
  }

  function on(id: string, work: () => Promise<string>): void {
    const button = part(id, HTMLButtonElement);
    button.addEventListener('click', () => {
      editor.tell('Un momento…');
      void work().then(editor.tell, (error: unknown) => {
        editor.tell('Non è riuscito: controlla la rete e riprova. La sessione resta qui.');
        reportError(error);
      });
    });
  }

  return {
    show(plan: Plan): void {
      papers.href = planPapersPage(plan.id);
      run.href = runPage(plan.id);
      // what was copied is no longer this plan
      shared.hidden = true;
    },
  };
}
