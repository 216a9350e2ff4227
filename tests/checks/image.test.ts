import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extensionOf, imageProblem } from '../../src/checks/image.ts';
import { fixtureFolder } from '../fixture-content.ts';
import { picture, pictureFolder, pngChunk, pngHeader, pngOf, pngSignature } from './pictures.ts';

const extensions = ['png', 'jpg', 'webp', 'avif'] as const;
type Extension = (typeof extensions)[number];

const refused = /^(?:author|position|moving)\./;
const names = readdirSync(pictureFolder);
const good = names.filter((name) => !refused.test(name));
const kindOf = (name: string) => extensionOf(name) as Extension;
const problemOf = (name: string) => imageProblem(picture(name), kindOf(name));

const text = (value: string) => Buffer.from(value, 'latin1');
const word = (value: number) => Buffer.from([value >> 8, value & 255]);
const [png, jpg, webp, avif] = extensions.map((extension) => picture(`plain.${extension}`)) as [
  Buffer,
  Buffer,
  Buffer,
  Buffer,
];
const scan = jpg.indexOf('\xff\xda', 0, 'latin1');
const script = '<script>alert(1)</script>';
const pixels = pngChunk('IDAT', 'x');
const end = pngChunk('IEND');

/** The plain PNG with something before its last chunk. */
const pngWith = (...chunks: Buffer[]) => Buffer.concat([png.subarray(0, -12), ...chunks, end]);

/** The plain JPEG with a segment after its first two bytes. */
const jpgWith = (kind: number, data: string) =>
  Buffer.concat([
    jpg.subarray(0, 2),
    Buffer.from([0xff, kind]),
    word(data.length + 2),
    text(data),
    jpg.subarray(2),
  ]);

function riff(...chunks: Buffer[]): Buffer {
  const body = Buffer.concat([text('WEBP'), ...chunks]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([text('RIFF'), length, body]);
}
function riffChunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return Buffer.concat([text(name), length, data, Buffer.alloc(data.length % 2)]);
}
const webpPicture = webp.subarray(12);
const canvas = (flags: number, width = 24, height = 16) => {
  const data = Buffer.alloc(10);
  data[0] = flags;
  data.writeUIntLE(width - 1, 4, 3);
  data.writeUIntLE(height - 1, 7, 3);
  return riffChunk('VP8X', data);
};

function box(name: string, data: string | Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length + 8);
  return Buffer.concat([length, text(name), Buffer.from(data as string, 'latin1')]);
}

/** A picture with the same number of other bytes at the first place where some stand. */
function changed(bytes: Buffer, from: string, to: string | Buffer, offset = 0): Buffer {
  const at = bytes.indexOf(text(from));
  if (at < 0) throw new Error(`no «${from}» in the picture`);
  const copy = Buffer.from(bytes);
  Buffer.from(to as string, 'latin1').copy(copy, at + offset);
  return copy;
}

/** The plain AVIF with a store of pixels that holds more than its picture. */
function roomierAvif(): Buffer {
  const longer = Buffer.concat([avif, text(script)]);
  const at = longer.indexOf('mdat') - 4;
  longer.writeUInt32BE(longer.length - at, at);
  return longer;
}

test('pictures that encoders made are let through, in every format', () => {
  expect(good.length).toBeGreaterThanOrEqual(18);
  expect(new Set(good.map(kindOf))).toEqual(new Set(extensions));
  expect(good.filter((name) => problemOf(name) !== null)).toEqual([]);
  expect(imageProblem(pngOf(), 'png')).toBeNull();
});

test('the picture of the good content is let through', () => {
  const pictures = readdirSync(fixtureFolder, { recursive: true, encoding: 'utf8' }).filter(extensionOf);
  const told = pictures.map((name) => imageProblem(readFileSync(join(fixtureFolder, name)), kindOf(name)));
  expect(told).toEqual([null]);
});

