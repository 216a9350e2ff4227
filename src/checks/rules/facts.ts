import { groupFacts } from '../../knowledge/facts.ts';
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

function checkRecord(records: Records, record: ContentRecord): Problem[] {
  const list = (record.data.facts ?? []) as Fact[];
  const differences = (record.data.differences ?? []) as Difference[];
  const indicatorOf = (id: string) => records.find('indicator', id)?.data as Indicator | undefined;
  const problems: Problem[] = [];

  list.forEach((fact, index) => {
    const indicator = indicatorOf(fact.indicator);
    if (!indicator) return;
    const isDate = typeof fact.value === 'string';
    if (isDate !== (indicator.format === 'date')) {
      const wanted = indicator.format === 'date' ? 'una data fra apici' : 'un numero, senza apici né punti';
      problems.push(
        problemAt(
          record,
          ['facts', index, 'value'],
          'error',
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
        'warning',
        'difference-missing',
        `Le fonti danno valori diversi per «${group.indicator.title}»${group.scope ? ` (${group.scope})` : ''} e nessuno spiega perché.`,
        'Aggiungi una voce in «differences» con indicator, kind e una frase.',
      ),
    );
  }
  differences.forEach((difference, index) => {
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
        'warning',
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
        'error',
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
