import type { Activity } from '../schemas/activity.ts';
import type { Practice } from '../schemas/practice.ts';
import type { Session } from '../schemas/session.ts';
import type { Workshop } from '../schemas/workshop.ts';

/** The kinds of sheet whose fields are explained one by one. */
export const guidedKinds = ['practice', 'workshop', 'activity', 'session'] as const;
export type GuidedKind = (typeof guidedKinds)[number];

const everywhere =
  'In testa alla pagina, negli elenchi, nei risultati della ricerca, nei documenti che se ne scaricano.';
const searchOnly = 'Solo nella ricerca: nella pagina non si legge.';
const inHead = 'Sotto il titolo, dove si dice chi ha scritto la pagina e quando è stata riletta.';
const draft = 'In nessuna pagina: finché c’è, la scheda non si pubblica.';
const license = 'In fondo alla pagina e nei dati aperti.';
const redirects = 'In nessuna pagina: il vecchio indirizzo porta da solo a quello nuovo.';

const practice: Record<keyof Practice, string> = {
  title: everywhere,
  aliases: 'Sotto il titolo, come altri nomi, e nella ricerca.',
  hiddenLabels: searchOnly,
  tagline: 'Sotto il titolo, nelle schede degli elenchi, nei risultati della ricerca.',
  summary: 'All’inizio della scheda, nel foglio di una pagina e nel confronto.',
  focusAreas: 'Nell’etichetta dell’area, nella pagina dell’area, nei filtri, nella copertura.',
  needs: 'In «A quali bisogni risponde», nella pagina di ogni bisogno, nei filtri.',
  proposedNeeds: 'Nella scheda, fra i bisogni, come proposta.',
  targetGroups: 'In «In breve», nei filtri, nella copertura.',
  city: 'In «In breve», nella pagina della città, sulla mappa, nei filtri.',
  district: 'In «In breve», accanto alla città.',
  scale: 'In «In breve» e nel confronto.',
  period: 'In «In breve», con le fonti.',
  status: 'In «In breve», nei filtri, nelle schede degli elenchi quando è conclusa o interrotta.',
  lead: 'In «In breve» e nel confronto.',
  partners: 'In «Chi ci ha lavorato».',
  contact: 'In «Chi ci ha lavorato», come ufficio a cui chiedere.',
  sources: 'In «Fonti», numerate; nella bibliografia di tutta la base.',
  facts: 'In «Dati e fonti», nel testo dove li richiami, nel livello di prova, nel confronto.',
  differences: 'In «Dati e fonti», accanto ai valori che non coincidono, e nella pagina dei contrasti.',
  evaluation: 'In «Dati e fonti», e nel livello di prova.',
  funding: 'In «Risorse e costi», nella pagina del programma, nei filtri.',
  costs: 'In «Risorse e costi», nel confronto, nel calcolo dei costi per la tua città.',
  mechanism: 'In «Che cosa si può cambiare», e nella verifica «Adatta alla tua città».',
  components: 'In «Che cosa si può cambiare», e nella verifica «Adatta alla tua città».',
  procedure: 'In «Percorso amministrativo», nel confronto, nella verifica «Adatta alla tua città».',
  documents: 'In «Percorso amministrativo».',
  staffing: 'In «Chi ci ha lavorato», e nella verifica «Adatta alla tua città».',
  conditions: 'In «Che cosa serve prima», e nella verifica «Adatta alla tua città».',
  whenNotTo: 'In «Quando non usarla», e nella verifica «Adatta alla tua città».',
  difficulties: 'In «Che cosa è andato storto», e nelle pagine delle difficoltà.',
  lessons: 'In «Che cosa è andato storto».',
  adoptions: 'In «Chi l’ha ripresa».',
  openQuestions: 'In «Questa scheda non sa ancora dirti…».',
  teaching: 'In «Domande per la sala», e nella sessione che nasce da «Porta in aula».',
  related: 'In «Schede vicine».',
  draft,
  authors: inHead,
  reviewedOn: 'Sotto il titolo, e negli elenchi per data di rilettura.',
  reviewBy: 'Sotto il titolo: passato quel giorno la pagina risulta da rileggere.',
  license,
  redirects,
};

