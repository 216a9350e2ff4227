import type { ContrastKind } from '../../knowledge/conflicts.ts';

/** The sign beside the words of each kind: a warning only where sources contradict each other. */
export const contrastIcons = {
  conflict: 'warning',
  series: 'clock',
  scope: 'info',
} as const satisfies Record<ContrastKind, string>;

/** What a reader of one value must know before quoting it. */
export const contrastMarks: Record<ContrastKind, string> = {
  conflict: 'le fonti non concordano',
  series: 'cambia nel tempo',
  scope: 'perimetri diversi',
};
