import type { Practice } from '../../schemas/practice.ts';
import { evaluationKinds } from '../../schemas/labels.ts';

type Evaluation = NonNullable<Practice['evaluation']>[number];

/** What nobody has filled in yet: a source may well say it, so the sheet speaks of itself alone. */
export const missingText = (missing: readonly string[]): string =>
  `In questa scheda mancano ancora: ${missing.map((name) => name.toLowerCase()).join(', ')}.`;

export const evaluationLabel = ({ kind, independent }: Pick<Evaluation, 'kind' | 'independent'>): string =>
  `${evaluationKinds[kind]}, ${independent ? 'indipendente' : 'fatta da chi promuove o attua la pratica'}`;

export const proposedNeedsText = (needs: readonly string[]): string =>
  `La scheda propone di aggiungere: ${needs.map((need) => need.replace(/[.;]$/, '')).join('; ')}.`;
