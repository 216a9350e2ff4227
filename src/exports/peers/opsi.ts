import * as of from './feeds.ts';
import type { PeerForm } from './form.ts';

const chosen = 'Nel modulo si sceglie da un elenco: il testo serve a scegliere.';

export const opsi: PeerForm = {
  id: 'opsi',
  name: 'OECD OPSI',
  of: 'Osservatorio dell’OCSE sull’innovazione nel settore pubblico: modulo «Case Studies»',
  known:
    'Nomi e limiti sono quelli del modulo dei casi nel codice pubblico del sito dell’Osservatorio. Il modulo può essere cambiato: fa fede quello che compili.',
  fields: [
    { id: 'organisation-name', name: 'Organisation Name', gloss: 'Nome dell’ente', limit: null, from: ['lead'], text: of.leadName },
    { id: 'organisation-type', name: 'Organisation Type', gloss: 'Tipo di ente', limit: null, from: ['lead'], text: of.leadKind, note: chosen },
    { id: 'country', name: 'Country', gloss: 'Paese', limit: null, from: ['city'], text: of.country, note: chosen },
    { id: 'level', name: 'Level of Government', gloss: 'Livello di governo', limit: null, from: ['lead'], text: of.leadKind, note: chosen },
    { id: 'sector', name: 'Primary Sector', gloss: 'Settore principale', limit: null, from: ['focusAreas'], text: of.areas, note: chosen },
    { id: 'title', name: 'Title of Innovation', gloss: 'Titolo', limit: null, from: ['title'], text: of.title },
    { id: 'website', name: 'Innovation Website', gloss: 'Sito', limit: null, from: ['contact'], text: of.website },
    { id: 'year', name: 'Year Your Innovation was Put Into Practice', gloss: 'Anno di avvio', limit: null, from: ['period'], text: of.startYear, note: 'Nel modulo va solo l’anno, senza il numero della fonte.' },
    { id: 'short', name: 'Short and Simple Explanation', gloss: 'Spiegazione breve e semplice', limit: 500, from: ['summary'], text: of.summary, note: 'Il modulo chiede tre frasi brevi: perché, che cosa e per chi, che cosa c’è di nuovo.' },
    {
      id: 'overview',
      name: 'Innovation Overview',
      gloss: 'Descrizione generale',
      limit: 5000,
      from: ['Il problema', 'Che cosa hanno fatto', 'Come funziona'],
      text: of.all(of.section('Il problema'), of.section('Che cosa hanno fatto'), of.section('Come funziona')),
    },
    { id: 'tags', name: 'Innovation Tags', gloss: 'Parole chiave', limit: null, from: ['needs'], text: of.needs, note: 'Nel modulo se ne scelgono almeno tre da un elenco; altre si possono aggiungere.' },
    { id: 'innovative', name: 'What Makes Your Project Innovative?', gloss: 'Che cosa c’è di nuovo', limit: 1000, from: [], text: of.nothing },
    { id: 'status', name: 'Innovation Status', gloss: 'Fase', limit: null, from: ['status'], text: of.status, note: chosen },
    { id: 'status-text', name: 'Innovation Status Text', gloss: 'A che punto è', limit: 1000, from: ['status', 'period'], text: of.all(of.status, of.period) },
    { id: 'partners', name: 'Collaborations & Partnerships', gloss: 'Collaborazioni', limit: 500, from: ['partners'], text: of.partners },
    { id: 'beneficiaries', name: 'Users, Stakeholders & Beneficiaries', gloss: 'Persone e gruppi coinvolti', limit: 500, from: ['targetGroups', 'facts'], text: of.all(of.targetGroups, of.people) },
    {
      id: 'results',
      name: 'Results, Outcomes & Impacts',
      gloss: 'Risultati ed effetti',
      limit: 1000,
      from: ['Che cosa è cambiato', 'evaluation', 'facts'],
      text: of.all(of.section('Che cosa è cambiato'), of.evaluations, of.results),
    },
    { id: 'challenges', name: 'Challenges and Failures', gloss: 'Difficoltà e fallimenti', limit: 1000, from: ['difficulties'], text: of.difficulties },
    { id: 'conditions', name: 'Conditions for Success', gloss: 'Condizioni di riuscita', limit: 1000, from: ['conditions'], text: of.conditions },
    { id: 'replication', name: 'Replication', gloss: 'Chi l’ha ripresa e chi può farlo', limit: 1000, from: ['adoptions', 'Portarla nella tua città'], text: of.all(of.adoptions, of.section('Portarla nella tua città')) },
    { id: 'lessons', name: 'Lessons Learned', gloss: 'Lezioni', limit: 2000, from: ['lessons', 'Difficoltà e lezioni'], text: of.all(of.lessons, of.section('Difficoltà e lezioni')) },
    { id: 'else', name: 'Anything Else?', gloss: 'Altro', limit: 1000, from: ['whenNotTo', 'openQuestions'], text: of.all(of.limits, of.unknowns) },
  ],
}; // prettier-ignore
