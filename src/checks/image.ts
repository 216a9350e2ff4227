import type { CodeName } from './codes.ts';
import { walkAvif } from './image/avif.ts';
import { walkJpeg } from './image/jpeg.ts';
import { walkPng } from './image/png.ts';
import { ascii, Fault, faults, type Walked } from './image/walk.ts';
import { walkWebp } from './image/webp.ts';

/** Kinds of picture a sheet may show. No SVG: it can carry scripts. */
const imageExtensions = ['png', 'jpg', 'webp', 'avif'] as const;
type ImageExtension = (typeof imageExtensions)[number];

export const maxImageBytes = 500 * 1024;

/** A small file can open into a picture that fills the memory of a telephone. */
const maxSide = 6000;

/** For each kind: what its first bytes are, and how the rest is walked. */
const kinds: Readonly<
  Record<ImageExtension, { starts: (bytes: Uint8Array) => boolean; walk: (bytes: Uint8Array) => Walked }>
> = {
  png: { starts: (bytes) => ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n', walk: walkPng },
  jpg: { starts: (bytes) => ascii(bytes, 0, 3) === '\xff\xd8\xff', walk: walkJpeg },
  webp: {
    starts: (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP',
    walk: walkWebp,
  },
  avif: { starts: (bytes) => ascii(bytes, 4, 12) === 'ftypavif', walk: walkAvif },
};

interface ImageProblem {
  name: CodeName;
  message: string;
  hint: string;
}

/**
 * What is wrong with a picture: walked from its first byte to its last, because pictures are published byte for byte.
 * What its pixels are packed into is not opened.
 */
export function imageProblem(bytes: Uint8Array, extension: ImageExtension): ImageProblem | null {
  const { starts, walk } = kinds[extension];
  if (!starts(bytes)) return broken(`Il file non è un’immagine ${extension}.`);
  try {
    return problemOf(walk(bytes));
  } catch (error) {
    if (error instanceof Fault) return broken(error.message);
    // something past the end was asked for
    if (error instanceof RangeError) return broken(faults.cut);
    throw error;
  }
}

const broken = (message: string): ImageProblem => ({
  name: 'image-bytes',
  message,
  hint: 'Salvala di nuovo nel formato che il nome dice.',
});

function problemOf({ width, height, hidden }: Walked): ImageProblem | null {
  if (hidden.length > 0)
    return {
      name: 'image-metadata',
      message: `L’immagine porta con sé dati nascosti (posizione, autore, commenti): ${[...new Set(hidden)].slice(0, 5).join(', ')}.`,
      hint: 'Aprila con un programma di grafica ed esportala senza metadati: Exif, XMP, IPTC, commento, data.',
    };
  if (Math.min(width, height) >= 1 && Math.max(width, height) <= maxSide) return null;
  return {
    name: 'image-size',
    message: `L’immagine è di ${width} × ${height} punti: al massimo ${maxSide} per lato, e almeno 1.`,
    hint: 'Riducila con un programma di grafica e salvala di nuovo.',
  };
}

export const extensionOf = (path: string): ImageExtension | null =>
  imageExtensions.find((extension) => path.endsWith(`.${extension}`)) ?? null;

/** The path of a picture named in a sheet: it lies in the sheet's folder. */
export const besideOf = (sheet: string, name = ''): string =>
  `${sheet.slice(0, sheet.lastIndexOf('/'))}/${name}`;
