import type { Practice } from '../schemas/practice.ts';
import { isAnswered } from './answered.ts';

/** What each part after the text of a sheet is called, on its page and in the files made of it. */
export const partTitles = {
  dati: 'Dati e fonti',
  risorse: 'Risorse e costi',
  chi: 'Chi ci ha lavorato',
  percorso: 'Percorso amministrativo',
  parti: 'Che cosa si può cambiare',
  condizioni: 'Che cosa serve prima',
  'quando-no': 'Quando non usarla',
  difficolta: 'Che cosa è andato storto',
  riprese: 'Chi l’ha ripresa',
  'non-sappiamo': 'Questa scheda non sa ancora dirti…',
  'in-aula': 'Domande per la sala',
  bisogni: 'A quali bisogni risponde',
  presentata: 'Dove se n’è parlato',
  vicine: 'Schede vicine',
  fonti: 'Fonti',
  citare: 'Come citare questa scheda',
  storia: 'Che cosa è cambiato in questa scheda',
} as const;

type Part = keyof typeof partTitles;

/** The names that are too long for the index of the page. */
const shortTitles: Partial<Record<Part, string>> = {
  'non-sappiamo': 'Che cosa non sappiamo',
  bisogni: 'Bisogni',
  citare: 'Come citarla',
  storia: 'Modifiche alla scheda',
};

/** The parts after the text, in the order of the page, for its index. */
export function sheetParts({ adoptions, teaching }: Practice): { id: Part; title: string }[] {
  const isThere = (part: Part): boolean =>
    part === 'riprese' ? isAnswered(adoptions) : part === 'in-aula' ? teaching !== undefined : true;
  return (Object.keys(partTitles) as Part[])
    .filter(isThere)
    .map((id) => ({ id, title: shortTitles[id] ?? partTitles[id] }));
}

/** What cannot change, what can, what belongs to that place: the heads of three lists. */
export const componentColumns = [
  { kind: 'core', title: 'Essenziale', caption: 'Se manca, è un’altra cosa' },
  { kind: 'adaptable', title: 'Adattabile', caption: 'Si può fare in altro modo' },
  { kind: 'local', title: 'Legata al luogo', caption: 'Altrove può non esserci' },
] as const;
