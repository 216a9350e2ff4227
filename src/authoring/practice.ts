import { indicatorFormats, indicatorKinds } from '../schemas/labels.ts';
import type { AreaContent } from './area.ts';
import type { Known } from './skeleton.ts';
import { note } from './yaml-text.ts';

/** What an area gives to the template of its practices: needs, indicators, people to involve, funds. */
export function practiceHelp(area: AreaContent): Known {
  return {
    values: { focusAreas: [area.id] },
    notes: {
      partners: [`In quest’area di solito si coinvolgono: ${area.data.stakeholders.join('; ')}.`],
      facts: ['Dopo il modello di un dato trovi gli indicatori consigliati per quest’area.'],
      funding: area.data.funds.map((fund) => fundLine(area, fund)),
    },
    items: {
      needs: area.needs.flatMap(({ id, data }) => [...note(data.title, '  '), `  - ${id}`]),
      facts: area.indicators.flatMap((indicator) => [
        ...note(indicatorLine(indicator), '  '),
        `  - indicator: ${indicator.id}`,
        '    value:',
        '    asOf: ""',
        '    source:',
      ]),
    },
  };
}

function fundLine(
  area: AreaContent,
  { programme, name, note: pays }: AreaContent['data']['funds'][number],
): string {
  const title = area.programmes.find(({ id }) => id === programme)?.data.title;
  const called = [title ?? name, programme && `programme: ${programme}`].filter(Boolean).join(', ');
  return [`Fondo tipico: ${called}.`, pays].filter(Boolean).join(' ');
}

function indicatorLine({ data }: AreaContent['indicators'][number]): string {
  const measure = data.unit ? `in ${data.unit.many}` : indicatorFormats[data.format];
  return `${data.title} (${indicatorKinds[data.kind]}, ${measure}). ${data.description}`;
}
