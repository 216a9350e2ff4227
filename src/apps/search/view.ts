import type { SearchFilter } from '../../knowledge/search-kinds.ts';
import type { Answer, GroupKind } from './answer.ts';
import type { Hit } from './hits.ts';

export interface Chip {
  name: SearchFilter;
  id: string;
  label: string;
}

export interface ShownGroup {
  kind: GroupKind;
  /** All its results; `hits` are those shown here. */
  count: number;
  /** How many more can be shown. */
  left: number;
  hits: Hit[];
}

/** What stands in the place of the results. */
export type Body =
  | { state: 'idle' }
  | {
      state: 'results';
      answer: Answer;
      query: string;
      /** What is called exactly as the query says and does not come first by itself. */
      named: Hit[];
      groups: ShownGroup[];
    }
  | { state: 'empty'; answer: Answer; query: string }
  | { state: 'failed' };

/** What a reader can do among the results. */
export interface Actions {
  remove: (chip: Chip) => void;
  removeAll: () => void;
  more: (kind: GroupKind) => void;
  retry: () => void;
}
