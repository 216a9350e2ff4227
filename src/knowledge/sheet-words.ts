import type { Practice } from '../schemas/practice.ts';
import { evaluationKinds } from '../schemas/labels.ts';
import type { Headline } from './brief.ts';
import { contrastMarks, contrastsWith, type Contrast } from './conflicts.ts';
import { formatDate, formatNumber } from './format.ts';

type Listed<Field extends keyof Practice> = NonNullable<Practice[Field]> extends (infer One)[] ? One : never;

export const evaluationLabel = ({
  kind,
  independent,
}: Pick<Listed<'evaluation'>, 'kind' | 'independent'>): string =>
  `${evaluationKinds[kind]}, ${independent ? 'indipendente' : 'fatta da chi promuove o attua la pratica'}`;

export const proposedNeedsText = (needs: readonly string[]): string =>
  `La scheda propone di aggiungere: ${needs.map((need) => need.replace(/[.;]$/, '')).join('; ')}.`;

/** Who worked, how much and how long, as one line. */
export function staffText({ role, fte, months, note }: Listed<'staffing'>): string {
  const who = [
    role,
    fte !== undefined && `${formatNumber(fte)} a tempo pieno`,
    months !== undefined && `per ${formatNumber(months)} mesi`,
  ];
  return [who.filter(Boolean).join(', '), note].filter(Boolean).join('. ');
}

/** What to know before quoting a headline figure: of when it is, and that the sheet has other values. */
export function headlineCaution(headline: Headline, contrasts: readonly Contrast[]): string {
  const [date] = headline.cited
    .flatMap(({ asOf }) => asOf ?? [])
    .sort()
    .reverse();
  const marks = contrastsWith(contrasts, headline.group).map(({ kind }) => contrastMarks[kind]);
  return [!headline.isOpen && date && formatDate(date), ...new Set(marks)].filter(Boolean).join('; ');
}

/** Said where sources differ and the sheet has no sentence about it. */
export const unexplained = 'Nessuna fonte letta spiega la differenza.';
