/** What Pagefind writes, as far as the checks need it. Pure: bytes in, names out. */

const signature = 'pagefind_dcd';

/** Text of a file of the index, unpacked: all begin with the same word. */
export function contentOf(unpacked: Buffer): Buffer {
  if (unpacked.subarray(0, signature.length).toString('latin1') !== signature)
    throw new Error('not a file of the search index');
  return unpacked.subarray(signature.length);
}

/** Address of the page that a fragment describes, from the root of the site. */
export function addressInFragment(content: Buffer): string {
  const { url } = JSON.parse(content.toString('utf8')) as { url?: unknown };
  if (typeof url !== 'string') throw new Error('a fragment without its page');
  return url;
}

/** What `pagefind-entry.json` says of each language. */
export function languagesIn(
  entry: string,
): { language: string; hash: string; wasm: string; pages: number }[] {
  const { version, languages } = JSON.parse(entry) as {
    version?: unknown;
    languages?: Record<string, { hash: string; wasm: string | null; page_count: number }>;
  };
  if (typeof version !== 'string' || !languages) throw new Error('no version or no language');
  return Object.entries(languages).map(([language, { hash, wasm, page_count: pages }]) => ({
    language,
    hash,
    wasm: wasm ?? 'unknown',
    pages,
  }));
}

/**
 * Names of the fragments, chunks and filters that the index of a language asks for (`it_1f2f9e2`). They stand in CBOR
 * as short texts, so the byte before each says how long it is.
 */
export function namesIn(meta: Buffer, language: string): string[] {
  const shortText = 0x60;
  const start = Buffer.from(`${language}_`);
  const names: string[] = [];
  for (let at = meta.indexOf(start); at > 0; at = meta.indexOf(start, at + 1)) {
    const length = (meta[at - 1] ?? 0) - shortText;
    const name = meta.subarray(at, at + Math.max(length, 0)).toString('latin1');
    if (/^[a-z-]+_[0-9a-f]+$/.test(name)) names.push(name);
  }
  return names;
}
