import { z } from 'astro/zod';
import { contact, editorial, hiddenLabels } from './editorial.ts';
import { differences, facts } from './fact.ts';
import { choice, field } from './field.ts';
import { commitmentStatuses, questionStatuses, workshopKinds } from './labels.ts';
import { organisation } from './place.ts';
import { sourceRef, sources } from './source.ts';
import { day, line, paragraph, partialDate, ref } from './values.ts';

const optionalSource = field(sourceRef.optional(), 'Fonte', 'Sigla della fonte che lo dice.');

const agendaPart = z.strictObject({
  part: field(line(80), 'Momento', 'Giorno o parte della giornata.', 'mattina'),
  time: field(line(40).optional(), 'Orario', 'Come lo scrive il programma.', '10.45-12.45'),
  items: field(z.array(line(240)).min(1).max(20), 'Punti', 'Che cosa è successo.'),
  source: optionalSource,
});

const visit = z.strictObject({
  place: field(line(200), 'Luogo', 'Dove si è andati.'),
  practice: field(ref('practice').optional(), 'Pratica', 'Scheda della pratica visitata, se c’è.'),
  note: field(line(240).optional(), 'Nota', 'Che cosa dicono le fonti.'),
  source: optionalSource,
});

const presented = z
  .strictObject({
    practice: field(ref('practice').optional(), 'Pratica', 'Scheda della pratica, se c’è.'),
    name: field(line(200).optional(), 'Nome', 'Se la scheda non c’è ancora.'),
    source: optionalSource,
  })
  .refine(({ practice, name }) => practice !== undefined || name !== undefined, {
    error: 'Scrivi «practice», oppure «name» se la scheda non c’è ancora.',
  });

const attendance = z.strictObject({
  city: field(ref('city'), 'Città', 'Codice dell’elenco delle città.'),
  note: field(line(160).optional(), 'Chi', 'Con quale ruolo.', 'sindaco presente'),
  source: optionalSource,
});

const table = z.strictObject({
  focusArea: field(ref('focus-area'), 'Area', 'Area di focus del tavolo.'),
  text: field(paragraph(800).optional(), 'Che cosa è emerso', 'Vuoto se non è documentato.'),
  source: optionalSource,
});

const remark = z.strictObject({
  text: field(paragraph(600), 'Testo', 'Una o due frasi.'),
  source: optionalSource,
});

const commitment = z.strictObject({
  who: field(line(160), 'Chi', 'Ufficio o ente.'),
  what: field(paragraph(400), 'Che cosa', 'Che cosa si è impegnato a fare.'),
  by: field(partialDate.optional(), 'Entro', 'Data, se c’è.'),
  status: field(choice(commitmentStatuses), 'Stato', 'A che punto è.'),
  source: optionalSource,
});

const openQuestion = z.strictObject({
  practice: field(ref('practice').optional(), 'Pratica', 'A quale scheda è rivolta.'),
  text: field(paragraph(400), 'Domanda', 'Che cosa ci si è chiesti.'),
  status: field(choice(questionStatuses), 'Stato', 'Aperta o con risposta.'),
  source: optionalSource,
});

/** An event of exchange between cities, and what it left. */
export const workshop = z
  .strictObject({
    title: field(line(140), 'Titolo', 'Nome dell’incontro.'),
    aliases: field(z.array(line(90)).max(10).optional(), 'Altri nomi', 'Nomi con cui è noto.'),
    hiddenLabels,
    tagline: field(line(200), 'In una riga', 'A che cosa serviva e per chi.'),
    summary: field(paragraph(600), 'In breve', 'Che cosa è successo e che cosa è rimasto.'),
    kinds: field(z.array(choice(workshopKinds)).min(1).max(5), 'Tipo', 'Uno o più.'),
    start: field(day, 'Inizio', 'Primo giorno.', '2023-03-15'),
    end: field(day.optional(), 'Fine', 'Ultimo giorno, se dura più di uno.'),
    dateNote: field(line(240).optional(), 'Nota sulla data', 'Se le fonti non concordano.'),
    eventSources: field(
      z.array(sourceRef).min(1).max(6).optional(),
      'Fonti di data e sede',
      'Sigle delle fonti che dicono quando e dove.',
      'comune-2023',
    ),
    city: field(ref('city'), 'Città', 'Dove.'),
    venue: field(line(240).optional(), 'Sede', 'Luogo e indirizzo pubblico.'),
    organisers: field(z.array(z.strictObject(organisation)).min(1).max(10), 'Chi ha organizzato', 'Enti.'),
    programme: field(ref('programme').optional(), 'Programma', 'Nell’ambito di quale programma.'),
    purpose: field(paragraph(600).optional(), 'Scopo', 'Che cosa si voleva ottenere.'),
    focusAreas: field(z.array(ref('focus-area')).max(4), 'Aree di focus', 'Aree toccate.'),
    agenda: field(z.array(agendaPart).max(30).optional(), 'Programma dei lavori', 'Momenti e punti.'),
    participants: field(
      z.array(attendance).max(80).optional(),
      'Città presenti',
      'Solo quelle che una fonte nomina come presenti.',
    ),
    presented: field(z.array(presented).max(20).optional(), 'Pratiche presentate', 'Nell’ordine.'),
    visits: field(z.array(visit).max(20).optional(), 'Visite', 'Luoghi visti.'),
    activities: field(
      z.array(ref('activity')).max(20).optional(),
      'Attività usate',
      'Formati di facilitazione, se noti.',
    ),
    method: field(paragraph(600).optional(), 'Metodo', 'Come si è lavorato.'),
    tables: field(z.array(table).max(12).optional(), 'Tavoli', 'Un tavolo per area di focus.'),
    questions: field(
      z.array(line(300)).max(20).optional(),
      'Domande di lavoro',
      'Su che cosa si è lavorato.',
    ),
    insights: field(z.array(remark).max(40).optional(), 'Osservazioni', 'Che cosa si è capito.'),
    decisions: field(z.array(remark).max(40).optional(), 'Decisioni', 'Che cosa si è deciso.'),
    commitments: field(z.array(commitment).max(40).optional(), 'Impegni', 'Chi fa che cosa, entro quando.'),
    openQuestions: field(
      z.array(openQuestion).max(40).optional(),
      'Domande aperte',
      'Che cosa resta da chiarire.',
    ),
    needsRaised: field(
      z.array(ref('need')).max(40).optional(),
      'Bisogni emersi',
      'Dall’elenco dei bisogni, se una fonte li dice.',
    ),
    facts: field(facts.optional(), 'Dati', 'Cifre dell’incontro, con la fonte.'),
    differences,
    contact,
    sources,
    ...editorial,
  })
  .refine(({ start, end }) => end === undefined || start <= end, {
    error: 'L’inizio viene dopo la fine: controlla le due date.',
    path: ['start'],
  });

export const workshopSections = ['Perché questo incontro', 'Come si è svolto', 'Che cosa è rimasto'] as const;

export type Workshop = z.infer<typeof workshop>;
