/**
 * Counts the files of the index that did not arrive whole. Pagefind keeps silent about them and answers
 * with no result, which would read as «there is nothing».
 */
export function countFaults(scope: { fetch: typeof fetch }, folder: string): () => number {
  const fetchFile = scope.fetch.bind(scope);
  let faults = 0;
  scope.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!address.includes(folder)) return fetchFile(input, init);
    try {
      const response = await fetchFile(input, init);
      if (!response.ok) throw new Error(`${response.status} ${address}`);
      const bytes = await response.arrayBuffer();
      if (/\.(pf_\w+|pagefind)$/.test(address) && !isIndexFile(new Uint8Array(bytes))) {
        throw new Error(`not a file of the index: ${address}`);
      }
      return new Response(bytes, { status: response.status, headers: response.headers });
    } catch (error) {
      faults += 1;
      throw error;
    }
  };
  return () => faults;
}

/** Gzip, or what it holds when a server has unpacked it on the way. */
function isIndexFile(bytes: Uint8Array): boolean {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return true;
  return new TextDecoder().decode(bytes.subarray(0, 12)) === 'pagefind_dcd';
}
