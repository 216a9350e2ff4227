import type { FormExamples } from '../../exports/form-examples.ts';
import type { FormLists } from '../../exports/form-lists.ts';
import { entryDataFile } from '../../knowledge/data-files.ts';
import { formExamplesFile, formListsFile, formPage, type FormKind } from '../../knowledge/routes.ts';
import { part } from '../elements.ts';
import { begun, draftOfPublished, draftOfSheet, emptyDraft, showDrafts } from './begin.ts';
import type { KeptDraft } from './drafts.ts';
import { openEditor } from './editor.ts';

export { begun, draftOfFile, showDrafts } from './begin.ts';

/** A file of this site; null when it does not come. */
async function fetched<T>(address: string): Promise<T | null> {
  try {
    const answer = await fetch(address);
    return answer.ok ? ((await answer.json()) as T) : null;
  } catch {
    return null;
  }
}

/** Opens what the address asks for: a draft, a new sheet in an area, a published sheet to correct. */
export async function openForm(kind: FormKind, query: URLSearchParams): Promise<void> {
  const told = part('form-told', HTMLElement);
  const field = query.get('campo');
  const [lists, examples] = await Promise.all([
    fetched<FormLists>(formListsFile),
    fetched<FormExamples>(formExamplesFile),
  ]);
  if (!lists) {
    told.textContent =
      'Gli elenchi del modulo non si sono caricati: controlla la rete e ricarica. Quello che avevi scritto è ancora in questo browser.';
    return;
  }
  const open = (key: string, words = '', begunNow: KeptDraft | null = null): void => {
    openEditor(key, kind, { lists, examples }, field, begunNow);
    told.textContent = words;
  };
  const kept = query.get('bozza');
  if (kept) {
    open(kept);
    return;
  }
  // from here on the address is that of the draft, so that loading again makes no other
  const settle = (key: string): void => history.replaceState(null, '', formPage(kind, { bozza: key }));
  const sheet = query.get('scheda');
  if (sheet === null) {
    const area = query.get('area');
    const known = lists['focus-area'].some(({ id }) => id === area);
    const { key, draft } = begun(emptyDraft(kind, known ? area : null, new Date().toLocaleDateString('sv')));
    settle(key);
    open(key, '', draft);
    return;
  }
  const there = /^[a-z0-9-]+$/.test(sheet) ? draftOfSheet(kind, sheet) : undefined;
  if (there !== undefined) {
    settle(there);
    open(there, 'Avevi già cominciato a correggere questa scheda: ecco la tua bozza.');
    return;
  }
  const file = /^[a-z0-9-]+$/.test(sheet) ? await fetched(entryDataFile(kind, sheet)) : null;
  const found = file === null ? null : draftOfPublished(kind, sheet, file);
  if (!found) {
    showDrafts(kind);
    told.textContent = 'La scheda da correggere non si trova. Controlla l’indirizzo, o cercala fra le pratiche e premi «Correggi» lì.';
    return;
  } // prettier-ignore
  const { key, draft } = begun(found.draft, { id: sheet, text: found.text });
  settle(key);
  open(
    key,
    'Questa è la scheda pubblicata, campo per campo: cambia quello che serve. Alla fine vedi le differenze.',
    draft,
  );
}
