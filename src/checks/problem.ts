/** `error` stops the build; `warning` should be mended; `info` is work still open in a draft. */
export type Severity = 'error' | 'warning' | 'info';

/** Something wrong with the content, with the place and the remedy. Lines and columns count from 1. */
export interface Problem {
  /** Path inside the content folder, with forward slashes. */
  file: string;
  line: number;
  column: number;
  /** Permanent name of the check, in English. */
  code: string;
  severity: Severity;
  /** Italian: what is wrong. */
  message: string;
  /** Italian: how to mend it; may be empty. */
  hint: string;
}

export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some((problem) => problem.severity === 'error');

/** File by file, top to bottom. */
export const inOrder = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort((a, b) =>
    a.file < b.file
      ? -1
      : a.file > b.file
        ? 1
        : a.line - b.line || a.column - b.column || a.code.localeCompare(b.code),
  );
