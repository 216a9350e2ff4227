/** Kinds of picture a sheet may show. No SVG: it can carry scripts. */
const imageExtensions = ['png', 'jpg', 'webp', 'avif'] as const;
type ImageExtension = (typeof imageExtensions)[number];

export const maxImageBytes = 500 * 1024;

/** What the first bytes say a picture is, whatever its name says. */
export function imageKind(bytes: Uint8Array): ImageExtension | null {
  const ascii = (start: number, end: number) => String.fromCharCode(...bytes.subarray(start, end));
  if (ascii(1, 4) === 'PNG' && bytes[0] === 0x89) return 'png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpg';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'webp';
  return ascii(4, 12) === 'ftypavif' ? 'avif' : null;
}

export const extensionOf = (path: string): ImageExtension | null =>
  imageExtensions.find((extension) => path.endsWith(`.${extension}`)) ?? null;

/** The path of a picture named in a sheet: it lies in the sheet's folder. */
export const besideOf = (sheet: string, name = ''): string =>
  `${sheet.slice(0, sheet.lastIndexOf('/'))}/${name}`;
