import { z } from 'astro/zod';

/** Lower-case words joined by hyphens: also a file name and a piece of an address. */
export const id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'Usa solo minuscole senza accenti, cifre e trattini, per esempio «portineria-di-quartiere».',
  });

/** One line of text: trimmed, never empty. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^\S(?:[^\n]*\S)?$/, { error: 'Scrivi una riga di testo, senza spazi all’inizio o alla fine.' });

export const paragraph = (max: number) => z.string().trim().min(1).max(max);

/** A full calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date({ error: 'Scrivi la data come anno-mese-giorno, per esempio 2023-03-15.' });

/** As much of a date as the source gives: `2023`, `2023-03` or `2023-03-15`. */
export const partialDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, {
  error: 'Scrivi la data fra apici come ’2023’, ’2023-03’ o ’2023-03-15’, secondo quanto dice la fonte.',
});

/** Public page: https, no credentials, no port. The http scheme is accepted for old pages that have no other. */
export const webAddress = z
  .url({
    protocol: /^https?$/,
    hostname: z.regexes.domain,
    error: 'Scrivi un indirizzo completo che inizi con https://.',
  })
  .max(600)
  .refine((text) => !/[\s<>"'`\\]/.test(text), {
    error: 'L’indirizzo contiene caratteri che non possono starci.',
  });

export const euro = z.number().nonnegative().max(1e12);
export const year = z.int().min(1900).max(2100);

/** The kinds of entry that other entries may name. `source` is looked up in the same file. */
export const referenceKinds = [
  'practice',
  'focus-area',
  'need',
  'indicator',
  'target-group',
  'workshop',
  'activity',
  'session',
  'city',
  'programme',
  'term',
  'source',
] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

/** An id that must exist in another collection; references are resolved all together by the checks. */
export const ref = (kind: ReferenceKind) => id.meta({ ref: kind });
