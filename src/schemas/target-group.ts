import { z } from 'astro/zod';
import { hiddenLabels } from './editorial.ts';
import { field } from './field.ts';
import { line, paragraph } from './values.ts';

export const targetGroup = z.strictObject({
  title: field(
    line(120),
    'Gruppo',
    'Chi sono, con parole rispettose.',
    'Giovani che non studiano e non lavorano',
  ),
  description: field(paragraph(300), 'Spiegazione', 'Chi comprende.'),
  synonyms: field(
    z.array(line(80)).max(20).optional(),
    'Altri modi di dirlo',
    'Sigle e parole usate negli uffici.',
  ),
  hiddenLabels,
});
