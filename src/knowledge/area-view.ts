import { textContextOf, type TextContext } from './text-context.ts';
import type { FocusArea } from '../schemas/focus-area.ts';
import type { Indicator } from '../schemas/indicator.ts';
import { cardOf, cardsOnPage, practicesIn } from './card.ts';
import type { Entry, Graph } from './graph.ts';
import { indicatorIn } from './indicators.ts';
import { linkToTerm, type Link } from './link.ts';
import { needsOf, type NeedLine } from './needs.ts';
import { pageOf } from './routes.ts';

/** The parts of the page of an area after its text: anchors and titles. */
export const areaParts = {
  schede: 'Schede',
  bisogni: 'Bisogni',
  domande: 'Domande guida',
  indicatori: 'Dati da raccogliere',
  cornice: 'Persone, fondi, norme',
  scrivere: 'Scrivere una scheda di quest’area',
} as const;

export interface Fund {
  label: string;
  href: string | null;
  note: string | null;
  source: string | null;
}

export interface AreaView {
  id: string;
  area: FocusArea;
  context: TextContext;
  cards: ReturnType<typeof cardOf>[];
  /** All the sheets of the area; the page prints the first ones as cards. */
  total: number;
  needs: NeedLine[];
  indicators: Indicator[];
  funds: Fund[];
  terms: Link[];
}

/** Everything the page of an area prints beside its text. */
export function areaViewOf(graph: Graph, area: Entry<'focus-area'>, mostCards = cardsOnPage): AreaView {
  const practices = practicesIn(graph, area.id);
  return {
    id: area.id,
    area: area.data,
    context: textContextOf(graph, area.data),
    cards: practices.slice(0, mostCards).map((practice) => cardOf(graph, practice)),
    total: practices.length,
    needs: needsOf(graph, area.id),
    indicators: area.data.indicators.map(indicatorIn(graph)),
    funds: fundsOf(graph, area),
    terms: (area.data.terms ?? []).map((id) => linkToTerm(graph, id)),
  };
}

/** The usual funds, with the page of those the base describes. */
const fundsOf = (graph: Graph, { data }: Entry<'focus-area'>): Fund[] =>
  data.funds.map(({ programme, name, note, source }) => {
    const known = programme === undefined ? undefined : graph.get('programme', programme);
    return {
      label: name ?? known?.data.title ?? '',
      href: known ? pageOf('programme', known.id) : null,
      note: note ?? null,
      source: source ?? null,
    };
  });
