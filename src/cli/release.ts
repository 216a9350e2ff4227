import { hash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { filesUnder } from '../integrations/files-under.ts';

/** The list of what a release is made of, at the root of the site. */
export const manifestName = 'manifest.json';

const release = z.strictObject({
  release: z.string(),
  files: z.array(z.strictObject({ path: z.string(), size: z.number(), sha256: z.string() })),
});

/** What a site is made of: every file but the manifest, and one name for all of them together. */
export type Release = z.infer<typeof release>;

export const sha256 = (bytes: string | Buffer): string => hash('sha256', bytes);

/** Writes the manifest of a finished site, and gives the name of the release. Same files, same bytes. */
export async function writeManifest(folder: string): Promise<string> {
  const found = await releaseIn(folder);
  const file = await open(join(folder, manifestName), 'w');
  try {
    await file.writeFile(textOf(found));
    await file.sync();
  } finally {
    await file.close();
  }
  return found.release;
}

/** A manifest as written; null when the text is cut or of another program. */
export function parseManifest(text: string): Release | null {
  try {
    return release.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The name of the release that a folder holds whole; null when a file is missing, changed or one too many. */
export async function verifyRelease(folder: string): Promise<string | null> {
  const stated = await readFile(join(folder, manifestName), 'utf8').catch(() => null);
  if (stated === null) return null;
  const found = await releaseIn(folder);
  return stated === textOf(found) ? found.release : null;
}

async function releaseIn(folder: string): Promise<Release> {
  const files: Release['files'] = [];
  for (const file of await filesUnder(folder)) {
    const path = relative(folder, file).replaceAll(sep, '/');
    if (path === manifestName) continue;
    const bytes = await readFile(file);
    files.push({ path, size: bytes.length, sha256: sha256(bytes) });
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  // the lines that `sha256sum` writes and checks
  return { release: sha256(files.map((file) => `${file.sha256}  ${file.path}\n`).join('')), files };
}

/** One line for each file, so that two releases compare line by line. */
const textOf = ({ release: name, files }: Release): string =>
  `{\n"release": ${JSON.stringify(name)},\n"files": [\n${files.map((file) => JSON.stringify(file)).join(',\n')}\n]\n}\n`;
