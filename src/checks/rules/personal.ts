import { placeIn } from '../../mdx/place.ts';
import type { CodeName } from '../codes.ts';
import { problem } from '../problem.ts';
import type { TextRule } from '../record.ts';

/** Where in a text something personal stands, and what it is as it was written. */
export interface PersonalDatum {
  index: number;
  shown: string;
}

/** One kind of personal data: how it is found in any text, and what to say of it. */
export interface PersonalKind {
  name: CodeName;
  find(text: string): PersonalDatum[];
  message(shown: string): string;
  hint: string;
}

/** The kind together with the rule that looks for it in the raw text of a file, where its place is exact. */
export const personalRule = (kind: PersonalKind): PersonalKind & TextRule => ({
  ...kind,
  check: ({ path, text }) =>
    kind
      .find(text)
      .map(({ index, shown }) =>
        problem(kind.name, path, placeIn(text, index), kind.message(shown), kind.hint),
      ),
});
