import { linkTo, type Link } from '../knowledge/link.ts';
import type { Entry } from '../knowledge/graph.ts';
import type { RoutedKind } from '../knowledge/routes.ts';
import { collections } from '../schemas/registry.ts';
import { graph } from './index.ts';

/** The addresses that pages had before, without the outer slashes, with the page each leads to now. */
export function oldAddresses(): { from: string; to: Link }[] {
  return collections
    .flatMap((kind) => graph.all(kind))
    .flatMap((entry) => {
      if (!('redirects' in entry.data)) return [];
      const to = linkTo(entry as Entry<RoutedKind>);
      return (entry.data.redirects ?? []).map((address) => ({ from: address.replace(/^\/|\/$/g, ''), to }));
    });
}
