import type { Fact } from '../schemas/fact.ts';
import type { Indicator } from '../schemas/indicator.ts';
import type { Contrast } from './conflicts.ts';
import { formatDate, formatValue, withUnit } from './format.ts';
import { round, stretchOf, timeAxisOf, type TimeAxis } from './time-axis.ts';

/** From where to where, in hundredths of the axis: the drawing is as wide as its page. */
export interface Stretch {
  from: number;
  to: number;
}

export interface Bars {
  kind: 'bars';
  marks: readonly Stretch[];
  words: string;
}

export interface Dates {
  kind: 'dates';
  marks: readonly Stretch[];
  axis: TimeAxis;
  words: string;
}

export interface SeriesPoint {
  /** When: all the days of a date known only by its month or year. */
  when: Stretch;
  /** How much: a range has two ends. Zero is at the bottom. */
  value: Stretch;
  /** Known by its year alone: drawn as a stroke as long as the year. */
  isYear: boolean;
  /** What leads here from the mark before, where that one surely came first. */
  join: { from: number; to: number } | null;
  /** Written beside the point where there is room: the table has them all. */
  label: string | null;
}

export interface Series {
  kind: 'series';
  marks: readonly SeriesPoint[];
  axis: TimeAxis;
  words: string;
}

/** A picture of a contrast, with one mark for each of its values, in the same order. */
export type Chart = Bars | Dates | Series;

/**
 * The picture that helps to compare the values of a contrast. Null where it would mislead: values that count
 * different things are not to be compared, and below zero there is no common beginning.
 */
export function chartOf({ kind, indicator, values }: Contrast): Chart | null {
  if (kind === 'scope' || indicator.format === 'text' || values.length < 2) return null;
  const facts = values.map(({ facts: [fact] }) => fact as Fact);
  if (indicator.format === 'date') return datesChart(facts);
  const spans = facts.map(spanOf);
  if (spans.some(({ from }) => from < 0)) return null;
  const top = topOf(indicator, spans);
  const scaled = spans.map(({ from, to }) => ({ from: hundredth(from, top), to: hundredth(to, top) }));
  return kind === 'series'
    ? seriesChart(facts, scaled, top, indicator)
    : barsChart(facts, scaled, top, indicator);
}

/** Bars closer than this, in hundredths, look the same: the drawing would say that nothing differs. */
const leastSeen = 1.5;
const spreadOf = (places: readonly number[]): number => Math.max(...places) - Math.min(...places);

function barsChart(
  facts: readonly Fact[],
  spans: readonly Stretch[],
  top: number,
  indicator: Indicator,
): Bars | null {
  // a range is drawn as what it is: from its low end to its high one
  const marks = spans.map(({ from, to }, index) => ({
    from: facts[index]?.min === undefined ? 0 : from,
    to,
  }));
  if (spreadOf(marks.map(({ to }) => to)) < leastSeen && spreadOf(marks.map(({ from }) => from)) < leastSeen)
    return null;
  const end = indicator.format === 'percent' ? ` e il bordo destro è ${withUnit(top, indicator)}` : '';
  return { kind: 'bars', marks, words: `Le barre partono da zero${end}.` };
}

function datesChart(facts: readonly Fact[]): Dates | null {
  const dates = facts.flatMap(({ value }) => (typeof value === 'string' ? value : []));
  if (dates.length < facts.length) return null;
  const axis = timeAxisOf(dates);
  return {
    kind: 'dates',
    marks: dates.map((date) => stretchOf(date, axis)),
    axis,
    words: `Ogni riga va ${fromTo(axis)}.`,
  };
}

function seriesChart(
  facts: readonly Fact[],
  spans: readonly Stretch[],
  top: number,
  indicator: Indicator,
): Series {
  const dates = facts.map(({ asOf = '' }) => asOf);
  const axis = timeAxisOf(dates);
  const whens = dates.map((date) => stretchOf(date, axis));
  const labelled = roomFor(whens.map(middle));
  const joinTo = (index: number) => {
    const [before, here] = [whens[index - 1], whens[index]];
    return before && here && before.to <= here.from ? { from: before.to, to: here.from } : null;
  };
  return {
    kind: 'series',
    marks: spans.map((value, index) => ({
      when: whens[index] as Stretch,
      value,
      isYear: dates[index]?.length === 4,
      join: joinTo(index),
      label: labelled.has(index)
        ? formatValue(facts[index] as Fact, { ...indicator, unit: undefined })
        : null,
    })),
    axis,
    words:
      `In verticale da zero a ${withUnit(top, indicator)}; in orizzontale ${fromTo(axis)}.` +
      (dates.some((date) => date.length === 4)
        ? ' Un trattino è un anno intero: il giorno non si conosce.'
        : ''),
  };
}

export const middle = ({ from, to }: Stretch): number => round((from + to) / 2);

const fromTo = ({ start, end }: TimeAxis): string =>
  start.length === 7
    ? `da ${formatDate(start)} a ${formatDate(end)}`
    : `dal ${formatDate(start)} al ${formatDate(end)}`;

const spanOf = ({ value, min, max }: Fact): Stretch =>
  typeof value === 'number' ? { from: value, to: value } : { from: min ?? 0, to: max ?? 0 };

const hundredth = (value: number, top: number): number => round((value / top) * 100);

/** What the whole axis is worth: of percentages it is a hundred, because that is all there can be. */
function topOf({ format }: Indicator, spans: readonly Stretch[]): number {
  const highest = Math.max(...spans.map(({ to }) => to));
  return format === 'percent' ? Math.max(100, highest) : highest;
}

/** In hundredths: on a phone a number of seven digits is about as wide. */
const roomOfLabel = 36;

/** The places that can have a label without touching another: the last, the first, then those between. */
function roomFor(places: readonly number[]): Set<number> {
  const last = places.length - 1;
  const chosen: number[] = [];
  for (const index of [last, 0, ...places.keys()])
    if (chosen.every((other) => Math.abs((places[other] ?? 0) - (places[index] ?? 0)) >= roomOfLabel))
      chosen.push(index);
  return new Set(chosen);
}
