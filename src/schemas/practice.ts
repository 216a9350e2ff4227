import { z } from 'astro/zod';
import { contact, editorial, hiddenLabels } from './editorial.ts';
import { differences, facts } from './fact.ts';
import { choice, field } from './field.ts';
import {
  componentKinds,
  conditionKinds,
  costKinds,
  difficultyKinds,
  documentKinds,
  evaluationKinds,
  practiceStatuses,
  scales,
} from './labels.ts';
import { organisation, period } from './place.ts';
import { sourceRef, sources } from './source.ts';
import { euro, line, paragraph, ref, webAddress, year } from './values.ts';

const text = (max = 600) => field(paragraph(max), 'Testo', 'Una o due frasi semplici.');
const optionalSource = field(sourceRef.optional(), 'Fonte', 'Sigla della fonte che lo dice.');

const partner = z.strictObject({
  ...organisation,
  role: field(line(240).optional(), 'Ruolo', 'Che cosa ha fatto.'),
  source: optionalSource,
});

const evaluation = z.strictObject({
  kind: field(choice(evaluationKinds), 'Tipo', 'Come si è misurato.'),
  independent: field(
    z.boolean(),
    'Indipendente',
    'true solo se l’ha fatta chi non ha promosso né attuato la pratica.',
  ),
  text: field(paragraph(600).optional(), 'Che cosa dice', 'In una frase, con i limiti.'),
  source: sourceRef,
});

const funding = z
  .strictObject({
    programme: field(
      ref('programme').optional(),
      'Programma',
      'Codice dell’elenco dei programmi, se c’è.',
      'uia',
    ),
    name: field(
      line(200).optional(),
      'Nome del finanziamento',
      'Se il programma non è nell’elenco, o per precisare la misura.',
    ),
    amount: field(euro.optional(), 'Importo in euro', 'Solo il numero, se una fonte lo dice.', '1285000'),
    note: field(line(240).optional(), 'Nota', 'Che cosa comprende l’importo.'),
    source: sourceRef,
  })
  .refine(({ programme, name }) => programme !== undefined || name !== undefined, {
    error: 'Scrivi «programme», oppure «name» se il programma non è nell’elenco.',
  });

const cost = z.strictObject({
  item: field(line(200), 'Voce', 'Che cosa si è pagato.'),
  amount: field(euro, 'Importo in euro', 'Solo il numero.'),
  year: field(
    year.optional(),
    'Anno dei prezzi',
    'Anno a cui si riferisce la spesa; vuoto se la fonte non lo dice.',
  ),
  kind: field(choice(costKinds), 'Frequenza', 'Una volta sola o ogni anno.'),
  note: field(line(240).optional(), 'Nota', 'Che cosa comprende o esclude.'),
  source: sourceRef,
});

const component = z.strictObject({
  name: field(line(200), 'Parte', 'Un pezzo della pratica, detto in poche parole.'),
  kind: field(choice(componentKinds), 'Peso', 'Essenziale, adattabile o legata al luogo.'),
  why: field(paragraph(400), 'Perché', 'Che cosa succede se manca o cambia.'),
  source: optionalSource,
});

const procedureStep = z.strictObject({
  step: field(line(200), 'Passo', 'Che cosa si fa.', 'Avviso pubblico per progetti di quartiere'),
  act: field(line(240).optional(), 'Atto', 'Delibera, determina, convenzione… con numero e data se noti.'),
  body: field(line(160).optional(), 'Chi lo adotta', 'Organo o ufficio.', 'Giunta comunale'),
  months: field(z.number().positive().max(240).optional(), 'Mesi', 'Quanto è durato, se una fonte lo dice.'),
  document: field(webAddress.optional(), 'Documento', 'Indirizzo dell’atto.'),
  note: field(line(300).optional(), 'Nota', 'Date, scadenze, proroghe.'),
  source: optionalSource,
});

