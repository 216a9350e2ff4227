import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { imageMetadata } from 'astro/assets/utils';
import { extensionOf } from '../checks/image.ts';
import { contentFolder } from '../checks/read.ts';
import type { Entry } from '../knowledge/graph.ts';
import { imagePage } from '../knowledge/routes.ts';
import { compileBody, type CompiledBody } from '../mdx/compile.ts';
import { parseSheet } from '../mdx/parse.ts';
import { checkTree } from '../mdx/policy.ts';

const folder = () => contentFolder(process.env, process.cwd());

export interface Picture {
  href: string;
  width: number;
  height: number;
}
export interface Body extends CompiledBody {
  /** The pictures of the sheet by file name. */
  pictures: Readonly<Record<string, Picture>>;
}

/**
 * The text of a sheet, compiled when its page is drawn. It was checked by the loader; it is checked again here,
 * because a page must never be drawn from a tree that the policy has not seen.
 */
export async function bodyOf(entry: Pick<Entry, 'file'>): Promise<Body> {
  const text = await readFile(join(folder(), entry.file), 'utf8');
  const { sheet } = parseSheet(text);
  const checked = sheet && checkTree(sheet.tree);
  if (!sheet || !checked || checked.findings.length > 0)
    throw new Error(`${entry.file} è cambiata durante la costruzione: riprova.`);
  const names = checked.uses.flatMap((use) => (use.name === 'Figure' ? (use.props.src ?? []) : []));
  const pictures = await Promise.all(
    names.map(async (name) => [name, await pictureOf(`${dirname(entry.file)}/${name}`)] as const),
  );
  return { ...compileBody(sheet.tree), pictures: Object.fromEntries(pictures) };
}

async function pictureOf(file: string): Promise<Picture> {
  const { width, height } = await imageMetadata(await readFile(join(folder(), file)));
  return { href: imagePage(file), width, height };
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
