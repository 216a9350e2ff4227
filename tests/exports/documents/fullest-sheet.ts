import type { OpenedSheet } from '../../../src/knowledge/entry-file.ts';
import type { Fact } from '../../../src/schemas/fact.ts';
import { practice, type Practice } from '../../../src/schemas/practice.ts';
import { sheetOf } from './real-sheets.ts';

/** Ordinary Italian words, repeated to just the length asked for: the longest that the schema lets through. */
const words =
  'Il Comune apre uno sportello nel quartiere e lo affida a chi lo abita, con orari che cambiano ogni stagione ';
/** No sentence ends before the text does: nothing can be left out of it. */
const text = (length: number): string => {
  const whole = words.repeat(Math.ceil(length / words.length)).slice(0, length - 1);
  return `${whole.replace(/\s$/, 'e')}.`;
};
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const sourceId = (index: number): string => `fonte-${index + 1}`;
const source = (index: number): string => sourceId(index % 60);

/** A sheet in which every field is as long, and every list as full, as the schema allows. */
export function fullestSheet(): OpenedSheet {
  const { sheet } = sheetOf('tonite');
  const { data } = sheet.practice;
  const money = sheet.graph.all('indicator').find(({ data: { headline } }) => headline?.of === 'money');
  const people = sheet.graph.all('indicator').find(({ data: { headline } }) => headline?.of === 'people');
  if (!money || !people) throw new Error('the sheet names no headline figures');
  const address = (index: number): string =>
    `https://www.esempio.it/${`percorso-${index}-`.padEnd(570, 'lungo')}`;
  const fact = (index: number): Fact => ({
    indicator: index % 2 === 0 ? money.id : people.id,
    value: 1_000_000_000 + index * 1_000_003,
    asOf: `20${String(10 + (index % 15))}-12-31`,
    qualifier: 'atLeast',
    note: text(300),
    quote: text(300),
    locator: text(200),
    source: source(index),
    ...(index >= 60 ? { scope: text(120 - 4) + String(index).padStart(4) } : {}),
  });
  const remark = (index: number) => ({ text: text(600), source: source(index) });
  const full: Practice = {
    ...data,
    title: text(90),
    tagline: text(160),
    summary: text(500),
    district: text(200),
    period: { start: '2010-01-01', end: '2026-12-31', note: text(240), sources: many(6, source) },
    lead: { name: text(200), kind: 'public-body' },
    sources: many(60, (index) => ({
      id: sourceId(index),
      title: text(300),
      publisher: text(160),
      date: '2026-12-31',
      url: address(index),
      accessed: '2026-11-22',
      note: text(400),
    })),
    facts: many(120, fact),
    differences: undefined,
    evaluation: undefined,
    funding: many(20, (index) => ({ name: text(200), amount: 1e12, note: text(240), source: source(index) })),
    costs: many(40, (index) => ({
      item: text(200),
      amount: 1e12,
      year: 2026,
      kind: 'recurring' as const,
      note: text(240),
      source: source(index),
    })),
    mechanism: text(900),
    components: many(16, (index) => ({
      name: text(200),
      kind: 'core' as const,
      why: text(400),
      source: source(index),
    })),
    procedure: many(20, (index) => ({
      step: text(200),
      act: text(240),
      body: text(160),
      months: 240,
      note: text(300),
      source: source(index),
    })),
    conditions: many(16, (index) => ({ ...remark(index), kind: 'infrastructure' as const, essential: true })),
    whenNotTo: many(10, remark),
    difficulties: many(16, (index) => ({ ...remark(index), kind: 'money' as const, response: text(600) })),
    lessons: many(16, remark),
    openQuestions: many(16, () => text(300)),
    teaching: { dilemma: text(700), questions: many(10, () => text(300)) },
  };
  practice.parse(full);
  const body = `## Il problema\n\n${text(3000)}\n\n## Che cosa hanno fatto\n\n${text(3000)}\n`;
  return { ...sheet, text: body, practice: { ...sheet.practice, data: full } };
}

/** The same as the file that the site would publish. */
export function fullestFile(published: Record<string, unknown>): Record<string, unknown> {
  const { practice: entry, text: body } = fullestSheet();
  const { id, page, computed } = published.entry as Record<string, unknown>;
  return { ...published, text: body, entry: { ...entry.data, id, page, computed } };
}
