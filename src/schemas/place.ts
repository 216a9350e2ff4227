import { z } from 'astro/zod';
import { choice, field } from './field.ts';
import { organisationKinds } from './labels.ts';
import { isAfter, line, partialDate, ref } from './values.ts';

export const organisation = {
  name: field(line(200), 'Nome', 'Nome dell’ente o del gruppo.', 'Città di Torino'),
  kind: field(choice(organisationKinds), 'Tipo', 'Che genere di ente è.'),
};

/** Either end may be unknown; a note says what the sources disagree on. */
export const period = field(
  z
    .strictObject({
      start: field(partialDate.optional(), 'Inizio', 'Anno, mese o giorno di inizio.', "'2019-09'"),
      end: field(
        partialDate.optional(),
        'Fine',
        'Anno, mese o giorno di fine; vuoto se è ancora in corso o non si sa.',
        "'2023-07'",
      ),
      note: field(line(240).optional(), 'Nota', 'Che cosa non si sa o su che cosa le fonti non concordano.'),
      sources: field(
        z.array(ref('source')).min(1).max(6).optional(),
        'Fonti',
        'Sigle delle fonti che danno inizio e fine: ogni anno scritto ne vuole una.',
        'comune-2023',
      ),
    })
    .refine(({ start, end }) => !start || !end || !isAfter(start, end), {
      error: 'L’inizio viene dopo la fine: controlla le due date.',
      path: ['start'],
    }),
  'Quando',
  'Periodo in cui la pratica è stata, o è, attiva.',
);