const staff = z.strictObject({
  role: field(line(200), 'Ruolo', 'Chi serve o chi ha lavorato.'),
  fte: field(
    z.number().positive().max(1000).optional(),
    'Tempo pieno equivalente',
    '0,5 è una persona a metà tempo.',
  ),
  months: field(z.number().positive().max(240).optional(), 'Mesi', 'Per quanto tempo.'),
  note: field(line(240).optional(), 'Nota', 'Altro che la fonte dice.'),
  source: optionalSource,
});

const condition = z.strictObject({
  kind: field(choice(conditionKinds), 'Tipo', 'Di che cosa si tratta.'),
  text: text(),
  essential: field(z.boolean(), 'Indispensabile', 'true se senza questa condizione la pratica non regge.'),
  source: optionalSource,
});

const difficulty = z.strictObject({
  kind: field(choice(difficultyKinds), 'Tipo', 'Di che genere è la difficoltà.'),
  text: text(),
  response: field(
    paragraph(600).optional(),
    'Come si è risposto',
    'Che cosa si è fatto, se una fonte lo dice.',
  ),
  source: optionalSource,
});

const remark = z.strictObject({ text: text(), source: optionalSource });

const adoption = z
  .strictObject({
    city: field(ref('city').optional(), 'Città', 'Codice dell’elenco delle città, se c’è.'),
    place: field(line(160).optional(), 'Luogo', 'Se la città non è nell’elenco.'),
    year: field(year.optional(), 'Anno', 'Quando.'),
    kept: field(paragraph(400).optional(), 'Che cosa è rimasto uguale', 'Le parti riprese.'),
    changed: field(paragraph(400).optional(), 'Che cosa è cambiato', 'Le parti adattate.'),
    outcome: field(paragraph(400).optional(), 'Com’è andata', 'Esito, se documentato.'),
    source: sourceRef,
  })
  .refine(({ city, place }) => city !== undefined || place !== undefined, {
    error: 'Scrivi «city», oppure «place» se la città non è nell’elenco.',
  });

const document = z.strictObject({
  title: field(line(240), 'Titolo', 'Titolo dell’atto o del documento.'),
  kind: field(choice(documentKinds), 'Tipo', 'Che genere di documento è.'),
  url: field(webAddress.optional(), 'Indirizzo', 'Dove si legge.'),
  reusable: field(z.boolean().optional(), 'Riusabile', 'true se altri Comuni possono partire da lì.'),
  source: optionalSource,
});

const role = z.strictObject({
  name: field(line(120), 'Chi interpreti', 'Un punto di vista, non una persona reale.'),
  brief: field(paragraph(500), 'Che cosa vuole', 'Che cosa sa, che cosa teme, che cosa chiede.'),
});

const teaching = z.strictObject({
  dilemma: field(paragraph(700), 'Dilemma', 'La scelta difficile su cui far lavorare un gruppo.'),
  questions: field(z.array(line(300)).min(1).max(10), 'Domande', 'Domande aperte per la discussione.'),
  roles: field(z.array(role).max(8).optional(), 'Parti', 'Punti di vista da assegnare in sala.'),
});

