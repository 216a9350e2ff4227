import type { WorksheetBlock } from '../../../src/schemas/activity.ts';

/** A worksheet with a block of each kind. */
export const allBlocks: readonly WorksheetBlock[] = [
  { kind: 'text', heading: 'Come si usa', text: 'Una scheda per gruppo.' },
  { kind: 'lines', heading: 'Il bisogno', hint: 'In una frase.', lines: 3 },
  {
    kind: 'table',
    heading: 'I tre giri',
    hint: 'Chi porta il caso scrive.',
    columns: ['Giro', 'Che cosa ho sentito'],
    rows: 3,
    rowLabels: ['Domande', 'Ipotesi'],
  },
  { kind: 'checklist', heading: 'Prima di chiudere', items: ['Un fatto ha una fonte.', 'C’è una data.'] },
  {
    kind: 'matrix',
    heading: 'Le cause',
    horizontal: 'quanto è probabile',
    vertical: 'quanto farebbe male',
    cells: ['Raro ma grave', 'Probabile e grave', 'Raro e lieve', 'Probabile ma lieve'],
  },
  {
    kind: 'canvas',
    heading: 'La persona',
    cells: [
      { label: 'Che cosa le succede', hint: 'I fatti.' },
      { label: 'Chi la aiuta' },
      { label: 'Che cosa la ferma' },
    ],
  },
];
