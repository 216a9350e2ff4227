import type { Practice } from '../schemas/practice.ts';
import type { OpenedSheet } from './entry-file.ts';
import type { TextContext } from './text-context.ts';

/** A sheet that is being compared, with its facts put in groups once. */
export interface ComparedSheet extends OpenedSheet {
  context: TextContext;
  data: Practice;
}

/** A stretch of a cell, with the sources it rests on as the sheet calls them. */
export interface DraftRun {
  text: string;
  bold?: boolean | undefined;
  /** What helps to read the value and is no part of it: two values that differ only here are the same. */
  small?: boolean | undefined;
  href?: string | undefined;
  /** Set as «non documentato» is everywhere. */
  undocumented?: boolean | undefined;
  sources?: readonly string[] | undefined;
}

export type DraftLine = readonly DraftRun[];

/** What a row asks of every sheet; no line at all is «non documentato». */
export type LinesOf = (sheet: ComparedSheet) => readonly DraftLine[];

/** `(area Nord; marzo 2023)`, or nothing. */
export function aside(...parts: readonly (string | false | null | undefined)[]): DraftRun[] {
  const told = parts.filter(Boolean).map((part) => String(part).replace(/[.;]$/, ''));
  return told.length > 0 ? [{ text: ` (${told.join('; ')})`, small: true }] : [];
}

/** The sources of something that may have one. */
export const from = (source: string | undefined): { sources?: readonly string[] } =>
  source === undefined ? {} : { sources: [source] };
