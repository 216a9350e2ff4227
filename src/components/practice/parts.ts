import { isAnswered } from '../../knowledge/answered.ts';
import type { PracticeView } from '../../knowledge/practice-view.ts';

/** The sections after the text, in the order of the page, for its index. */
export const sheetParts = ({ practice: { data } }: PracticeView): { id: string; title: string }[] => [
  { id: 'dati', title: 'Dati e fonti' },
  { id: 'risorse', title: 'Risorse e costi' },
  { id: 'chi', title: 'Chi ci ha lavorato' },
  { id: 'percorso', title: 'Percorso amministrativo' },
  { id: 'parti', title: 'Che cosa si può cambiare' },
  { id: 'condizioni', title: 'Che cosa serve prima' },
  { id: 'quando-no', title: 'Quando non usarla' },
  { id: 'difficolta', title: 'Che cosa è andato storto' },
  ...(isAnswered(data.adoptions) ? [{ id: 'riprese', title: 'Chi l’ha ripresa' }] : []),
  { id: 'non-sappiamo', title: 'Che cosa non sappiamo' },
  ...(data.teaching ? [{ id: 'in-aula', title: 'Domande per la sala' }] : []),
  { id: 'bisogni', title: 'Bisogni' },
  { id: 'presentata', title: 'Dove se n’è parlato' },
  { id: 'vicine', title: 'Schede vicine' },
  { id: 'fonti', title: 'Fonti' },
  { id: 'citare', title: 'Come citarla' },
  { id: 'storia', title: 'Modifiche alla scheda' },
];
