import type { PeerId } from '../../exports/peers/form.ts';
import { openKept, type Kept } from '../device/kept.ts';

/** What the reader wrote instead of the proposed texts, by the id of the field. */
export type Written = Readonly<Record<string, string>>;

/** The texts of one sheet for one form, on the own device. */
export const openWritten = (form: PeerId, sheet: string): Kept<Written> =>
  openKept<Written>(`candidatura:${form}:${sheet}`, { read: readWritten, empty: () => ({}) });

function readWritten(json: unknown): Written | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const entries = Object.entries(json);
  return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
    ? Object.fromEntries(entries)
    : null;
}