const workshop: Record<keyof Workshop, string> = {
  title: everywhere,
  aliases: 'Sotto il titolo, come altri nomi, e nella ricerca.',
  hiddenLabels: searchOnly,
  tagline: 'Sotto il titolo e negli elenchi.',
  summary: 'All’inizio della pagina.',
  kinds: 'In testa alla pagina.',
  start: 'In testa alla pagina e nell’ordine degli elenchi.',
  end: 'In testa alla pagina.',
  dateNote: 'Accanto alla data.',
  eventSources: 'Come note della data e della sede.',
  city: 'In testa alla pagina e nella pagina della città.',
  venue: 'In testa alla pagina.',
  organisers: 'In «In breve».',
  programme: 'In «In breve» e nella pagina del programma.',
  purpose: 'Prima del racconto.',
  focusAreas: 'Nelle etichette e nelle pagine delle aree.',
  agenda: 'In «Programma dei lavori».',
  participants: 'Fra le città presenti, e nella pagina di ognuna.',
  presented: 'Fra le pratiche presentate, e nella pagina di ognuna.',
  visits: 'Fra le visite.',
  activities: 'Fra le attività usate.',
  method: 'In «Come si è lavorato».',
  tables: 'In ciò che i tavoli hanno detto.',
  questions: 'In ciò che si è chiesto.',
  insights: 'In ciò che si è capito.',
  decisions: 'In ciò che si è deciso.',
  commitments: 'In ciò che si è promesso, e nella pagina della città che si è impegnata.',
  openQuestions:
    'In ciò che resta aperto, e nella pagina della pratica a cui è rivolta finché non ha risposta.',
  needsRaised: 'Fra i bisogni emersi.',
  results: 'In «Che cosa ne è nato».',
  session: 'Fra i tempi, e nella pagina della sessione seguita.',
  timing: 'Nei tempi previsti e veri.',
  nextTime: 'Nei tempi, per chi condurrà.',
  facts: 'In «Dati e fonti».',
  differences: 'In «Dati e fonti», accanto ai valori che non coincidono.',
  contact: 'In «In breve», come ufficio a cui chiedere.',
  sources: 'In «Fonti», e nella bibliografia di tutta la base.',
  draft,
  authors: inHead,
  reviewedOn: inHead,
  reviewBy: 'Sotto il titolo: passato quel giorno la pagina risulta da rileggere.',
  license,
  redirects,
};

const activity: Record<keyof Activity, string> = {
  title: everywhere,
  tagline: 'Sotto il titolo e nell’elenco.',
  aliases: 'Sotto il titolo, come altri nomi, e nella ricerca.',
  hiddenLabels: searchOnly,
  purpose: 'In testa alla pagina e nei filtri.',
  focusAreas: 'Nei filtri.',
  minutes: 'In «In breve», nei filtri, nel pianificatore.',
  people: 'In «In breve», nei filtri, nei controlli del pianificatore.',
  groupSize: 'In «In breve», e nei controlli del pianificatore.',
  difficulty: 'In «In breve» e nei filtri.',
  groupings: 'In «In breve».',
  room: 'In «In breve».',
  materials: 'In «Che cosa serve», e nei materiali sommati di una sessione.',
  invitation: 'Nelle parole da dire, e nella traccia di chi conduce.',
  steps: 'Nei passi, e nella traccia di chi conduce.',
  tips: 'Nei consigli.',
  variants: 'Nelle varianti.',
  before: 'Fra le attività da fare prima.',
  after: 'Fra le attività da fare dopo.',
  output: 'In ciò che resta in mano, e nel pianificatore.',
  worksheet: 'Nella scheda di lavoro, a schermo e su carta.',
  origin: 'In fondo alla pagina, come provenienza.',
  sources: 'In «Fonti».',
  draft,
  authors: inHead,
  reviewedOn: inHead,
  reviewBy: 'Sotto il titolo: passato quel giorno la pagina risulta da rileggere.',
  license,
  redirects,
};

const session: Record<keyof Session, string> = {
  title: everywhere,
  tagline: 'Sotto il titolo e nell’elenco.',
  hiddenLabels: searchOnly,
  audience: 'In «In breve».',
  people: 'In «In breve», e nel pianificatore.',
  focusAreas: 'Nell’etichetta dell’area.',
  objectives: 'Negli obiettivi, e nel pianificatore.',
  minutes: 'In «In breve», e nel pianificatore.',
  prework: 'Nei compiti per prima.',
  blocks: 'Nella scaletta, e nel piano che ne nasce.',
  followUp: 'Nei compiti per dopo.',
  draft,
  authors: inHead,
  reviewedOn: inHead,
  reviewBy: 'Sotto il titolo: passato quel giorno la pagina risulta da rileggere.',
  license,
  redirects,
};

/** Where each field of a sheet is seen, for who wonders what it is for. A field without a place does not compile. */
export const fieldPlaces: Readonly<Record<GuidedKind, Readonly<Record<string, string>>>> = {
  practice,
  workshop,
  activity,
  session,
};
