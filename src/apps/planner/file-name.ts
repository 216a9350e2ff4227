import { planTitle, type Plan } from '../../knowledge/plan.ts';

/** A name that every system takes: `dal-caso-al-progetto`. */
export const fileNameOf = (plan: Plan): string =>
  planTitle(plan)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'sessione';
