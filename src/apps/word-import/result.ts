import { draftFile } from '../../authoring/sheet-draft.ts';
import { WordFileError } from '../../authoring/word-file.ts';
import { importWord, keptTitle, type WordImport } from '../../authoring/word-import.ts';
import type { FormLists } from '../../exports/form-lists.ts';
import { slug } from '../../mdx/outline.ts';
import { formListsFile } from '../../knowledge/routes.ts';
import { keepDraft } from '../contribute/drafts.ts';
import { saveFile } from '../documents/download.ts';
import { el, part } from '../elements.ts';

/** Reads the file and says what became of it, with the ways to go on. */
export async function showImport(file: File, choice: string): Promise<void> {
  const told = part('word-told', HTMLElement);
  const place = part('word-result', HTMLElement);
  const answer = await fetch(formListsFile);
  if (!answer.ok) throw new Error('no lists');
  const lists = (await answer.json()) as FormLists;
  let found: WordImport;
  try {
    found = await importWord(await file.arrayBuffer(), {
      lists,
      ...(choice === 'workshop' ? { kind: 'workshop' } : { kind: 'practice', area: choice }),
    });
  } catch (error) {
    told.textContent =
      error instanceof WordFileError
        ? `«${file.name}»: ${error.message} ${error.hint}`
        : `«${file.name}» non si riesce a leggere. Aprilo con Word, risalvalo come .docx e riprova.`;
    return;
  }
  told.textContent = `«${file.name}» è diventato una bozza: guarda che cosa è andato dove.`;
  place.replaceChildren(resultView(found, file.name));
  place.querySelector<HTMLElement>('h2')?.focus();
}

function resultView({ draft, source, placed, kept, notes }: WordImport, name: string): HTMLElement {
  const go = (): void => location.assign(keepDraft(draft));
  const download = (): void => {
    const { title } = draft.data;
    const id = slug(typeof title === 'string' ? title : '') || slug(name.replace(/\.[^.]*$/, '')) || 'scheda';
    saveFile(`${id}.mdx`, draftFile({ ...draft, id }), 'text/markdown;charset=utf-8');
  };
  return el(
    'section',
    { 'aria-labelledby': 'titolo-esito' },
    el('h2', { id: 'titolo-esito', tabindex: '-1' }, 'Che cosa ne è venuto'),
    el(
      'p',
      {},
      source === 'form'
        ? 'È il nostro modulo: le risposte sono nei loro campi.'
        : 'È un documento libero: le parti sono state riconosciute dai titoli. Rileggile, campo per campo.',
    ),
    list(
      'Al suo posto',
      placed,
      'Non si è riconosciuto niente: il testo è tutto nella prima parte del racconto.',
    ),
    kept.length > 0 && list(`Da sistemare: è nel testo, sotto «${keptTitle}» o con il suo titolo`, kept),
    notes.length > 0 && list('Da sapere', notes),
    el(
      'p',
      { class: 'form-ways' },
      el('button', { type: 'button', class: 'btn btn-primary', click: go }, 'Continua nel modulo'),
      el('button', { type: 'button', class: 'btn btn-outline-primary', click: download }, 'Scarica il file'),
    ),
  );
}

const list = (title: string, items: readonly string[], otherwise = ''): HTMLElement =>
  el(
    'div',
    {},
    el('h3', {}, title),
    items.length > 0
      ? el(
          'ul',
          {},
          items.map((item) => el('li', {}, item)),
        )
      : el('p', {}, otherwise),
  );
