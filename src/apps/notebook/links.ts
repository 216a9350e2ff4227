import { comparePage, fitPage, pageOf } from '../../knowledge/routes.ts';
import type { Item } from './model.ts';

/** Where an item leads; a note is all here. */
export function linkOf(item: Exclude<Item, { kind: 'note' }>): string {
  switch (item.kind) {
    case 'practice':
      return pageOf('practice', item.id);
    case 'fit':
      return fitPage(item.id);
    case 'comparison':
      return comparePage(item.ids);
  }
}
