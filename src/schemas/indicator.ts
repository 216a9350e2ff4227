import { z } from 'astro/zod';
import { choice, field } from './field.ts';
import { headlineKinds, indicatorFormats, indicatorKinds, totalKinds } from './labels.ts';
import { line, paragraph, ref } from './values.ts';

/** What a figure measures. */
export const indicator = z.strictObject({
  title: field(line(120), 'Indicatore', 'Che cosa misura, in poche parole.', 'Candidature ricevute'),
  description: field(paragraph(400), 'Come si conta', 'Che cosa entra nel conteggio e che cosa no.'),
  kind: field(
    choice(indicatorKinds),
    'Tipo',
    'Risorse impiegate, realizzazioni, o cambiamenti nella vita delle persone.',
  ),
  format: field(choice(indicatorFormats), 'Formato', 'Come si scrive il valore.'),
  unit: field(
    z
      .strictObject({
        one: field(line(40), 'Unità al singolare', 'Vuota per euro, percentuali e date.', 'progetto'),
        many: field(line(40), 'Unità al plurale', 'Come si legge dopo il numero.', 'progetti'),
      })
      .optional(),
    'Unità',
    'Nome dell’unità al singolare e al plurale.',
  ),
  headline: field(
    z
      .strictObject({
        of: field(choice(headlineKinds), 'Riquadro', 'Per quale voce del riquadro «In breve» vale.'),
        order: field(
          z.int().min(1).max(99),
          'Ordine',
          'Se la scheda ne ha più d’uno vince il numero più basso.',
        ),
      })
      .optional(),
    'In testa alla scheda',
    'Se il dato dice quante risorse o quante persone in tutto, e può stare in testa alla scheda.',
  ),
  totalOf: field(
    choice(totalKinds).optional(),
    'Totale di',
    'Se il dato è il totale di un elenco della scheda: il controllo confronta la somma delle voci con il totale.',
  ),
  partOf: field(
    ref('indicator').optional(),
    'Parte di',
    'Se il dato è una parte di un altro, e le sue parti lo dividono senza sovrapporsi (per esempio fra chi paga).',
    'total-cost',
  ),
});

export type Indicator = z.infer<typeof indicator>;
