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

const aboutPractice = field(
  ref('practice').optional(),
  'Pratica',
  'Scheda di cui parla, se parla di una pratica.',
);

const remark = z.strictObject({
  text: field(paragraph(600), 'Testo', 'Una o due frasi.'),
  practice: aboutPractice,
  source: optionalSource,
});

const laterSource = field(
  sourceRef.optional(),
  'Fonte del seguito',
  'Sigla della fonte che dice com’è andata: di solito non è quella dell’incontro.',
);

const commitment = z.strictObject({
  who: field(line(160), 'Chi', 'Ufficio o ente.'),
  what: field(paragraph(400), 'Che cosa', 'Che cosa si è impegnato a fare.'),
  by: field(partialDate.optional(), 'Entro', 'Data, se c’è.'),
  status: field(choice(commitmentStatuses), 'Stato', 'A che punto è.'),
  city: field(
    ref('city').optional(),
    'Città',
    'La città che si è impegnata, se è una sola: l’impegno si legge anche sulla sua pagina.',
  ),
  practice: aboutPractice,
  source: optionalSource,
  outcome: field(paragraph(600).optional(), 'Com’è andata', 'Che cosa ne è stato, quando lo si sa.'),
  outcomeOn: field(partialDate.optional(), 'Saputo il', 'Data dell’esito.', "'2026-06'"),
  outcomeSource: laterSource,
});

const openQuestion = z
  .strictObject({
    practice: field(
      ref('practice').optional(),
      'Pratica',
      'A quale scheda è rivolta: la domanda si legge anche lì, finché è aperta.',
    ),
    text: field(paragraph(400), 'Domanda', 'Che cosa ci si è chiesti.'),
    status: field(choice(questionStatuses), 'Stato', 'Aperta o con risposta.'),
    source: optionalSource,
    answer: field(paragraph(800).optional(), 'Risposta', 'Serve se lo stato è «con risposta».'),
    answeredOn: field(partialDate.optional(), 'Risposta del', 'Data della risposta.', "'2026-06-30'"),
    answerSource: laterSource,
  })
  .refine(({ status, answer }) => status !== 'answered' || answer !== undefined, {
    error: 'La domanda risulta con risposta, ma la risposta non c’è: scrivila in «answer».',
    path: ['status'],
  })
  .refine(({ status, answer }) => status !== 'open' || answer === undefined, {
    error: 'La risposta c’è, ma la domanda risulta aperta: scrivi «status: answered».',
    path: ['status'],
  });

const result = z.strictObject({
  text: field(paragraph(400), 'Che cosa', 'Che cosa è nato dall’incontro, come lo dice la fonte.'),
  date: field(partialDate.optional(), 'Quando', 'Data, se c’è.', "'2026-06'"),
  practice: aboutPractice,
  source: optionalSource,
});

const timed = z.strictObject({
  title: field(line(120), 'Blocco', 'Come si chiamava nel piano.'),
  planned: field(z.int().nonnegative().max(1440), 'Minuti previsti', 'Quanto doveva durare.'),
  actual: field(
    z.int().nonnegative().max(1440).optional(),
    'Minuti veri',
    'Quanto è durato. 0 se non si è fatto; vuoto se non si sa.',
  ),
  change: field(paragraph(400).optional(), 'La prossima volta', 'Che cosa cambiare di questo blocco.'),
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
    results: field(
      z.array(result).max(20).optional(),
      'Che cosa ne è nato',
      'Solo ciò che una fonte lega a questo incontro.',
    ),
    session: field(
      ref('session').optional(),
      'Sessione seguita',
      'Il piano da cui si è partiti, se è una delle sessioni pronte.',
    ),
    timing: field(
      z.array(timed).max(100).optional(),
      'Tempi veri',
      'Minuti previsti e minuti veri di ogni blocco, per chi condurrà la prossima volta.',
    ),
    nextTime: field(
      paragraph(800).optional(),
      'La prossima volta',
      'Che cosa cambierebbe dell’insieme chi ha condotto.',
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
