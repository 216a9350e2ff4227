import type { Problem } from '../problem.ts';

/** One object and nothing else, for other programs. */
export const jsonReport = (problems: readonly Problem[], files: number): string =>
  JSON.stringify({ problems, files });
