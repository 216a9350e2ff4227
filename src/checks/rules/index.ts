import type { Rule, SheetRule, TextRule } from '../record.ts';
import { addressTaken } from './address-taken.ts';
import { altUseless } from './alt-useless.ts';
import { amounts } from './amounts.ts';
import { anchors } from './anchors.ts';
import { characters } from './characters.ts';
import { dates } from './dates.ts';
import { facts } from './facts.ts';
import { figureTyped } from './figure-typed.ts';
import { figureUncited } from './figure-uncited.ts';
import { figureUnsourced } from './figure-unsourced.ts';
import { figures } from './figures.ts';
import { finalNewline } from './final-newline.ts';
import { footnotes } from './footnotes.ts';
import { headings } from './headings.ts';
import { imageOrphan } from './image-orphan.ts';
import { links } from './links.ts';
import { personalEmail } from './personal-email.ts';
import { personalInBody } from './personal-hidden.ts';
import { personalPhone } from './personal-phone.ts';
import { personalTaxCode } from './personal-tax-code.ts';
import { quotesInText, quotesOfFacts } from './quotes.ts';
import { redirects } from './redirects.ts';
import { references } from './references.ts';
import { reviewOverdue } from './review-overdue.ts';
import { sourceUndated } from './source-undated.ts';
import { sources } from './sources.ts';
import { sums } from './sums.ts';
import { tableTotal } from './table-total.ts';
import { titleRepeated } from './title-repeated.ts';
import { wordBullets } from './word-bullets.ts';

/** Every rule over the text of one file of any kind. */
export const textRules: readonly TextRule[] = [
  characters,
  finalNewline,
  personalEmail,
  personalPhone,
  personalTaxCode,
];

/** Every rule over the text of one sheet. */
export const sheetRules: readonly SheetRule[] = [
  altUseless,
  footnotes,
  headings,
  personalInBody,
  quotesInText,
  tableTotal,
  wordBullets,
];

/** Every rule over the whole content. */
export const rules: readonly Rule[] = [
  references,
  facts,
  figureTyped,
  figureUncited,
  figureUnsourced,
  amounts,
  sums,
  sources,
  sourceUndated,
  dates,
  quotesOfFacts,
  titleRepeated,
  reviewOverdue,
  figures,
  imageOrphan,
  links,
  anchors,
  redirects,
  addressTaken,
];
