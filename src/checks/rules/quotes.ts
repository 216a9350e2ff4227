import { plainText } from '../../mdx/outline.ts';
import { startOf, walk } from '../../mdx/walk.ts';
import type { Fact } from '../../schemas/fact.ts';
import { problem, type Problem } from '../problem.ts';
import { problemAt, type Rule, type SheetRule } from '../record.ts';

const mostWords = 20;
const hint = 'Tieni le parole che contano e racconta il resto con le tue.';

/** The words of a source that a text quotes are few. */
export const quotesInText: SheetRule = {
  name: 'quotes-in-text',
  check: ({ file, tree }) => {
    const found: Problem[] = [];
    walk(tree, (node) => {
      if (!('name' in node) || node.name !== 'Quote') return;
      const count = wordsIn(plainText(node));
      if (count > mostWords) found.push(problem('quote-long', file, startOf(node), tooLong(count), hint));
    });
    return found;
  },
};

/** So are those that a fact quotes. */
export const quotesOfFacts: Rule = {
  name: 'quotes-of-facts',
  check: ({ all }) =>
    all.flatMap((record) => {
      if (!record.valid || !Array.isArray(record.data.facts)) return [];
      return (record.data.facts as Fact[]).flatMap(({ quote = '' }, index) => {
        const count = wordsIn(quote);
        if (count <= mostWords) return [];
        return [problemAt(record, ['facts', index, 'quote'], 'quote-long', tooLong(count), hint)];
      });
    }),
};

const tooLong = (count: number): string => `La citazione è di ${count} parole: al massimo ${mostWords}.`;

const wordsIn = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
