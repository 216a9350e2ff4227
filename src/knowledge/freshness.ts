/** Said of a sheet on a card and in a filter. */
export const freshnessLabels = {
  reviewed: 'riletta di recente',
  due: 'da rileggere presto',
  overdue: 'da rileggere',
} as const;

export type Freshness = keyof typeof freshnessLabels;

/** Months after which a sheet without its own term should be read again. */
const reviewMonths = 12;
const warningDays = 60;
const dayMs = 86_400_000;

/** Freshness on a given day (both `YYYY-MM-DD`): due in the last two months before the term, then overdue. */
export function freshnessOf(
  sheet: { reviewedOn: string; reviewBy?: string | undefined },
  today: string,
): Freshness {
  const term = sheet.reviewBy ? Date.parse(sheet.reviewBy) : addMonths(sheet.reviewedOn, reviewMonths);
  const left = (term - Date.parse(today)) / dayMs;
  if (left < 0) return 'overdue';
  return left < warningDays ? 'due' : 'reviewed';
}

function addMonths(day: string, months: number): number {
  const date = new Date(`${day}T00:00:00Z`);
  return date.setUTCMonth(date.getUTCMonth() + months);
}

/** The day of this build: `SOURCE_DATE_EPOCH` (seconds) where set, so that the same input gives the same bytes. */
export function buildDay(epochSeconds: string | undefined, now: number): string {
  const time = epochSeconds === undefined || epochSeconds === '' ? now : Number(epochSeconds) * 1000;
  return new Date(time).toISOString().slice(0, 10);
}
