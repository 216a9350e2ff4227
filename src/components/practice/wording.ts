import type { Practice } from '../../schemas/practice.ts';
import { evaluationKinds } from '../../schemas/labels.ts';

type Evaluation = NonNullable<Practice['evaluation']>[number];

export const evaluationLabel = ({ kind, independent }: Pick<Evaluation, 'kind' | 'independent'>): string =>
  `${evaluationKinds[kind]}, ${independent ? 'indipendente' : 'fatta da chi promuove o attua la pratica'}`;

export const proposedNeedsText = (needs: readonly string[]): string =>
  `La scheda propone di aggiungere: ${needs.map((need) => need.replace(/[.;]$/, '')).join('; ')}.`;
