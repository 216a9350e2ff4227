import type { Practice } from '../../schemas/practice.ts';

/**
 * The fields of a sheet that a form of another network may have no box for, as the schema calls them; a test holds the
 * two to the same words, because the schema is too heavy for a browser. Fields of the editors are not for others.
 */
export const givenFields = {
  aliases: 'Altri nomi',
  tagline: 'In una riga',
  district: 'Luoghi',
  scale: 'Scala',
  contact: 'A chi chiedere',
  proposedNeeds: 'Bisogni da aggiungere',
  needs: 'Bisogni',
  partners: 'Partner',
  targetGroups: 'A chi si rivolge',
  period: 'Quando',
  status: 'Stato',
  lead: 'Chi guida',
  facts: 'Dati',
  differences: 'Valori che non coincidono',
  evaluation: 'Valutazioni',
  funding: 'Finanziamenti',
  costs: 'Costi',
  mechanism: 'Perché dovrebbe funzionare',
  components: 'Parti della pratica',
  procedure: 'Percorso amministrativo',
  documents: 'Atti e documenti',
  staffing: 'Persone al lavoro',
  conditions: 'Condizioni',
  whenNotTo: 'Quando non usarla',
  difficulties: 'Difficoltà',
  lessons: 'Lezioni',
  adoptions: 'Chi l’ha ripresa',
  openQuestions: 'Che cosa non sappiamo',
  teaching: 'In aula',
} as const satisfies Partial<Record<keyof Practice, string>>;
