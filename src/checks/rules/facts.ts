import { groupFacts, isSeries, type FactGroup } from '../../knowledge/facts.ts';
import { nearest } from '../../knowledge/nearest.ts';
import type { Difference, Fact } from '../../schemas/fact.ts';
import type { Indicator } from '../../schemas/indicator.ts';
import type { Problem } from '../problem.ts';
import { problemAt, type ContentRecord, type Records, type Rule } from '../record.ts';

/** A value fits its indicator; values that differ are explained; the text names only facts that exist. */
export const facts: Rule = {
  name: 'facts',
  check: (records) => records.all.flatMap((record) => (record.valid ? checkRecord(records, record) : [])),
};

/** Whether the kind that a difference names is not that of the values it speaks of: message and hint. */
function wrongKind(
  difference: Difference,
  groups: readonly FactGroup[],
): [message: string, hint: string] | null {
  const { indicator, kind } = difference;
  const scope = difference.scope ?? null;
  const own = groups.filter((group) => group.indicatorId === indicator);
  const group = own.find((candidate) => candidate.scope === scope && candidate.disagreement);
  if (!group) return null;
  if (kind === 'scope')
    return [
      `Questi valori hanno lo stesso perimetro${scope ? ` («${scope}»)` : ''}: non sono perimetri diversi.`,
      'Dai a ogni valore il suo «scope», oppure cambia «kind» in conflict o series.',
    ];
  if (kind !== 'series' || isSeries(group.facts)) return null;
  const dates = group.facts.map(({ asOf }) => asOf ?? 'manca');
  return [
    `Queste date non fanno una serie: ${dates.join(', ')}.`,
    'Scrivi in «asOf» la data di ogni valore; se due valori hanno la stessa data, «kind» è conflict.',
  ];
}

/** What a value has to be when it is something else; null when it is right. */
function wantedForm({ value, words }: Fact, { format }: Indicator): string | null {
  const form = words !== undefined ? 'text' : typeof value === 'string' ? 'date' : 'number';
  if (format === 'date') return form === 'date' ? null : 'una data fra apici';
  if (format === 'text') return form === 'text' ? null : 'parole, in «words»';
  return form === 'number' ? null : 'un numero, senza apici né punti';
}

function checkRecord(records: Records, record: ContentRecord): Problem[] {
  const list = (record.data.facts ?? []) as Fact[];
  const differences = (record.data.differences ?? []) as Difference[];
  const indicatorOf = (id: string) => records.find('indicator', id)?.data as Indicator | undefined;
  const problems: Problem[] = [];

  list.forEach((fact, index) => {
    const indicator = indicatorOf(fact.indicator);
    if (!indicator) return;
    const wanted = wantedForm(fact, indicator);
    if (wanted) {
      problems.push(
        problemAt(
          record,
          ['facts', index, fact.words === undefined ? 'value' : 'words'],
          'fact-format',
          `«${indicator.title}» vuole ${wanted}.`,
          'Correggi il valore o scegli un altro indicatore.',
        ),
      );
    }
  });

  const known = list.filter((fact) => indicatorOf(fact.indicator));
  const groups = groupFacts({ facts: known, differences }, (id) => indicatorOf(id) as Indicator);
  for (const group of groups) {
    if (!group.disagreement || group.disagreement.text) continue;
    const index = list.indexOf(group.facts[0] as Fact);
    problems.push(
      problemAt(
        record,
        ['facts', index],
        'difference-missing',
        `Le fonti danno valori diversi per «${group.indicator.title}»${group.scope ? ` (${group.scope})` : ''} e nessuno spiega perché.`,
        'Aggiungi una voce in «differences» con indicator, kind e una frase.',
      ),
    );
  }
  differences.forEach((difference, index) => {
    const told = wrongKind(difference, groups);
    if (told) problems.push(problemAt(record, ['differences', index, 'kind'], 'difference-kind', ...told));
    if (!indicatorOf(difference.indicator)) return;
    const isExplained = groups.some(
      (candidate) =>
        candidate.indicatorId === difference.indicator &&
        candidate.scope === (difference.scope ?? null) &&
        candidate.disagreement,
    );
    const isScopeNote =
      difference.kind === 'scope' &&
      groups.filter((candidate) => candidate.indicatorId === difference.indicator).length > 1;
    if (isExplained || isScopeNote) return;
    problems.push(
      problemAt(
        record,
        ['differences', index],
        'difference-unused',
        'Questa spiegazione non riguarda valori che differiscono.',
        'Controlla indicator e scope, o togli la voce.',
      ),
    );
  });

  for (const use of record.uses) {
    if (use.name !== 'Fact') continue;
    const { of, scope, source } = use.props;
    const ids = [...new Set(list.map((fact) => fact.indicator))];
    const matching = list.filter(
      (fact) =>
        fact.indicator === of &&
        (scope === undefined || fact.scope === scope) &&
        (source === undefined || fact.source === source),
    );
    if (matching.length > 0) continue;
    const close = nearest(of ?? '', ids);
    problems.push(
      problemAt(
        record,
        use,
        'unknown-fact',
        `Nella scheda non c’è un dato «${of}»${scope ? ` con perimetro «${scope}»` : ''}${source ? ` dalla fonte «${source}»` : ''}.`,
        close.length > 0
          ? `Dati con un nome vicino: ${close.join(', ')}.`
          : 'Aggiungilo in «facts» con la sua fonte.',
      ),
    );
  }
  return problems;
}
