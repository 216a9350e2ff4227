import {
  addBlock,
  addGroup,
  addObjective,
  addRow,
  editBlock,
  editRow,
  renameGroup,
  withFields,
} from '../../src/knowledge/plan-edits.ts';
import { emptyPlan, type Plan } from '../../src/knowledge/plan.ts';

const tonite = { id: 'tonite', title: 'ToNite' };

/**
 * A plan with one of each thing: objectives, a practice, activities, a break, parallel groups, a start that does not
 * move. 10 + 30 + 40 + 15 minutes from 9.00, then from 11.00 another 20.
 */
export function richPlan(id = 'abc123', fields: Partial<Plan> = {}): Plan {
  let plan = withFields(emptyPlan(id), {
    title: 'Due ore su ToNite',
    audience: 'Funzionari dei servizi sociali',
    date: '',
    city: 'torino',
    venue: 'Sala consiliare',
    organiser: 'Comune di Torino',
    people: 24,
    minutes: 140,
  });
  plan = addObjective(plan, 'Che cosa serve per portarla nella nostra città?');
  plan = addObjective(plan, 'Dire chi fa il primo passo.');
  plan = addBlock(plan, 'welcome', {
    minutes: 10,
    title: 'Benvenuti',
    notes: 'Ognuno dice città e ufficio.',
  });
  plan = addBlock(plan, 'practice', {
    minutes: 30,
    title: 'Il caso ToNite',
    practice: tonite,
    sections: ['Il problema', 'Come funziona'],
    notes: 'Leggere in silenzio.\nChe cosa vi ha sorpreso?',
    output: 'Le domande rimaste, su un foglio.',
    cut: 'shorten',
  });
  plan = addBlock(plan, 'groups', {
    minutes: 40,
    title: 'Mappa dei bisogni',
    activity: { id: 'mappa-dei-bisogni', title: 'Mappa dei bisogni' },
    practice: tonite,
  });
  const groups = plan.blocks[2]?.key ?? '';
  plan = addGroup(plan, groups);
  plan = addGroup(plan, groups);
  const [first, second] = plan.blocks[2]?.groups ?? [];
  plan = renameGroup(plan, groups, first?.key ?? '', 'Tavolo casa');
  plan = editRow(plan, groups, first?.key ?? '', first?.rows[0]?.key ?? '', {
    minutes: 15,
    title: 'I bisogni',
  });
  plan = addRow(plan, groups, first?.key ?? '');
  const added = plan.blocks[2]?.groups[0]?.rows.at(-1)?.key ?? '';
  plan = editRow(plan, groups, first?.key ?? '', added, { minutes: 25, title: 'Le priorità' });
  plan = renameGroup(plan, groups, second?.key ?? '', 'Tavolo lavoro');
  plan = editRow(plan, groups, second?.key ?? '', second?.rows[0]?.key ?? '', {
    minutes: 40,
    activity: { id: 'pre-mortem', title: 'Pre-mortem' },
  });
  plan = addBlock(plan, 'break');
  plan = addBlock(plan, 'plenary', {
    minutes: 20,
    title: 'Impegni e prossimi passi',
    activity: { id: 'impegni-e-prossimi-passi', title: 'Impegni e prossimi passi' },
  });
  plan = editBlock(plan, plan.blocks[4]?.key ?? '', { lockedAt: 11 * 60 });
  return { ...plan, ...fields };
}
