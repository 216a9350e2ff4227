import type { CityLine, CityMark } from './cities.ts';

/** What each mark says. */
export const markLabels: Record<CityMark, string> = {
  practice: 'Ha almeno una scheda',
  workshop: 'È stata a un laboratorio, non ha ancora schede',
  none: 'È nella base, non ha ancora schede né laboratori',
};

/** How many cities carry each mark; a mark that none carries is left out. */
export const countByMark = (cities: readonly Pick<CityLine, 'mark'>[]): { mark: CityMark; count: number }[] =>
  (['practice', 'workshop', 'none'] as const)
    .map((mark) => ({ mark, count: cities.filter((city) => city.mark === mark).length }))
    .filter(({ count }) => count > 0);
