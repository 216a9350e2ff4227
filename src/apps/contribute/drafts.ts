import type { SheetDraft } from '../../authoring/sheet-draft.ts';
import { formPage, formSlugs, type FormKind } from '../../knowledge/routes.ts';
import { keptNames, openKept, type Kept } from '../device/kept.ts';

/** A draft as it is kept on the device. */
export interface KeptDraft extends SheetDraft {
  kind: FormKind;
  /** Moment of the last change, ISO 8601. */
  changedAt: string;
  /** The published sheet that is corrected, as its file was; null for a new one. */
  base: { id: string; text: string } | null;
  /** Words that no list has yet, as the writer proposes them. */
  proposals: readonly string[];
  /** The step that was open last. */
  step: number;
}

const prefix = 'bozza:';

/** A draft of this device; null where there is none of that name. */
export const openDraft = (
  key: string,
  onChange?: (draft: KeptDraft | null) => void,
): Kept<KeptDraft | null> =>
  openKept<KeptDraft | null>(prefix + key, { read: readKept, empty: () => null, onChange });

/** The names of the drafts of this device. */
export const draftKeys = (): string[] =>
  keptNames().flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));

/** What a draft says; null where there is none of that name. */
export const draftIn = (key: string): SheetDraft | null => openDraft(key).value();

/** A draft that nobody has changed yet. */
export const keptOf = (
  draft: SheetDraft & { kind: FormKind },
  base: KeptDraft['base'] = null,
): KeptDraft => ({
  ...draft,
  changedAt: new Date().toISOString(),
  base,
  proposals: [],
  step: 0,
});

/** Not `randomUUID`, which a plain http address does not have. */
export const newDraftKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(36).padStart(2, '0')).join('');

/** Keeps a draft on the device and gives the address of the form that goes on with it. */
export function keepDraft(draft: SheetDraft): string {
  if (!isFormKind(draft.kind)) throw new Error(`no form writes a ${draft.kind}`);
  const key = newDraftKey();
  openDraft(key).save(keptOf({ ...draft, kind: draft.kind }));
  return formPage(draft.kind, { bozza: key });
}

const isFormKind = (kind: string): kind is FormKind => Object.hasOwn(formSlugs, kind);

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was kept, if it has the form of a draft; whether its values fit is said by the check. */
function readKept(json: unknown): KeptDraft | null {
  if (!isFields(json)) return null;
  const { kind, id, data, sections, changedAt, base, proposals, step } = json;
  if (typeof kind !== 'string' || !isFormKind(kind) || typeof id !== 'string') return null;
  if (!isFields(data) || !isFields(sections)) return null;
  return {
    kind,
    id,
    data,
    sections: Object.fromEntries(
      Object.entries(sections).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
    changedAt: typeof changedAt === 'string' ? changedAt : '',
    base: isFields(base) && typeof base.id === 'string' && typeof base.text === 'string'
        ? { id: base.id, text: base.text }
        : null, // prettier-ignore
    proposals: Array.isArray(proposals) ? proposals.filter((words) => typeof words === 'string') : [],
    step: typeof step === 'number' ? step : 0,
  };
}
