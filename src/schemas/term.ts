import { z } from 'astro/zod';
import { field } from './field.ts';
import { sourceRef, sources } from './source.ts';
import { line, paragraph, ref } from './values.ts';

/** A glossary entry. */
export const term = z.strictObject({
  title: field(line(120), 'Voce', 'La parola o la sigla.', 'Patto di collaborazione'),
  definition: field(paragraph(600), 'Definizione', 'In parole semplici, al massimo due frasi.'),
  synonyms: field(
    z.array(line(80)).max(20).optional(),
    'Altri modi di dirlo',
    'Sigle, forme estese, nomi stranieri.',
  ),
  related: field(z.array(ref('term')).max(8).optional(), 'Vedi anche', 'Altre voci.'),
  source: field(sourceRef.optional(), 'Fonte', 'Sigla della fonte; senza, la definizione è della redazione.'),
  sources: field(
    sources.optional(),
    'Fonti',
    'Le fonti del file che questa voce usa: le aggiunge il lettore.',
  ),
});
