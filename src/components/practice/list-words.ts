import { listOf, practicesPage, type PracticeOrder } from '../../knowledge/routes.ts';

/** What a list in one order is called, and what its reader is told. */
export const orderWords: Readonly<Record<PracticeOrder, { label: string; lead: string; jumps: string }>> = {
  title: { label: 'titolo', lead: 'in ordine alfabetico.', jumps: 'Lettere' },
  city: { label: 'città', lead: 'città per città, in ordine alfabetico.', jumps: 'Iniziali delle città' },
  review: {
    label: 'ultima rilettura',
    lead: 'dalla riletta più di recente. Rileggere vuol dire controllare di nuovo dati e fonti.',
    jumps: 'Mesi di rilettura',
  },
  evidence: {
    label: 'solidità delle prove',
    lead: 'dalle prove più solide. Il livello dice quanto è provato quello che la scheda racconta, non il valore della città.',
    jumps: 'Livelli di prova',
  },
};

export interface OrderLink {
  label: string;
  href: string;
  isCurrent: boolean;
}

/** The ways to put all the sheets in order; the entrance has them by area. */
export const allOrders = (current: PracticeOrder | 'area'): OrderLink[] => [
  { label: 'area', href: listOf('practice'), isCurrent: current === 'area' },
  ...(Object.keys(orderWords) as PracticeOrder[]).map((order) => ({
    label: orderWords[order].label,
    href: practicesPage(order),
    isCurrent: current === order,
  })),
];
