import { sessionListsFile } from '../../knowledge/routes.ts';
import { openPlan, planIds } from '../planner/store.ts';
import { planData } from './plan-data.ts';
import { prepareOffline } from './prepare.ts';

/** Far more plans than one leads in a week. */
const mostPlans = 20;

/** After this the page itself has come. */
const calm = 2000;

// who prepares a session at the office leads it where there may be no network
function prepare(): void {
  const plans = planIds()
    .slice(-mostPlans)
    .flatMap((id) => openPlan(id).value() ?? []);
  void prepareOffline([sessionListsFile, ...new Set(plans.flatMap((plan) => [...planData(plan).keys()]))]);
}

setTimeout(prepare, calm);
// what was added to the plan meanwhile
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') prepare();
});
