import {
  citationNote,
  citedLicense,
  hasPublicAddress,
  noPublicAddress,
  type CitedPage,
} from '../knowledge/citation.ts';
import { anchorOf, capital } from '../knowledge/format.ts';

/**
 * An entry for BibTeX and BibLaTeX. `@misc` with year and month is read by both; letters with accents stay as they
 * are (UTF-8), since every LaTeX of today reads them. Authors are offices: in braces, so that no program turns
 * «Redazione Tra Pari» into a surname and two names.
 * @param id of the entry, for its key
 */
export function bibtexOf(page: CitedPage, id: string): string {
  const [year = '', month = '', day = ''] = page.reviewedOn.split('-');
  const isPublic = hasPublicAddress(page);
  const note = [capital(citationNote(page)), ...(isPublic ? [] : [capital(noPublicAddress)]), citedLicense];
  const fields: [name: string, value: string][] = [
    ['author', page.authors.map((author) => `{${latex(author)}}`).join(' and ')],
    ['title', `{${latex(page.title)}}`],
    ['howpublished', latex(page.site)],
    ['year', year],
    ['month', monthNames[Number(month) - 1] ?? ''],
    ['day', String(Number(day))],
    ...(isPublic ? [['url', page.url] satisfies [string, string]] : []),
    ['note', latex(`${note.join('. ')}.`)],
    ['language', 'italian'],
  ];
  // the names of months are words of BibTeX, which each style writes in its own way
  const lines = fields.map(([name, value]) => `  ${name} = ${name === 'month' ? value : `{${value}}`},\n`);
  return `@misc{${anchorOf(page.site)}-${id},\n${lines.join('')}}\n`;
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Signs that LaTeX reads as commands. Braces become words, because BibTeX counts them even after a backslash. */
const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
};

/** A text as LaTeX prints it, sign for sign. */
const latex = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\{}~^$&%#_]/g, (sign) => commands[sign] ?? sign);
