import { assessmentOf } from '../knowledge/assessment.ts';
import { isAnswered } from '../knowledge/answered.ts';
import type { AnyEntry, Entry, Graph } from '../knowledge/graph.ts';
import { pageOf, type FormKind } from '../knowledge/routes.ts';
import { fieldsOf, type FieldModel, type Shape } from '../schemas/field-model.ts';
import { registry } from '../schemas/registry.ts';

/** How one published sheet answers a field: what it wrote, in the words of people, one line a part. */
export interface FormExample {
  title: string;
  /** Address of its page. */
  page: string;
  lines: readonly string[];
}

/** Examples by field. */
type Examples = Readonly<Record<string, FormExample>>;

/** Practices by focus area, workshops all together: a real answer for each field that somebody has answered. */
export interface FormExamples {
  practice: Readonly<Record<string, Examples>>;
  workshop: Examples;
}

/** Answers that say nothing to who writes another sheet. */
const passedOver = new Set(['draft', 'license', 'redirects', 'reviewedOn', 'reviewBy', 'authors', 'related']);

/** Taken from the fullest sheets of each area first, so that they hang together. */
export function formExamples(graph: Graph): FormExamples {
  const fullest = graph
    .all('practice')
    .map((practice) => ({ practice, percent: assessmentOf(graph, practice).completeness.percent }))
    .toSorted((a, b) => b.percent - a.percent)
    .map(({ practice }) => practice);
  const inArea = (id: string): Entry<'practice'>[] =>
    fullest.filter(({ data }) => data.focusAreas[0] === id).slice(0, 12);
  return {
    practice: Object.fromEntries(
      graph.all('focus-area').map(({ id }) => [id, examplesOf(graph, 'practice', inArea(id))]),
    ),
    workshop: examplesOf(graph, 'workshop', graph.all('workshop').slice(0, 12)),
  };
}

function examplesOf(graph: Graph, kind: FormKind, entries: readonly AnyEntry[]): Examples {
  const found = fieldsOf(registry[kind].schema).flatMap((field): [string, FormExample][] => {
    if (passedOver.has(field.key)) return [];
    for (const { id, data } of entries) {
      const value = (data as Readonly<Record<string, unknown>>)[field.key];
      if (!isAnswered(value)) continue;
      const lines = linesOf(graph, field, value);
      if (lines.length > 0) return [[field.key, { title: data.title, page: pageOf(kind, id), lines }]];
    }
    return [];
  });
  return Object.fromEntries(found);
}

/** The first item of a list is enough to see how one is written. */
function linesOf(graph: Graph, { shape }: FieldModel, value: unknown): string[] {
  if (shape.type === 'list') {
    const items = value as readonly unknown[];
    if (shape.item.type === 'group') return partLines(graph, shape.item.fields, items[0]);
    return items.slice(0, 3).map((item) => wordsOf(graph, shape.item, item));
  }
  return shape.type === 'group' ? partLines(graph, shape.fields, value) : [wordsOf(graph, shape, value)];
}

const partLines = (graph: Graph, parts: readonly FieldModel[], value: unknown): string[] =>
  parts.flatMap(({ key, label, shape }) => {
    const part = (value as Readonly<Record<string, unknown>> | undefined)?.[key];
    return isAnswered(part) && shape.type !== 'list' && shape.type !== 'group'
      ? [`${label}: ${wordsOf(graph, shape, part)}`]
      : [];
  });

function wordsOf(graph: Graph, shape: Shape, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'sì' : 'no';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const text = String(value);
  if (shape.type === 'choice') return shape.values.find((one) => one.value === text)?.label ?? text;
  if (shape.type === 'reference' && shape.to !== 'source')
    return graph.find(shape.to, text)?.data.title ?? text;
  return text;
}
