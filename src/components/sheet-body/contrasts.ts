import type { ContrastKind } from '../../knowledge/conflicts.ts';

/** The sign beside the words of each kind: a warning only where sources contradict each other. */
export const contrastIcons = {
  conflict: 'warning',
  series: 'clock',
  scope: 'info',
} as const satisfies Record<ContrastKind, string>;
