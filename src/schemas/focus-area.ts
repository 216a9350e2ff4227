import { z } from 'astro/zod';
import { editorial, hiddenLabels } from './editorial.ts';
import { choice, field } from './field.ts';
import { focusAreaColours } from './labels.ts';
import { practiceSections } from './practice-sections.ts';
import { sourceRef, sources } from './source.ts';
import { line, paragraph, ref, webAddress } from './values.ts';

const guide = z.strictObject({
  section: field(
    z.enum(practiceSections),
    'Sezione',
    'Sezione della scheda a cui le domande si riferiscono.',
  ),
  questions: field(
    z.array(line(300)).min(1).max(8),
    'Domande guida',
    'Che cosa chi scrive dovrebbe raccontare in questa area.',
  ),
});

const fund = z.strictObject({
  programme: field(ref('programme').optional(), 'Programma', 'Codice dell’elenco dei programmi.'),
  name: field(line(200).optional(), 'Nome', 'Se non è nell’elenco.'),
  note: field(line(300).optional(), 'Che cosa finanzia', 'In una riga.'),
  source: field(sourceRef.optional(), 'Fonte', 'Sigla della fonte.'),
});

const law = z.strictObject({
  title: field(line(240), 'Norma', 'Nome con cui è citata.'),
  note: field(line(300).optional(), 'A che cosa serve', 'In una riga.'),
  url: field(webAddress.optional(), 'Indirizzo', 'Testo ufficiale.'),
});

/** One of the areas of work. Its questions and indicators make the template of a sheet: an area is content alone. */
export const focusArea = z.strictObject({
  title: field(line(90), 'Nome', 'Nome dell’area, come nei focus group del 2023.'),
  shortTitle: field(line(40), 'Nome breve', 'Per le etichette.'),
  hiddenLabels,
  order: field(z.int().min(1).max(20), 'Ordine', 'Posizione negli elenchi.'),
  colour: field(choice(focusAreaColours), 'Colore', 'Accento dell’area, sempre insieme al nome.'),
  description: field(paragraph(600), 'Descrizione', 'Di che cosa parla l’area, in parole semplici.'),
  tagline: field(line(160), 'In una riga', 'I problemi che raccoglie.'),
  guidance: field(
    z.array(guide).min(1).max(6),
    'Domande per sezione',
    'Le domande che il modello di scheda propone a chi scrive.',
  ),
  indicators: field(
    z.array(ref('indicator')).min(1).max(20),
    'Indicatori consigliati',
    'I dati che una scheda di quest’area dovrebbe avere.',
  ),
  stakeholders: field(z.array(line(160)).min(1).max(20), 'Chi coinvolgere', 'Attori tipici.'),
  funds: field(z.array(fund).max(20), 'Fondi tipici', 'Da dove vengono di solito le risorse.'),
  laws: field(z.array(law).max(20).optional(), 'Norme di riferimento', 'Norme da conoscere.'),
  terms: field(z.array(ref('term')).max(20).optional(), 'Parole utili', 'Voci di glossario da leggere.'),
  sources,
  ...editorial,
});

export const focusAreaSections = [
  'Di che cosa parliamo',
  'Che cosa si è già visto',
  'Da dove cominciare',
] as const;

export type FocusArea = z.infer<typeof focusArea>;
