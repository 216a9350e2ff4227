import { z } from 'astro/zod';
import { contact, hiddenLabels } from './editorial.ts';
import { field } from './field.ts';
import { differences, facts } from './fact.ts';
import { period } from './place.ts';
import { sourceRef, sources } from './source.ts';
import { line, paragraph, webAddress } from './values.ts';

/** A programme or fund that pays for practices. */
export const programme = z.strictObject({
  title: field(line(160), 'Programma', 'Nome ufficiale o d’uso.', 'PON Metro 2014-2020'),
  acronym: field(line(40).optional(), 'Sigla', 'Come lo chiamano negli uffici.'),
  description: field(paragraph(700), 'Che cosa finanzia', 'A chi, per che cosa, in parole semplici.'),
  manager: field(line(200).optional(), 'Chi lo gestisce', 'Autorità o ente responsabile.'),
  period: field(period.optional(), 'Periodo', 'Anni di programmazione.'),
  url: field(webAddress.optional(), 'Pagina ufficiale', 'Indirizzo del programma.'),
  facts: field(facts.optional(), 'Dati', 'Cifre del programma con la fonte.'),
  synonyms: field(z.array(line(80)).max(20).optional(), 'Altri nomi', 'Altri modi di chiamarlo.'),
  hiddenLabels,
  differences,
  contact,
  source: field(sourceRef.optional(), 'Fonte', 'Sigla della fonte della descrizione.'),
  sources: field(
    sources.optional(),
    'Fonti',
    'Le fonti del file che questa voce usa: le aggiunge il lettore.',
  ),
});

export type Programme = z.infer<typeof programme>;
