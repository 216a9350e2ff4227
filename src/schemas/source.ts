import { z } from 'astro/zod';
import { choice, field } from './field.ts';
import { sourceKinds } from './labels.ts';
import { day, id, line, partialDate, ref, webAddress } from './values.ts';

/** A document on which facts rest. Its id is local to the file; the graph merges equal addresses. */
export const source = z.strictObject({
  id: field(id, 'Sigla', 'Nome breve con cui i dati di questo file richiamano la fonte.', 'comune-2023'),
  title: field(line(300), 'Titolo', 'Titolo del documento o della pagina, come si legge in testa.'),
  publisher: field(
    line(160),
    'Chi l’ha pubblicata',
    'Ente, testata o rete che l’ha pubblicata: serve a capire se due fonti sono indipendenti.',
    'Città di Torino',
  ),
  date: field(
    partialDate.optional(),
    'Data',
    'Data che la fonte porta. Se non la porta, lascia vuoto.',
    "'2023-03-23'",
  ),
  url: field(
    webAddress.optional(),
    'Indirizzo',
    'Indirizzo pubblico. Se il documento non è in rete, lascia vuoto e dillo nella nota.',
  ),
  accessed: field(day, 'Consultata il', 'Giorno in cui l’hai letta.', '2026-11-22'),
  kind: field(choice(sourceKinds).optional(), 'Tipo', 'Che genere di documento è.'),
  archiveUrl: field(webAddress.optional(), 'Copia d’archivio', 'Indirizzo di una copia conservata, se c’è.'),
  note: field(
    line(400).optional(),
    'Nota',
    'Che cosa della fonte non è stato letto, o altro che chi controlla deve sapere.',
  ),
});

export const sources = field(
  z.array(source).max(60),
  'Fonti',
  'I documenti da cui vengono i dati di questo file.',
);

export const sourceRef = field(
  ref('source'),
  'Fonte',
  'Sigla di una delle fonti elencate in questo file.',
  'comune-2023',
);

export type Source = z.infer<typeof source>;
