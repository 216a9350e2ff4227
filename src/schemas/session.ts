import { z } from 'astro/zod';
import { editorial, hiddenLabels } from './editorial.ts';
import { choice, field } from './field.ts';
import { sessionBlockKinds } from './labels.ts';
import { practiceSections } from './practice-sections.ts';
import { line, paragraph, ref } from './values.ts';

const task = z.strictObject({
  text: field(paragraph(400), 'Che cosa', 'Compito.'),
  minutes: field(z.int().positive().max(600).optional(), 'Minuti', 'Tempo richiesto.'),
  practice: field(ref('practice').optional(), 'Pratica', 'Scheda da leggere.'),
});

const block = z.strictObject({
  kind: field(choice(sessionBlockKinds), 'Tipo', 'Che genere di momento è.'),
  minutes: field(z.int().positive().max(480), 'Minuti', 'Durata.'),
  title: field(line(120), 'Titolo', 'Che cosa si fa.'),
  activity: field(ref('activity').optional(), 'Attività', 'Formato di facilitazione.'),
  practice: field(ref('practice').optional(), 'Pratica', 'Caso su cui si lavora.'),
  sections: field(
    z.array(z.enum(practiceSections)).max(6).optional(),
    'Sezioni',
    'Parti della scheda da leggere.',
  ),
  objective: field(
    z.int().positive().max(10).optional(),
    'Obiettivo',
    'Numero dell’obiettivo a cui serve, contando da 1.',
  ),
  notes: field(paragraph(800).optional(), 'Note per chi conduce', 'Che cosa dire, a che cosa badare.'),
  output: field(line(240).optional(), 'Che cosa produce', 'Che cosa resta alla fine.'),
});

/** A timed plan made of activities and practices. */
export const session = z.strictObject({
  title: field(line(120), 'Titolo', 'Nome della sessione.'),
  tagline: field(line(160), 'In una riga', 'Per chi e per che cosa.'),
  hiddenLabels,
  audience: field(line(240), 'A chi si rivolge', 'Ruoli e numero di persone.'),
  people: field(
    z
      .strictObject({
        min: field(z.int().positive(), 'Minimo', 'Almeno.'),
        max: field(z.int().positive().max(500), 'Massimo', 'Al più.'),
      })
      .refine(({ min, max }) => min <= max, {
        error: '«min» non può superare «max».',
        path: ['min'],
      }),
    'Persone',
    'Quante persone.',
  ),
  focusAreas: field(z.array(ref('focus-area')).max(4).optional(), 'Aree', 'Se è dedicata ad alcune aree.'),
  objectives: field(z.array(line(240)).min(1).max(6), 'Obiettivi', 'Che cosa sapranno fare alla fine.'),
  minutes: field(z.int().positive().max(1440), 'Durata prevista', 'Minuti in tutto, pause comprese.'),
  prework: field(z.array(task).max(10).optional(), 'Prima', 'Che cosa fare prima di venire.'),
  blocks: field(z.array(block).min(1).max(40), 'Blocchi', 'In ordine.'),
  followUp: field(z.array(task).max(10).optional(), 'Dopo', 'Che cosa fare dopo.'),
  ...editorial,
});

export const sessionSections = ['A che cosa serve', 'Come prepararsi'] as const;

export type Session = z.infer<typeof session>;
