import { formatDate } from '../../knowledge/format.ts';
import { phaseOf } from '../../knowledge/run-edits.ts';
import { dayOf, hourOf } from '../../knowledge/run-times.ts';
import { planTitle, type Plan } from '../../knowledge/plan.ts';
import { runPage } from '../../knowledge/routes.ts';
import type { Run } from '../../knowledge/run.ts';
import { clock } from '../../knowledge/session-times.ts';
import { plural } from '../../knowledge/italian.ts';
import { el, part } from '../elements.ts';
import { openPlan, openRun, planIds } from '../planner/store.ts';

/** The plans of this device, those that go on first, then by day. */
export function showPlans(): void {
  const found = planIds().flatMap((id) => {
    const plan = openPlan(id).value();
    return plan ? [{ plan, run: openRun(id).value() }] : [];
  });
  const rank = { running: 0, before: 1, over: 2 } as const;
  found.sort(
    (a, b) =>
      rank[phaseOf(a.run)] - rank[phaseOf(b.run)] ||
      (a.plan.date || '9').localeCompare(b.plan.date || '9') ||
      planTitle(a.plan).localeCompare(planTitle(b.plan), 'it'),
  );
  part('run-plan-list', HTMLElement).replaceChildren(
    ...found.map(({ plan, run }) =>
      el('li', {}, el('a', { href: runPage(plan.id) }, planTitle(plan)), el('small', {}, factsOf(plan, run))),
    ),
  );
  part('run-plans', HTMLElement).hidden = found.length === 0;
  part('run-none', HTMLElement).hidden = found.length > 0;
  part('run-list', HTMLElement).hidden = false;
}

function factsOf(plan: Plan, run: Run): string {
  const phase = phaseOf(run);
  if (phase === 'running' && run.startedAt !== null)
    return `in corso: cominciata alle ${hourOf(run.startedAt)} del ${formatDate(dayOf(run.startedAt))}`;
  if (phase === 'over' && run.startedAt !== null) return `condotta il ${formatDate(dayOf(run.startedAt))}`;
  const day = plan.date ? formatDate(plan.date) : 'giorno da decidere';
  return `${day}, alle ${clock(0, plan.start)}, ${plural(plan.blocks.length, 'blocco', 'blocchi')}`;
}
