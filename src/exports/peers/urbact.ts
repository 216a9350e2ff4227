import * as of from './feeds.ts';
import type { PeerForm } from './form.ts';

export const urbact: PeerForm = {
  id: 'urbact',
  name: 'URBACT',
  of: 'Buone pratiche della rete URBACT',
  known:
    'Le voci sono quelle delle schede pubblicate; il modulo cambia a ogni bando. Nessun limite di lunghezza è noto, e qui non se ne inventano.',
  fields: [
    { id: 'title', name: 'Title', gloss: 'Titolo', limit: null, from: ['title'], text: of.title },
    { id: 'subtitle', name: 'Subtitle', gloss: 'Sottotitolo', limit: null, from: ['tagline'], text: of.tagline },
    { id: 'city', name: 'City', gloss: 'Città', limit: null, from: ['city'], text: of.city },
    { id: 'population', name: 'Population', gloss: 'Abitanti', limit: null, from: ['city'], text: of.population, note: 'Nel modulo va solo il numero; qui c’è anche da dove viene.' },
    { id: 'themes', name: 'Themes', gloss: 'Temi', limit: null, from: ['focusAreas'], text: of.areas },
    { id: 'contact', name: 'Contact', gloss: 'A chi chiedere', limit: null, from: ['contact'], text: of.all(of.office, of.website), note: 'Il modulo chiede una persona e il suo ruolo; le schede dicono solo l’ufficio.' },
    { id: 'summary', name: 'Summary', gloss: 'In breve', limit: null, from: ['summary'], text: of.summary },
    {
      id: 'solutions',
      name: 'Solutions',
      gloss: 'Le soluzioni',
      limit: null,
      from: ['Il problema', 'Che cosa hanno fatto', 'Come funziona'],
      text: of.all(of.section('Il problema'), of.section('Che cosa hanno fatto'), of.section('Come funziona')),
    },
    {
      id: 'participatory',
      name: 'Participatory section',
      gloss: 'Chi ha partecipato',
      limit: null,
      from: ['targetGroups', 'partners'],
      text: of.all(of.targetGroups, of.partners),
      note: 'La scheda dice per chi è e con chi; come si è partecipato va aggiunto.',
    },
    { id: 'integrated', name: 'Integrated section', gloss: 'Come si tengono insieme i temi', limit: null, from: [], text: of.nothing },
    {
      id: 'difference',
      name: 'What difference',
      gloss: 'Che cosa è cambiato',
      limit: null,
      from: ['Che cosa è cambiato', 'evaluation', 'facts'],
      text: of.all(of.section('Che cosa è cambiato'), of.evaluations, of.results),
    },
    {
      id: 'transfer',
      name: 'Why other cities',
      gloss: 'Perché altre città dovrebbero usarla',
      limit: null,
      from: ['Portarla nella tua città', 'conditions', 'whenNotTo', 'adoptions'],
      text: of.all(of.section('Portarla nella tua città'), of.conditions, of.limits, of.adoptions),
    },
  ],
}; // prettier-ignore
