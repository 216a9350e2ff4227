import { headlinesOf } from '../../knowledge/brief.ts';
import { isReached } from '../../knowledge/facts.ts';
import {
  capital,
  formatDate,
  formatEuro,
  formatNumber,
  formatValue,
  formatYears,
  uncapital,
} from '../../knowledge/format.ts';
import { evaluationLabel, staffText } from '../../knowledge/sheet-words.ts';
import {
  conditionKinds,
  difficultyKinds,
  organisationKinds,
  practiceStatuses,
  scales,
} from '../../schemas/labels.ts';
import type { Collection } from '../../schemas/registry.ts';
import type { Run } from '../documents/document.ts';
import type { Paragraph, PeerView } from './form.ts';
import { plainText } from './shorten.ts';

type Made = (view: PeerView) => Paragraph[];

/** What one part of a sheet says, for the boxes of a form. Nothing is added but a label and the number of a source. */
const lines = (...texts: readonly (string | undefined)[]): Paragraph[] =>
  texts.flatMap((text) => (text ? [{ runs: [{ text }] }] : []));

const items = (runs: readonly (readonly Run[])[]): Paragraph[] =>
  runs.map((own) => ({ runs: own, item: true }));

const notes = ({ context }: PeerView, ...sources: readonly (string | undefined)[]): number[] =>
  sources
    .flatMap((source) => (source === undefined ? [] : context.numberOf(source)))
    .filter((number) => number > 0);

const titlesOf = ({ context }: PeerView, kind: Collection, ids: readonly string[] | undefined): string[] =>
  (ids ?? []).flatMap((id) => context.graph.find(kind, id)?.data.title ?? []);

/** Parts one after the other. */
export const all =
  (...parts: readonly Made[]): Made =>
  (view) =>
    parts.flatMap((part) => part(view));

export const section =
  (title: Parameters<PeerView['section']>[0]): Made =>
  (view) =>
    view.section(title);

export const title: Made = ({ data }) => lines(data.title);
export const tagline: Made = ({ data }) => lines(data.tagline);
export const summary: Made = ({ data }) => lines(data.summary);
export const leadName: Made = ({ data }) => lines(data.lead?.name);
export const leadKind: Made = ({ data }) => lines(data.lead && capital(organisationKinds[data.lead.kind]));
export const website: Made = ({ data }) => lines(data.contact?.url);
export const office: Made = ({ data }) => lines(data.contact?.office);
export const page: Made = (view) => lines(view.page ?? undefined);
export const status: Made = ({ data }) => lines(data.status && capital(practiceStatuses[data.status]));
export const areas: Made = (view) => lines(titlesOf(view, 'focus-area', view.data.focusAreas).join('; '));
export const needs: Made = (view) => lines(titlesOf(view, 'need', view.data.needs).join('; '));
export const targetGroups: Made = (view) =>
  lines(titlesOf(view, 'target-group', view.data.targetGroups).join('; '));

const cityOf = ({ data, context }: PeerView) =>
  data.city === undefined ? undefined : context.graph.find('city', data.city)?.data;

export const city: Made = (view) => lines(cityOf(view)?.title);
export const country: Made = (view) => lines(cityOf(view)?.country);

/** City, region, country, then the places. */
export const location: Made = (view) => {
  const { title, region, country } = cityOf(view) ?? {};
  const { district, scale } = view.data;
  return [
    ...lines([title, region, country].filter(Boolean).join(', ')),
    ...lines(district, scale && capital(scales[scale])),
  ];
};

/** The source is named in full: it is the city’s, not the sheet’s. */
export const population: Made = (view) => {
  const { population, sources } = cityOf(view) ?? {};
  const source = sources?.find(({ id }) => id === population?.source);
  if (!population || !source) return [];
  const date = formatDate(population.asOf);
  return lines(`${formatNumber(population.value)} (${date}; ${source.publisher}, ${source.title})`);
};

export const startYear: Made = (view) => {
  const { start, sources = [] } = view.data.period ?? {};
  return start ? [{ runs: [{ text: start.slice(0, 4), notes: notes(view, ...sources) }] }] : [];
};

export const period: Made = (view) => {
  const { note, sources = [], ...ends } = view.data.period ?? {};
  const years = formatYears(ends);
  const cited = notes(view, ...sources);
  return [
    ...(years ? [{ runs: [{ text: years, notes: cited }] }] : []),
    ...(note ? [{ runs: [{ text: note, notes: years ? [] : cited }] }] : []),
  ];
};

export const partners: Made = (view) =>
  items(
    (view.data.partners ?? []).map(({ name, role, source }) => [
      { text: role ? `${name}: ${uncapital(role)}` : name, notes: notes(view, source) },
    ]),
  );

