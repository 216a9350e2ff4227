import { z } from 'astro/zod';
import { choice, field } from './field.ts';
import { cityRoles } from './labels.ts';
import { sourceRef, sources } from './source.ts';
import { line, partialDate } from './values.ts';

/** A city of the base. Coordinates are approximate and only place a dot on the map. */
export const city = z.strictObject({
  title: field(line(90), 'Città', 'Nome ufficiale.', 'Cava de’ Tirreni'),
  region: field(line(60).optional(), 'Regione', 'Regione italiana.', 'Campania'),
  province: field(line(60).optional(), 'Provincia', 'Provincia o città metropolitana.'),
  provinceCode: field(
    z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    'Sigla',
    'Sigla della provincia.',
    'SA',
  ),
  country: field(line(60).default('Italia'), 'Paese', 'Se non è l’Italia.'),
  istatCode: field(
    z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
    'Codice ISTAT',
    'Sei cifre, fra apici.',
    "'065037'",
  ),
  population: field(
    z
      .strictObject({
        value: field(z.int().positive(), 'Abitanti', 'Numero di residenti.'),
        asOf: field(partialDate, 'Alla data', 'Anno del dato.', "'2011'"),
        source: sourceRef,
      })
      .optional(),
    'Popolazione',
    'Residenti, con anno e fonte.',
  ),
  latitude: field(z.number().min(-90).max(90).optional(), 'Latitudine', 'Gradi decimali, approssimata.'),
  longitude: field(z.number().min(-180).max(180).optional(), 'Longitudine', 'Gradi decimali, approssimata.'),
  coordinatesSource: field(sourceRef.optional(), 'Fonte delle coordinate', 'Sigla della fonte.'),
  roles: field(
    z.array(choice(cityRoles)).max(6),
    'Perché è nella base',
    'Che parte ha nei programmi e nelle pratiche.',
  ),
  rolesSource: field(
    sourceRef.optional(),
    'Fonte dei ruoli',
    'Sigla della fonte che la indica nel programma.',
  ),
  note: field(line(300).optional(), 'Nota', 'Grafie diverse o dati da verificare.'),
  sources: field(
    sources.optional(),
    'Fonti',
    'Le fonti del file che questa voce usa: le aggiunge il lettore.',
  ),
});

export type City = z.infer<typeof city>;
