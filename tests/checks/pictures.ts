import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

export const pictureFolder = join(import.meta.dirname, '../fixtures/pictures');

/** A picture that an encoder made. */
export const picture = (name: string): Buffer => readFileSync(join(pictureFolder, name));

/** A chunk of a PNG with the sum that belongs to it. */
export function pngChunk(name: string, data: string | Uint8Array = ''): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), Buffer.from(data as string, 'latin1')]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

export const pngSignature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** The first chunk of a grey PNG of one bit a point. */
export function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  return pngChunk('IHDR', header);
}

/** A PNG of the size that it declares, whatever its pixels. */
export const pngOf = ({ width = 1, height = 1 } = {}): Buffer =>
  Buffer.concat([
    pngSignature,
    pngHeader(width, height),
    pngChunk('IDAT', deflateSync(Buffer.alloc(2))),
    pngChunk('IEND'),
  ]);