/** Values reached, or what it took, each with who says it; not those that a part of the text has already told. */
const factsOf =
  (kinds: readonly string[], told?: Parameters<PeerView['section']>[0]): Made =>
  (view) => {
    const text = told ? plainText(view.section(told)) : '';
    return items(
      view.context.groups
        .filter((group) => kinds.includes(group.indicator.kind) && isReached(group))
        .filter(({ facts, indicator }) => !facts.every((fact) => text.includes(formatValue(fact, indicator))))
        .map((group) => {
          const about = [group.indicator.title, group.scope].filter(Boolean).join(', ');
          return [{ text: `${about}: ` }, ...valueRuns(group, view)];
        }),
    );
  };

/** Every value of a group, each with its date and note: none is preferred. */
function valueRuns({ facts, indicator }: PeerView['context']['groups'][number], view: PeerView): Run[] {
  const values = Map.groupBy(facts, (fact) =>
    [formatValue(fact, indicator), fact.asOf && formatDate(fact.asOf)].filter(Boolean).join(', '),
  );
  return [...values].flatMap(([text, own], index) => [
    ...(index > 0 ? [{ text: ' / ' }] : []),
    { text, notes: notes(view, ...own.map(({ source }) => source)) },
  ]);
}

export const results = factsOf(['outcome', 'output'], 'Che cosa è cambiato');
export const resources = factsOf(['input']);

/** How many people it reached, as the head of the sheet says it. */
export const people: Made = (view) => {
  const { people: headline } = headlinesOf(view.context.groups);
  if (!headline) return [];
  const about = [headline.label, headline.group.scope].filter(Boolean).join(', ');
  return [{ runs: [{ text: `${about}: ` }, ...valueRuns(headline.group, view)] }];
};

export const evaluations: Made = (view) =>
  items(
    (view.data.evaluation ?? []).map((evaluation) => [
      {
        text: [capital(evaluationLabel(evaluation)), evaluation.text].filter(Boolean).join(': '),
        notes: notes(view, evaluation.source),
      },
    ]),
  );

export const difficulties: Made = (view) =>
  items(
    (view.data.difficulties ?? []).map(({ kind, text, response, source }) => [
      {
        text: [`${capital(difficultyKinds[kind])}: ${text}`, response && `Risposta: ${response}`]
          .filter(Boolean)
          .join(' '),
        notes: notes(view, source),
      },
    ]),
  );

export const conditions: Made = (view) =>
  items(
    (view.data.conditions ?? []).map(({ kind, text, essential, source }) => [
      {
        text: `${capital(conditionKinds[kind])}${essential ? ', indispensabile' : ''}: ${text}`,
        notes: notes(view, source),
      },
    ]),
  );

const remarksOf = (key: 'lessons' | 'whenNotTo'): Made =>
  (view) => items((view.data[key] ?? []).map(({ text, source }) => [{ text, notes: notes(view, source) }])); // prettier-ignore

export const lessons = remarksOf('lessons');

/** What the sheet calls «Quando non usarla»: the words before them make them understood alone. */
export const limits: Made = (view) => {
  const own = remarksOf('whenNotTo')(view);
  return own.length > 0 ? [...lines('Quando non usarla:'), ...own] : [];
};

export const unknowns: Made = ({ data }) => {
  const own = items((data.openQuestions ?? []).map((text) => [{ text }]));
  return own.length > 0 ? [...lines('Che cosa non sappiamo:'), ...own] : [];
};

export const adoptions: Made = (view) =>
  items(
    (view.data.adoptions ?? []).map(({ city, place, year, kept, changed, outcome, source }) => {
      const [where = place ?? ''] = titlesOf(view, 'city', city === undefined ? [] : [city]);
      const parts = [
        kept && `Uguale: ${kept}`,
        changed && `Cambiato: ${changed}`,
        outcome && `Esito: ${outcome}`,
      ];
      const head = year === undefined ? where : `${where}, ${year}`;
      return [{ text: [`${head}.`, ...parts.filter(Boolean)].join(' '), notes: notes(view, source) }];
    }),
  );

export const funding: Made = (view) =>
  items(
    (view.data.funding ?? []).map(({ programme, name, amount, note, source }) => {
      const named = [...titlesOf(view, 'programme', programme === undefined ? [] : [programme]), name]
        .filter(Boolean)
        .join(', ');
      const sum = amount === undefined ? '' : `: ${formatEuro(amount)}`;
      return [
        { text: `${named}${sum}${note ? ` (${note.replace(/\.$/, '')})` : ''}`, notes: notes(view, source) },
      ];
    }),
  );

export const costs: Made = (view) =>
  items(
    (view.data.costs ?? []).map(({ item, amount, year, note, source }) => {
      const about = [year, note?.replace(/\.$/, '')].filter(Boolean).join('; ');
      return [
        { text: `${item}: ${formatEuro(amount)}${about ? ` (${about})` : ''}`, notes: notes(view, source) },
      ];
    }),
  );

export const staffing: Made = (view) =>
  items(
    (view.data.staffing ?? []).map((staff) => [{ text: staffText(staff), notes: notes(view, staff.source) }]),
  );

/** Nothing of a sheet answers this: it is for who applies. */
export const nothing: Made = () => [];
