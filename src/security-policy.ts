/**
 * What a page of the site may load and do: its own files and nothing else, and no text turned into markup or code.
 * Imports nothing, because the pages, the headers and the checks of the output all speak of it.
 */
const directives = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'", // the search engine is WebAssembly
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
  "frame-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types offline', // the one script that is registered: apps/offline/prepare.ts
];

/**
 * The policy as a page carries it, in its first `<meta>`.
 * @param address public address of the site. Only one with https asks for https everywhere: a copy on one's own
 *   network would be left without its styles, and in Safari one on `localhost` too
 */
export function contentSecurityPolicy(address: string): string {
  const isSecure = new URL(address).protocol === 'https:';
  return [...directives, ...(isSecure ? ['upgrade-insecure-requests'] : [])].join('; ');
}

/** The policy as a header: it also says who may frame the pages, which browsers do not believe of a `<meta>`. */
export const contentSecurityHeader = (address: string): string =>
  `${contentSecurityPolicy(address)}; frame-ancestors 'none'`;
