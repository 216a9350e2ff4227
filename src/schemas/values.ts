import { z } from 'astro/zod';
import { months } from './labels.ts';

/** Lower-case words joined by hyphens: also a file name and a piece of an address. */
export const id = z
  .string()
  .max(80, { abort: true })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'Usa solo minuscole senza accenti, cifre e trattini, per esempio «portineria-di-quartiere».',
  });

/** One line of text: trimmed, never empty. */
export const line = (max: number) =>
  z
    .string()
    .max(max, { abort: true })
    .regex(/^\S(?:[^\n]*\S)?$/, { error: 'Scrivi una riga di testo, senza spazi all’inizio o alla fine.' });

export const paragraph = (max: number) => z.string().trim().min(1).max(max);

/** The date behind one written as people say it, undefined when it is none: `15/03/2023`, `15 marzo 2023`, `marzo 2023`, `2023/3/5`. */
export function dateMeant(input: unknown): string | undefined {
  if (typeof input !== 'string') return undefined;
  const words = input.trim().toLowerCase().replace(/[°º]/, '');
  const found =
    /^(?:(?<day>\d{1,2})[/. -])?(?<month>\d{1,2}|[a-z]+)[/. -](?<year>\d{4})$/.exec(words) ??
    /^(?<year>\d{4})[/. -](?<month>\d{1,2})(?:[/. -](?<day>\d{1,2}))?$/.exec(words);
  const { day: dd, month: mm, year: yyyy } = found?.groups ?? {};
  if (!mm || !yyyy) return undefined;
  const month = /^\d/.test(mm) ? Number(mm) : months.findIndex((name) => name === mm) + 1;
  const text = [yyyy, String(month).padStart(2, '0'), ...(dd ? [dd.padStart(2, '0')] : [])].join('-');
  return z.iso.date().safeParse(dd ? text : `${text}-01`).success ? text : undefined;
}

/** What to write in the place of a date in another form. */
export function dateProblem(input: unknown): string | undefined {
  const meant = dateMeant(input);
  return meant && `La data si scrive anno-mese-giorno, fra apici: '${meant}'.`;
}

/** A full calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date({
  error: ({ input }) =>
    input === undefined || input === null
      ? undefined
      : (dateProblem(input) ?? "Scrivi la data come anno-mese-giorno, per esempio '2023-03-15'."),
});

/** As much of a date as the source gives: `2023`, `2023-03` or `2023-03-15`. */
export const partialDate = z
  .string({
    error: ({ input }) => (typeof input === 'number' ? `Mettila fra apici: '${input}'.` : undefined),
  })
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, {
    error: ({ input }) =>
      dateProblem(input) ??
      "Scrivi la data fra apici come '2023', '2023-03' o '2023-03-15', secondo quanto dice la fonte.",
    abort: true,
  })
  .refine((text) => text.length < 10 || day.safeParse(text).success, {
    error: 'Questo giorno non c’è nel calendario: controlla il mese e il giorno.',
  })
  .meta({ partialDate: true });

/** Whether a date comes after another as far as both are told: `2023` and `2023-03` may be the same day. */
export const isAfter = (a: string, b: string): boolean => {
  const shared = Math.min(a.length, b.length);
  return a.slice(0, shared) > b.slice(0, shared);
};

export const longestAddress = 600;
/** The longest host and the longest of its parts, by RFC 1035. */
const longest = { host: 253, part: 63 };

/** Last parts of names that RFC 2606, RFC 6761, RFC 6762 and ICANN keep out of the public network. */
const notPublic = /\.(?:local|internal|localhost|test|invalid|example)$/i;

