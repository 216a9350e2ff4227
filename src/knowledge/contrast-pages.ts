import { collections, registry } from '../schemas/registry.ts';
import { contrastKinds, type Contrast, type ContrastKind } from './conflicts.ts';
import { alphabetical } from './format.ts';
import type { AnyEntry, Graph } from './graph.ts';
import { linkTo, type Link } from './link.ts';
import { contrastsPage, sections, type RoutedKind } from './routes.ts';
import { textContextOf, type TextContext } from './text-context.ts';

/** The contrasts of one kind that one entry has. */
export interface EntryContrasts {
  kind: ContrastKind;
  entry: Link & { kind: RoutedKind };
  /** Its place in the page that lists them. */
  anchor: string;
  contrasts: readonly Contrast[];
  /** The numbers of its sources, which are those of its own page. */
  context: TextContext;
}

export interface ContrastPage {
  number: number;
  /** Only kinds that have something on this page. */
  sections: readonly { kind: ContrastKind; entries: readonly EntryContrasts[] }[];
}

export interface ContrastPages {
  /** How many there are in the whole base, and where the first one is told; null where there is none. */
  totals: readonly { kind: ContrastKind; contrasts: number; entries: number; href: string | null }[];
  /** Always at least one, which says that there is nothing. */
  pages: readonly ContrastPage[];
}

/** Every contrast of everything that has facts and a page, kind by kind and then by title. */
export function contrastsIn(graph: Graph): EntryContrasts[] {
  const entries = routedWithFacts
    .flatMap((kind): readonly AnyEntry[] => graph.all(kind) as readonly AnyEntry[])
    .flatMap((entry) => {
      const context = textContextOf(graph, entry.data as Parameters<typeof textContextOf>[1]);
      if (context.contrasts.length === 0) return [];
      const kind = entry.kind as RoutedKind;
      const name = `${sections[kind]}-${entry.id}`;
      return { entry: { kind, ...linkTo(entry as Parameters<typeof linkTo>[0]) }, name, context };
    })
    .sort((a, b) => alphabetical(a.entry.label, b.entry.label) || (a.entry.href < b.entry.href ? -1 : 1));
  return contrastKinds.flatMap((kind) =>
    entries.flatMap(({ entry, name, context }) => {
      const contrasts = context.contrasts.filter((contrast) => contrast.kind === kind);
      const anchor = `${contrastAnchors[kind]}-${name}`;
      return contrasts.length > 0 ? { kind, entry, anchor, contrasts, context } : [];
    }),
  );
}

/** Collections whose entries can state facts and are told on a page of their own. */
const routedWithFacts = collections.filter(
  (kind): kind is RoutedKind => kind in sections && 'facts' in registry[kind].schema.shape,
);

/**
 * The contrasts of the base in pages of about as many, because a base of ten thousand sheets has tens of thousands.
 * An entry is never divided; the kinds follow one another, so that the first page has what is really disputed.
 */
export function contrastPagesOf(graph: Graph, perPage = 120): ContrastPages {
  const all = contrastsIn(graph);
  const parts = inPages(all, perPage, ({ contrasts }) => contrasts.length);
  const pageOfFirst = (kind: ContrastKind) =>
    parts.findIndex((part) => part.some((item) => item.kind === kind)) + 1;
  return {
    totals: contrastKinds.map((kind) => {
      const own = all.filter((item) => item.kind === kind);
      return {
        kind,
        contrasts: own.reduce((sum, { contrasts }) => sum + contrasts.length, 0),
        entries: own.length,
        href: own.length > 0 ? `${contrastsPage(pageOfFirst(kind))}#${contrastAnchors[kind]}` : null,
      };
    }),
    pages: parts.map((part, index) => ({
      number: index + 1,
      sections: contrastKinds.flatMap((kind) => {
        const entries = part.filter((item) => item.kind === kind);
        return entries.length > 0 ? { kind, entries } : [];
      }),
    })),
  };
}

/** The place of each kind in the pages that have it. */
export const contrastAnchors: Record<ContrastKind, string> = {
  conflict: 'contraddizioni',
  series: 'nel-tempo',
  scope: 'perimetri',
};

/** Fills pages in order: one is closed as soon as it has `size`. Nothing makes one empty page. */
export function inPages<T>(items: readonly T[], size: number, weightOf: (item: T) => number): T[][] {
  const pages: T[][] = [[]];
  let weight = 0;
  for (const item of items) {
    if (weight >= size) {
      pages.push([]);
      weight = 0;
    }
    pages.at(-1)?.push(item);
    weight += weightOf(item);
  }
  return pages;
}
