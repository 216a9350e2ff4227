import type { Severity } from '../codes.ts';
import type { Problem } from '../problem.ts';

const words: Record<Severity, string> = { error: 'errore', warning: 'avviso', info: 'da completare' };
const colours = { error: 'red', warning: 'yellow', info: 'cyan' } as const;

/** Puts a text in a colour or a weight, where the reader's terminal shows them. */
export type Paint = (
  style: (typeof colours)[Severity] | 'bold' | 'dim' | 'underline',
  text: string,
) => string;

const plain: Paint = (_, text) => text;

/** For a person at a terminal: file by file, with place, message and remedy; totals last. */
export function terminalReport(problems: readonly Problem[], files: number, paint = plain): string {
  const lines: string[] = [];
  let file: string | undefined;
  for (const { severity, line, column, message, code, hint, ...problem } of problems) {
    if (problem.file !== file) {
      file = problem.file;
      lines.push('', paint('underline', clean(file)));
    }
    const word = paint(colours[severity], words[severity]);
    lines.push(
      `  ${line}:${column}  ${word}  ${paint('bold', clean(message))}  ${paint('dim', `[${code}]`)}`,
    );
    if (hint) lines.push(`        → ${clean(hint)}`);
  }
  const count = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length;
  const totals = [
    `${count('error')} ${count('error') === 1 ? 'errore' : 'errori'}`,
    `${count('warning')} ${count('warning') === 1 ? 'avviso' : 'avvisi'}`,
    ...(count('info') > 0 ? [`${count('info')} da completare`] : []),
  ];
  lines.push('', `${files} file letti: ${totals.join(', ')}.`);
  if (problems.length > 0) lines.push('Ogni codice è spiegato in docs/errori.md.');
  return lines.join('\n').trimStart();
}

/** A name or a value must not move the cursor, forge a line, or command the log of a pull request (`::` first, `##[`). */
export const clean = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '�').replace(/^(\s*):(?=:)|#(?=#\[)/g, '$1�');
