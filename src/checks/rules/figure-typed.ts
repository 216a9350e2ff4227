import type { FigureForm, TypedFigure } from '../../mdx/figures.ts';
import { factText } from '../../knowledge/fact-text.ts';
import { findGroup, groupFacts, type FactGroup } from '../../knowledge/facts.ts';
import { formatValue } from '../../knowledge/format.ts';
import type { Difference, Fact } from '../../schemas/fact.ts';
import type { Indicator } from '../../schemas/indicator.ts';
import { indicatorIn, problemAt, type ContentRecord, type Records, type Rule } from '../record.ts';

/** A figure of the text that is a fact of the sheet is written with `<Fact>`, which carries its source. */
export const figureTyped: Rule = {
  name: 'figure-typed',
  check: (records) => {
    let units: ReadonlySet<string> | undefined;
    return records.all.flatMap((record) => {
      const { figures = [], data, valid } = record;
      if (!valid || figures.length === 0 || !Array.isArray(data.facts) || data.facts.length === 0) return [];
      units ??= unitsOf(records);
      return checkRecord(records, record, figures, units);
    });
  },
};

function checkRecord(
  records: Records,
  record: ContentRecord,
  figures: readonly TypedFigure[],
  units: ReadonlySet<string>,
) {
  const indicatorOf = (id: string) => indicatorIn(records, id);
  const { facts, differences = [] } = record.data as { facts: Fact[]; differences?: Difference[] };
  const known = facts.filter((fact) => indicatorOf(fact.indicator));
  const numbers = new Set(known.flatMap(({ value, min, max }) => [value, min, max]));
  if (!figures.some(({ value }) => numbers.has(value))) return [];
  const groups = groupFacts({ facts: known, differences }, (id) => indicatorOf(id) as Indicator);
  return figures.flatMap((figure) => {
    const same = groups
      .flatMap((group) => group.facts.map((fact) => ({ group, fact })))
      .filter(({ group, fact }) => isSame(figure, fact, group.indicator, units));
    // of several facts with this value, the one whose unit follows
    const meant = same.find(({ group }) => hasUnit(figure, group.indicator)) ?? same[0];
    if (!meant) return [];
    const name = meant.group.indicator.title;
    const message = `«${figure.written}» è già fra i dati della scheda («${name}»): scritto a mano resta senza fonte.`;
    return [
      problemAt(record, figure, 'figure-typed', message, `Scrivi ${tagFor(groups, meant.group, meant.fact)}`),
    ];
  });
}

/** Numbers small enough to be anything need the unit beside them. */
const tellsNothing = 10;

function isSame(figure: TypedFigure, fact: Fact, indicator: Indicator, units: ReadonlySet<string>): boolean {
  const { value, form } = figure;
  if (![fact.value, fact.min, fact.max].includes(value)) return false;
  const ownForm = formOf(indicator);
  // «da 30.000 a 60.000 euro»: the first figure of a range has no sign
  if (form !== ownForm) return form === 'plain' && ownForm === 'money' && value >= 10_000;
  if (form !== 'plain' || hasUnit(figure, indicator)) return true;
  const isYearLike = /^\d{4}$/.test(figure.written) && value >= 1800 && value <= 2100;
  return value >= tellsNothing && !isYearLike && !units.has(firstWord(figure.next));
}

const formOf = ({ format }: Indicator): FigureForm | null =>
  format === 'date' ? null : format === 'money' || format === 'percent' ? format : 'plain';

const hasUnit = ({ next }: TypedFigure, { unit }: Indicator): boolean =>
  unit !== undefined && [unit.one, unit.many].some((word) => next.startsWith(word.toLowerCase()));

const firstWord = (text: string): string => /^[\p{L}’]+/u.exec(text)?.[0] ?? '';

/** The words with which the units of all indicators begin: «12 mesi» is no count of projects. */
const unitsOf = (records: Records): ReadonlySet<string> =>
  new Set(
    records.idsOf('indicator').flatMap((id) => {
      const unit = indicatorIn(records, id)?.unit;
      return unit ? [firstWord(unit.one.toLowerCase()), firstWord(unit.many.toLowerCase())] : [];
    }),
  );

interface Choice {
  scope?: string;
  source?: string;
}

/** The shortest `<Fact>` that prints this very value. */
function tagFor(groups: readonly FactGroup[], group: FactGroup, fact: Fact): string {
  const scope = fact.scope === undefined ? {} : { scope: fact.scope };
  const whole: Choice = { ...scope, source: fact.source };
  const wanted = formatValue(fact, group.indicator);
  const choices: Choice[] = [{}, scope, { source: fact.source }, whole];
  const chosen = choices.find(
    (choice) =>
      findGroup(groups, fact.indicator, choice) === group &&
      factText(group, choice.source).text.startsWith(wanted),
  );
  const attributes = Object.entries<string>({ of: fact.indicator, ...(chosen ?? whole) });
  return `<Fact ${attributes.map(([name, value]) => `${name}="${value.replaceAll('"', '&quot;')}"`).join(' ')} />`;
}
