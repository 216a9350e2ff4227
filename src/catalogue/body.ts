import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { imageMetadata } from 'astro/assets/utils';
import { extensionOf } from '../checks/image.ts';
import { contentFolder } from '../checks/read.ts';
import type { Entry } from '../knowledge/graph.ts';
import { imagePage } from '../knowledge/routes.ts';
import { compileBody, type CompiledBody, type Piece } from '../mdx/compile.ts';
import { parseSheet } from '../mdx/parse.ts';
import { checkTree } from '../mdx/policy.ts';

const folder = () => contentFolder(process.env, process.cwd());

/**
 * The text of a sheet, compiled when its page is drawn. It was checked by the loader; it is checked again here,
 * because a page must never be drawn from a tree that the policy has not seen.
 */
export async function bodyOf(entry: Pick<Entry, 'file'>): Promise<CompiledBody> {
  const text = await readFile(join(folder(), entry.file), 'utf8');
  const { sheet } = parseSheet(text);
  if (!sheet || checkTree(sheet.tree).findings.length > 0)
    throw new Error(`${entry.file} è cambiata durante la costruzione: riprova.`);
  const body = compileBody(sheet.tree);
  const beside = dirname(entry.file);
  const sections = body.sections.map(async (section) => ({
    ...section,
    pieces: await withPictures(section.pieces, beside),
  }));
  return { sections: await Promise.all(sections), footnotes: await withPictures(body.footnotes, beside) };
}

/** Gives every figure the address of its picture and its size, so that the page does not move when it comes. */
function withPictures(pieces: readonly Piece[], beside: string): Promise<Piece[]> {
  return Promise.all(
    pieces.map(async (piece) => {
      if ('html' in piece) return piece;
      const children = await withPictures(piece.children, beside);
      if (piece.component !== 'Figure') return { ...piece, children };
      const file = `${beside}/${piece.props.src}`;
      const { width, height } = await imageMetadata(await readPicture(file));
      return {
        ...piece,
        props: { ...piece.props, src: imagePage(file), width: String(width), height: String(height) },
        children,
      };
    }),
  );
}

/** Every picture of the content folder, as paths inside it. */
export async function pictureFiles(): Promise<string[]> {
  const names = await readdir(folder(), { recursive: true });
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => extensionOf(name) !== null)
    .sort();
}

export const readPicture = (file: string): Promise<Buffer> => readFile(join(folder(), file));
