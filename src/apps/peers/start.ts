import type { FormLists } from '../../exports/form-lists.ts';
import type { PeerId } from '../../exports/peers/form.ts';
import { peerForms, peerTexts, type PeerTexts } from '../../exports/peers/texts.ts';
import { peerView } from '../../exports/peers/view.ts';
import { formListsFile, formPage, pageOf, peersPage, searchPage } from '../../knowledge/routes.ts';
import { fetchSheet, SheetFailure } from '../documents/sheet-file.ts';
import { el, part } from '../elements.ts';
import { askedTexts, type Asked } from './address.ts';
import { showTexts } from './view.ts';

const told = part('candidatura-detto', HTMLElement);
const empty = part('candidatura-vuoto', HTMLElement);
const place = part('candidatura', HTMLElement);

const asked = askedTexts(location.search);
if (asked) void show(asked);

async function show(wanted: Asked): Promise<void> {
  if ('wrong' in wanted) {
    sayMissing(wanted.wrong);
    return;
  }
  empty.hidden = true;
  told.textContent = 'Preparo i testi…';
  try {
    if ('draft' in wanted) await showDraft(wanted.form, wanted.draft);
    else await showSheet(wanted.form, wanted.id);
  } catch (error) {
    if (error instanceof SheetFailure && error.why === 'missing' && 'id' in wanted) sayMissing(wanted.id);
    else sayFailed(wanted, error);
  }
}

async function showSheet(form: PeerId, id: string): Promise<void> {
  const texts = peerTexts(peerForms[form], peerView(await fetchSheet(id)));
  reveal(form, texts, id, { p: id });
  setBack('Torna alla scheda', pageOf('practice', id));
  told.textContent = 'I testi sono pronti.';
}

/** A draft is read with the schemas, which are heavy: they come only for it. */
async function showDraft(form: PeerId, key: string): Promise<void> {
  await import('../plain-zod.ts');
  const [{ draftIn }, { peerTextsOfDraft }, lists] = await Promise.all([
    import('../contribute/drafts.ts'),
    import('../../authoring/peer-draft.ts'),
    formLists(),
  ]);
  const draft = draftIn(key);
  if (draft?.kind !== 'practice') {
    empty.hidden = false;
    told.textContent =
      'In questo browser non c’è una bozza di pratica con questo nome: forse l’hai scritta altrove.';
    return;
  }
  const { unread, ...texts } = peerTextsOfDraft(peerForms[form], draft, lists);
  reveal(form, texts, `bozza-${key}`, { bozza: key });
  setBack('Torna alla bozza', formPage('practice', { bozza: key }));
  told.textContent =
    unread.length > 0
      ? `I testi sono pronti. Restano fuori, perché ancora da correggere nella bozza: ${unread.join('; ')}.`
      : 'I testi sono pronti.';
}

async function formLists(): Promise<FormLists> {
  const answer = await fetch(formListsFile);
  if (!answer.ok) throw new SheetFailure('unreachable');
  return (await answer.json()) as FormLists;
}

function reveal(form: PeerId, texts: PeerTexts, key: string, choice: { p?: string; bozza?: string }): void {
  for (const link of place.querySelectorAll<HTMLAnchorElement>('a[data-form]')) {
    link.href = peersPage({ ...choice, modulo: link.dataset.form ?? '' });
    if (link.dataset.form === form) link.setAttribute('aria-current', 'page');
  }
  const name = texts.title === '' ? 'Bozza senza nome' : texts.title;
  part('candidatura-titolo', HTMLElement).textContent = `${name}: testi per ${texts.form.name}`;
  document.title = `${name}, testi per ${texts.form.name} · ${document.title.split(' · ').at(-1) ?? ''}`;
  showTexts(texts, key, (words) => (told.textContent = words));
  place.hidden = false;
}

function setBack(words: string, address: string): void {
  const back = part('candidatura-scheda', HTMLAnchorElement);
  back.textContent = words;
  back.href = address;
}

function sayMissing(words: string): void {
  empty.hidden = false;
  told.replaceChildren(
    `Non c’è una scheda che si chiami «${words}». `,
    el(
      'a',
      { href: searchPage(words.replaceAll('-', ' '), { kind: 'practice' }) },
      'Cercala fra le pratiche',
    ),
  );
}

function sayFailed(wanted: Asked, error: unknown): void {
  if (!(error instanceof SheetFailure)) reportError(error);
  told.replaceChildren(
    'I testi non si sono preparati. Controlla la rete. ',
    el('button', { type: 'button', class: 'btn', click: () => void show(wanted) }, 'Riprova'),
  );
}
