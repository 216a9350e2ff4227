import { formatNumber } from './format.ts';
import type { Entry } from './graph.ts';

/** One of the ways in which a sheet can be begun. */
export interface TemplateShape {
  label: string;
  href: string;
  /** What it is, with the size of a file. */
  note: string;
  isFile: boolean;
}

/** What can be told, with the shapes in which it is told. */
export interface TemplateOffer {
  title: string;
  /** Null for what belongs to no area. */
  area: Entry<'focus-area'> | null;
  shapes: readonly TemplateShape[];
}

/** 20184 bytes are «20 kB». */
export const sizeWords = (bytes: number): string =>
  `${formatNumber(Math.max(1, Math.round(bytes / 1000)))} kB`;