test.each(extensions)('a picture is only what its name says: %s', (extension) => {
  for (const other of extensions.filter((name) => name !== extension))
    expect(imageProblem(picture(`plain.${other}`), extension)).toMatchObject({
      name: 'image-bytes',
      message: `Il file non è un’immagine ${extension}.`,
    });
  expect(imageProblem(text('<svg onload="alert(1)"/>'), extension)?.name).toBe('image-bytes');
  expect(imageProblem(new Uint8Array(), extension)?.name).toBe('image-bytes');
});

test.each([
  ['position.png', 'eXIf'],
  ['position.jpg', 'APP1'],
  ['position.webp', 'EXIF'],
  ['position.avif', 'Exif'],
  ['author.png', 'zTXt'],
  ['author.jpg', 'APP1'],
  ['author.webp', 'XMP'],
  ['author.avif', 'mime'],
])('where and by whom %s was made is not published', (name, part) => {
  expect(problemOf(name)).toEqual({
    name: 'image-metadata',
    message: `L’immagine porta con sé dati nascosti (posizione, autore, commenti): ${part}.`,
    hint: 'Aprila con un programma di grafica ed esportala senza metadati: Exif, XMP, IPTC, commento, data.',
  });
});

const hiding: [what: string, extension: Extension, bytes: Buffer][] = [
  ['a comment', 'png', pngWith(pngChunk('tEXt', 'Author\0mario@example.org'))],
  ['a comment in Unicode', 'png', pngWith(pngChunk('iTXt', 'Author\0\0\0\0\0Mario'))],
  ['the time of a change', 'png', pngWith(pngChunk('tIME', '\x07\xea\x0b\x16\x09\x25\x0d'))],
  ['a chunk of somebody’s own', 'png', pngWith(pngChunk('prVt', script))],
  ['a comment', 'jpg', jpgWith(0xfe, 'mario@example.org')],
  ['what Photoshop adds', 'jpg', jpgWith(0xed, 'Photoshop 3.0\x008BIM')],
  ['a small picture of the whole', 'jpg', jpgWith(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01abc')],
  ['a second picture', 'jpg', jpgWith(0xe2, 'MPF\0MM')],
  ['a chunk of somebody’s own', 'webp', riff(webpPicture, riffChunk('abcd', text(script)))],
  ['a free box', 'avif', Buffer.concat([avif, box('free', script)])],
  ['a box of somebody’s own', 'avif', Buffer.concat([avif, box('uuid', script)])],
  ['an item of text', 'avif', changed(avif, 'av01', 'uri ')],
];
test.each(hiding)('hidden data are named: %s in a %s', (_, extension, bytes) => {
  expect(imageProblem(bytes, extension)?.name).toBe('image-metadata');
});

const { cut, damaged, after, moving } = {
  cut: 'L’immagine è tagliata: il file finisce troppo presto.',
  damaged: 'L’immagine è rovinata.',
  after: 'Dopo la fine dell’immagine c’è altro.',
  moving: 'L’immagine è animata: se ne può mostrare solo una ferma.',
};
const hostile: [what: string, extension: Extension, message: string, bytes: Buffer][] = [
  ['four magic bytes and markup', 'png', 'Il file non è un’immagine png.', text(`\x89PNG${script}`)],
  ['the signature and markup', 'png', damaged, Buffer.concat([pngSignature, text(script)])],
  ['markup after the end', 'png', after, Buffer.concat([png, text(script)])],
  ['an archive after the end', 'png', after, Buffer.concat([png, text('PK\x03\x04')])],
  ['a second picture after the end', 'png', after, Buffer.concat([png, png])],
  ['no pixels', 'png', damaged, Buffer.concat([pngSignature, pngHeader(1, 1), end])],
  ['no header', 'png', damaged, Buffer.concat([pngSignature, pixels, end])],
  ['two headers', 'png', damaged, pngWith(pngHeader(1, 1))],
  ['pixels in two places', 'png', damaged, pngWith(pngChunk('pHYs', 'x'.repeat(9)), pixels)],
  ['a longer last chunk', 'png', damaged, Buffer.concat([png.subarray(0, -12), pngChunk('IEND', script)])],
  ['markup in a small chunk', 'png', damaged, pngWith(pngChunk('gAMA', script))],
  ['a name that is none', 'png', damaged, pngWith(pngChunk('<b>x', script))],
  ['a sum that is wrong', 'png', damaged, Buffer.concat([png.subarray(0, -1), Buffer.from([0])])],
  ['a film', 'png', moving, pngWith(pngChunk('acTL', '\0\0\0\x02\0\0\0\0'))],
  ['magic bytes and markup', 'jpg', cut, text('\xff\xd8\xff<html>')],
  ['nothing but start and end', 'jpg', damaged, text('\xff\xd8\xff\xd9')],
  ['markup after the end', 'jpg', after, Buffer.concat([jpg, text(script)])],
  ['a second picture after the end', 'jpg', after, Buffer.concat([jpg, jpg])],
  ['no end', 'jpg', cut, jpg.subarray(0, -2)],
  [
    'markup between segments',
    'jpg',
    damaged,
    Buffer.concat([jpg.subarray(0, scan), text(script), jpg.subarray(scan)]),
  ],
  ['a segment of no length', 'jpg', damaged, text('\xff\xd8\xff\xdb\0\0\xff\xd9')],
  ['a segment beyond the end', 'jpg', cut, text('\xff\xd8\xff\xdb\xff\xff\xff\xd9')],
  ['markup in a table', 'jpg', damaged, jpgWith(0xdb, script.repeat(30))],
  ['a way to draw that no browser knows', 'jpg', damaged, jpgWith(0xcc, '\0\0')],
  ['nothing but the header', 'webp', damaged, riff()],
  ['the old magic bytes', 'webp', after, text('RIFF\0\0\0\0WEBP')],
  ['markup after the end', 'webp', after, Buffer.concat([webp, text(script)])],
  ['markup in the padding', 'webp', damaged, riff(riffChunk('abc ', text('x')).fill('<', 9), webpPicture)],
  ['two pictures', 'webp', damaged, riff(webpPicture, webpPicture)],
  ['a chunk out of order', 'webp', damaged, riff(riffChunk('ICCP', text('ab')), webpPicture)],
  ['another canvas', 'webp', damaged, riff(canvas(0, 60_000, 60_000), webpPicture)],
  ['a film by its flag', 'webp', moving, riff(canvas(2), webpPicture)],
  ['a film', 'webp', moving, picture('moving.webp')],
  ['nothing but its brand', 'avif', damaged, box('ftyp', 'avif\0\0\0\0')],
  ['the old magic bytes', 'avif', cut, text('\0\0\0\x1cftypavif')],
  ['markup after the end', 'avif', damaged, Buffer.concat([avif, text(script)])],
  ['markup among its pixels', 'avif', after, roomierAvif()],
  ['two stores', 'avif', damaged, Buffer.concat([avif, box('mdat', script)])],
  ['a box without end', 'avif', damaged, changed(avif, 'mdat', Buffer.alloc(4), -4)],
  [
    'a long brand',
    'avif',
    damaged,
    Buffer.concat([box('ftyp', `avif${script.repeat(9)}`), avif.subarray(28)]),
  ],
  ['a film by its brand', 'avif', moving, changed(avif, 'mif1', 'avis')],
  ['a film', 'avif', moving, Buffer.concat([avif, box('moov', '')])],
];
test.each(hostile)('%s: no %s (%s)', (_, extension, message, bytes) => {
  expect(imageProblem(bytes, extension)).toEqual({
    name: 'image-bytes',
    message,
    hint: 'Salvala di nuovo nel formato che il nome dice.',
  });
});

describe('the size that a picture declares', () => {
  const dimension = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
  };
  const sized: [Extension, (width: number, height: number) => Buffer][] = [
    ['png', (width, height) => pngOf({ width, height })],
    ['jpg', (width, height) => changed(jpg, '\xff\xc0', Buffer.concat([word(height), word(width)]), 5)],
    [
      'avif',
      (width, height) => changed(avif, 'ispe', Buffer.concat([dimension(width), dimension(height)]), 8),
    ],
  ];
  test.each(sized)('of a %s is at most 6000 a side, at least 1', (extension, make) => {
    expect(imageProblem(make(6000, 6000), extension)).toBeNull();
    for (const [width, height] of [
      [6001, 1],
      [1, 6001],
      [60_000, 60_000],
      [0, 1],
      [1, 0],
    ] as const)
      expect(imageProblem(make(width, height), extension)).toMatchObject({
        name: 'image-size',
        message: `L’immagine è di ${width} × ${height} punti: al massimo 6000 per lato, e almeno 1.`,
      });
  });

  test('of a WebP is that of its pixels', () => {
    const size = (width: number, height: number) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt16LE(width, 0);
      bytes.writeUInt16LE(height, 2);
      return changed(webp, '\x9d\x01\x2a', bytes, 3);
    };
    expect(imageProblem(size(6000, 6000), 'webp')).toBeNull();
    expect(imageProblem(size(6001, 16), 'webp')?.name).toBe('image-size');
    expect(imageProblem(size(24, 0), 'webp')?.name).toBe('image-size');
    const lossless = Buffer.alloc(5);
    lossless[0] = 0x2f;
    lossless.writeUInt32LE(24 | (6000 << 14), 1);
    expect(imageProblem(riff(riffChunk('VP8L', lossless)), 'webp')?.message).toContain('25 × 6001');
  });
});

