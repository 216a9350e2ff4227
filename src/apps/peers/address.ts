import { isPeerId } from '../../exports/peers/texts.ts';
import type { PeerId } from '../../exports/peers/form.ts';

/** What an address asks for; nothing in it is believed. */
export type Asked = { form: PeerId } & ({ id: string } | { draft: string } | { wrong: string });

export function askedTexts(search: string): Asked | null {
  const query = new URLSearchParams(search);
  const asked = query.get('modulo') ?? '';
  const form = isPeerId(asked) ? asked : 'opsi';
  const draft = query.get('bozza')?.trim();
  if (draft) return /^[a-z0-9]{1,40}$/.test(draft) ? { form, draft } : { form, wrong: draft.slice(0, 80) };
  const id = query.get('p')?.trim();
  if (!id) return null;
  return id.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)
    ? { form, id }
    : { form, wrong: id.slice(0, 80) };
}
