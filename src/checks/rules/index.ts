import type { Rule } from '../record.ts';
import { amounts } from './amounts.ts';
import { facts } from './facts.ts';
import { figures } from './figures.ts';
import { links } from './links.ts';
import { redirects } from './redirects.ts';
import { references } from './references.ts';
import { sources } from './sources.ts';

/** Every rule over the whole content. */
export const rules: readonly Rule[] = [references, facts, amounts, sources, figures, links, redirects];
