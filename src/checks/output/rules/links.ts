import type { Problem } from '../../problem.ts';
import { destinationIn } from '../destination.ts';
import { addressOf, fault, fileAt, readPages, type BuiltSite, type Expected } from '../site.ts';

export interface FollowedLinks {
  problems: Problem[];
  /** Internal addresses followed, each once a page: none means that nothing was checked. */
  followed: number;
}

/** Every address of the site named by a page, a drawing or a stylesheet leads to a file, and to a place in it. */
export function followLinks(site: BuiltSite, expected: Pick<Expected, 'site' | 'base'>): FollowedLinks {
  const destination = destinationIn(expected);
  const problems: Problem[] = [];
  const reached = new Map<string, string[]>();
  let followed = 0;

  const idsOf = (file: string) => (site.pages.get(file) ?? site.drawings.get(file))?.ids;
  const follow = (file: string, address: string): string | null => {
    const to = destination(address, addressOf(file));
    if (to.kind === 'outside') return null;
    followed += 1;
    const broken = (message: string, hint: string) => {
      problems.push(fault('link-broken', file, message, hint));
      return null;
    };
    if (to.kind === 'invalid') return broken(`«${address}» non è un indirizzo.`, 'Correggilo, o toglilo.');
    if (to.kind === 'astray')
      return broken(
        `${address} è fuori dalla cartella del sito (${expected.base}).`,
        'Il codice scrive gli indirizzi interni con path() di src/site.ts.',
      );
    const target = fileAt(to.path);
    if (!site.files.has(target))
      return broken(
        `${address} non porta a nessun file.`,
        site.files.has(`${target}/index.html`)
          ? 'L’indirizzo di una pagina finisce con «/».'
          : 'Correggilo, o rimetti il file.',
      );
    const { anchor } = to;
    const ids = idsOf(target);
    if (ids && anchor !== '' && anchor !== 'top' && !anchor.startsWith(':~:') && !ids.has(anchor))
      problems.push(
        fault(
          'link-anchor',
          file,
          `${address} porta a un punto che ${to.path} non ha.`,
          'Correggi ciò che segue «#».',
        ),
      );
    return target;
  };

  for (const [file, { links }] of [...site.pages, ...site.drawings]) {
    const next: string[] = [];
    for (const [address, byPerson] of links) {
      const target = follow(file, address);
      if (target !== null && byPerson) next.push(target);
    }
    reached.set(file, next);
  }
  for (const [file, addresses] of site.stylesheets) for (const address of addresses) follow(file, address);
  return { problems: [...problems, ...orphans(site, reached)], followed };
}

/** Pages that nobody comes to from the home page, following links. */
function orphans(site: BuiltSite, reached: ReadonlyMap<string, readonly string[]>): Problem[] {
  const seen = new Set(['index.html']);
  for (const file of seen) for (const next of reached.get(file) ?? []) seen.add(next);
  return readPages(site)
    .filter(({ file }) => !seen.has(file))
    .map(({ file }) =>
      fault(
        'page-orphan',
        file,
        'Dalla pagina iniziale non si arriva a questa pagina.',
        'Falla linkare da un elenco.',
      ),
    );
}
