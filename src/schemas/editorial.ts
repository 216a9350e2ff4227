import { z } from 'astro/zod';
import { field } from './field.ts';
import { day, line, webAddress } from './values.ts';

/** Fields that say who answers for a text; the same in every collection of sheets. */
export const editorial = {
  draft: field(
    z.boolean().optional(),
    'Bozza',
    'Scrivi true finché la scheda non è pronta: non compare in nessuna pagina.',
  ),
  authors: field(
    z.array(line(120)).min(1).max(20),
    'Redazione',
    'Chi ha scritto la scheda: uffici o gruppi di lavoro, o persone che lo hanno chiesto.',
    'Redazione Tra Pari',
  ),
  reviewedOn: field(
    day,
    'Riletta il',
    'Ultimo giorno in cui qualcuno ha controllato tutta la scheda.',
    '2026-11-22',
  ),
  reviewBy: field(day.optional(), 'Da rileggere entro', 'Giorno entro cui ricontrollarla.'),
  license: field(z.literal('CC-BY-4.0').default('CC-BY-4.0'), 'Licenza', 'Licenza dei contenuti: CC BY 4.0.'),
  redirects: field(
    z
      .array(line(200).regex(/^(?:\/[a-z0-9-]+)+\/$/))
      .max(20)
      .optional(),
    'Vecchi indirizzi',
    'Indirizzi precedenti di questa pagina, che devono continuare a funzionare.',
    '/pratiche/vecchio-nome/',
  ),
};

/** SKOS calls so the words that lead to a thing and are never printed: https://www.w3.org/TR/skos-reference/#L1596 */
export const hiddenLabels = field(
  z.array(line(100)).max(60).optional(),
  'Come la si cerca',
  'Parole e frasi di tutti i giorni con cui qualcuno la cercherebbe. Servono solo alla ricerca: non compaiono nella pagina.',
  'mamme con bambini in albergo',
);

/** An office and its public page: never a private person, an e-mail address or a telephone number. */
export const contact = field(
  z
    .strictObject({
      office: field(line(160), 'Ufficio', 'Ufficio o ente che può rispondere, mai una persona.'),
      url: field(webAddress.optional(), 'Pagina', 'Pagina pubblica dell’ufficio.'),
    })
    .optional(),
  'A chi chiedere',
  'Ufficio che può rispondere ad altre città, con la sua pagina pubblica.',
);
