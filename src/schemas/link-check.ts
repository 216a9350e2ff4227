import { z } from 'astro/zod';
import { choice, field } from './field.ts';
import { linkResults } from './labels.ts';
import { day, webAddress } from './values.ts';

/** A copy kept by the one archive that is asked: a list that machines write must not lead anywhere else. */
export const archivedCopy = webAddress.refine(
  (text) => /^https:\/\/web\.archive\.org\/web\/\d{4,14}[a-z_]*\/https?:\/\//i.test(text),
  { error: 'Una copia d’archivio comincia con https://web.archive.org/web/ e la sua data.' },
);

/** What was found the last time that the address of a source was tried. Written by `npm run check:links`. */
export const linkCheck = z
  .strictObject({
    url: field(
      webAddress,
      'Indirizzo',
      'L’indirizzo provato, come sta fra le fonti, senza ciò che segue «#».',
    ),
    checkedOn: field(day, 'Verificato il', 'Giorno della prova.', '2026-11-22'),
    result: field(choice(linkResults), 'Esito', 'Che cosa ha risposto.'),
    movedTo: field(webAddress.optional(), 'Porta a', 'L’indirizzo a cui porta ora.'),
    archiveUrl: field(
      archivedCopy.optional(),
      'Copia d’archivio',
      'La copia conservata più vicina alla lettura.',
    ),
  })
  .refine(({ result, movedTo }) => movedTo === undefined || result === 'moved', {
    path: ['movedTo'],
    error: 'C’è solo quando l’esito è «moved».',
  });

export type LinkCheck = z.infer<typeof linkCheck>;
