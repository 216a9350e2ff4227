import { formPage, type FormKind } from '../../knowledge/routes.ts';
import { part } from '../elements.ts';

/** What reads and checks sheets is heavy, and comes only when somebody writes one. */
const load = async () => {
  // zod is told to make no code before any schema is made
  await import('../plain-zod.ts');
  return import('./open.ts');
};

const root = part('contribute', HTMLElement);
const kind = root.dataset.kind as FormKind;
const told = part('form-told', HTMLElement);
const query = new URLSearchParams(location.search);

const failed = (): void => {
  told.textContent =
    'Il modulo non si è caricato: controlla la rete e ricarica la pagina. Quello che avevi scritto è ancora in questo browser.';
};

if (['bozza', 'nuova', 'area', 'scheda'].some((name) => query.get(name))) open();
else void load().then(({ showDrafts }) => showDrafts(kind), failed);

function open(): void {
  told.textContent = 'Apro il modulo…';
  void load()
    .then(({ openForm }) => openForm(kind, query), failed)
    .catch(failed);
}

for (const link of root.querySelectorAll<HTMLAnchorElement>('a[data-area]'))
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    told.textContent = 'Apro il modulo…';
    const area = link.dataset.area ?? '';
    void load().then(({ openForm }) => openForm(kind, new URLSearchParams(area ? { area } : { nuova: '1' })), failed);
  }); // prettier-ignore

part('form-file-input', HTMLInputElement).addEventListener('change', (event) => {
  const input = event.target as HTMLInputElement;
  const [file] = input.files ?? [];
  if (!file) return;
  void load().then(async ({ draftOfFile, begun }) => {
    const draft = await draftOfFile(kind, file);
    input.value = '';
    if (typeof draft === 'string') told.textContent = draft;
    else location.assign(formPage(kind, { bozza: begun(draft).key }));
  }, failed);
});