describe('no byte may be missing or be too many', () => {
  test.each(good)('%s', (name) => {
    const bytes = picture(name);
    const extension = kindOf(name);
    for (let length = 0; length < bytes.length; length++)
      expect(imageProblem(bytes.subarray(0, length), extension)?.name, `${length} bytes`).toBe('image-bytes');
    for (let start = 1; start < bytes.length; start++)
      expect(imageProblem(bytes.subarray(start), extension)?.name, `from ${start}`).toBe('image-bytes');
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), (more) => {
        expect(imageProblem(Buffer.concat([bytes, more]), extension)).not.toBeNull();
      }),
    );
  });

  test('nor changed, where a sum tells', () => {
    for (let at = 0; at < png.length; at++) {
      const copy = Buffer.from(png);
      copy[at] = (copy[at] as number) ^ 1;
      expect(imageProblem(copy, 'png'), `byte ${at}`).not.toBeNull();
    }
  });
});

describe('whatever the bytes are, there is an answer', () => {
  test.each(extensions)('random ones behind the first of a %s', (extension) => {
    const start = picture(`plain.${extension}`).subarray(0, 12);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(12), (more, length) => {
        const bytes = Buffer.concat([start.subarray(0, length), more]);
        expect(imageProblem(bytes, extension)?.name).toMatch(/^image-/);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(names)('%s with some bytes changed', (name) => {
    const bytes = picture(name);
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const copy = Buffer.from(bytes);
        for (const [at, value] of changes) copy[at] = value;
        const found = imageProblem(copy, kindOf(name));
        expect(found === null || found.message.endsWith('.')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('also about the largest file with as many pieces as fit', () => {
    const room = 500 * 1024;
    const empty = Buffer.concat(Array.from({ length: room / 12 - 20 }, () => pngChunk('prVt')));
    expect(imageProblem(pngWith(empty), 'png')?.message).toMatch(/: prVt\.$/);
    const scans = Buffer.concat([
      jpg.subarray(0, -2),
      Buffer.alloc(room, '\xff\0', 'latin1'),
      jpg.subarray(-2),
    ]);
    expect(imageProblem(scans, 'jpg')).toBeNull();
    const boxes = Buffer.concat([
      avif,
      Buffer.concat(Array.from({ length: room / 8 }, () => box('free', ''))),
    ]);
    expect(imageProblem(boxes, 'avif')?.message).toMatch(/: free\.$/);
  });
});
