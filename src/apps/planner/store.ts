import { readPlan } from '../../knowledge/plan-reader.ts';
import type { Plan } from '../../knowledge/plan.ts';
import { readRun } from '../../knowledge/run-reader.ts';
import { emptyRun, type Run } from '../../knowledge/run.ts';
import { keptNames, openKept, type Kept } from '../device/kept.ts';

const planName = 'piano:';
const runName = 'svolta:';

/** A plan of this device; null where there is none of that id. */
export const openPlan = (id: string, onChange?: (plan: Plan | null) => void): Kept<Plan | null> =>
  openKept<Plan | null>(planName + id, { read: readPlan, empty: () => null, onChange });

/** How a plan was led; an empty run where it was not yet. */
export const openRun = (id: string, onChange?: (run: Run) => void): Kept<Run> =>
  openKept(runName + id, { read: readRun, empty: () => emptyRun(id), onChange });

/** Ids of the plans of this device. */
export const planIds = (): string[] =>
  keptNames().flatMap((name) => (name.startsWith(planName) ? [name.slice(planName.length)] : []));

/** A new id: nobody else's plan must have it, because plans travel. */
export const newPlanId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(36).padStart(2, '0')).join('');
