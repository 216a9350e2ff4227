import {
  citationNote,
  citedLicense,
  hasPublicAddress,
  noPublicAddress,
  type CitedPage,
} from '../knowledge/citation.ts';
import { capital } from '../knowledge/format.ts';

/** A record in the RIS format: a tag of two signs a line, lines that end with CR LF, `ER` last. */
export function risOf(page: CitedPage): string {
  const [year = ''] = page.reviewedOn.split('-');
  const isPublic = hasPublicAddress(page);
  const fields: [tag: string, value: string][] = [
    ['TY', 'ELEC'],
    ...page.authors.map((author) => ['AU', author] satisfies [string, string]),
    ['TI', page.title],
    ['T2', page.site],
    ['PY', year],
    ['DA', page.reviewedOn.replaceAll('-', '/')],
    ['LA', 'it'],
    ...(isPublic ? [['UR', page.url] satisfies [string, string]] : []),
    [
      'N1',
      `${capital(citationNote(page))}. ${isPublic ? '' : `${capital(noPublicAddress)}. `}${citedLicense}.`,
    ],
    ['ER', ''],
  ];
  return fields.map(([tag, value]) => `${tag}  - ${value.replace(/\s+/g, ' ')}\r\n`).join('');
}
