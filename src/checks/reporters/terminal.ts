import type { Problem, Severity } from '../problem.ts';

const words: Record<Severity, string> = { error: 'errore', warning: 'avviso', info: 'da completare' };

/** For a person at a terminal: file by file, with place, message and remedy; totals last. */
export function terminalReport(problems: readonly Problem[], files: number): string {
  const lines: string[] = [];
  let file = '';
  for (const problem of problems) {
    if (problem.file !== file) {
      file = problem.file;
      lines.push('', file);
    }
    lines.push(
      `  ${problem.line}:${problem.column}  ${words[problem.severity]}  ${clean(problem.message)}  [${problem.code}]`,
    );
    if (problem.hint) lines.push(`        → ${clean(problem.hint)}`);
  }
  const count = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length;
  const totals = [
    `${count('error')} ${count('error') === 1 ? 'errore' : 'errori'}`,
    `${count('warning')} ${count('warning') === 1 ? 'avviso' : 'avvisi'}`,
    ...(count('info') > 0 ? [`${count('info')} da completare nelle bozze`] : []),
  ];
  lines.push('', `${files} file letti: ${totals.join(', ')}.`);
  return lines.join('\n').trimStart();
}

/** A name or a value in a message must not move the cursor or forge a line. */
export const clean = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '�');
