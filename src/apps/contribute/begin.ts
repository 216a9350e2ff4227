import { readDraft, type SheetDraft } from '../../authoring/sheet-draft.ts';
import { formatDate } from '../../knowledge/format.ts';
import { formPage, type FormKind } from '../../knowledge/routes.ts';
import { sheetMdx } from '../../exports/sheet-mdx.ts';
import { el, part } from '../elements.ts';
import { draftKeys, keptOf, newDraftKey, openDraft, type KeptDraft } from './drafts.ts';

/** Keeps a new draft and gives its key, and the draft itself: the browser may refuse to keep it. */
export function begun(
  draft: SheetDraft & { kind: FormKind },
  base: KeptDraft['base'] = null,
): { key: string; draft: KeptDraft } {
  const key = newDraftKey();
  const kept = keptOf(draft, base);
  openDraft(key).save(kept);
  return { key, draft: kept };
}

/** An empty draft; of a practice, in its area. */
export const emptyDraft = (
  kind: FormKind,
  area: string | null,
  today: string,
): SheetDraft & { kind: FormKind } => ({
  kind,
  id: '',
  data: { ...(area === null ? {} : { focusAreas: [area] }), reviewedOn: today },
  sections: {},
});

/** A draft of this device that corrects a published sheet. */
export const draftOfSheet = (kind: FormKind, id: string): string | undefined =>
  draftKeys().find((key) => {
    const draft = openDraft(key).value();
    return draft?.kind === kind && draft.base?.id === id;
  });

/** What goes into a form of a published sheet, from the JSON file of its page. */
export function draftOfPublished(kind: FormKind, id: string, file: unknown): { draft: SheetDraft & { kind: FormKind }; text: string } | null {
  const { entry, text } = Object(file) as { entry?: Record<string, unknown>; text?: unknown };
  if (typeof entry !== 'object' || typeof text !== 'string') return null;
  const data = Object.fromEntries(
    Object.entries(entry).filter(([key]) => !['id', 'page', 'computed', 'license'].includes(key)),
  );
  const whole = sheetMdx(data, text);
  const draft = readDraft(kind, id, whole);
  return draft && { draft: { ...draft, kind }, text: whole };
} // prettier-ignore

/** The largest file that is read: sheets are of tens of kilobytes. */
const mostBytes = 500_000;

/** Opens a sheet's file that the reader chose. */
export async function draftOfFile(
  kind: FormKind,
  file: File,
): Promise<(SheetDraft & { kind: FormKind }) | string> {
  if (/\.docx?$/i.test(file.name)) return 'È un file Word: si apre da «Da un file Word», qui accanto.';
  if (file.size > mostBytes) return `«${file.name}» è troppo grande per essere una scheda.`;
  const text = await file.text().catch(() => null);
  if (text === null) return `«${file.name}» non si riesce a leggere. Riprova, o scegli un altro file.`;
  const draft = readDraft(kind, file.name.replace(/\.mdx?$/i, ''), text);
  return draft
    ? { ...draft, kind, id: '' }
    : `«${file.name}» non sembra una scheda: in testa deve avere i dati fra due righe con tre trattini.`;
}

/** The drafts of this device, the latest first, each with its ways. */
export function showDrafts(kind: FormKind): void {
  const list = part('form-drafts', HTMLElement);
  const found = draftKeys()
    .flatMap((key) => {
      const draft = openDraft(key).value();
      return draft?.kind === kind ? [{ key, draft }] : [];
    })
    .toSorted((a, b) => (a.draft.changedAt < b.draft.changedAt ? 1 : -1));
  list.hidden = found.length === 0;
  const told = part('form-told', HTMLElement);
  const items = found.map(({ key, draft }) => {
    const title =
      typeof draft.data.title === 'string' && draft.data.title !== '' ? draft.data.title : 'Senza nome';
    const when = draft.changedAt.slice(0, 10);
    const remove = (): void => {
      openDraft(key).forget();
      showDrafts(kind);
      const again = el('button', { type: 'button', class: 'plain-button', click: () => { openDraft(key).save(draft); showDrafts(kind); told.textContent = `«${title}» è di nuovo fra le bozze.`; } }, 'Annulla');
      told.replaceChildren(`Bozza tolta: «${title}». `, again);
      again.focus();
    }; // prettier-ignore
    return el(
      'li',
      {},
      el('a', { href: formPage(kind, { bozza: key }) }, title),
      el('small', {}, [draft.base ? 'correzione' : 'nuova', when && `cambiata il ${formatDate(when)}`].filter(Boolean).join(', ')),
      el('button', { type: 'button', class: 'plain-button', click: remove }, 'Togli', el('span', { class: 'visually-hidden' }, ` la bozza «${title}»`)),
    ); // prettier-ignore
  });
  part('form-draft-list', HTMLElement).replaceChildren(...items);
}
