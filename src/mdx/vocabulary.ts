import { z } from 'astro/zod';
import { choice, field } from '../schemas/field.ts';
import { calloutKinds } from '../schemas/labels.ts';
import { line, ref } from '../schemas/values.ts';

const scope = field(line(120).optional(), 'Perimetro', 'Lo stesso «scope» scritto nel dato.');
const citedSource = field(ref('source'), 'Fonte', 'Sigla di una fonte della scheda.', 'comune-2023');
const imageFile = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*\.(png|jpg|webp|avif)$/, {
    error: 'Scrivi solo il nome di un’immagine png, jpg, webp o avif messa accanto alla scheda.',
  });

/**
 * The components a contributor may write in a sheet. Attributes are literal strings, checked by `props`;
 * `place` says whether it stands inside a sentence, on lines of its own, or either.
 */
export const vocabulary = {
  Fact: {
    place: 'inline',
    children: 'none',
    props: z.strictObject({
      of: field(
        ref('indicator'),
        'Dato',
        'Indicatore di uno dei dati della scheda.',
        'applications-received',
      ),
      scope,
      source: field(ref('source').optional(), 'Fonte', 'Per mostrare solo il valore di questa fonte.'),
    }),
  },
  Cite: { place: 'inline', children: 'none', props: z.strictObject({ source: citedSource }) },
  Term: {
    place: 'inline',
    children: 'text',
    props: z.strictObject({ id: field(ref('term'), 'Voce', 'Voce del glossario.') }),
  },
  Practice: {
    place: 'inline',
    children: 'none',
    props: z.strictObject({ id: field(ref('practice'), 'Pratica', 'Un’altra scheda.') }),
  },
  Callout: {
    place: 'block',
    children: 'blocks',
    props: z.strictObject({ kind: field(choice(calloutKinds), 'Tipo', 'Nota, attenzione o esempio.') }),
  },
  Steps: { place: 'block', children: 'blocks', props: z.strictObject({}) },
  Quote: { place: 'any', children: 'blocks', props: z.strictObject({ source: citedSource }) },
  Figure: {
    place: 'block',
    children: 'none',
    props: z.strictObject({
      src: field(imageFile, 'Immagine', 'Nome del file.'),
      alt: field(line(300), 'Testo alternativo', 'Che cosa si vede, per chi non vede l’immagine.'),
      credit: field(line(160), 'Crediti', 'Autore e licenza.'),
    }),
  },
} as const;

export type ComponentName = keyof typeof vocabulary;

/** Own-property look-up: a tag named `constructor` is unknown, not a surprise. */
export function isComponent(name: string | null | undefined): name is ComponentName {
  return typeof name === 'string' && Object.hasOwn(vocabulary, name);
}
