import { formatSpan } from './span.ts';
import { quantityRules } from '../schemas/labels.ts';
import { blockTitle, type Activities, type Plan } from './plan.ts';
import { materialsOf } from './session-materials.ts';

/** Everything to bring to a planned session, in words: what its activities ask and what its blocks add. */
export function planMaterials({ blocks, people }: Plan, activities: Activities): string[] {
  const asked = blocks.flatMap((block) => {
    const ids = [block.activity, ...block.groups.flatMap(({ rows }) => rows.map(({ activity }) => activity))];
    const named = ids.flatMap((activity) => (activity && activities.get(activity.id)) ?? []);
    const groupSize = named.find((activity) => activity.groupSize)?.groupSize;
    const own = { title: blockTitle(block), materials: block.materials, groupSize };
    return [...named, own];
  });
  // an activity done twice uses up its papers twice
  const span = { min: people, max: people };
  return materialsOf(
    asked.map(({ title, materials, groupSize }) => ({
      title,
      materials: materials.filter(({ item }) => item.trim() !== ''),
      groupSize,
    })),
    span,
  ).map(({ item, amount, per }) =>
    amount
      ? `${item}: ${formatSpan(amount, 'pezzo', 'pezzi')} (${quantityRules[per]})`
      : `${item}: ${quantityRules[per]}, il numero dipende da quanti gruppi farete`,
  );
}
