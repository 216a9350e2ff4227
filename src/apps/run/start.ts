import { showPlans } from './plans.ts';
import { openSession } from './session.ts';

const plan = new URLSearchParams(location.search).get('piano');
if (plan) openSession(plan);
else showPlans();

// a page that the back button brings back whole has not heard what other windows did
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});
