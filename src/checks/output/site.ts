import type { Collection } from '../../schemas/registry.ts';
import type { CodeName } from '../codes.ts';
import { problem, type Problem } from '../problem.ts';
import type { ContentRecord } from '../record.ts';
import type { FoundChart } from './charts.ts';
import type { FoundFigures } from './figures.ts';

/** The built site as data: what the rules need of each file, read once. Paths are inside the site, with `/`. */
export interface BuiltSite {
  /** Size of every file. */
  files: ReadonlyMap<string, number>;
  /** Every HTML page, redirects and error page included, by its file. */
  pages: ReadonlyMap<string, BuiltPage>;
  /** Drawings: their ids are places that pages point to. */
  drawings: ReadonlyMap<string, Markup>;
  /** What each stylesheet loads. */
  stylesheets: ReadonlyMap<string, readonly string[]>;
  /** The addresses that the site map gives, as written. */
  sitemap: readonly string[];
  /** Pages in the search index: address from the root of the site, and the file that holds it. */
  indexed: ReadonlyMap<string, string>;
  data: ReadonlyMap<Collection, CollectionData>;
  /** What reading already found wrong. */
  problems: readonly Problem[];
}

/** What one HTML or SVG file holds, without its tree. */
export interface Markup {
  ids: ReadonlySet<string>;
  /** Addresses that it names, each once; true where a person follows it. */
  links: ReadonlyMap<string, boolean>;
  faults: readonly MarkupFault[];
}

export interface MarkupFault {
  code: CodeName;
  message: string;
}

export interface BuiltPage extends Markup {
  file: string;
  /** From the root of the site, without the base path: `/pratiche/tonite/`. */
  address: string;
  /** The text goes on to the closing tag. */
  isWhole: boolean;
  language: string;
  titles: readonly string[];
  descriptions: readonly string[];
  headings: readonly string[];
  mains: number;
  isEmpty: boolean;
  canonicals: readonly string[];
  /** It does not ask search engines to stay away. */
  isListed: boolean;
  /** It is made for the search of the site. */
  isSearched: boolean;
  /** Where a page that changed address leads; null for any other page. */
  redirect: string | null;
  charts: readonly FoundChart[];
  figures: FoundFigures;
  /** The policy, when it stands before every other meta and before all that loads something. */
  policy: string | null;
}

/** The open data of one collection. */
export interface CollectionData {
  /** Ids in the order of the file; null when it is not there or cannot be read. */
  rows: readonly string[] | null;
  csvRows: readonly string[] | null;
  /** Entries with a file of their own. */
  ownFiles: readonly string[];
}

/** What the site has to be, told by who built it. */
export interface Expected {
  records: readonly Pick<ContentRecord, 'kind' | 'id' | 'file' | 'data' | 'draft'>[];
  /** Public address: `https://esempio.it`. */
  site: string;
  /** Base path: `/` or `/kb`. */
  base: string;
  /** Every address ever published. */
  addresses: readonly string[];
  /** The policy in the first meta of every page. */
  policy: string;
  /** Folder of the project on this machine: it must appear in no published text. */
  root: string;
  /** What is wrong with the JSON file of a whole collection, by its own schema. */
  parseOpenData: (kind: Collection, json: unknown) => readonly string[];
}

/** A rule over the built site: one file, one test, plain data in, problems out. */
export type OutputRule = (site: BuiltSite, expected: Expected) => Problem[];

/** A problem of a whole file of the site. */
export const fault = (code: CodeName, file: string, message: string, hint: string): Problem =>
  problem(code, file, { line: 1, column: 1 }, message, hint);

/** `pratiche/tonite/index.html` is `/pratiche/tonite/`. */
export const addressOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;

/** The file that answers to an address without query or anchor. */
export const fileAt = (address: string): string =>
  address.slice(1) + (address.endsWith('/') ? 'index.html' : '');

/** The entries that the site publishes. */
export const publishedIn = ({ records }: Expected): Expected['records'] =>
  records.filter(({ draft }) => !draft);

/** Pages that people read: neither redirects nor the error page. */
export const readPages = ({ pages }: BuiltSite): BuiltPage[] =>
  [...pages.values()].filter(({ file, redirect }) => redirect === null && file !== '404.html');
