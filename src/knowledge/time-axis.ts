/** The days of a date, first and last: a year or a month has many. Counted from 1 January 1970. */
export interface Days {
  first: number;
  last: number;
}

/** A stretch of time that begins and ends where a calendar does. */
export interface TimeAxis extends Days {
  /** Its ends as partial dates, for people: `2019` and `2023`, or two days of one month. */
  start: string;
  end: string;
  /** Where a year, or in a single year a month, begins: in hundredths of the axis, without its ends. */
  ticks: readonly number[];
}

const dayNumber = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000;

/** `2023-03` → its 31 days; what is no date has no length at the beginning of time. */
export function daysOf(date: string): Days {
  const [year, month, day] = date.split('-').map(Number);
  if (!year) return { first: 0, last: 0 };
  if (day && month) return { first: dayNumber(year, month, day), last: dayNumber(year, month, day) };
  return month
    ? { first: dayNumber(year, month, 1), last: dayNumber(year, month + 1, 0) }
    : { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) };
}

/** The month in which all the dates lie, or else the years. */
export function timeAxisOf(dates: readonly string[]): TimeAxis {
  const all = dates.map(daysOf);
  const first = dayOf(Math.min(...all.map((days) => days.first)));
  const last = dayOf(Math.max(...all.map((days) => days.last)));
  const month = first.slice(0, 7);
  if (month === last.slice(0, 7)) {
    const days = daysOf(month);
    return { ...days, start: dayOf(days.first), end: dayOf(days.last), ticks: [] };
  }
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const axis = { first: dayNumber(from, 1, 1), last: dayNumber(to, 12, 31) };
  const begins =
    from === to
      ? range(11).map((index) => dayNumber(from, index + 2, 1))
      : range(to - from).map((index) => dayNumber(from + index + 1, 1, 1));
  return {
    ...axis,
    start: from === to ? `${from}-01` : String(from),
    end: from === to ? `${to}-12` : String(to),
    ticks: begins.length <= mostTicks ? begins.map((day) => placeOf(day, axis)) : [],
  };
}

/** Where the days of a date lie on the axis, in hundredths. */
export const stretchOf = (date: string, axis: Days): { from: number; to: number } => {
  const { first, last } = daysOf(date);
  return { from: placeOf(first, axis), to: placeOf(last + 1, axis) };
};

const mostTicks = 24;
const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
const dayOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

const placeOf = (day: number, { first, last }: Days): number =>
  round(((day - first) / (last + 1 - first)) * 100);

/** Two digits after the point are less than a pixel. */
export const round = (value: number): number => Math.round(value * 100) / 100;
