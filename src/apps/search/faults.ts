import { isIndexEntry } from './index-data.ts';

export interface FileWatch {
  /** How many files of the index have failed so far. */
  faults: () => number;
  /** Stops waiting for the files still under way: who asked for them is told by one fault more. */
  abandon: () => void;
}

/**
 * Counts the files of the index that did not arrive whole. Pagefind keeps silent about them and answers
 * with no result, which would read as «there is nothing».
 */
export function watchFiles(scope: { fetch: typeof fetch }, folder: string): FileWatch {
  const fetchFile = scope.fetch.bind(scope);
  let faults = 0;
  let waiting = new AbortController();
  scope.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!address.includes(folder)) return fetchFile(input, init);
    const { signal } = waiting;
    try {
      const response = await fetchFile(input, { ...init, signal });
      if (!response.ok) throw new Error(address);
      const bytes = await whole(await response.arrayBuffer(), address);
      return new Response(bytes, { status: response.status, headers: response.headers });
    } catch (error) {
      if (!signal.aborted) faults += 1;
      throw error;
    }
  };
  return {
    faults: () => faults,
    abandon() {
      faults += 1;
      waiting.abort();
      waiting = new AbortController();
    },
  };
}

/** The bytes of a file of the index, unpacked; rejects what is cut short, or is not one. */
async function whole(bytes: ArrayBuffer, address: string): Promise<ArrayBuffer> {
  if (/\.(pf_\w+|pagefind)$/.test(address)) {
    const plain = isPacked(new Uint8Array(bytes)) ? await unpacked(bytes) : bytes;
    if (textOf(plain.slice(0, signature.length)) === signature) return plain;
  } else if (isIndexEntry(JSON.parse(textOf(bytes)))) return bytes;
  throw new Error(address);
}

const signature = 'pagefind_dcd';
const textOf = (bytes: ArrayBuffer): string => new TextDecoder().decode(bytes);

/** A server may unpack files on the way. */
const isPacked = ([first, second]: Uint8Array): boolean => first === 0x1f && second === 0x8b;

/** Its check sum tells a file that was cut or mixed up. */
const unpacked = (bytes: ArrayBuffer): Promise<ArrayBuffer> =>
  new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