/** Why an address is not that of a public page, for the end of «L’indirizzo …»; null when it is. The one rule. */
export function webAddressProblem(address: string): string | null {
  if (address.length > longestAddress) return `supera ${longestAddress} caratteri`;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return 'non è un indirizzo completo';
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'non comincia con https://';
  // as it is written: the browser's reading drops a port that is the usual one
  const host = /^https?:\/\/([^/?#]*)/i.exec(address)?.[1] ?? '';
  if (/[@:]/.test(host) || url.username || url.password || url.port)
    return 'contiene credenziali o una porta';
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(host) || url.hostname.includes('xn--'))
    return 'non ha un dominio riconoscibile';
  if (host.length > longest.host || host.split('.').some((part) => part.length > longest.part))
    return 'ha un dominio troppo lungo per esistere';
  if (notPublic.test(host)) return 'è di una rete interna o di prova, che da fuori non si apre';
  return null;
}

/** What to write in the place of a text that is no address, when it is plain what was meant. */
function addressForm(input: unknown): string {
  const text = typeof input === 'string' ? input.trim() : '';
  if (/^[^\s/@]+@[^\s/@]+\.[^\s/@]+$/.test(text)) return 'Qui va l’indirizzo di una pagina, non la posta.';
  const whole = `https://${text}`;
  return /^[^\s:]+\.[^\s:]+$/.test(text) && webAddressProblem(whole) === null
    ? `Manca l’inizio: l’indirizzo intero è «${whole}».`
    : 'Scrivi un indirizzo completo che inizi con https://.';
}

/** Public page: https, no credentials, no port. The http scheme is accepted for old pages that have no other. */
export const webAddress = z
  .url({ error: ({ input }) => addressForm(input), abort: true })
  .max(longestAddress, { abort: true })
  .refine((text) => !/[\s<>"'`\\]/.test(text), {
    error: 'L’indirizzo contiene caratteri che non possono starci.',
    abort: true,
  })
  .refine((text) => webAddressProblem(text) === null, {
    error: ({ input }) =>
      `L’indirizzo ${webAddressProblem(String(input)) ?? 'non va bene'}: scrivi quello pubblico, che comincia con https://.`,
  });

/** How many zeros a word adds. */
const zerosOf: Readonly<Record<string, number>> = {
  mila: 3,
  milione: 6,
  milioni: 6,
  mln: 6,
  miliardo: 9,
  miliardi: 9,
  mld: 9,
};
const oneNumber =
  /^[^\d-]*(?<whole>-?\d+(?:[. \u00a0\u202f]\d{3}(?!\d))*)(?:[.,](?<decimals>\d+))?\s*(?<scale>mila|milion[ei]|mln|miliard[oi]|mld)?(?![a-z])/i;
/** What makes of a number another one: more digits, a letter that stands for thousands, a word that counts. */
const counts =
  /^\s*[km]\b|\d|\b(?:mezz[oa]|mila|migliai[ao]|centinai[ao]|decin[ae]|dozzin[ae]|milion[ei]|mln|miliard[oi]|mld)\b/i;

/**
 * What to write in the place of a text that holds one number: `1.285.000`, `83 candidature`, `1,2 milioni`. Nothing
 * when more than one could be meant: a figure proposed is a figure copied.
 */
export function numberProblem(input: unknown): string | undefined {
  if (typeof input !== 'string') return undefined;
  const text = input.trim();
  if (/^-?\d{1,3}\.\d{3}$/.test(text))
    return `Solo il numero, senza apici: ${text.replace('.', '')} se il punto divide le migliaia, ${text} se divide i decimali.`;
  const found = oneNumber.exec(text);
  const { whole, decimals = '', scale } = found?.groups ?? {};
  if (!found || !whole || counts.test(text.slice(found[0].length))) return undefined;
  const zeros = scale ? (zerosOf[scale.toLowerCase()] ?? 0) : 0;
  const tail = decimals.padEnd(zeros, '0');
  const before = (whole.replace(/[^\d-]/g, '') + tail.slice(0, zeros)).replace(/^(-?)0+(?=\d)/, '$1');
  const after = tail.slice(zeros);
  return `Solo il numero, senza apici, punti né parole: ${before}${after && `.${after}`}.`;
}

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
