import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lookup } from 'mrmime';
import { headersFor, parseHeaders, type HeaderRule } from './headers.ts';
import { manifestName, parseManifest, sha256 } from './release.ts';

export interface Answer {
  status: 200 | 404 | 503;
  headers: Headers;
  body: Buffer;
}

/** A release as its manifest tells it: the hash of every file, and the headers that it gives them. */
interface Held {
  name: string;
  hashes: ReadonlyMap<string, string>;
  rules: readonly HeaderRule[];
}

/** While a site takes the place of another there is none for an instant. */
const pauses = [0, 20, 50, 100, 200, 400, 800];

/**
 * Answers as a static host does: files, `index.html` of folders, the 404 page for the rest, with the headers that
 * `_headers` gives. The folder may be replaced at any moment: every answer is of one release, because what was read
 * is compared with the manifest, and a difference means that the manifest must be read again.
 * @returns takes a path from the root of the site (`/pratiche/`), or null for what is no address of the site
 */
export function siteAnswers(folder: string): (path: string | null) => Promise<Answer> {
  let held: Held | null = null;
  return async (path) => {
    for (const pause of pauses) {
      const answer = held && (await answerFrom(folder, held, path));
      if (answer?.status === 200) return answer;
      const latest = await hold(folder);
      if (answer && latest?.name === held?.name) return answer; // missing in the release of now, not in one gone by
      held = latest ?? held;
      await wait(pause);
    }
    return { status: 503, headers: plainText, body: Buffer.from(away) };
  };
}

const plainText = new Headers({ 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' });
const away =
  'Il sito non c’è, o un suo file non è più quello costruito. Se una costruzione è in corso riprova fra poco, altrimenti ripeti npm start.';

async function answerFrom(
  folder: string,
  { hashes, rules }: Held,
  path: string | null,
): Promise<Answer | null> {
  const name = path === null ? undefined : namesFor(path).find((candidate) => hashes.has(candidate));
  const file = name ?? '404.html';
  const headers = headersFor(rules, name === undefined ? '/404.html' : (path ?? ''));
  const body = await readUnchanged(folder, file, hashes);
  if (!body) return null;
  const type = lookup(file) ?? 'application/octet-stream';
  if (!headers.has('content-type'))
    headers.set('content-type', type === 'text/html' ? 'text/html;charset=utf-8' : type);
  headers.set('etag', `"${hashes.get(file) ?? ''}"`);
  return { status: name === undefined ? 404 : 200, headers, body };
}

/** The files that may answer to a path. */
function namesFor(path: string): string[] {
  const name = path.slice(1);
  return name === '' || name.endsWith('/') ? [`${name}index.html`] : [name, `${name}/index.html`];
}

async function hold(folder: string): Promise<Held | null> {
  const text = await readFile(join(folder, manifestName)).catch(() => null);
  const release = text && parseManifest(text.toString('utf8'));
  if (!release) return null;
  const hashes = new Map(release.files.map((file) => [file.path, file.sha256]));
  hashes.set(manifestName, sha256(text));
  const headers = await readUnchanged(folder, '_headers', hashes);
  if (!headers && hashes.has('_headers')) return null;
  return { name: release.release, hashes, rules: parseHeaders(headers?.toString('utf8') ?? '') };
}

/** The bytes of a file, if they are those of the release. */
async function readUnchanged(
  folder: string,
  file: string,
  hashes: ReadonlyMap<string, string>,
): Promise<Buffer | null> {
  const bytes = await readFile(join(folder, file)).catch(() => null);
  return bytes && sha256(bytes) === hashes.get(file) ? bytes : null;
}
