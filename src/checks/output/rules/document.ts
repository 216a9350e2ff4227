import { site as ours } from '../../../site.ts';
import type { CodeName } from '../../codes.ts';
import type { Problem } from '../../problem.ts';
import { fault, readPages, type BuiltPage, type OutputRule } from '../site.ts';

/** Every page says what it is: title, description, one h1, language, one main, its own address; and is whole. */
export const document: OutputRule = (site, { site: publicAddress, base }) => {
  const origin = new URL(base, publicAddress).href.replace(/\/$/, '');
  return [
    ...[...site.pages.values()].flatMap((page) => pageProblems(page, origin + page.address)),
    ...repeatedTitles(readPages(site).filter(({ isListed }) => isListed)),
  ];
};

function pageProblems(page: BuiltPage, address: string): Problem[] {
  const found: Problem[] = [];
  const add = (isWrong: boolean, code: CodeName, message: string, hint: string) => {
    if (isWrong) found.push(fault(code, page.file, message, hint));
  };
  const { titles, descriptions, headings, mains, canonicals } = page;
  add(
    !page.isWhole,
    'page-cut',
    'La pagina finisce prima di </html>: è stata tagliata.',
    'Costruisci di nuovo.',
  );
  add(
    !isOneText(titles),
    'page-title',
    `La pagina ha ${told(titles)} <title>.`,
    'Ne serve uno, con un testo.',
  );
  add(
    !isOneText(descriptions),
    'page-description',
    `La pagina ha ${told(descriptions)} descrizioni.`,
    'Ne serve una, con un testo.',
  );
  add(
    !isOneText(headings),
    'page-heading',
    `La pagina ha ${told(headings)} <h1>.`,
    'Ne serve uno, con un testo.',
  );
  add(
    page.language !== ours.language,
    'page-language',
    `La lingua della pagina è «${page.language}».`,
    `Scrivi <html lang="${ours.language}">.`,
  );
  add(mains !== 1, 'page-main', `La pagina ha ${mains} <main>.`, 'Ne serve uno.');
  add(mains > 0 && page.isEmpty, 'page-empty', 'La pagina non ha contenuto.', 'Costruisci di nuovo.');
  add(
    page.isListed ? canonicals.length !== 1 || canonicals[0] !== address : canonicals.length > 0,
    'page-canonical',
    `L’indirizzo che la pagina dice suo è ${canonicals.join(', ') || 'nessuno'}.`,
    page.isListed ? `È ${address}.` : 'Una pagina che chiede di non essere trovata non ne ha.',
  );
  return found;
}

const isOneText = (texts: readonly string[]): boolean => texts.length === 1 && texts[0] !== '';
const told = (texts: readonly string[]): string => (texts.includes('') ? 'vuoti' : String(texts.length));

function repeatedTitles(pages: readonly BuiltPage[]): Problem[] {
  const first = new Map<string, string>();
  return pages.flatMap(({ titles: [title = ''], file }) => {
    const twin = first.get(title);
    if (title === '' || twin === undefined) {
      first.set(title, file);
      return [];
    }
    return fault(
      'page-title-repeated',
      file,
      `Il titolo «${title}» è anche di ${twin}.`,
      'Cambia uno dei due.',
    );
  });
}
