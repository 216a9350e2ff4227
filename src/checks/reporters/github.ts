import type { Problem } from '../problem.ts';
import { clean } from './terminal.ts';

const levels = { error: 'error', warning: 'warning', info: 'notice' } as const;
const escapeProperty = (text: string) =>
  clean(text).replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');
const escapeMessage = (text: string) => clean(text).replaceAll('%', '%25');

/** Workflow commands, one for each problem, shown beside the line in a pull request. */
export function githubReport(problems: readonly Problem[], contentPath: string): string {
  return problems
    .map(({ severity, file, line, column, code, message, hint }) => {
      const where = `file=${escapeProperty(`${contentPath}/${file}`)},line=${line},col=${column},title=${escapeProperty(code)}`;
      return `::${levels[severity]} ${where}::${escapeMessage([message, hint].filter(Boolean).join(' '))}`;
    })
    .join('\n');
}
