import { cutsFor, cutsText, remarksOf } from '../../knowledge/plan-checks.ts';
import { planMaterials } from '../../knowledge/plan-materials.ts';
import type { Plan } from '../../knowledge/plan.ts';
import { endOf, placesOf } from '../../knowledge/plan-times.ts';
import { clock, formatDuration } from '../../knowledge/session-times.ts';
import { plural } from '../../knowledge/italian.ts';
import { el, part } from '../elements.ts';
import type { Editor } from './editing.ts';

/** What is beside the blocks: the sum, what to cut, the picture of the times, what to look at again, the materials. */
export function openSide({ activities }: Editor, goTo: (block: string) => void) {
  const sum = part('planner-sum', HTMLElement);
  const cutPlace = part('planner-cuts', HTMLElement);
  const bar = part('planner-bar', HTMLElement);
  const count = part('planner-remarks-sum', HTMLElement);
  const remarkList = part('planner-remarks', HTMLElement);
  const materialList = part('planner-materials', HTMLElement);

  return {
    show(plan: Plan): void {
      const places = placesOf(plan);
      const end = endOf(places);
      const over = end - plan.minutes;
      write(
        sum,
        end === 0
          ? `Ci sono ${formatDuration(plan.minutes)}, ancora tutte libere.`
          : `Dalle ${clock(0, plan.start)} alle ${clock(end, plan.start)}: ${formatDuration(end)} su ${formatDuration(plan.minutes)}. ${
              over > 0
                ? `Si sfora di ${formatDuration(over)}.`
                : over < 0
                  ? `Restano ${formatDuration(-over)}.`
                  : 'Ci sta giusto.'
            }`,
      );
      sum.classList.toggle('is-over', over > 0);
      write(cutPlace, over > 0 ? cutsText(cutsFor(plan.blocks, over, activities)) : '');
      cutPlace.hidden = over <= 0;
      bar.replaceChildren(
        ...places.flatMap(({ block, gap }) => [
          ...(gap > 0 ? [stretch(gap)] : []),
          stretch(block.minutes, block.kind),
        ]),
      );
      const remarks = remarksOf(plan, activities);
      write(
        count,
        remarks.length === 0
          ? 'Niente da ricontrollare.'
          : `${plural(remarks.length, 'cosa', 'cose')} da riguardare. Nessuna impedisce di andare avanti.`,
      );
      remarkList.replaceChildren(
        ...remarks.map(({ text, block }) =>
          el('li', {}, [
            text,
            block && [
              ' ',
              el(
                'button',
                {
                  type: 'button',
                  class: 'planner-link',
                  'aria-label': `Vai al blocco: ${text}`,
                  click: () => goTo(block),
                },
                'Vai al blocco',
              ),
            ],
          ]),
        ),
      );
      const materials = planMaterials(plan, activities);
      materialList.replaceChildren(
        ...(materials.length > 0
          ? materials.map((text) => el('li', {}, text))
          : [el('li', {}, 'Ancora nessuno.')]),
      );
    },
  };
}

/** A status that says again what it said is read aloud for nothing. */
function write(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}

function stretch(minutes: number, kind = ''): HTMLElement {
  const element = el('span', { 'data-kind': kind });
  element.style.flexGrow = String(minutes);
  return element;
}
