import type { FocusArea } from '../schemas/focus-area.ts';
import { practice as schema, type Practice } from '../schemas/practice.ts';
import { textOf } from '../schemas/field.ts';
import type { Indicator } from '../schemas/indicator.ts';
import { isAnswered } from './answered.ts';

/** Fields that every sheet should answer; the required ones are always there and say nothing. */
const asked = [
  'district',
  'scale',
  'partners',
  'contact',
  'evaluation',
  'funding',
  'costs',
  'mechanism',
  'components',
  'procedure',
  'documents',
  'staffing',
  'conditions',
  'whenNotTo',
  'difficulties',
  'lessons',
  'adoptions',
  'teaching',
] as const satisfies readonly (keyof Practice)[];

export interface Completeness {
  answered: number;
  total: number;
  /** Rounded down, so that 100 means all. */
  percent: number;
  /** What nobody has filled in, fields first, then indicators of the area. */
  missing: Gap[];
}

/** A field without an answer, or an indicator of the area without a value. */
export interface Gap {
  /** The key of the sheet's field in which the answer goes. */
  field: keyof Practice;
  /** The indicator that has no value; null when the whole field is empty. */
  indicator: string | null;
  label: string;
}

/** How whole a sheet is, in words one can choose by. */
export const completenessBands = {
  low: 'meno di metà delle voci',
  medium: 'da metà a tre quarti delle voci',
  high: 'almeno tre quarti delle voci',
} as const;

export const bandOf = ({ answered, total }: Completeness): keyof typeof completenessBands =>
  answered * 2 < total ? 'low' : answered * 4 < total * 3 ? 'medium' : 'high';

/** Answered fields of the area's template over all of them: the fields of the schema and the area's indicators. */
export function completenessOf(
  practice: Practice,
  area: FocusArea,
  indicatorOf: (id: string) => Indicator,
): Completeness {
  const fields = asked
    .filter((name) => !isAnswered(practice[name]))
    .map((name): Gap => ({ field: name, indicator: null, label: textOf(schema.shape[name])?.label ?? name }));
  const indicators = area.indicators
    .filter((id) => !practice.facts.some((fact) => fact.indicator === id))
    .map((id): Gap => ({ field: 'facts', indicator: id, label: indicatorOf(id).title }));
  const total = asked.length + area.indicators.length;
  const missing = [...fields, ...indicators];
  const answered = total - missing.length;
  return { answered, total, percent: Math.floor((100 * answered) / total), missing };
}
