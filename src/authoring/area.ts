import type { FormLists } from '../exports/form-lists.ts';
import type { FocusArea } from '../schemas/focus-area.ts';
import type { Indicator } from '../schemas/indicator.ts';
import type { Need } from '../schemas/need.ts';
import type { Programme } from '../schemas/programme.ts';

interface Item<T> {
  id: string;
  data: T;
}

/** The entries from which the template of an area is made, however the caller read them. */
export interface AreaLists {
  areas: readonly Item<FocusArea>[];
  indicators: readonly Item<Indicator>[];
  needs: readonly Item<Need>[];
  programmes: readonly Item<Programme>[];
}

/** One area with all that its template names. */
export interface AreaContent extends Item<FocusArea> {
  indicators: readonly Item<Indicator>[];
  /** Needs of the area; those for which it comes first stand first. */
  needs: readonly Item<Need>[];
  programmes: readonly Item<Programme>[];
}

/** Gathers what one area's template needs; an indicator or a programme that is not there is passed over. */
export function areaContent(id: string, lists: AreaLists): AreaContent | null {
  const area = lists.areas.find((candidate) => candidate.id === id);
  if (!area) return null;
  const named = <T>(items: readonly Item<T>[], ids: readonly (string | undefined)[]) =>
    ids.flatMap((wanted) => items.find((item) => item.id === wanted) ?? []);
  const isPrimary = (need: Item<Need>) => need.data.focusAreas[0] === id;
  const needs = lists.needs.filter((need) => need.data.focusAreas.includes(id));
  return {
    ...area,
    indicators: named(lists.indicators, area.data.indicators),
    needs: [...needs.filter(isPrimary), ...needs.filter((need) => !isPrimary(need))],
    programmes: named(
      lists.programmes,
      area.data.funds.map((fund) => fund.programme),
    ),
  };
}

/** The area of a form, made where only the lists are at hand. */
export const areaIn = (id: string, lists: FormLists): AreaContent | null =>
  areaContent(id, {
    areas: lists['focus-area'],
    indicators: lists.indicator,
    needs: lists.need,
    programmes: lists.programme,
  } as unknown as AreaLists);
