import type { ComponentName } from '../../mdx/vocabulary.ts';
import Callout from './Callout.astro';
import Cite from './Cite.astro';
import Fact from './Fact.astro';
import Figure from './Figure.astro';
import Practice from './Practice.astro';
import Quote from './Quote.astro';
import Steps from './Steps.astro';
import Term from './Term.astro';

type AnyComponent = (props: Record<string, unknown>) => unknown;

/** How each component of the vocabulary is drawn. Their props were checked against the vocabulary's schemas. */
export const sheetComponents = {
  Fact,
  Cite,
  Term,
  Practice,
  Callout,
  Steps,
  Quote,
  Figure,
} as unknown as Record<ComponentName, AnyComponent>;
