import type { Problem } from '../problem.ts';
import { clean } from './terminal.ts';

const levels = { error: 'error', warning: 'warning', info: 'notice' } as const;
const escapeMessage = (text: string) => clean(text).replaceAll('%', '%25');
const escapeProperty = (text: string) => escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** A workflow command that GitHub shows beside a line. Whatever the values are, it stays one command and one line. */
export function annotation(
  level: 'error' | 'warning' | 'notice',
  properties: Record<string, string | number>,
  message: string,
): string {
  const where = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level} ${where.join(',')}::${escapeMessage(message)}`;
}

/** Workflow commands, one for each problem, shown beside the line in a pull request. */
export function githubReport(problems: readonly Problem[], contentPath: string): string {
  return problems
    .map(({ severity, file, line, column, code, message, hint }) =>
      annotation(
        levels[severity],
        { file: `${contentPath}/${file}`, line, col: column, title: code },
        [message, hint].filter(Boolean).join(' '),
      ),
    )
    .join('\n');
}
