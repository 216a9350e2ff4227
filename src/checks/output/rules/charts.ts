import { plural } from '../../../knowledge/format.ts';
import type { FoundChart } from '../charts.ts';
import { fault, type OutputRule } from '../site.ts';

/** Every drawing of values stands beside a table of the same values, and leaves the reading out to it. */
export const charts: OutputRule = ({ pages }) =>
  [...pages].flatMap(([file, { charts: found }]) =>
    found.flatMap((chart) => {
      const message = wrongWith(chart);
      return message === null
        ? []
        : fault(
            'chart-table',
            file,
            message,
            'Disegno e tabella nascono dallo stesso elenco, in un solo <figure>: guarda components/sheet-body/Disagree.astro.',
          );
    }),
  );

function wrongWith({ marks, rows, isHidden }: FoundChart): string | null {
  if (rows === null) return 'Un grafico non ha la sua tabella, o ne ha più di una.';
  if (rows !== marks)
    return `Un grafico mostra ${plural(marks, 'valore', 'valori')} e la sua tabella ha ${plural(rows, 'riga', 'righe')}.`;
  return isHidden ? null : 'Un grafico non è nascosto ai lettori di schermo, che hanno già la sua tabella.';
}
