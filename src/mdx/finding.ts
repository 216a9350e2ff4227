import type { Place } from './place.ts';

/** What can be wrong in the text of one sheet. Each name has its number and its words in the table of the checks. */
export type FindingName =
  | 'address'
  | 'attribute'
  | 'code'
  | 'component-children'
  | 'component-place'
  | 'forbidden-node'
  | 'front-matter-missing'
  | 'heading-level'
  | 'link-empty'
  | 'link-in-link'
  | 'link-title'
  | 'mdx-syntax'
  | 'section-missing'
  | 'section-order'
  | 'section-plain'
  | 'section-repeated'
  | 'section-unknown'
  | 'text-before-sections'
  | 'too-deep'
  | 'too-long'
  | 'too-many-braces'
  | 'unknown-component'
  | 'unsafe-html';

/** Something wrong in one file, at a place a person can go to. Lines and columns count from 1. */
export interface Finding extends Place {
  name: FindingName;
  /** Italian: what is wrong. */
  message: string;
  /** Italian: what to write instead. */
  hint: string;
}
