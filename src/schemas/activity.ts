import { z } from 'astro/zod';
import { editorial, hiddenLabels } from './editorial.ts';
import { choice, field } from './field.ts';
import { activityPurposes, difficulties, groupings, outputKinds, quantityRules } from './labels.ts';
import { source as sourceDocument } from './source.ts';
import { line, paragraph, ref } from './values.ts';

const range = (label: string, description: string) =>
  field(
    z
      .strictObject({
        min: field(z.int().positive().max(1000), 'Minimo', 'Almeno.'),
        max: field(z.int().positive().max(1000), 'Massimo', 'Al più.'),
      })
      .refine((r) => r.min <= r.max, { error: '«min» non può superare «max».' }),
    label,
    description,
  );

const material = z.strictObject({
  item: field(line(120), 'Materiale', 'Che cosa serve.', 'pennarelli a punta grossa'),
  quantity: field(z.number().positive().max(1000), 'Quantità', 'Quanti, secondo la regola.'),
  per: field(choice(quantityRules), 'Regola', 'Per persona, per gruppo o per la sala.'),
});

const step = z.strictObject({
  title: field(line(120), 'Passo', 'Che cosa si fa.'),
  minutes: field(z.int().positive().max(480), 'Minuti', 'Durata con il gruppo medio.'),
  grouping: field(choice(groupings), 'Come si sta', 'Da soli, a coppie, in gruppi, insieme.'),
  text: field(paragraph(700), 'Spiegazione', 'Come condurlo.'),
});

const heading = field(line(120), 'Titolo', 'Titolo del riquadro.');
const hint = field(line(300).optional(), 'Aiuto', 'Che cosa scrivere qui.');

/** One block of a printed worksheet; every kind says what a hand writes in it. */
export const worksheetBlock = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: field(z.literal('text'), 'Tipo', 'Testo da leggere.'),
    heading,
    text: field(paragraph(800), 'Testo', 'Istruzioni.'),
  }),
  z.strictObject({
    kind: field(z.literal('lines'), 'Tipo', 'Righe vuote.'),
    heading,
    hint,
    lines: field(z.int().min(1).max(30), 'Righe', 'Quante righe lasciare.'),
  }),
  z.strictObject({
    kind: field(z.literal('table'), 'Tipo', 'Tabella da riempire.'),
    heading,
    hint,
    columns: field(z.array(line(60)).min(2).max(6), 'Colonne', 'Intestazioni.'),
    rows: field(z.int().min(1).max(20), 'Righe', 'Quante righe vuote.'),
    rowLabels: field(z.array(line(80)).max(20).optional(), 'Etichette di riga', 'Se le righe hanno un nome.'),
  }),
  z.strictObject({
    kind: field(z.literal('checklist'), 'Tipo', 'Caselle da spuntare.'),
    heading,
    hint,
    items: field(z.array(line(200)).min(1).max(20), 'Voci', 'Una per casella.'),
  }),
  z.strictObject({
    kind: field(z.literal('matrix'), 'Tipo', 'Quattro riquadri su due assi.'),
    heading,
    hint,
    horizontal: field(line(60), 'Asse orizzontale', 'Che cosa cresce verso destra.'),
    vertical: field(line(60), 'Asse verticale', 'Che cosa cresce verso l’alto.'),
    cells: field(
      z.array(line(80)).length(4),
      'Riquadri',
      'Alto sinistra, alto destra, basso sinistra, basso destra.',
    ),
  }),
  z.strictObject({
    kind: field(z.literal('canvas'), 'Tipo', 'Riquadri da riempire.'),
    heading,
    hint,
    cells: field(
      z
        .array(
          z.strictObject({
            label: field(line(80), 'Riquadro', 'Nome.'),
            hint: field(line(200).optional(), 'Aiuto', 'Domanda a cui rispondere.'),
          }),
        )
        .min(2)
        .max(12),
      'Riquadri',
      'Nell’ordine di lettura.',
    ),
  }),
]);

/** A facilitation format with its printable worksheet. */
export const activity = z.strictObject({
  title: field(line(90), 'Nome', 'Nome dell’attività.', 'Mappa dei bisogni'),
  tagline: field(line(160), 'In una riga', 'A che cosa serve.'),
  aliases: field(z.array(line(90)).max(10).optional(), 'Altri nomi', 'Nomi con cui è nota.'),
  hiddenLabels,
  purpose: field(z.array(choice(activityPurposes)).min(1).max(4), 'Scopo', 'Che cosa aiuta a fare.'),
  focusAreas: field(
    z.array(ref('focus-area')).max(4).optional(),
    'Aree',
    'Se è adatta soprattutto ad alcune aree.',
  ),
  minutes: range('Durata', 'Minuti, dal minimo al massimo.'),
  people: range('Persone', 'Quante, dal minimo al massimo.'),
  groupSize: field(
    range('Gruppi da', 'Persone per gruppo.').optional(),
    'Gruppi da',
    'Persone per gruppo, se si lavora in gruppi.',
  ),
  difficulty: field(choice(difficulties), 'Difficoltà', 'Per chi conduce.'),
  groupings: field(
    z.array(choice(groupings)).min(1).max(6),
    'Come si sta',
    'Nell’ordine in cui si succedono.',
  ),
  room: field(line(240).optional(), 'Spazio', 'Come disporre la sala.'),
  materials: field(z.array(material).max(20), 'Materiali', 'Con quantità e regola.'),
  invitation: field(paragraph(600), 'Invito', 'Le parole da dire per cominciare.'),
  steps: field(z.array(step).min(1).max(15), 'Passi', 'In ordine, con i minuti.'),
  tips: field(z.array(line(300)).max(12).optional(), 'Consigli', 'Che cosa aiuta e dove si inciampa.'),
  variants: field(
    z.array(line(300)).max(10).optional(),
    'Varianti',
    'In linea, con molte persone, con chi legge poco.',
  ),
  before: field(
    z.array(ref('activity')).max(6).optional(),
    'Va bene dopo',
    'Attività da fare prima di questa.',
  ),
  after: field(z.array(ref('activity')).max(6).optional(), 'Va bene prima di', 'Attività da fare dopo.'),
  output: field(choice(outputKinds), 'Che cosa produce', 'Tipo di risultato.'),
  worksheet: field(z.array(worksheetBlock).min(1).max(12), 'Scheda di lavoro', 'I riquadri da stampare.'),
  origin: field(line(240), 'Da dove viene', 'Metodo generico di dominio comune, o autore e opera.'),
  sources: field(z.array(sourceDocument).max(10).optional(), 'Fonti', 'Documenti che descrivono il metodo.'),
  ...editorial,
});

export const activitySections = ['Quando serve', 'Che cosa aspettarsi'] as const;

export type Activity = z.infer<typeof activity>;
export type WorksheetBlock = z.infer<typeof worksheetBlock>;
