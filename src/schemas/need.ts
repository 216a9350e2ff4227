import { z } from 'astro/zod';
import { hiddenLabels } from './editorial.ts';
import { field } from './field.ts';
import { line, paragraph, ref } from './values.ts';

/** A problem in officials' own words; what people search from. */
export const need = z.strictObject({
  title: field(line(120), 'Bisogno', 'Il problema come lo direbbe un collega.', 'Famiglie sotto sfratto'),
  description: field(paragraph(400), 'Spiegazione', 'Che cosa comprende, in una o due frasi.'),
  focusAreas: field(z.array(ref('focus-area')).min(1).max(4), 'Aree', 'In quali aree ricade.'),
  synonyms: field(
    z.array(line(80)).min(1).max(30),
    'Altri modi di dirlo',
    'Parole con cui la gente lo cerca, anche colloquiali.',
  ),
  misspellings: field(
    z.array(line(80)).max(20).optional(),
    'Grafie sbagliate',
    'Servono solo alla ricerca: non compaiono nella pagina.',
  ),
  hiddenLabels,
  targetGroups: field(z.array(ref('target-group')).max(8).optional(), 'Chi riguarda', 'Gruppi di persone.'),
  related: field(
    z.array(ref('need')).max(8).optional(),
    'Bisogni vicini',
    'Problemi che spesso vanno insieme.',
  ),
});

export type Need = z.infer<typeof need>;
