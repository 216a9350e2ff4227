import { codes, type CodeName, type Severity } from './codes.ts';
import type { Place } from '../mdx/place.ts';

/** Something wrong with the content, with the place and the remedy. Lines and columns count from 1. */
export interface Problem {
  /** Path inside the content folder, with forward slashes. */
  file: string;
  line: number;
  column: number;
  /** Permanent number of the check, `TP001`: `docs/errori.md` explains each. */
  code: string;
  severity: Severity;
  /** Italian: what is wrong. */
  message: string;
  /** Italian: how to mend it; may be empty. */
  hint: string;
  /** The field of the data, where the problem is of one: a form shows it there. */
  at?: readonly PropertyKey[];
}

/** A problem of the closed table, at a place of a file. */
export function problem(
  name: CodeName,
  file: string,
  { line, column }: Place,
  message: string,
  hint: string,
  at?: readonly PropertyKey[],
): Problem {
  const { code, severity } = codes[name];
  return { file, line, column, code, severity, message, hint, ...(at ? { at } : {}) };
}

/** A finding of a reader, which knows its place and not its file. */
export const problemOf = (
  file: string,
  { name, message, hint, ...place }: Place & { name: CodeName; message: string; hint: string },
): Problem => problem(name, file, place, message, hint);

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