/** What a city did, told with evidence. One self-contained file; an absent field reads «non documentato». */
export const practice = z.strictObject({
  title: field(line(90), 'Nome della pratica', 'Il nome con cui è conosciuta.', 'ToNite'),
  aliases: field(
    z.array(line(90)).max(12).optional(),
    'Altri nomi',
    'Sigle e altri modi di scriverlo: servono alla ricerca.',
  ),
  hiddenLabels,
  tagline: field(line(160), 'In una riga', 'Che cosa si è fatto, per chi. Al massimo 160 caratteri.'),
  summary: field(paragraph(500), 'In breve', 'Problema, risposta e risultato in al massimo 500 caratteri.'),
  focusAreas: field(
    z.array(ref('focus-area')).min(1).max(4),
    'Aree di focus',
    'La prima è la principale.',
    'disagio-abitativo',
  ),
  needs: field(
    z.array(ref('need')).min(1).max(12),
    'Bisogni',
    'A quali problemi risponde, dall’elenco dei bisogni.',
  ),
  proposedNeeds: field(
    z.array(line(160)).max(6).optional(),
    'Bisogni da aggiungere',
    'Se l’elenco non basta, scrivi il bisogno con parole tue.',
  ),
  targetGroups: field(
    z.array(ref('target-group')).min(1).max(12),
    'A chi si rivolge',
    'Dall’elenco dei gruppi di destinatari.',
  ),
  city: field(ref('city'), 'Città', 'Dove si è svolta, dall’elenco delle città.', 'torino'),
  district: field(line(200).optional(), 'Luoghi', 'Quartieri, vie o spazi.'),
  scale: field(choice(scales).optional(), 'Scala', 'Quanto è grande il territorio coinvolto.'),
  period,
  status: field(
    choice(practiceStatuses),
    'Stato',
    'A che punto è. Le pratiche concluse o interrotte sono benvenute.',
  ),
  lead: field(z.strictObject(organisation), 'Chi guida', 'Ente che ne risponde.'),
  partners: field(z.array(partner).max(40).optional(), 'Partner', 'Chi altro ha lavorato e con quale ruolo.'),
  contact,
  sources,
  facts,
  differences,
  evaluation: field(
    z.array(evaluation).max(10).optional(),
    'Valutazioni',
    'Studi o misurazioni sugli effetti.',
  ),
  funding: field(z.array(funding).max(20).optional(), 'Finanziamenti', 'Da dove vengono le risorse.'),
  costs: field(z.array(cost).max(40).optional(), 'Costi', 'Voci di spesa documentate.'),
  mechanism: field(
    paragraph(900).optional(),
    'Perché dovrebbe funzionare',
    'Il ragionamento che lega ciò che si fa al cambiamento atteso.',
  ),
  components: field(
    z.array(component).max(16).optional(),
    'Parti della pratica',
    'Che cosa è essenziale, che cosa si può cambiare.',
  ),
  procedure: field(
    z.array(procedureStep).max(20).optional(),
    'Percorso amministrativo',
    'Passi, atti, organi e mesi, in ordine.',
  ),
  documents: field(
    z.array(document).max(20).optional(),
    'Atti e documenti',
    'Bandi, delibere, convenzioni che altri possono leggere.',
  ),
  staffing: field(z.array(staff).max(16).optional(), 'Persone al lavoro', 'Ruoli, tempo e mesi.'),
  conditions: field(
    z.array(condition).max(16).optional(),
    'Condizioni',
    'Che cosa deve esserci prima di partire.',
  ),
  whenNotTo: field(
    z.array(remark).max(10).optional(),
    'Quando non usarla',
    'In quali casi è meglio fare altro.',
  ),
  difficulties: field(
    z.array(difficulty).max(16).optional(),
    'Difficoltà',
    'Che cosa è andato storto o è costato fatica.',
  ),
  lessons: field(z.array(remark).max(16).optional(), 'Lezioni', 'Che cosa si è imparato.'),
  adoptions: field(
    z.array(adoption).max(20).optional(),
    'Chi l’ha ripresa',
    'Altre città che l’hanno adottata e come l’hanno cambiata.',
  ),
  openQuestions: field(
    z
      .array(field(line(300), 'Domanda', 'Che cosa non si è trovato.'))
      .max(16)
      .optional(),
    'Che cosa non sappiamo',
    'Domande a cui nessuna fonte letta risponde.',
  ),
  teaching: field(teaching.optional(), 'In aula', 'Materiale per far lavorare un gruppo su questo caso.'),
  related: field(
    z.array(ref('practice')).max(8).optional(),
    'Pratiche vicine',
    'Schede che la redazione accosta a questa.',
  ),
  ...editorial,
});

export type Practice = z.infer<typeof practice>;
