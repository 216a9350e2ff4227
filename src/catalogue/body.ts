import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { imageMetadata } from 'astro/assets/utils';
import { root } from 'astro:config/server';
import { besideOf, extensionOf, imageProblem } from '../checks/image.ts';
import { contentFolder, digestOf } from '../checks/read.ts';
import { normalise } from '../checks/text.ts';
import type { Entry } from '../knowledge/graph.ts';
import { termNames } from '../knowledge/glossary.ts';
import { imagePage } from '../knowledge/routes.ts';
import { compileBody, type CompiledBody, type Piece } from '../mdx/compile.ts';
import { parseSheet, textBelow, type ParsedSheet } from '../mdx/parse.ts';
import { checkTree } from '../mdx/policy.ts';
import { termFinder } from '../mdx/terms.ts';
import { collections } from '../schemas/registry.ts';
import { graph } from './index.ts';

/** The loader's folder, wherever the command was started. */
const folder = contentFolder(process.env, fileURLToPath(root));

const explainTerms = termFinder(termNames(graph));

/**
 * The text of a sheet, compiled when its page is drawn. It was checked by the loader; it is checked again here,
 * because a page must never be drawn from a tree that the policy has not seen.
 */
export async function bodyOf(entry: Pick<Entry, 'file' | 'digest'>): Promise<CompiledBody> {
  const body = compileBody(await checkedTree(entry), explainTerms());
  const sections = body.sections.map(async (section) => ({
    ...section,
    pieces: await withPictures(section.pieces, entry.file),
  }));
  return { sections: await Promise.all(sections), footnotes: await withPictures(body.footnotes, entry.file) };
}

/** Gives every figure the address of its picture and its size, so that the page does not move when it comes. */
function withPictures(pieces: readonly Piece[], sheet: string): Promise<Piece[]> {
  return Promise.all(
    pieces.map(async (piece) => {
      if ('html' in piece) return piece;
      const children = await withPictures(piece.children, sheet);
      if (piece.component !== 'Figure') return { ...piece, children };
      const file = besideOf(sheet, piece.props.src);
      const { width, height } = await imageMetadata(await readPicture(file));
      return {
        ...piece,
        props: { ...piece.props, src: imagePage(file), width: String(width), height: String(height) },
        children,
      };
    }),
  );
}

/** The pictures that the published sheets show, as paths inside the content folder. Nothing else in it is published. */
export const pictureFiles = (): string[] =>
  [
    ...new Set(collections.flatMap((kind) => graph.all(kind).flatMap(({ body }) => body?.pictures ?? []))),
  ].sort();

/** A picture as it was checked: never what a link leads to, nor anything that only has the name of one. */
export async function readPicture(file: string): Promise<Buffer> {
  const path = join(folder, file);
  const bytes = (await lstat(path)).isFile() ? await readFile(path) : null;
  const extension = extensionOf(file);
  if (!bytes || !extension || imageProblem(bytes, extension))
    throw new Error(`${file} non è un’immagine da pubblicare.`);
  return bytes;
}

/** The text of a sheet as it was written, below the data. */
export async function textOf(entry: Pick<Entry, 'file' | 'digest'>): Promise<string> {
  return textBelow(await checkedText(entry));
}

/** A sheet's tree, only if its text is the very one that was checked: no other may reach the parser. */
async function checkedTree(entry: Pick<Entry, 'file' | 'digest'>): Promise<ParsedSheet['tree']> {
  const { sheet } = parseSheet(await checkedText(entry));
  if (!sheet || checkTree(sheet.tree).findings.length > 0) throw changed(entry.file);
  return sheet.tree;
}

async function checkedText({ file, digest }: Pick<Entry, 'file' | 'digest'>): Promise<string> {
  const text = normalise(await readFile(join(folder, file), 'utf8'));
  if (digestOf(text) !== digest) throw changed(file);
  return text;
}

const changed = (file: string) => new Error(`${file} è cambiata durante la costruzione: riprova.`);
