import type { z } from 'astro/zod';
import type { ReferenceKind } from '../schemas/values.ts';

export interface Reference {
  kind: ReferenceKind;
  id: string;
  /** Where in the data: `['facts', 3, 'indicator']`. */
  path: (string | number)[];
}

interface Definition {
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
}

/** Where references stand in a schema; null where there can be none. Looked up once a schema: sheets are many. */
type Plan = { kind: ReferenceKind } | { element: Plan } | { fields: [key: string, plan: Plan][] } | null;

const plans = new WeakMap<z.ZodType, { plan: Plan }>();

function planOf(schema: z.ZodType): Plan {
  const known = plans.get(schema);
  if (known) return known.plan;
  const plan = makePlan(schema);
  plans.set(schema, { plan });
  return plan;
}

function makePlan(schema: z.ZodType): Plan {
  const kind = schema.meta()?.ref as ReferenceKind | undefined;
  if (kind) return { kind };
  const { innerType, element, shape } = (schema as unknown as { def: Definition }).def;
  if (innerType) return planOf(innerType);
  if (element) {
    const plan = planOf(element);
    return plan && { element: plan };
  }
  const fields = Object.entries(shape ?? {}).flatMap(([key, inner]): [string, Plan][] => {
    const plan = planOf(inner);
    return plan ? [[key, plan]] : [];
  });
  return fields.length > 0 ? { fields } : null;
}

/**
 * Every reference in the data, found by walking the schema beside it, so that a new reference field needs no code here.
 * Data that does not fit the schema, or is still empty, is passed over: the schema's own check speaks of it.
 */
export function referencesIn(schema: z.ZodType, data: unknown): Reference[] {
  const found: Reference[] = [];
  const path: (string | number)[] = [];
  const walk = (plan: Plan, value: unknown): void => {
    if (!plan || value === undefined || value === null) return;
    if ('kind' in plan) {
      if (typeof value === 'string' && value !== '')
        found.push({ kind: plan.kind, id: value, path: [...path] });
    } else if ('element' in plan) {
      if (Array.isArray(value)) value.forEach((item, index) => step(index, plan.element, item));
    } else if (typeof value === 'object' && !Array.isArray(value)) {
      const record = value as Record<string, unknown>;
      for (const [key, inner] of plan.fields) if (Object.hasOwn(record, key)) step(key, inner, record[key]);
    }
  };
  const step = (key: string | number, plan: Plan, value: unknown): void => {
    path.push(key);
    walk(plan, value);
    path.pop();
  };
  walk(planOf(schema), data);
  return found;
}
