import { nearest } from '../../knowledge/nearest.ts';
import { problem } from '../problem.ts';
import type { Rule } from '../record.ts';

/** Every picture of the folder is shown by a sheet, be it a draft. */
export const imageOrphan: Rule = {
  name: 'image-orphan',
  check: ({ all, images, broken }) => {
    if (images.length === 0) return [];
    const shown = new Set(all.flatMap(({ body }) => body?.pictures ?? []));
    // a sheet that cannot be read may show any picture of its folder
    const unknown = new Set([...broken].filter((file) => file.endsWith('.mdx')).map(folderOf));
    const known = new Set(images);
    // a name that is missing may be one of these, mistyped: that is told already
    const meant = new Set(
      [...shown].filter((name) => !known.has(name)).flatMap((name) => nearest(name, images)),
    );
    return images
      .filter((image) => !shown.has(image) && !meant.has(image))
      .filter((image) => !unknown.has(folderOf(image)) && !broken.has(image))
      .map((image) => {
        const name = image.slice(image.lastIndexOf('/') + 1);
        const message = `Nessuna scheda mostra l’immagine «${name}».`;
        const hint = `Mostrala con <Figure src="${name}" alt="…" credit="…" />, oppure cancella il file.`;
        return problem('image-orphan', image, { line: 1, column: 1 }, message, hint);
      });
  },
};

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
